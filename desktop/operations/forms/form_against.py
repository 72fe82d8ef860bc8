"""Read all that forms coming back are read by and held against."""

from collections.abc import Mapping
from decimal import Decimal

from desktop.files import catalogue
from desktop.files.forms.form_words import form_words
from desktop.operations.entries.read_entry_context import read_entry_context
from desktop.operations.entries.read_known import read_known
from desktop.operations.figures.compute_results import read_office
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Figure
from desktop.records.period import PeriodStanding
from desktop.rules.counting import RECORD_OF, Span, groups_of
from desktop.rules.forms.against import FormAgainst
from desktop.store import records, totals
from desktop.store.figure_sql import Values
from desktop.store.shelves import BY_RECORD
from desktop.store.store import Store


def read_form_against(store: Store) -> FormAgainst:
    """Return what is known here, once for all forms that are looked at together.

    Raises:
        ConflictError: The file holds no office yet.
    """
    office = read_office(store)
    return FormAgainst(
        context=read_entry_context(store),
        known=read_known(store),
        figures=office.figures,
        groups=groups_of(records.find(store.reader, CatalogueItem)),
        names=office.names,
        standings=records.find(store.reader, PeriodStanding),
        places={cls: BY_RECORD[cls].table for cls in RECORD_OF.values()},
        registers={one.code: one for one in catalogue.load_registers()},
        kept=_Kept(store, office.names),
        row_total=form_words().row_total,
    )


class _Kept:
    """Count what is kept of every unit, once for each figure and stretch of days."""

    def __init__(self, store: Store, names: Values) -> None:
        self._store = store
        self._names = names
        self._found: dict[tuple[str, Span], Mapping[str, Decimal]] = {}

    def __call__(self, figure: Figure, days: Span) -> Mapping[str, Decimal]:
        key = str(figure.code), days
        if key not in self._found:
            self._found[key] = totals.listed(
                self._store.reader, figure, days, "agency", self._names
            )
        return self._found[key]
