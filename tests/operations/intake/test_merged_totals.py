"""What two units told before they became one stays theirs, and is the heir's today."""

import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.read_agency_figures import (
    ATTENDANCE,
    read_agency_figures,
)
from desktop.operations.agencies.succeeding import Decided
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.counting import Span
from desktop.rules.intake.statements import takeable
from desktop.store import totals
from desktop.store.store import Store
from tests.builders import a_copy
from tests.operations.changed_agencies import MAR, MON, new
from tests.operations.forms.filled import fill
from tests.operations.intake.sent_packages import a_package, entries_of
from tests.operations.intake.twelve import made, seen
from tests.store.samples import FIGURES, NAMES

YEAR = Span(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
PEOPLE = Code("direct_attendance")
TOLD = {MAR: 10, MON: 5}
LATER, WHOLE = 20, 40
"""What the heir tells of its first quarter, and of its whole year."""
DECIDED = Decided(day=dt.date(2024, 7, 1), number="12/NQ")


def a_form(
    store: Store, folder: Path, unit: str, period: str, value: int, name: str
) -> Path:
    """Return the form of a unit that fills in one number, and lists nothing."""
    one = made(store, folder / f"đi {name}", (unit,), period)[unit]
    target = folder / f"{name}.xlsx"
    return fill(one.form, one.workbook, target, totals={str(PEOPLE): value})


def of_package(store: Store, folder: Path, unit: str) -> Path:
    """Return a package of a unit with the same number in it."""
    quarter = parse_period("2024-Q2")
    told = UnlistedTotal(
        id=RecordId("told"),
        agency=AgencyId(unit),
        figure=PEOPLE,
        first_day=quarter.first_day,
        last_day=quarter.last_day,
        value=Decimal(TOLD[AgencyId(unit)]),
    )
    return a_package(folder, entries_of([told], sender=unit), None)


def of_form(store: Store, folder: Path, unit: str) -> Path:
    return a_form(store, folder, unit, "2024-Q2", TOLD[AgencyId(unit)], unit)


class Desk:
    """An office in which two units told of a quarter, and become one."""

    def __init__(self, store: Store, sent: Callable[[Store, Path, str], Path]) -> None:
        """Send for both of them before anything happens."""
        self.store, self._folder = store, store.path.parent
        self.files = {str(one): sent(store, self._folder, one) for one in TOLD}
        self.heir = AgencyId("")
        self._inside: dict[str, str] = {}
        self.done: list[str] = []

    def do(self, deed: str) -> None:
        """Merge, or take a file in, or back if it is there."""
        self.done.append(deed)
        if deed == "merge":
            merged = merge_agencies(self.store, (MAR, MON), new("Xã Mới"), DECIDED)
            self.heir = merged.value.id
        elif deed in self._inside:
            take_back_intake(self.store, self._inside.pop(deed))
        elif deed in TOLD or self.heir:
            self._take_in(deed)
        self._check()

    def _take_in(self, deed: str) -> None:
        asked = {"later": ("2024-Q3", LATER), "whole": ("2024", WHOLE)}
        if deed not in self.files:
            period, value = asked[deed]
            self.files[deed] = a_form(
                self.store, self._folder, self.heir, period, value, deed
            )
        (found,) = seen(self.store, [self.files[deed]])
        assert takeable(found), (self.done, found.reasons)
        done = accept_arrivals(self.store, [found], frozenset())
        self._inside[deed] = done.value.intake

    def _check(self) -> None:
        """Hold both views against sums made by hand."""
        then = {unit: n for unit, n in TOLD.items() if unit in self._inside}
        heir = LATER if "later" in self._inside else 0
        if "whole" in self._inside:  # it tells of all that was told before
            heir = max(WHOLE - sum(then.values()), heir)
        then |= {self.heir: heir} if heir else {}
        now = {self.heir: sum(then.values())} if self.heir else then
        found = read_agency_figures(self.store, parse_period("2024"))
        for rows, expected in ((found.then, then), (found.now, now)):
            told = {one.agency.id: one.values[ATTENDANCE] for one in rows}
            assert told == {unit: n for unit, n in expected.items() if n}, self.done
        whole = totals.total(self.store.reader, FIGURES[PEOPLE], YEAR, NAMES)
        assert whole == found.totals[ATTENDANCE] == sum(then.values()), self.done


@pytest.mark.parametrize("sent", [of_form, of_package])
def test_a_year_is_told_as_it_was_reported_and_on_the_boundaries_of_today(
    office_pattern: Path, sent: Callable[[Store, Path, str], Path]
) -> None:
    """Peers, idea 10: 10 and 5, then 20 of both: 35 of the heir's today."""
    with a_copy(office_pattern) as store:
        desk = Desk(store, sent)
        for deed in (MAR, MON, "merge", "later", "whole", MON):
            desk.do(deed)


DEEDS = st.lists(
    st.sampled_from([MAR, MON, "merge", "later", "whole"]), min_size=3, max_size=8
)


@settings(max_examples=3, deadline=None)
@given(deeds=DEEDS, sent=st.sampled_from([of_form, of_package]))
@example(deeds=["merge", "whole", MON, "later", MAR, "whole"], sent=of_form)
@example(deeds=[MAR, "merge", "whole", MAR, MON, "later"], sent=of_package)
def test_in_whatever_order_units_tell_and_merge_the_sums_are_right(
    office_pattern: Path,
    deeds: Sequence[str],
    sent: Callable[[Store, Path, str], Path],
) -> None:
    with a_copy(office_pattern) as store:
        desk = Desk(store, sent)
        merged = False
        for deed in deeds:
            if deed != "merge" or not merged:
                desk.do(deed)
            merged |= deed == "merge"
