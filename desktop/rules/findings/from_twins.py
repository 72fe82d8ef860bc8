"""Entries that may be counted twice: likely twins nobody joined as one event."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal

from desktop.records.finding import Check, Finding, Where
from desktop.records.report import FigureKey
from desktop.rules.dates import format_date
from desktop.rules.findings.ordering import share
from desktop.rules.numbers import format_integer
from desktop.rules.twins import Look, Nature, Pair, Sign

TABLE_OF = {
    Nature.EVENT: "activities",
    Nature.WORK: "products",
    Nature.POSTED: "postings",
    Nature.BROADCAST: "broadcasts",
}


def from_twins(
    pairs: Iterable[Pair],
    looks: Mapping[str, Look],
    people: tuple[Mapping[str, int], int],
    anchor: Callable[[Look], FigureKey | None],
) -> Iterator[Finding]:
    """Yield the pairs of entries that may be one.

    Args:
        pairs: As `rules.twins` finds them.
        looks: Every entry compared, by id.
        people: Attendance by id of those paired activities that took place, and of
            the whole period.
        anchor: Tells where a footnote stands.
    """
    told, attendance = people
    of_nature = _by_nature(looks.values())
    for pair in pairs:
        first, second = looks[pair.first], looks[pair.second]
        event = second.nature is Nature.EVENT
        if event and not (first.id in told and second.id in told):
            continue  # what is only planned is not counted
        twice = min(told.get(first.id, 0), told.get(second.id, 0))
        effect = max(share(1, of_nature[second.nature]), share(twice, attendance))
        yield Finding(
            key=f"{Check.COUNTED_TWICE}:{'+'.join(sorted((first.id, second.id)))}",
            code=Check.COUNTED_TWICE,
            detail="shared" if Sign.OTHER_AGENCY in pair.why else "twice",
            subject=second.title,
            facts=(
                format_date(first.first_day),
                format_date(second.first_day),
                format_integer(twice) if twice else "",
            ),
            effect=effect,
            moved=Decimal(twice or 1),
            unit="lượt người" if twice else "mục",
            where=Where(
                place="activities",
                table=TABLE_OF[second.nature],
                record=second.id,
                field="title",
            ),
            at=anchor(second),
        )


def _by_nature(looks: Iterable[Look]) -> dict[Nature, int]:
    found = dict.fromkeys(Nature, 0)
    for one in looks:
        found[one.nature] += 1
    return found
