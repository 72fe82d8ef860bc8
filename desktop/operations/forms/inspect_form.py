"""Say of files read as forms what each is, what is wrong in it, what it would change.

A form is known by the id on its hidden sheet, and read by what this office remembers
of the form it made: what the file says of itself is believed in nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.files.form_layouts import load_layouts
from desktop.operations.forms.form_against import read_form_against
from desktop.operations.forms.form_stored import read_stored
from desktop.operations.forms.marked_copy import marked_copy
from desktop.operations.uncollected import uncollected
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency, Succession
from desktop.records.arrival import Arrival, CellFault, Sorting
from desktop.records.form import CollectingForm, FormContent
from desktop.records.identity import AgencyId
from desktop.records.returns import ReturnKind
from desktop.rules.forms.against import FormAgainst, Whose
from desktop.rules.forms.answering import answer
from desktop.rules.forms.found import FormRead, Stamp
from desktop.rules.forms.judging import Judgement, judge, lock_reason
from desktop.rules.forms.kept_more import kept_more
from desktop.rules.forms.slots import slots
from desktop.rules.forms.statement import Statement, read_statement
from desktop.rules.intake.heirs import heir_of
from desktop.rules.succession import carried_on
from desktop.store import form_history, preferences, records
from desktop.store.store import Store

STAGE = "checking_forms"
Reason = tuple[str, ...]

_NOT_OURS = frozenset({"not_workbook", "no_form"})
_REFUSED_NOTES = {"foreign_macros": "form_macros"}
"""What no form of ours has, and why it is refused then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """A form that was recognised: what it says and what accepting it would do."""

    form: CollectingForm
    statement: Statement
    judgement: Judgement


def inspect_forms(
    store: Store, read: Iterable[FormRead], progress: Progress = silent
) -> tuple[Arrival, ...]:
    """Return one arrival for each file read, in their order; nothing is stored.

    Name and hash of the arrivals are left to whoever keeps the files. Pass what
    `read_forms` yields as it is: files are then inspected while others are read.

    Args:
        store: The office.
        read: What was read of each file.
        progress: Told how many are inspected.

    Raises:
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop.
    """
    with uncollected(), store.reading():
        inspector = FormInspector(store)
        made = []
        for number, one in enumerate(read):
            progress(Step(STAGE, number, 0))
            made.append(inspector.arrival(one))
    return tuple(made)


