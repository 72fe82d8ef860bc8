"""Say of a package what it is, and what taking it in would do; nothing is stored."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import FileError, PackageError
from desktop.operations.figures.compute_results import read_office as read_own
from desktop.operations.intake.deciding import Decided, Deciding
from desktop.operations.intake.held_slips import original_of
from desktop.operations.intake.parts_held import parts_held
from desktop.operations.intake.row_differences import RowDifferences
from desktop.operations.intake.told_words import ToldWords
from desktop.operations.intake.translating import read_office, translate
from desktop.operations.signing.verify_file import verify_file
from desktop.operations.uncollected import uncollected
from desktop.progress import Progress, silent
from desktop.records.agency import Agency, FormerName
from desktop.records.arrival import Arrival, ArrivalRow, Counts, Fate, Sorting
from desktop.records.exchange import PackageHeader
from desktop.records.exchange_entries import Entries
from desktop.records.identity import AgencyId
from desktop.records.period import PeriodStanding, PeriodState
from desktop.records.returns import Return, ReturnKind
from desktop.records.target import Estimate
from desktop.records.verification import FileVerdict
from desktop.rules.forms.judging import lock_reason
from desktop.rules.intake import package_checks
from desktop.rules.intake.left_behind import left_behind
from desktop.rules.intake.statements import key_of, key_of_return
from desktop.rules.intake.territory import strangers
from desktop.rules.intake.translation import Translation
from desktop.store import records
from desktop.store.present import present
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.package_content import Content
    from desktop.files.signatures.trust import Trust
    from desktop.files.verifying.process import Checker

Reason = tuple[str, ...]
SHOWN: Final = 1_000
"""Entries of a package that are told one by one; the others are counted."""
STRANGERS_NAMED: Final = 6
"""Agencies named that are none of the sender's; the others are counted."""


def inspect_package(  # noqa: PLR0913  a file, whom to believe, what opens and checks
    store: Store,
    path: Path,
    name: str,
    trust: "Trust",
    *,
    unlock: Callable[[Path], Path] | None = None,
    progress: Progress = silent,
    checker: "Checker | None" = None,
) -> Arrival:
    """Return a package as the tray shows it, verified first, in a process apart.

    Args:
        store: The office that may take it in; it is only read.
        path: Our own copy of the file, by its hash.
        name: What the file was called when it was dropped.
        trust: Whom to believe.
        unlock: Makes an open copy of a locked file and returns where it lies.
        progress: Told now and then.
        checker: Checks many packages in turn; None starts a process for this one.

    Raises:
        Cancelled: The user asked to stop.
    """
    from desktop.files.package_content import read_content

    place = path if unlock is None else unlock(path)
    sha256 = hashlib.sha256(place.read_bytes()).hexdigest()
    blank = Arrival(
        path=place,
        name=name,
        sha256=sha256,
        sorting=Sorting.REFUSED,
        kind=ReturnKind.PACKAGE,
    )
    try:
        verdict = verify_file(place, trust, progress, now=store.now(), checker=checker)
        refusal = package_checks.refusal_of_verdict(verdict)
        if refusal is not None:
            return replace(blank, reasons=(refusal,))
        content = read_content(place, sha256)
    except (PackageError, FileError) as error:
        return replace(blank, reasons=(_why(error),))
    with uncollected(), store.reading():
        return _Inspection(store, verdict, content).arrival(blank)


def _why(error: PackageError | FileError) -> Reason:
    """Return why a package cannot be opened; a changed member is named."""
    if error.facts in {("tampered",), ("list",)}:
        return ("package_altered",)
    code = _MEMBERS.get(error.reason, "")
    named = bool(error.facts) and "." in error.facts[0]
    if code and named:
        return (code, *error.facts)
    return (f"package_{error.reason}", *error.facts)


_MEMBERS: Final = {
    "damaged": "member_changed",
    "hash": "member_changed",
    "missing": "member_missing",
    "unlisted": "member_added",
}


