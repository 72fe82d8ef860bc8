"""Sign, pack and check the own work as one piece of work off the main thread."""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import Cancelled, DesktopError
from desktop.gui.pages.signing import key_work
from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.operations.signing.sign_report import (
    ReportFiles,
    Signed,
    Signing,
    sign_report,
)
from desktop.operations.signing.signature_seen import signature_seen
from desktop.operations.signing.signings import next_role
from desktop.progress import Progress, Step
from desktop.records.exchange import EvidenceCarried
from desktop.records.signing import SignerRole
from desktop.wording.stamps import TEST_MARK, stamp_lines

if TYPE_CHECKING:
    from desktop.files.package import Packed
    from desktop.files.signatures.keys import Key
    from desktop.records.verification import FileVerdict
    from desktop.store.store import Store


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
    role: SignerRole | None = None
    """For whom to sign; None: whose turn it is."""
    reason: str = ""
    evidence: EvidenceCarried = EvidenceCarried.NONE
    """How much of it the package carries."""


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
    touched: frozenset[str] = frozenset()
    signed = packed = fault = None
    if wanted.sign:
        outcome = sign_report(
            store, files, _signing(store, files, key, wanted), progress
        )
        signed, touched = outcome.value, outcome.touched
    if wanted.pack:
        try:
            packed = _packed(store, files, key, wanted, progress)
        except DesktopError as error:
            if signed is None:
                raise
            fault = None if isinstance(error, Cancelled) else error
    made = _made(signed, packed)
    verdicts = tuple(_verified(made, progress))
    value = SignedWork(signed=signed, packed=packed, verdicts=verdicts, fault=fault)
    return Outcome(value, touched)


def _signing(store: "Store", files: ReportFiles, key: "Key", wanted: Wanted) -> Signing:
    from desktop.operations.signing.verify_file import own_trust

    role = wanted.role or next_role(store, files.report) or SignerRole.PERSON
    lines = stamp_lines(key.name, at=office_time(store))
    return Signing(
        key=key,
        trust=own_trust(),
        role=role,
        seen=signature_seen(role, lines, TEST_MARK if key.test else ""),
        scheme=key_work.own_settings().scheme,
        reason=wanted.reason,
    )


def _packed(
    store: "Store",
    files: ReportFiles,
    key: "Key",
    wanted: Wanted,
    progress: Progress,
) -> "Packed":
    from desktop.operations.sending.pack_report import pack_report

    return pack_report(store, files, key, progress, evidence=wanted.evidence).value


def _made(signed: Signed | None, packed: "Packed | None") -> tuple[Path, ...]:
    files = () if signed is None else (signed.pdf, signed.workbook)
    return files if packed is None else (*files, packed.path)


def _verified(made: Iterable[Path], progress: Progress) -> "Iterable[FileVerdict]":
    from desktop.operations.signing.verify_file import own_trust, verify_file

    def unstopped(step: Step, /) -> None:
        # Too late to stop: everything is written, and only looked at here.
        with contextlib.suppress(Cancelled):
            progress(step)

    trust = own_trust()
    for path in made:
        yield verify_file(path, trust, unstopped)
