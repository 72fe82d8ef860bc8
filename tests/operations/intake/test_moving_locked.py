"""A file that would move a number counted in a locked period is refused beforehand."""

import datetime as dt
from decimal import Decimal

import pytest

from desktop.errors import ConflictError
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.reopen_period import reopen_period
from desktop.records.arrival import Sorting
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.arrivals import reasons
from tests.operations.intake.senders import MAR, Senders
from tests.operations.intake.twelve import seen

FOURTH = parse_period("2024-Q4")


def tell_the_year(store: Store) -> None:
    """Let the unit have told of its whole year, and lock its last quarter."""
    told = UnlistedTotal(
        id=RecordId("năm"),
        agency=AgencyId(MAR),
        figure=Code("direct_attendance"),
        first_day=dt.date(2024, 1, 1),
        last_day=FOURTH.last_day,
        value=Decimal(100),
        note="Số lượt người",
        whole=True,
    )
    with store.change("put") as change:
        records.put(change, told)
    close_period(store, FOURTH)


def test_the_tray_says_why_and_takes_the_others_in(
    office: Store, senders: Senders
) -> None:
    tell_the_year(office)
    mar, other = sorted(
        seen(office, [senders["mar1"], senders["ui"]]), key=lambda one: one.name
    )
    assert (mar.sorting, other.sorting) == (Sorting.REFUSED, Sorting.READY)
    said = reasons(mar)
    assert "“Số lượt người” của những ngày 01/01/2024–31/12/2024" in said
    assert "Mở lại kỳ 01/10/2024–31/12/2024 rồi nhận." in said
    accept_arrivals(office, [other], frozenset(), others=[mar])
    reopen_period(office, FOURTH, "nhận biểu quý II")
    (again,) = seen(office, [senders["mar1"]])
    assert again.sorting is Sorting.READY
    accept_arrivals(office, [again], frozenset())


def test_what_was_locked_since_it_was_looked_at_is_refused_all_the_same(
    office: Store, senders: Senders
) -> None:
    (found,) = seen(office, [senders["mar1"]])
    tell_the_year(office)
    with pytest.raises(ConflictError, match="total_locked"):
        accept_arrivals(office, [found], frozenset())
