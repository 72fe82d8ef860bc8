"""Assemble the folder that both editions lay on the PC, and check that it is whole."""

from __future__ import annotations

import ast
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from windows import bytecode, launcher, licences, packing, pruning, runtime, wheels
from windows.hashes import sha256_of
from windows.refusals import BuildError, refuse_any

ROOT = Path(__file__).resolve().parent.parent.parent
SHIPPED = ("desktop", "resources", "data")
"""Folders of the checkout that go below app/, as far as git knows their files."""
OF_THE_README = "resources/help/pictures/"
"""Pictures that only whoever looks at the checkout sees."""
VERSION_FILE = "PHIEN_BAN.json"
HASHES = "TEP.sha256"
"""What `desktop/operations/self_testing/program.py` reads."""
CHANGES = "THAY_DOI.md"
NO_SSL = Path(__file__).with_name("no_ssl.py")
"""What lies where Python's own module of this name would be."""
LONGEST = 110
"""Characters of a path below the program's folder, so that a user's own fit before."""
_UNWANTED = (".h", ".lib", ".pdb", ".pyi", ".py")
_BOXES = ("Qt6Qml", "Qt6Quick", "QtQml", "QtQuick", "Qt6WebEngine", "_wmi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """What is built of: one state of the project's files."""

    root: Path
    files: tuple[str, ...]
    """Those git knows, sorted, with forward slashes."""
    version: str
    commit: str
    epoch: int
    """Time of the commit, in seconds since 1970."""


def read_checkout(root: Path = ROOT) -> Checkout:
    """Read what git knows of the checkout.

    Raises:
        BuildError: The folder is no checkout.
    """
    names = _git(root, "ls-files", "-z", *SHIPPED).split("\0")
    return Checkout(
        root=root,
        files=tuple(
            sorted(
                name for name in names if name and not name.startswith(OF_THE_README)
            )
        ),
        version=read_version(root / "desktop" / "__init__.py"),
        commit=_git(root, "rev-parse", "HEAD").strip(),
        epoch=int(_git(root, "log", "-1", "--format=%ct")),
    )


def _git(root: Path, *words: str) -> str:
    """Ask git; only a clone knows which files belong to the program, and their time."""
    asked = subprocess.run(
        ["git", "-c", f"safe.directory={root}", *words],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if asked.returncode:
        raise BuildError(f"Cần một bản sao git của dự án: {asked.stderr.strip()}")
    return asked.stdout


def read_version(path: Path) -> str:
    """Read the one version of the program without running it."""
    for node in ast.parse(path.read_text("utf-8")).body:
        match node:
            case ast.Assign(
                targets=[ast.Name(id="__version__")],
                value=ast.Constant(value=str(told)),
            ):
                return told
    raise BuildError(f"Không có __version__ trong {path.name}.")


# --- making ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where the parts come from."""

    checkout: Checkout
    cache: Path
    work: Path
    python_zip: Path | None
    """An archive of python.org to use instead of the pinned package."""
    run: bytecode.Runner
    """What runs the Windows Python."""


def make(stage: Path, sources: Sources) -> Path:
    """Assemble the stage in a folder that does not exist yet; return its icon.

    Raises:
        BuildError: A part is not what it must be.
    """
    python, rules = runtime.read(), pruning.read()
    runtime.lay_out(
        python, stage / "runtime", sources.cache / "runtime", sources.python_zip
    )
    pins = wheels.read_lock()
    wheels.unpack(wheels.fetch(pins, sources.cache / "wheels"), stage / "lib")
    pruning.prune(stage, rules)
    (stage / "lib" / "ssl.py").write_bytes(NO_SSL.read_bytes())
    lay_program(sources.checkout, stage)
    lay_licences(sources.checkout, python, stage)
    bytecode.compile_modules(stage, python, sources.work, sources.run)
    packing.pack(stage / "lib", rules.unpacked)
    icon = lay_launchers(sources.checkout, python, stage, sources.work)
    write_version(stage, sources.checkout, python, pins)
    write_hashes(stage)
    check(stage, rules)
    return icon


def lay_program(checkout: Checkout, stage: Path) -> None:
    """Copy the program's own files, and what changed from version to version."""
    for name in checkout.files:
        target = stage / "app" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((checkout.root / name).read_bytes())
    (stage / CHANGES).write_bytes((checkout.root / "CHANGELOG.md").read_bytes())


def lay_licences(checkout: Checkout, python: runtime.Runtime, stage: Path) -> None:
    """Gather the licence of every part; Python's own moves from its folder there."""
    own = stage / "runtime" / "LICENSE.txt"
    given = {
        "LICENSE": checkout.root / "LICENSE",
        "CPython-LICENSE.txt": own,
        "OFL-license.txt": checkout.root / "resources" / "fonts" / "OFL.txt",
    }
    licences.collect(
        stage, given, {"SoTruyenThong": checkout.version, "CPython": python.version}
    )
    own.unlink()


def lay_launchers(
    checkout: Checkout, python: runtime.Runtime, stage: Path, work: Path
) -> Path:
    """Build the programs that start Python; return the icon they bear."""
    pictures = checkout.root / "resources" / "icons"
    icon = launcher.draw_icon(pictures, work / "icon" / "app.ico")
    launcher.build(
        stage,
        work / "launcher",
        version=checkout.version,
        library=python.library,
        icon=icon,
    )
    return icon


def write_version(
    stage: Path, checkout: Checkout, python: runtime.Runtime, pins: list[wheels.Pin]
) -> None:
    """Write which versions of what are inside, for administrators and the program."""
    told = {
        "version": checkout.version,
        "commit": checkout.commit,
        "python": python.version,
        "libraries": {pin.name: pin.version for pin in pins},
    }
    text = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    (stage / VERSION_FILE).write_bytes(text.encode())


def write_hashes(stage: Path) -> None:
    """List the hash of each file below, by which the program tries itself out.

    Not of the launchers, which a signature changes later.
    """
    found = [name for name in names(stage) if "/" in name]
    lines = [f"{sha256_of(stage / name)}  {name}\n" for name in found]
    (stage / HASHES).write_bytes("".join(lines).encode("ascii"))


def set_times(stage: Path, epoch: int) -> None:
    """Give every file and folder the one time."""
    for path in [*sorted(stage.rglob("*"), reverse=True), stage]:
        os.utime(path, (epoch, epoch))


# --- checking ----------------------------------------------------------------


def names(stage: Path) -> list[str]:
    """List the files of the stage, sorted, with forward slashes."""
    return sorted(
        path.relative_to(stage).as_posix()
        for path in stage.rglob("*")
        if path.is_file()
    )


def check(stage: Path, rules: pruning.Rules) -> None:
    """Raise BuildError for what must not be shipped, or could not be used there."""
    check_names(names(stage))
    pruning.check_imports(stage, rules)
    sizes = (path.stat().st_size for path in stage.rglob("*") if path.is_file())
    pruning.check_size("installed", sum(sizes), rules)


def check_names(found: list[str]) -> None:
    """Raise BuildError for names that some PC cannot have or nobody needs."""
    refuse_any(
        "Tên tệp không chỉ gồm chữ ASCII",
        [name for name in found if not name.isascii()],
    )
    refuse_any(
        f"Đường dẫn dài hơn {LONGEST} ký tự",
        [name for name in found if len(name) > LONGEST],
    )
    refuse_any(
        "Tệp không ai cần",
        [
            name
            for name in found
            if name.endswith(_UNWANTED) or any(each in name for each in _BOXES)
        ],
    )
    folded = {name.lower() for name in found}
    if len(folded) != len(found):
        raise BuildError("Có hai tệp chỉ khác nhau ở chữ hoa, chữ thường.")
