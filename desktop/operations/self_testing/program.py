"""Try the program itself: its files, libraries and tables."""

import hashlib
from pathlib import Path

from desktop import paths
from desktop.operations.self_testing.bench import Bench

HASHES = "TEP.sha256"
"""File in the program's folder that lists the hash of each file, as `sha256sum`."""
_MOST_NAMED = 5
_FOLDERS = ("fonts", "help", "i18n", "icons", "styles", "templates", "colour")


def files(bench: Bench) -> str:  # noqa: ARG001  every probe takes the bench
    """Compare every file with its hash, where the edition tells hashes.

    Raises:
        ValueError: Some are missing or altered; names the first of them.
    """
    from desktop.files.fonts import register

    register()
    empty = [one for one in _FOLDERS if not any((paths.RESOURCES / one).iterdir())]
    root = paths.program_folder()
    told = {} if root is None else _told(root / HASHES)
    wrong = [
        *empty,
        *(name for name, hash_ in told.items() if _hash(root, name) != hash_),
    ]
    if wrong:
        more = len(wrong) - _MOST_NAMED
        raise ValueError(", ".join(wrong[:_MOST_NAMED]) + (f" +{more}" * (more > 0)))
    return f"{len(told)} files by hash" if told else "present"


def libraries(bench: Bench) -> str:  # noqa: ARG001
    """Load every library the program uses.

    Raises:
        ValueError: Some cannot be loaded.
    """
    from desktop.files.probing import load_libraries

    failed = load_libraries()
    if failed:
        raise ValueError("; ".join(failed))
    return "loaded"


def catalogues(bench: Bench) -> str:  # noqa: ARG001
    """Read every table and template that ships."""
    from desktop.files import catalogue, plans
    from desktop.files.templates import load_template
    from desktop.operations.signing.verify_file import own_trust

    names = [one.name for one in plans.plan_names()]
    for name in names:
        plans.load_plan(name)
    kinds = sorted((paths.RESOURCES / "templates").glob("report-*.toml"))
    for one in kinds:
        load_template(one.stem)
    items, trust = catalogue.load_catalogues(), own_trust()
    catalogue.load_registers()
    catalogue.load_figures()
    catalogue.load_regimes()
    return (
        f"{len(names)} plans, {len(items)} items, {len(kinds)} templates, "
        f"{len(trust.anchors)} roots"
    )


def time_zone(bench: Bench) -> str:
    """Find the zone of the office, and tell the machine's own moment."""
    from zoneinfo import ZoneInfo

    there = bench.now.astimezone(ZoneInfo("Asia/Ho_Chi_Minh"))
    return f"{bench.now.isoformat(timespec='seconds')}; {there:%z}"


def _told(path: Path) -> dict[str, str]:
    """Return the hashes the edition tells; none in a checkout."""
    if not path.is_file():
        return {}
    lines = path.read_text("utf-8").splitlines()
    return {name: told for told, _, name in (one.partition("  ") for one in lines)}


def _hash(root: Path | None, name: str) -> str:
    try:
        with ((root or Path()) / name).open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
