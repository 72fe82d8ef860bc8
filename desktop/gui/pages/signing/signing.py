"""Sign, pack and check the own work as one piece of work off the main thread."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import Cancelled, DesktopError
from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.operations.sign_report import ReportFiles, Signed, Signing, sign_report
from desktop.operations.signature_seen import signature_seen
from desktop.operations.signings import next_role
from desktop.progress import Progress, Step
from desktop.records.signing import SignerRole
from desktop.wording.stamps import TEST_MARK, stamp_lines

if TYPE_CHECKING:
    from desktop.files.package import Packed
    from desktop.files.signatures.keys import Key
    from desktop.records.verification import FileVerdict
    from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class OpenKey:
    """A key that was read, and the keys of what is doubtful about it."""

    key: "Key"
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedWork:
    """What was made, and what our own check found of it."""

    signed: Signed | None
    """None when only a package was asked for."""
    packed: "Packed | None"
    verdicts: "tuple[FileVerdict, ...]"
    fault: DesktopError | None = None
    """Why there is no package, although the files are signed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What to do with the key."""

    sign: bool
    pack: bool


def open_key(
    store: "Store", path: Path, password: str, _progress: Progress
) -> Outcome[object]:
    """Read a key file and look at its certificate before anything is signed.

    Raises:
        SignatureError: It cannot be read, or cannot sign.
    """
    from desktop.files.signatures.keys import load_key
    from desktop.files.signatures.precheck import precheck
    from desktop.operations.verify_file import own_trust

    key = load_key(path, password)
    return Outcome(OpenKey(key, precheck(key, own_trust(), store.now())))


def sign_and_pack(
    store: "Store",
    files: ReportFiles,
    key: "Key",
    wanted: Wanted,
    progress: Progress,
) -> Outcome[object]:
    """Sign, pack, and check what came of it as any receiver would.

    A package that cannot be made takes nothing from the signatures that were.

    Raises:
        SignatureError: The key cannot sign, or a file is not the one that was made.
        FileError: A file is missing or cannot be written.
    """
    from desktop.operations.verify_file import own_trust

    trust = own_trust()
    touched: frozenset[str] = frozenset()
    signed = packed = fault = None
    if wanted.sign:
        role = next_role(store, files.report) or SignerRole.PERSON
        lines = stamp_lines(key.name, test=False, at=office_time(store))
        seen = signature_seen(role, lines, TEST_MARK if key.test else "")
        signing = Signing(key=key, trust=trust, role=role, seen=seen)
        outcome = sign_report(store, files, signing, progress)
        signed, touched = outcome.value, outcome.touched
    if wanted.pack:
        try:
            packed = _packed(store, files, key, progress)
        except DesktopError as error:
            if signed is None:
                raise
            fault = None if isinstance(error, Cancelled) else error
    made = _made(signed, packed)
    verdicts = tuple(_verified(made, progress))
    value = SignedWork(signed=signed, packed=packed, verdicts=verdicts, fault=fault)
    return Outcome(value, touched)


def _packed(
    store: "Store", files: ReportFiles, key: "Key", progress: Progress
) -> "Packed":
    from desktop.operations.pack_report import pack_report

    return pack_report(store, files, key, progress).value


def _made(signed: Signed | None, packed: "Packed | None") -> tuple[Path, ...]:
    files = () if signed is None else (signed.pdf, signed.workbook)
    return files if packed is None else (*files, packed.path)


def _verified(made: Iterable[Path], progress: Progress) -> "Iterable[FileVerdict]":
    from desktop.operations.verify_file import own_trust, verify_file

    trust = own_trust()
    for path in made:
        # Too late to stop: everything is written, and only looked at here.
        with contextlib.suppress(Cancelled):
            progress(Step("verifying", 0, 0))
        yield verify_file(path, trust)
