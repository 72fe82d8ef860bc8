"""What the sections of a report say: nothing, or numbers that are no longer so."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from desktop.records.finding import Check, Finding, Where
from desktop.records.template import SectionTemplate
from desktop.rules.draft_text import Generated, SectionText, stale
from desktop.rules.findings.ordering import WHOLE, share
from desktop.rules.numbers import parse_decimal
from desktop.rules.template_outline import places


def from_empty(
    sections: Iterable[SectionTemplate],
    texts: Mapping[str, str],
    made: Mapping[str, Generated],
) -> Iterator[Finding]:
    """Yield the sections left to the officer that would be printed empty.

    Args:
        sections: Of the outline, in order.
        texts: What the officer wrote, by place.
        made: What the records make of each section, by place.
    """
    for place, one in _placed(sections):
        said = texts.get(place, "").strip() or _made(made, place).text.strip()
        if one.by_hand and not said:
            yield Finding(
                key=f"{Check.SECTION_EMPTY}:{one.key or place}",
                code=Check.SECTION_EMPTY,
                subject=_said(one.heading),
                facts=(place, one.empty),
                where=Where(place="report", table="sections", record=place),
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
        written: What the officer wrote with what was made then, by place.
        made: What the records make of each section now, by place.
    """
    for place, one in _placed(sections):
        words = written.get(place)
        for number in stale(words, _made(made, place)) if words else ():
            yield Finding(
                key=f"{Check.TEXT_STALE}:{one.key or place}:{number.code}",
                code=Check.TEXT_STALE,
                detail="own" if number.own else "",
                subject=_said(one.heading),
                facts=(place, number.old, number.new),
                effect=_effect(number.old, number.new),
                where=Where(place="report", table="sections", record=place),
                section=place,
            )


def _placed(
    sections: Iterable[SectionTemplate],
) -> Iterator[tuple[str, SectionTemplate]]:
    sections = tuple(sections)
    return zip(places(sections), sections, strict=True)


def _made(made: Mapping[str, Generated], place: str) -> Generated:
    return made.get(place, Generated())


def _effect(old: str, new: str) -> Decimal:
    """Return by how much of the larger two numbers differ."""
    then, now = parse_decimal(old).value, parse_decimal(new).value
    if then is None or now is None:
        return WHOLE
    return share(then - now, max(abs(then), abs(now)))


def _said(heading: str) -> str:
    """Return a heading in letters as a sentence has them."""
    return heading.capitalize() if heading.isupper() else heading
