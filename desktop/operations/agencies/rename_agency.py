"""Rename an agency from a day on; it stays the one it was."""

from dataclasses import dataclass, replace

from desktop.errors import Problem, UnknownNameError
from desktop.operations.agencies.read_agencies import read_agencies
from desktop.operations.agencies.succeeding import Decided, keep, keep_name, refuse
from desktop.operations.outcome import Outcome
from desktop.records.agency import Agency, FormerName, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.rules import entry
from desktop.rules.agency_book import AgencyBook
from desktop.rules.agency_checks import check_agency, check_succession
from desktop.rules.succession import eve
from desktop.store import records
from desktop.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewName:
    """What an agency is called, and where it stands, from a day on."""

    name: str
    short_name: str = ""
    tier: str = ""
    parent: AgencyId | None = None
    code: str = ""


def rename_agency(
    store: Store, agency: AgencyId, new: NewName, decided: Decided
) -> Outcome[Agency]:
    """Rename an agency; what it was called before is kept with its last day.

    Raises:
        UnknownNameError: There is no agency of that id.
        InputError: The name is blank or the same, the day cannot be.
    """
    book = read_agencies(store)
    before = book.by_id.get(agency)
    if before is None:
        raise UnknownNameError("agency", agency, ())
    after = _renamed(before, new)
    refuse(problems_of(before, after, book, decided))
    happened = decided.happened(SuccessionKind.RENAMED, (agency,), (agency,))
    with store.change("rename_agency", f"{before.name} → {after.name}") as change:
        keep_name(change, before, decided.day)
        records.put(change, after)
        keep(change, happened)
    return Outcome(after, change.touched)


def problems_of(
    before: Agency, after: Agency, book: AgencyBook, decided: Decided
) -> tuple[Problem, ...]:
    """Return what is wrong or doubtful with a new name."""
    happened = decided.happened(SuccessionKind.RENAMED, (before.id,), (before.id,))
    unchanged = replace(before, aliases=()) == replace(after, aliases=())
    same = (Problem("name", "same_name", (before.name,)),) if unchanged else ()
    return (
        *same,
        *check_succession(happened, book),
        *check_agency(after, _with_name(book, before, decided)),
    )


def _renamed(agency: Agency, new: NewName) -> Agency:
    return entry.clean(
        replace(
            agency,
            name=new.name,
            short_name=new.short_name,
            tier=new.tier or agency.tier,
            parent=new.parent,
            code=new.code or agency.code,
        )
    )


def _with_name(book: AgencyBook, agency: Agency, decided: Decided) -> AgencyBook:
    """Return the book with the name an agency now has as a former one."""
    name = FormerName(
        id="",
        agency=agency.id,
        name=agency.name,
        parent=agency.parent,
        last_day=eve(decided.day),
    )
    return replace(book, former_names=(*book.former_names, name))