class FormInspector:
    """Look at one form after another, against an office as it stands now."""

    def __init__(self, store: Store) -> None:
        """Read what all of them are held against.

        Raises:
            ConflictError: The file holds no office yet.
        """
        self.against: FormAgainst = read_form_against(store)
        self._store = store
        self._db = store.reader
        kept = preferences.get(self._db)
        self._practice = bool(kept and kept.practice)
        self._agencies = records.find(self._db, Agency)
        self._successions = records.find(self._db, Succession)
        self._contents: dict[str, FormContent] = {}

    def arrival(self, read: FormRead) -> Arrival:
        """Return what a file is and what taking it in would do."""
        form, refusal = self._recognised(read)
        if form is None:
            sorting = Sorting.FOREIGN if refusal[0] in _NOT_OURS else Sorting.REFUSED
            sorting = Sorting.FOREIGN if refusal[0] == "form_unknown" else sorting
            return _bare(read.path, sorting, refusal)
        about = self._about(read, form)
        if refusal:
            return replace(about, sorting=Sorting.REFUSED, reasons=(refusal,))
        heir = heir_of(
            form.agency, "", form.last_day, self._agencies, self._successions
        )
        about = replace(about, agency=heir.agency, reasons=heir.reasons)
        if heir.agency is None:
            return replace(about, sorting=Sorting.REFUSED)
        inspected = self.inspected(read, form, heir.agency)
        return self._sorted(about, inspected)

    def inspected(
        self, read: FormRead, form: CollectingForm, agency: AgencyId
    ) -> Inspected:
        """Return what a form says and what accepting it would do."""
        if read.source is None:
            raise ValueError(read.path)
        whose = Whose(
            sender=form.agency,
            agency=agency,
            plan=form.plan,
            first_day=form.first_day,
            last_day=form.last_day,
            before=self._before(form, agency),
        )
        content = self._content(form)
        statement = read_statement(content, read.source, whose, self.against)
        stored = read_stored(self._db, form, statement, self.against)
        return Inspected(
            form=form,
            statement=statement,
            judgement=judge(statement, stored, self.against),
        )

    def _before(self, form: CollectingForm, agency: AgencyId) -> tuple[AgencyId, ...]:
        """Return whom a form tells of besides its unit.

        One of a unit that others took over from since tells of that unit alone.
        """
        if agency != form.agency:
            return ()
        return carried_on(agency, self._successions, form.last_day)[1:]

    def recognised(self, read: FormRead) -> CollectingForm | None:
        """Return which form of this office a file is; None for none of them."""
        return self._recognised(read)[0]

    def _recognised(self, read: FormRead) -> tuple[CollectingForm | None, Reason]:
        """Return the form a file is, and why it is refused; blank where it is not."""
        if read.fault:
            return None, _told(read.fault)
        if read.stamp is None:
            return None, ("no_form",)
        form = self._form(read.stamp)
        if read.stamp.practice is not self._practice:
            return form, ("practice" if read.stamp.practice else "not_practice",)
        if form is None:
            return None, _unknown(read.stamp)
        notes = read.source.notes if read.source else ()
        found = (_REFUSED_NOTES.get(one.code, "") for one in notes)
        return form, tuple(code for code in found if code)[:1]

    def _form(self, stamp: Stamp) -> CollectingForm | None:
        """Return the form of an id; an office restored from before knows its like.

        What a file says of itself is not believed: where its id is not known here, a
        form made for the same unit and period, word for word the same, stands for it.
        """
        form = records.get(self._db, CollectingForm, stamp.form_id)
        if form is not None or not stamp.content_sha256:
            return form
        return form_history.same_content(
            self._db,
            stamp.unit,
            stamp.period_code,
            stamp.version,
            stamp.content_sha256,
        )

    def _content(self, form: CollectingForm) -> FormContent:
        from desktop.files.wire.form_content import content_from_json

        if form.id not in self._contents:
            name = Path(form.file_name)
            self._contents = {form.id: content_from_json(form.content, name)}
        return self._contents[form.id]

    def _about(self, read: FormRead, form: CollectingForm) -> Arrival:
        names = {one.id: one.name for one in self._agencies}
        return Arrival(
            path=read.path,
            name=read.path.name,
            sha256="",
            sorting=Sorting.READY,
            kind=ReturnKind.FORM,
            sender=form.agency,
            sender_name=names.get(form.agency, ""),
            period_code=form.period_code,
            first_day=form.first_day,
            last_day=form.last_day,
            source=form.id,
            version=form.version,
        )

    def _sorted(self, about: Arrival, found: Inspected) -> Arrival:
        """Return the arrival with everything found, in the group it belongs to."""
        statement, judgement = found.statement, found.judgement
        faults, answered = self._answered(found)
        sorting, reasons = self._group(found, faults)
        if not judgement.counts.seen:
            reasons = (*reasons, ("nothing_told",))
        return replace(
            about,
            sorting=sorting,
            reasons=(*reasons, *about.reasons, *answered, *statement.reasons),
            content_sha256=content_hash(found),
            control=statement.control,
            counts=judgement.counts,
            rows=tuple(one.row for one in judgement.rows),
            faults=faults,
        )

    def _answered(
        self, found: Inspected
    ) -> tuple[tuple[CellFault, ...], tuple[Reason, ...]]:
        """Return the faults, and what came of those asked about the last time."""
        more = kept_more(found.statement, found.judgement, self.against)
        faults = (*found.statement.faults, *more)
        marked = marked_copy(self._store, found.form)
        if marked is None:
            return faults, ()
        held = slots(found.statement.content, found.statement.laid)
        told = answer(marked, held, faults)
        return (*faults, *told.doubts), (told.reason,)

    def _group(
        self, found: Inspected, faults: tuple[CellFault, ...]
    ) -> tuple[Sorting, tuple[Reason, ...]]:
        """Return where the tray puts a form, and why; what is surest goes first."""
        form, judgement = found.form, found.judgement
        twin = form_history.accepted_as(self._db, form, content_hash(found))
        if twin is not None:
            return Sorting.DUPLICATE, (("accepted_already", *twin),)
        newest = form_history.newest_version(self._db, form)
        if newest > form.version:
            told = str(form.version), str(newest)
            return Sorting.OLDER, (("form_replaced", *told),)
        if any(not one.doubt for one in faults):
            return Sorting.TO_FIX, ()
        if judgement.locked is not None:
            return Sorting.REFUSED, (lock_reason(judgement.locked),)
        return Sorting.READY, ()


def content_hash(found: Inspected) -> str:
    """Return the hash of what a form says, for the unit and period it is of."""
    import hashlib

    form = found.form
    days = form.first_day.isoformat(), form.last_day.isoformat()
    told = (form.agency, form.plan, *days, str(form.version), found.statement.sha256)
    return hashlib.sha256("|".join(told).encode()).hexdigest()


def _unknown(stamp: Stamp) -> Reason:
    """Return why a form this office does not remember is not read."""
    code, _, version = stamp.layout.partition("/")
    newest = max((o.version for o in load_layouts() if o.code == code), default=0)
    if version.isdecimal() and int(version) > newest:
        return "form_newer", code, version, str(newest)
    return "form_unknown", stamp.unit, stamp.period_code


def _told(fault: Reason) -> Reason:
    """Return why a workbook could not be read, as a reason of an arrival."""
    return ("form_too_large",) if fault[0] == "too_large" else fault


def _bare(path: Path, sorting: Sorting, reason: Reason) -> Arrival:
    return Arrival(
        path=path, name=path.name, sha256="", sorting=sorting, reasons=(reason,)
    )
