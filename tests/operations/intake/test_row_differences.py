"""What would change is told in the words of the entry's own form."""

import pytest

from desktop.operations.intake.deciding import Decided
from desktop.operations.intake.row_differences import RowDifferences
from desktop.records.arrival import Fate
from desktop.store.rows import Row, to_row
from desktop.store.store import Store
from tests import builders
from tests.operations.intake.sent_packages import COMMUNE, an_entry


def decided(before: Row | None, after: Row | None, fate: Fate = Fate.CHANGE) -> Decided:
    return Decided("activities", f"{COMMUNE}.a001", "a001", fate, before, after)


@pytest.fixture
def differences(store: Store) -> RowDifferences:
    return RowDifferences(store)


def test_each_field_is_told_here_and_there(differences: RowDifferences) -> None:
    one = decided(
        to_row(an_entry(1, attendance=1_200, tasks=())),
        to_row(an_entry(1, attendance=1_300, tasks=(builders.task("2.2"),))),
    )
    found = {each.field: each for each in differences.changes(one)}
    assert set(found) == {"attendance", "tasks"}
    people = found["attendance"]
    assert (people.ours, people.theirs) == ("1.200", "1.300")
    assert found["tasks"].ours == ""
    assert found["tasks"].theirs.startswith("2.2")
    assert all(each.label and each.label != each.field for each in found.values())


def test_what_comes_or_goes_whole_has_a_title_and_no_fields(
    differences: RowDifferences,
) -> None:
    row = to_row(an_entry(1))
    comes, goes = decided(None, row, Fate.ADD), decided(row, None, Fate.REMOVE)
    for one in (comes, goes):
        assert differences.title(one) == "Tuyên truyền lưu động đợt 1"
        assert differences.changes(one) == ()
