"""Check an installer somebody brought, and what lies beside it; start nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop import __version__, paths
from desktop.errors import UpdateError
from desktop.files.release.beside import log_of, proof_of
from desktop.files.release.finding import installer_in, named
from desktop.files.release.installer import read_installer, told_length
from desktop.files.release.private_copy import discard, free_bytes, take_in
from desktop.files.release.release_keys import load_release_keys
from desktop.files.release.running import may_write
from desktop.files.release.sums import Sums, read_sums, who_signed
from desktop.files.release.system_trust import ask_system
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.update import (
    ListSignature,
    ReleaseKey,
    Standing,
    SystemAnswer,
    UpdateVerdict,
)
from desktop.rules.change_log import changes_between
from desktop.rules.versions import is_later

ROOM = 5
"""Times its own size that an installer needs: what it unpacks, beside what is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedUpdate:
    """What was found, and our own copy of the installer where it may be started."""

    verdict: UpdateVerdict
    copy: Path | None = None


def check_update(
    chosen: Path,
    progress: Progress = silent,
    *,
    own: str = __version__,
    keys: Iterable[ReleaseKey] | None = None,
) -> Outcome[CheckedUpdate]:
    """Check an installer, or the one in a folder or on a stick.

    Whoever gets a copy hands it to `apply_update` or to `forget_update`.

    Raises:
        FileError: The program's own list of keys cannot be read.
        Cancelled: The user asked to stop; no copy is left.
    """
    known = load_release_keys() if keys is None else tuple(keys)
    verdict = UpdateVerdict(
        file_name=chosen.name or str(chosen),
        own_version=own,
        standing=Standing.REFUSED,
    )
    try:
        installer = installer_in(chosen)
        verdict = replace(verdict, file_name=installer.name)
        return Outcome(_checked(verdict, installer, known, progress))
    except UpdateError as error:
        return Outcome(CheckedUpdate(verdict=_refused(verdict, error)))


def forget_update(checked: CheckedUpdate) -> None:
    """Remove our copy of an installer that is not wanted after all."""
    if checked.copy is not None:
        discard(checked.copy)


def _checked(
    verdict: UpdateVerdict,
    installer: Path,
    keys: tuple[ReleaseKey, ...],
    progress: Progress,
) -> CheckedUpdate:
    sums = read_sums(installer.parent)
    signature, signer = who_signed(sums, keys)
    copy, sha256 = take_in(installer, progress)
    verdict = replace(
        verdict,
        size=copy.stat().st_size,
        sha256=sha256,
        list_signature=signature,
        signed_by="" if signer is None else signer.name,
    )
    wanted = False
    try:
        progress(Step("checking", 0, 0))
        verdict = _judged(verdict, installer, copy, sums)
        wanted = verdict.standing in (Standing.SIGNED, Standing.LISTED)
    except UpdateError as error:
        verdict = _refused(verdict, error)
    finally:
        if not wanted:
            discard(copy)
    return CheckedUpdate(verdict=verdict, copy=copy if wanted else None)


def _judged(
    verdict: UpdateVerdict, installer: Path, copy: Path, sums: Sums
) -> UpdateVerdict:
    """Return the verdict on our copy.

    Raises:
        UpdateError: It is refused.
    """
    proof_of(installer, verdict.sha256, sums, verdict.size, told_length(copy))
    facts = read_installer(copy)
    verdict = replace(verdict, version=facts.version, system=ask_system(copy))
    if installer.name != named(facts.version):
        raise UpdateError(installer, "misnamed", facts.version)
    if verdict.system is SystemAnswer.BROKEN:
        raise UpdateError(installer, "system_refuses")
    if is_later(verdict.own_version, facts.version):
        raise UpdateError(installer, "older", facts.version, verdict.own_version)
    if facts.version == verdict.own_version:
        return replace(verdict, standing=Standing.SAME)
    changes = changes_between(
        log_of(installer, sums, facts.version), verdict.own_version, facts.version
    )
    _see_room(installer, verdict.size)
    signed = verdict.list_signature is ListSignature.KNOWN
    return replace(
        verdict,
        standing=Standing.SIGNED if signed else Standing.LISTED,
        changes=changes,
    )


def _see_room(installer: Path, size: int) -> None:
    """See that what is running here can be replaced."""
    program = paths.program_folder()
    if program is None:
        return
    if not may_write(program):
        raise UpdateError(installer, "program_read_only", str(program))
    free = free_bytes(program)
    if free < ROOM * size:
        raise UpdateError(installer, "no_room", str(ROOM * size), str(free))


def _refused(verdict: UpdateVerdict, error: UpdateError) -> UpdateVerdict:
    return replace(
        verdict,
        standing=Standing.REFUSED,
        reason=error.reason,
        facts=error.facts,
        about=error.path.name or str(error.path),
    )