class _Inspection:
    """One package with which nothing is wrong, held against the office."""

    def __init__(self, store: Store, verdict: FileVerdict, content: "Content") -> None:
        """Read whose office it is."""
        self._store = store
        self._db = store.reader
        self._verdict = verdict
        self._content = content
        self._header = content.header

    def arrival(self, blank: Arrival) -> Arrival:
        """Return the package as the tray shows it."""
        about = _about(blank, self._header, self._content, self._verdict)
        refusal = self._refusal()
        entries = self._content.entries
        if refusal is not None or entries is None:
            return replace(about, reasons=(refusal or ("no_entries",),))
        told = translate(read_office(self._db), self._header, entries)
        reasons = (
            *self._parts(str(told.sender or self._header.agency_id)),
            *package_checks.doubts_of_verdict(
                self._verdict, practice=self._header.practice
            ),
            *told.reasons,
        )
        about = replace(
            about,
            agency=told.agency,
            sender=str(told.sender or self._header.agency_id),
            reasons=reasons,
            unmapped=told.unmapped,
        )
        if told.unmapped or told.agency is None:
            return replace(about, sorting=Sorting.TO_MAP)
        return self._beside(about, entries, told)

    def _parts(self, sender: str) -> Iterator[Reason]:
        """Yield which part of its report it is, and which of them came before."""
        header = self._header
        if header.parts > 1:
            held = parts_held(self._store, sender, header.package_id)
            before = ", ".join(map(str, sorted(held - {header.part})))
            yield ("package_part", str(header.part), str(header.parts), before)

    def _refusal(self) -> Reason | None:
        """Return why this office cannot take the package in, whatever came before."""
        header = self._header
        own = read_own(self._store).preferences
        found = package_checks.refusal_of_header(
            header, self._verdict.report, practice=own.practice
        )
        if found is not None:
            return found
        if package_checks.for_another(
            header, str(own.agency), self._own_names(own.agency)
        ):
            return ("for_another", header.recipient)
        entries = self._content.entries
        many = 0 if entries is None else package_checks.outside(entries)
        return ("rows_outside", str(many)) if many else None

    def _own_names(self, agency: AgencyId) -> Iterator[str]:
        """Yield every name the office bears or bore."""
        here = records.get(self._db, Agency, agency)
        if here is not None:
            yield from (here.name, *here.aliases)
        for one in records.find(self._db, FormerName, where={"agency": agency}):
            yield one.name

    def _beside(self, about: Arrival, entries: Entries, told: Translation) -> Arrival:
        """Return the package as it stands beside what came before from its sender."""
        before = [
            one
            for one in records.find(self._db, Return, where={"sender": about.sender})
            if key_of_return(one) == key_of(about)
        ]
        if package_checks.told_before(self._header, self._content.sha256, before):
            return replace(about, sorting=Sorting.READY)  # held against it by the tray
        refusal = package_checks.two_of_one_version(self._header, before)
        refusal = refusal or self._lock()
        if refusal is not None:
            return replace(about, reasons=(refusal, *about.reasons))
        about = self._with_strangers(about, entries, told)
        about = self._with_rows(about, entries, told)
        if about.slip and original_of(about.corrects, before) is None:
            reason = ("original_missing", str(about.slip))
            return replace(
                about, sorting=Sorting.HELD, reasons=(reason, *about.reasons)
            )
        return replace(about, sorting=Sorting.READY)

    def _with_strangers(
        self, about: Arrival, entries: Entries, told: Translation
    ) -> Arrival:
        """Return the package with a doubt where it tells of another unit's entries."""
        if told.sender is None:
            return about
        owners = Counter(
            str(getattr(one, "agency", None) or "") for one in entries.rows
        )
        here = (*records.find(self._db, Agency), *told.added)
        named = [told.agencies[one] for one in sorted(owners) if one in told.agencies]
        many: Counter[str] = Counter()
        for one, number in owners.items():
            many[told.agencies.get(one, "")] += number
        tells_of = tuple(dict.fromkeys(named))
        about = replace(about, tells_of=tells_of, entries_of=many)
        own = read_own(self._store).preferences.agency
        found = strangers(told.sender, named, here, own)
        if not found:
            return about
        names = ", ".join(one.name for one in found[:STRANGERS_NAMED])
        names += "…" if len(found) > STRANGERS_NAMED else ""
        reason = ("agencies_outside", str(len(found)), names)
        return replace(about, reasons=(reason, *about.reasons))

    def _lock(self) -> Reason | None:
        """Return which locked period the days of the package lie in, or None."""
        header = self._header
        for one in records.find(self._db, PeriodStanding):
            if one.state is PeriodState.ENTERING:
                continue
            if one.first_day <= header.last_day and header.first_day <= one.last_day:
                return lock_reason(one)
        return None

    def _with_rows(
        self, about: Arrival, entries: Entries, told: Translation
    ) -> Arrival:
        found: Counter[Fate | None] = Counter()
        asked: list[Decided] = []
        shown: list[Decided] = []
        added: list[Decided] = []
        told_words = ToldWords(self._store)
        for one in Deciding(self._db, entries, told, words=told_words).rows():
            found[one.fate] += bool(one.cell)
            if one.fate is Fate.KEEP:
                asked.append(one)  # all of them: what is not asked about is lost
            elif one.fate in _TELLING and len(shown) < SHOWN:
                shown.append(one)
            elif one.fate is Fate.ADD and len(added) < SHOWN:
                added.append(one)
        words = RowDifferences(self._store)
        most = max(SHOWN, len(asked))
        rows = (_row(one, words) for one in (*asked, *shown, *added)[:most])
        left = found[None]
        return replace(
            about,
            rows=tuple(rows),
            reasons=(*about.reasons, *self._left(entries, told, left)),
            counts=Counts(
                seen=len(entries.rows),
                accepted=found[Fate.ADD] + found[Fate.CHANGE],
                refused=left,
                unchanged=found[Fate.SAME] + found[Fate.KEEP],
            ),
        )

    def _left(self, entries: Entries, told: Translation, many: int) -> Iterator[Reason]:
        """Yield notices of what is not taken in; `many` entries have no place here."""
        guesses = sum(isinstance(one, Estimate) for one in entries.rows)
        if many > guesses:
            yield "entries_left", str(many - guesses)
        standings = records.find(self._db, PeriodStanding)
        yield from left_behind(entries, told, standings, self._known)

    def _known(self, cls: type, ids: Collection[str]) -> Collection[str]:
        return present(self._db, BY_RECORD[cls].table, ids)


_TELLING: Final = frozenset({Fate.CHANGE, Fate.REMOVE})


def _about(
    blank: Arrival, header: PackageHeader, content: "Content", verdict: FileVerdict
) -> Arrival:
    seen = 0 if content.entries is None else len(content.entries.rows)
    return replace(
        blank,
        sender=header.agency_id,
        sender_name=header.agency,
        period_code=header.period_code,
        first_day=header.first_day,
        last_day=header.last_day,
        source=header.report_id,
        version=header.version,
        slip=header.slip,
        corrects=header.corrects,
        package_id=header.package_id,
        part=header.part,
        parts=header.parts,
        content_sha256=content.sha256,
        control=header.control,
        counts=Counts(seen=seen, refused=seen),
        signer=package_checks.signer_of(verdict),
    )


def _row(one: Decided, words: RowDifferences) -> ArrivalRow:
    return ArrivalRow(
        place=one.place,
        row_id=one.row_id,
        title=words.title(one),
        fate=one.fate or Fate.SAME,
        at=one.cell,
        changes=words.changes(one),
    )
