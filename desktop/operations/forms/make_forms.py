"""Make the collecting forms of a period: one workbook and one mail for each unit."""

import hashlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.errors import FileError
from desktop.operations.forms.form_facts import (
    OfficeFacts,
    facts_of,
    read_office_facts,
)
from desktop.operations.outcome import Outcome
from desktop.operations.reports.read_report import make_folder
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency
from desktop.records.change import ChangeKind
from desktop.records.form import CollectingForm
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.rules.dates import format_date
from desktop.store import records
from desktop.store.store import Store
from desktop.taking_place import reason_of

if TYPE_CHECKING:
    from desktop.files.forms.form_head import FormHead
    from desktop.files.forms.form_words import FormWords
    from desktop.rules.forms.drafting import FormDraft

STAGE = "making_forms"
_MOST_ALIKE = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFiles:
    """What was made for one unit."""

    form: CollectingForm
    agency: str
    """Name of the unit."""
    workbook: Path
    text: Path
    """What the mail says, to be pasted where there is no mail program."""
    mail: Path
    """Draft with the workbook attached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made for all units."""

    folder: Path
    files: tuple[FormFiles, ...]


def make_forms(
    store: Store,
    period: Period,
    agencies: Collection[AgencyId] | None,
    folder: Path,
    progress: Progress = silent,
    *,
    period_words: str = "",
) -> Outcome[Made]:
    """Write the forms of some units, or of all that owe a report, as one change.

    All files are written beside their place first: where one fails, or the user stops,
    there is no form, and none is known of.

    Args:
        store: The open office.
        period: The days asked about.
        agencies: Who gets a form; None: every unit that owes a report.
        folder: Where to; what stands there is left.
        progress: Told of each form.
        period_words: The period in the middle of a sentence; blank: its days.

    Raises:
        ConflictError: `nobody_owes`: no unit owes a report for the period;
            `period_outside_plan`; the file holds no office yet.
        UnknownNameError: There is no such agency.
        FileError: The folder cannot be written to; nothing is left of the forms.
        Cancelled: The user asked to stop; nothing is left of the forms.
    """
    known = read_office_facts(store, period, agencies, progress)
    make_folder(folder)
    try:
        with TemporaryDirectory(prefix=".bieu-", dir=folder) as waiting:
            batch = _Batch(store, known, folder, Path(waiting), period_words)
            made = tuple(batch.write(progress))
            return Outcome(*_settle(store, made, folder))
    except OSError as error:
        raise FileError(folder, reason_of(error)) from error


def _settle(
    store: Store, made: tuple[FormFiles, ...], folder: Path
) -> tuple[Made, frozenset[str]]:
    """Remember the forms, and let their files take their places; both or neither."""
    moved: list[Path] = []
    try:
        with store.change(
            "make_forms", str(len(made)), kind=ChangeKind.FIXED
        ) as change:
            for one in made:
                records.put(change, one.form)
            placed = tuple(_placed(one, folder, moved) for one in made)
    except BaseException:
        for path in moved:
            with suppress(OSError):  # a stick that is gone keeps what it has
                path.unlink(missing_ok=True)
        raise
    return Made(folder=folder, files=placed), change.touched


def _placed(one: FormFiles, folder: Path, moved: list[Path]) -> FormFiles:
    places = []
    for path in (one.workbook, one.text, one.mail):
        place = folder / path.name
        path.rename(place)
        moved.append(place)
        places.append(place)
    workbook, text, mail = places
    return replace(one, workbook=workbook, text=text, mail=mail)


