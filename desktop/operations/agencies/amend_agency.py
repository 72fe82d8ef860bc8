"""Mend what is written of an agency, without anything having become of it."""

from desktop.errors import UnknownNameError
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import refuse
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency
from desktop.rules import entry
from desktop.rules.agency_checks import check_agency
from desktop.store import records
from desktop.store.store import Store


def amend_agency(store: Store, agency: Agency) -> Outcome[Agency]:
    """Keep an agency in the place of the one with its id, under its name of now.

    Raises:
        UnknownNameError: There is no agency of that id.
        InputError: Its name is blank or borne by another, its days or its parent
            cannot be.
    """
    book = read_agencies(store)
    if agency.id not in book.by_id:
        raise UnknownNameError("agency", agency.id, ())
    made = entry.clean(agency)
    refuse(check_agency(made, book))
    with store.change("amend_agency", made.name) as change:
        records.put(change, made)
    return Outcome(made, change.touched)
