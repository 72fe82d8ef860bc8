"""What an office on a level is usually called, and how its papers are headed.

The names are data (`data/tiers.toml`); here they only get their territory.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.preferences import Preferences
from desktop.rules.agency_book import AgencyBook
from desktop.rules.succession import exists
from desktop.rules.vietnamese import exact_key, one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTemplate:
    """What an agency beside the office is called, with `{place}` and `{above}`."""

    name: str
    short_name: str = ""
    kind: str = ""
    tier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTemplate:
    """One kind of office of a preset of levels, with `{place}` and `{above}`."""

    code: str
    title: str
    """What people choose it by."""
    name: str
    short_name: str = ""
    tier: str
    kind: str
    superior: NameTemplate
    recipient: NameTemplate
    issuer_lines: tuple[str, str]
    symbol: str
    recipients: tuple[str, ...]
    filing_line: str
    authority: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """Of what an office is, and of what the level above it; as written in names."""

    place: str
    above: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """How the papers of an office are headed, signed and sent."""

    issuer_lines: tuple[str, str] = ("", "")
    place: str = ""
    symbol: str = ""
    recipients: tuple[str, ...] = ()
    filing_line: str = ""
    authority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeNames:
    """What is proposed for an office: itself, who stands above, its papers."""

    office: Agency
    superior: Agency
    recipient: Agency
    papers: Papers


def propose(template: OfficeTemplate, of: Territory, book: AgencyBook) -> OfficeNames:
    """Return an office's names with its territory in them.

    The superior and the recipient are those of the book that bear such a name, else
    new ones, without an id.
    """
    office = NameTemplate(
        name=template.name,
        short_name=template.short_name,
        kind=template.kind,
        tier=template.tier,
    )
    superior, agency = template.issuer_lines
    return OfficeNames(
        office=_agency(office, of),
        superior=_known(_agency(template.superior, of), book),
        recipient=_known(_agency(template.recipient, of), book),
        papers=Papers(
            issuer_lines=(_filled(superior, of).upper(), _filled(agency, of).upper()),
            place=bare_name(of.place),
            symbol=template.symbol,
            recipients=tuple(_filled(one, of) for one in template.recipients),
            filing_line=template.filing_line,
            authority=template.authority,
        ),
    )


def bare_name(place: str) -> str:
    """Return a territory's own name, from its first word with a capital on.

    A territory whose every word begins small is named by all of them.
    """
    words = one_line(place).split(" ")
    at = next((n for n, word in enumerate(words) if word[:1].isupper()), 0)
    return " ".join(words[at:])


def with_papers(kept: Preferences, papers: Papers) -> Preferences:
    """Return an office's settings with how its papers are headed from now on."""
    return replace(
        kept,
        issuer_lines=papers.issuer_lines,
        place=papers.place,
        symbol=papers.symbol,
        recipients=papers.recipients,
        filing_line=papers.filing_line,
        authority=papers.authority,
    )


def ending_levels(
    book: AgencyBook,
    levels: Iterable[str],
    lasting: Iterable[str],
    day: dt.date,
) -> tuple[AgencyId, ...]:
    """Return the agencies of levels that are no more on a day.

    Args:
        book: Every agency.
        levels: Codes of the levels there are from the day on.
        lasting: Kinds of agency that go on when their level ends.
        day: The first day of the new levels.
    """
    left, stay = set(levels), set(lasting)
    return tuple(
        one.id
        for one in book.agencies
        if one.tier
        and one.tier not in left
        and one.kind not in stay
        and exists(one, day, day)
    )


def _agency(template: NameTemplate, of: Territory) -> Agency:
    return Agency(
        id=AgencyId(""),
        name=_filled(template.name, of),
        short_name=_filled(template.short_name, of),
        kind=template.kind,
        tier=template.tier,
    )


def _known(agency: Agency, book: AgencyBook) -> Agency:
    key = exact_key(agency.name)
    same = (
        one
        for one in book.agencies
        if one.valid_to is None
        and key in {exact_key(name) for name in (one.name, *one.aliases)}
    )
    return next(same, agency)


def _filled(text: str, of: Territory) -> str:
    filled = text.replace("{place}", of.place).replace("{above}", of.above)
    return one_line(filled)
