"""What has only a year stands in every package of it: the last one counts, always."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.files.signatures.trust import Trust
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.read_intakes import read_intakes
from desktop.operations.intake.take_back_intake import take_back_intake
from desktop.records.agency import Budget, SpokespersonCheck
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.returns import Return, ReturnState
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.builders import a_copy
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    entries_of,
    take_in,
)

SENT = ("Q1", "Q1 sửa", "Q2")
MORE = (*SENT, "Q2 sửa", "Q3")
TOLD: Mapping[str, Mapping[str, int]] = {
    "Q1": {"chi-1": 10, "chi-2": 20, "chi-3": 30},
    "Q1 sửa": {"chi-1": 11, "chi-2": 20, "chi-4": 40},
    "Q2": {"chi-1": 12, "chi-2": 22},
    "Q2 sửa": {"chi-1": 13},
    "Q3": {"chi-1": 14, "chi-3": 30},
}
"""Money spent by id; the corrected first quarter no longer tells of the third row, the
corrected second one not of the second."""
AT_LAST: Mapping[str, int] = {"chi-1": 12, "chi-2": 22, "chi-4": 40}
Packages = Mapping[str, Path]
Stands = tuple[dict[str, int], str]


def rows_of(name: str) -> tuple[Budget | SpokespersonCheck, ...]:
    """Return the rows of a package: none of them has a day."""
    check = builders.a_check(COMMUNE, id="nguoi-phat-ngon", year=2024, note=name)
    return (
        check,
        *(
            Budget(
                id=RecordId(row_id),
                agency=AgencyId(COMMUNE),
                year=2024,
                source=Code(f"nguon-{row_id}"),
                spent=spent,
            )
            for row_id, spent in TOLD[name].items()
        ),
    )


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    folder = tmp_path_factory.mktemp("nam")
    made = {}
    for name in MORE:
        days = parse_period(f"2024-{name[:2]}")
        entries = entries_of(rows_of(name), days=(days.first_day, days.last_day))
        version = 2 if name.endswith("sửa") else 1
        told: dict[str, Any] = {"period_code": days.code, "report_id": f"bc {name}"}
        made[name] = a_package(folder / name, entries, None, version=version, **told)
    return made


def told_by(store: Store) -> Stands:
    """Return what stands: money by its id at the sender, and the note of the check."""
    spent = {
        str(one.id).removeprefix(f"{COMMUNE}."): one.spent
        for one in records.find(store.reader, Budget)
    }
    checks = records.find(store.reader, SpokespersonCheck)
    return spent, "".join(one.note for one in checks)


@settings(max_examples=2, deadline=None)
@given(order=st.permutations(SENT), cut=st.integers(1, 2))
@example(order=("Q2", "Q1", "Q1 sửa"), cut=2)
def test_the_last_word_of_a_year_stands_in_whatever_order_packages_come(
    office_pattern: Path, packages: Packages, order: Sequence[str], cut: int
) -> None:
    with a_copy(office_pattern) as store:
        for names in (order[:cut], order[cut:]):
            take_in(store, Trust(), *(packages[name] for name in names))
        assert told_by(store) == (AT_LAST, "Q2")


# --- taken in and back, in any order -------------------------------------------------

BACK = "hoàn tác "
"""Before the name of a package whose intake is taken back."""


def left_of(done: Sequence[str]) -> dict[str, str]:
    """Return the newest version of each quarter once all this was done."""
    stands: list[str] = []
    for one in done:
        if one.startswith(BACK):
            stands.remove(one.removeprefix(BACK))
        else:
            stands.append(one)
    return {one[:2]: one for one in sorted(stands)}


def summed(left: Mapping[str, str]) -> Stands:
    """Return what must stand: of each row the word of the last quarter that has it."""
    spent: dict[str, int] = {}
    for quarter in sorted(left):
        spent |= TOLD[left[quarter]]
    return spent, left[max(left)] if left else ""


class Desk:
    """An office that takes packages in and back, and what it is held against."""

    def __init__(self, store: Store, packages: Packages) -> None:
        """Begin with nothing taken in."""
        self.store, self._packages = store, packages
        self.done: list[str] = []
        self._intakes: dict[str, str] = {}

    def may(self) -> list[str]:
        """Return what can be done next: no package whose newer version is here."""
        standing = left_of(self.done).values()
        new = [
            one
            for one in MORE
            if one not in self._intakes and not any(f"{one} sửa" == o for o in standing)
        ]
        return [*new, *(f"{BACK}{one}" for one in self._intakes)]

    def do(self, deed: str) -> None:
        """Do one thing, and hold all that stands against the packages that are left."""
        name = deed.removeprefix(BACK)
        if deed == name:
            take_in(self.store, Trust(), self._packages[name])
            self._intakes[name] = read_intakes(self.store)[0].intake.id
        else:
            take_back_intake(self.store, self._intakes.pop(name))
        self.done.append(deed)
        left = left_of(self.done)
        assert told_by(self.store) == summed(left), self.done
        accepted = [
            one
            for one in records.find(self.store.reader, Return)
            if one.state is ReturnState.ACCEPTED
        ]
        assert len(accepted) == len(left), self.done


STORIES = (
    ("Q3", "Q1", f"{BACK}Q3", f"{BACK}Q1"),
    ("Q3", "Q1", "Q2", f"{BACK}Q3", f"{BACK}Q2", f"{BACK}Q1"),
    ("Q3", "Q1", "Q1 sửa", f"{BACK}Q1", f"{BACK}Q3"),
    ("Q3", "Q1", f"{BACK}Q3", "Q2", f"{BACK}Q1", f"{BACK}Q2"),
    ("Q2", "Q1", "Q2 sửa", f"{BACK}Q2", f"{BACK}Q2 sửa"),
    ("Q2", "Q1", f"{BACK}Q2", "Q1 sửa", "Q2", "Q2 sửa", f"{BACK}Q1"),
)


@pytest.mark.parametrize("story", STORIES, ids="; ".join)
def test_what_another_package_told_too_stays_when_one_is_taken_back(
    office_pattern: Path, packages: Packages, story: Sequence[str]
) -> None:
    with a_copy(office_pattern) as store:
        desk = Desk(store, packages)
        for deed in story:
            desk.do(deed)


@settings(max_examples=3, deadline=None)
@given(data=st.data())
def test_in_whatever_order_packages_come_and_go_the_last_word_left_stands(
    office_pattern: Path, packages: Packages, data: st.DataObject
) -> None:
    with a_copy(office_pattern) as store:
        desk = Desk(store, packages)
        for _ in range(data.draw(st.integers(2, 7))):
            desk.do(data.draw(st.sampled_from(desk.may())))


def test_a_row_edited_here_stays_whoever_told_it(
    office_pattern: Path, packages: Packages
) -> None:
    with a_copy(office_pattern) as store:
        desk = Desk(store, packages)
        for deed in STORIES[0][:3]:
            desk.do(deed)
        row = records.get(store.reader, Budget, f"{COMMUNE}.chi-1")
        assert row is not None
        with store.change("amend") as change:
            records.put(change, replace(row, spent=99))
        intake = read_intakes(store)[0].intake.id
        kept = take_back_intake(store, intake).value.kept
        assert [(one.row_id, one.reason) for one in kept] == [(row.id, "edited")]
        assert told_by(store) == ({"chi-1": 99}, "")


def test_a_row_whose_other_file_is_gone_stays_as_it_is_and_is_named(
    office_pattern: Path, packages: Packages
) -> None:
    with a_copy(office_pattern) as store:
        take_in(store, Trust(), packages["Q3"])
        intake = read_intakes(store)[0].intake.id
        take_in(store, Trust(), packages["Q1"])
        (ret,) = records.find(store.reader, Return, where={"period_code": "2024-Q1"})
        path = kept_path(store, ret.file_sha256)
        assert path is not None
        path.unlink()
        kept = take_back_intake(store, intake).value.kept
        assert {one.reason for one in kept} == {"later_intake"}
        assert told_by(store)[0] == {"chi-1": 14, "chi-2": 20, "chi-3": 30}
