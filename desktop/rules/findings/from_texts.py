"""What the sections of a report say: nothing, or numbers that are no longer so."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from desktop.records.finding import Check, Finding, Where
from desktop.records.template import SectionTemplate
from desktop.rules.findings.ordering import WHOLE, share
from desktop.rules.numbers import parse_decimal
from desktop.rules.reports.draft_text import Generated, SectionText, stale
from desktop.rules.reports.outline import by_section, places, section_keys


def from_empty(
    sections: Iterable[SectionTemplate],
    texts: Mapping[str, str],
    made: Mapping[str, Generated],
) -> Iterator[Finding]:
    """Yield the sections left to the officer that would be printed empty.

    Args:
        sections: Of the outline, in order.
        texts: What the officer wrote, by the section's key.
        made: What the records make of each section, by its key.
    """
    sections = tuple(sections)
    texts = by_section(sections, texts)
    for key, place, one in _placed(sections):
        said = texts.get(key, "").strip() or _made(made, key).text.strip()
        if one.by_hand and not said:
            yield Finding(
                key=f"{Check.SECTION_EMPTY}:{key}",
                code=Check.SECTION_EMPTY,
                subject=_said(one.heading),
                facts=(one.empty,),
                where=Where(place="report", table="sections", record=key),
                section=place,
            )


def from_stale(
    sections: Iterable[SectionTemplate],
    written: Mapping[str, SectionText],
    made: Mapping[str, Generated],
) -> Iterator[Finding]:
    """Yield the numbers in an officer's words that the records tell otherwise now.

    Args:
        sections: Of the outline, in order.
        written: What the officer wrote with what was made then, by the
            section's key.
        made: What the records make of each section now, by its key.
    """
    for key, place, one in _placed(tuple(sections)):
        words = written.get(key)
        for number in stale(words, _made(made, key)) if words else ():
            yield Finding(
                key=f"{Check.TEXT_STALE}:{key}:{number.code}",
                code=Check.TEXT_STALE,
                detail="own" if number.own else "",
                subject=_said(one.heading),
                facts=(number.old, number.new),
                effect=_effect(number.old, number.new),
                where=Where(place="report", table="sections", record=key),
                section=place,
            )


def _placed(
    sections: tuple[SectionTemplate, ...],
) -> Iterator[tuple[str, str, SectionTemplate]]:
    """Yield key, place and section."""
    return zip(section_keys(sections), places(sections), sections, strict=True)


def _made(made: Mapping[str, Generated], key: str) -> Generated:
    return made.get(key, Generated())


def _effect(old: str, new: str) -> Decimal:
    """Return by how much of the larger two numbers differ."""
    then, now = parse_decimal(old).value, parse_decimal(new).value
    if then is None or now is None:
        return WHOLE
    return share(then - now, max(abs(then), abs(now)))


def _said(heading: str) -> str:
    """Return a heading in letters as a sentence has them."""
    return heading.capitalize() if heading.isupper() else heading
