"""What a list shows is said in plain values."""

import dataclasses

import pytest

from desktop.records.activity import Activity
from desktop.store.views import Contains, Order, View


def test_two_views_of_the_same_are_equal_and_never_change() -> None:
    one, two = (
        View(record=Activity, day="last_day", tests=(Contains("title", "a"),))
        for _ in range(2)
    )
    assert one == two
    assert hash(one) == hash(two)
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.text = "khác"  # type: ignore[misc]


def test_a_view_begins_with_everything_newest_first() -> None:
    view = View(record=Activity, day="last_day")
    assert (view.tests, view.text, view.order) == ((), "", None)
    assert not Order("title").descending
