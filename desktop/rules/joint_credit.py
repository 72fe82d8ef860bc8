"""What an agency is credited twice of one event, once others went on in it.

Each agency keeps its own entry of an event several held together. Where two of them
are one agency today, the event is its own once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.records.activity import Activity
from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId
from desktop.rules.counting import Groups, Names, Span, counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Over which days records count, and what their codes and names stand for."""

    span: Span
    groups: Groups = field(default_factory=dict)
    names: Names = field(default_factory=dict)


def counted_twice(
    figure: Figure,
    events: Iterable[tuple[Activity, ...]],
    heir_of: Callable[[AgencyId], AgencyId],
    by: Counting,
) -> dict[AgencyId, Decimal]:
    """Return what each heir is credited beyond one account of each event.

    Args:
        figure: A count or a sum over activities; any other is credited nothing twice.
        events: The accounts of each event, the one that is counted first.
        heir_of: Who an agency is today.
        by: How to count.
    """
    surplus: defaultdict[AgencyId, Decimal] = defaultdict(Decimal)
    if figure.source is not Source.ACTIVITY:
        return {}
    for accounts in events:
        told: set[AgencyId] = set()
        for one in (one for one in accounts if one.last_day in by.span):
            heir = heir_of(one.agency)
            if heir in told:
                surplus[heir] += counted(
                    figure, (one,), by.span, by.groups, by.names, by_agency=True
                )
            told.add(heir)
    return dict(surplus)
