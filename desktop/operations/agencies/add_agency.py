"""Add an agency to the catalogue of organisations."""

from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import prepared, refuse
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency
from desktop.rules.agency_checks import check_agency
from desktop.store import records
from desktop.store.store import Store


def add_agency(store: Store, agency: Agency) -> Outcome[Agency]:
    """Add an agency; its id is made of its name.

    Raises:
        InputError: Its name is blank or borne by another, its days or its parent
            cannot be.
    """
    book = read_agencies(store)
    made = prepared(agency, book, None)
    refuse(check_agency(made, book))
    with store.change("add_agency", made.name) as change:
        records.put(change, made)
    return Outcome(made, change.touched)
