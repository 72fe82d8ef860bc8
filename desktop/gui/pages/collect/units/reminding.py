"""Gather what each chosen unit is asked, and put it on the clipboard or into mails."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.gui.session import Session
from desktop.operations.intake.read_faults import read_faults
from desktop.operations.letters.write_reminders import Reminder, write_reminders
from desktop.operations.outcome import Outcome
from desktop.operations.units.unit_states import UnitState
from desktop.progress import Progress
from desktop.records.arrival import CellFault
from desktop.records.returns import ReturnState
from desktop.rules.vietnamese import slug
from desktop.store.store import Store
from desktop.wording import reminders
from desktop.wording.periods import period_phrase
from desktop.wording.reminders import Asked

FOLDER = "nhac-nop"
"""Folder among the reports that holds the drafts of reminders."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What is the same in every reminder of a period."""

    office: str
    plan: str
    period: str


def asking(session: Session) -> Asking:
    """Return who asks, by which plan, and for which period."""
    own = session.agencies.get(session.preferences.agency)
    return Asking(
        office=own.name if own else "",
        plan=session.plan.title,
        period=period_phrase(session.period),
    )


def read_asked(
    store: Store, units: Sequence[UnitState], by: Asking, progress: Progress
) -> Outcome[tuple[Asked, ...]]:
    """Return what each unit is asked, with its faults read again from its own file."""
    back = [one.ret for one in units if one.ret is not None]
    faults = read_faults(store, back, progress)
    return Outcome(tuple(asked(one, by, faults) for one in units))


def asked(
    one: UnitState, by: Asking, faults: Mapping[str, Sequence[CellFault]]
) -> Asked:
    """Return what one unit is asked."""
    back = one.ret
    if back is not None and (one.reported or back.state is not ReturnState.RETURNED):
        back = None
    return Asked(
        unit=one.agency.name,
        office=by.office,
        plan=by.plan,
        period=by.period,
        due=one.due,
        late_days=-(one.left or 0) if one.late else 0,
        form=one.form.file_name if one.form else "",
        sent=back.file_name if back else "",
        sent_on=back.received_at.date() if back else None,
        faults=tuple(faults.get(back.id, ())) if back else (),
        many_faults=back.faults if back else 0,
    )


def write_mails(
    store: Store,
    units: Sequence[UnitState],
    by: Asking,
    folder: Path,
    progress: Progress,
) -> Outcome[tuple[Path, ...]]:
    """Write a draft to each unit into a folder."""
    found = read_asked(store, units, by, progress).value
    drafts = [
        Reminder(
            name=f"Nhac {slug(unit.agency.short_name or unit.agency.name)}",
            to=unit.contact.mailbox if unit.contact else "",
            subject=reminders.subject(one),
            body=reminders.text(one) + "\n",
        )
        for unit, one in zip(units, found, strict=True)
    ]
    return write_reminders(drafts, folder, progress)
