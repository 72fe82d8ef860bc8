"""Read which units get a form for a period, and which forms were made for them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.files.form_layouts import load_layouts
from desktop.operations.units.read_units import Unit, read_units
from desktop.progress import Progress, silent
from desktop.records.form import CollectingForm
from desktop.records.period import Period
from desktop.rules.forms.layout import FormLayout, layout_for
from desktop.store import records
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.records.identity import AgencyId


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitForm:
    """One unit that owes a report, and its forms."""

    unit: Unit
    layout: FormLayout
    """Which form it gets."""
    newest: CollectingForm | None
    """The last one made for the same days; not a marked copy."""


def read_made(
    store: Store, period: Period, progress: Progress = silent
) -> tuple[UnitForm, ...]:
    """Return every unit that owes a report, as of one instant, in the order of lists.

    Raises:
        ConflictError: The file holds no office yet.
    """
    layouts = load_layouts()
    with store.reading() as db:
        units = read_units(store, period, progress).units
        days = {
            "first_day": period.first_day.isoformat(),
            "last_day": period.last_day.isoformat(),
        }
        newest: dict[AgencyId, CollectingForm] = {}
        for one in records.find(db, CollectingForm, where=days):
            known = newest.get(one.agency)
            if not one.marked_from and (known is None or one.version > known.version):
                newest[one.agency] = one
    return tuple(
        UnitForm(
            unit=one,
            layout=layout_for(one.agency.kind, layouts),
            newest=newest.get(one.agency.id),
        )
        for one in units
    )
