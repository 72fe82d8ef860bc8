"""What the verbs about agencies share: days, decisions, and agencies by name."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import click

from desktop.cli import options
from desktop.errors import Problem, UnknownNameError
from desktop.operations.agencies.succeeding import Decided
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook
from desktop.rules.dates import parse_date
from desktop.rules.vietnamese import exact_key
from desktop.wording.problems import sentence

Decorated = Callable[..., Any]


def read_day(
    _context: click.Context, _option: click.Parameter, text: str
) -> dt.date | None:
    """Return the day a person typed; None when blank.

    Raises:
        BadParameter: The text is no day.
    """
    if not text.strip():
        return None
    parsed = parse_date(text, today=dt.date.today())  # noqa: DTZ011  the person's day
    if parsed.value is None:
        problem = Problem("", f"date_{parsed.reason}", (text,))
        raise click.BadParameter(sentence(problem))
    return parsed.value


def decided(command: Decorated) -> Decorated:
    """Add the options that tell from which day, and by what decision."""
    for option in reversed(_DECIDED):
        command = option(command)
    return command


_DECIDED = (
    click.option(
        "--day",
        metavar="NGÀY",
        required=True,
        cls=options.Option,
        callback=read_day,
        help="Ngày đầu tiên có hiệu lực.",
    ),
    click.option("--decision", default="", metavar="SỐ", help="Số quyết định."),
    click.option(
        "--decided-on",
        default="",
        metavar="NGÀY",
        callback=read_day,
        help="Ngày ký quyết định.",
    ),
    click.option("--note", default="", metavar="CHỮ", help="Ghi chú."),
)


def decision_of(
    day: dt.date, decision: str, decided_on: dt.date | None, note: str
) -> Decided:
    """Return the decision that the options tell."""
    return Decided(day=day, number=decision, decided_on=decided_on, note=note)


def find_agency(book: AgencyBook, text: str) -> Agency:
    """Return the agency of an id, or else of a name, a short name or an alias.

    Raises:
        UnknownNameError: None, or more than one, is called so.
    """
    found = _all_called(book, text)
    if len(found) != 1:
        near = (one.id for one in (found or book.agencies))
        raise UnknownNameError("agency", text, tuple(near))
    return found[0]


def known_or_new(book: AgencyBook, text: str, **values: Any) -> Agency:  # noqa: ANN401
    """Return the agency that is called so, or a new one when nobody is.

    Raises:
        UnknownNameError: More than one is called so.
    """
    if _all_called(book, text):
        return find_agency(book, text)
    return Agency(id=AgencyId(""), name=text, **values)


def told(agency: Agency) -> dict[str, Any]:
    """Return an agency as a program reads it."""
    return {
        "id": agency.id,
        "name": agency.name,
        "short_name": agency.short_name,
        "aliases": list(agency.aliases),
        "kind": agency.kind,
        "tier": agency.tier,
        "parent": agency.parent,
        "code": agency.code,
        "valid_from": agency.valid_from,
        "valid_to": agency.valid_to,
    }


def _all_called(book: AgencyBook, text: str) -> tuple[Agency, ...]:
    """Return the agency of an id, or else all who bear a name."""
    if text in book.by_id:
        return (book.by_id[AgencyId(text)],)
    wanted = exact_key(text)
    return tuple(one for one in book.agencies if wanted in _called(one))


def _called(agency: Agency) -> set[str]:
    names = (agency.name, agency.short_name, *agency.aliases)
    return {exact_key(name) for name in names if name}