class _Batch:
    """All forms of one deed, written into a folder where they wait."""

    def __init__(
        self,
        store: Store,
        known: OfficeFacts,
        folder: Path,
        waiting: Path,
        period_words: str,
    ) -> None:
        """Know the words, and which names are taken already."""
        from desktop.files.forms.form_words import form_words

        self._store, self._known, self._waiting = store, known, waiting
        self._words: FormWords = form_words()
        self._taken = {one.stem.casefold() for one in folder.iterdir()}
        first, last = known.period.first_day, known.period.last_day
        days = self._words.period_days.format(
            first=format_date(first), last=format_date(last)
        )
        self._period_words = period_words or days
        self._now = store.now()

    def write(self, progress: Progress) -> Iterator[FormFiles]:
        """Yield what was written of one unit after another."""
        many = self._known.agencies
        for number, agency in enumerate(many):
            progress(Step(STAGE, number, len(many)))
            yield self._one(agency)
        progress(Step(STAGE, len(many), len(many)))

    def _one(self, agency: Agency) -> FormFiles:
        from desktop.files import whole_file
        from desktop.files.forms.writing import form_bytes
        from desktop.rules.forms.drafting import draft_form

        facts = facts_of(self._known, agency)
        draft = draft_form(facts)
        head = self._head(agency, facts.version)
        data = form_bytes(draft, head)
        stem = self._stem(agency, draft, facts.version)
        workbook = self._waiting / f"{stem}.xlsx"
        whole_file.write(workbook, data)
        subject, body = self._mail(agency, draft, workbook.name)
        text, mail = self._write_mail(agency, workbook, subject, body)
        return FormFiles(
            form=self._form(agency, draft, head, workbook.name, data),
            agency=agency.name,
            workbook=workbook,
            text=text,
            mail=mail,
        )

    def _head(self, agency: Agency, version: int) -> "FormHead":
        from desktop.files.forms.form_head import form_head

        own = self._known.office.preferences
        return form_head(
            self._words,
            form_id=self._store.new_id(),
            unit_id=agency.id,
            unit=agency.name,
            office=self._known.names.get(own.agency, ""),
            period_code=self._known.period.code,
            period_words=self._period_words,
            document=self._document(),
            due=self._known.due,
            version=version,
            practice=own.practice,
            year=self._known.period.last_day.year,
        )

    def _document(self) -> str:
        """Return the plan in words; one whose number is still blank by its issuer."""
        plan, words = self._known.office.plan, self._words
        kind = plan.document_type.capitalize()
        if not plan.number.strip()[:1].isdigit():
            issuer = self._known.names.get(plan.issuer, "")
            return words.document_issued.format(kind=kind, issuer=issuer)
        if plan.issued_on is None:
            return words.document_undated.format(kind=kind, number=plan.number)
        day = format_date(plan.issued_on)
        return words.document_numbered.format(kind=kind, number=plan.number, day=day)

    def _stem(self, agency: Agency, draft: "FormDraft", version: int) -> str:
        """Return a name for the unit's files that no other has."""
        from desktop.rules.vietnamese import slug

        told = self._words.file_stem.format(
            number=draft.layout.number,
            unit=agency.short_name or agency.name,
            period=self._period_words,
        )
        stem = slug(told)
        if version > 1:
            stem = self._words.file_version.format(stem=stem, version=version)
        names = (stem, *(f"{stem}-{number}" for number in range(2, _MOST_ALIKE)))
        free = next((one for one in names if one.casefold() not in self._taken), stem)
        self._taken.add(free.casefold())
        return free

    def _mail(self, agency: Agency, draft: "FormDraft", file: str) -> tuple[str, str]:
        """Return subject and body of the mail that brings the form."""
        words, office = self._words, self._known.office
        own = self._known.names.get(office.preferences.agency, "")
        due = self._known.due
        told = {
            "unit": agency.name,
            "office": own,
            "number": draft.layout.number,
            "file": file,
            "period": self._period_words,
            "document": self._document(),
            "summary": draft.content.summary,
            "sheets": "; ".join(one.sheet.sheet for one in draft.sheets),
            "inherited": words.mail_inherited.format(names=", ".join(draft.inherited))
            if draft.inherited
            else "",
            "due": words.mail_due.format(office=own, day=format_date(due))
            if due
            else "",
        }
        subject = words.mail_subject.format(**told)
        body = words.mail_body.format(**told).lstrip("\n")
        if office.preferences.practice:  # nobody may take it for a real request
            return f"[{words.practice}] {subject}", f"{words.practice}\n\n{body}"
        return subject, body

    def _write_mail(
        self, agency: Agency, workbook: Path, subject: str, body: str
    ) -> tuple[Path, Path]:
        from desktop.files import mail, whole_file

        text = workbook.with_suffix(".txt")
        lines = f"{subject}\n\n{body}".replace("\n", "\r\n")  # as Notepad wants them
        whole_file.write(text, f"\ufeff{lines}".encode())
        draft = workbook.with_suffix(".eml")
        mail.compose(
            draft,
            subject=subject,
            body=body,
            attachments={workbook.name: workbook},
            to=self._known.mailboxes.get(agency.id, ""),
        )
        return text, draft

    def _form(
        self,
        agency: Agency,
        draft: "FormDraft",
        head: "FormHead",
        name: str,
        data: bytes,
    ) -> CollectingForm:
        from desktop.files.wire.form_content import content_to_json

        period = self._known.period
        return CollectingForm(
            id=head.form_id,
            agency=agency.id,
            plan=self._known.office.plan.id,
            period_code=period.code,
            first_day=period.first_day,
            last_day=period.last_day,
            version=head.version,
            layout=draft.layout.code,
            layout_version=draft.layout.version,
            made_at=self._now,
            file_name=name,
            sha256=hashlib.sha256(data).hexdigest(),
            content=content_to_json(draft.content),
        )
