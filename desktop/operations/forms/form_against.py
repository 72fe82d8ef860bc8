"""Read all that forms coming back are read by and held against."""

from desktop.files import catalogue
from desktop.files.forms.form_words import form_words
from desktop.operations.compute_results import read_office
from desktop.operations.read_entry_context import read_entry_context
from desktop.operations.read_known import read_known
from desktop.records.catalogue import CatalogueItem
from desktop.records.period import PeriodStanding
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import RECORD_OF, groups_of
from desktop.rules.forms.against import FormAgainst
from desktop.store import records
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
        unlisted=records.find(store.reader, UnlistedTotal),
        row_total=form_words().row_total,
    )
