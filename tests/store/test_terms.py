"""What is written without a screen takes its words from the table of terms."""

import dataclasses

import pytest

from desktop.records.activity import Activity, ActivityState
from desktop.records.preferences import Preferences
from desktop.store.shelves import SHELVES
from desktop.store.terms import column_term, record_term, value_term


@pytest.mark.parametrize(
    "cls", [*(shelf.record for shelf in SHELVES), Preferences], ids=lambda c: c.__name__
)
def test_every_table_and_column_has_a_word_that_is_not_its_name(cls: type) -> None:
    assert record_term(cls) != cls.__name__
    for field in dataclasses.fields(cls):
        said = column_term(cls, field.name)
        assert said != field.name
        assert said[0] == said[0].upper()


def test_a_field_of_one_record_goes_before_a_shared_name() -> None:
    assert column_term(Activity, "attendance") == "Số lượt người tham dự"


def test_values_have_words() -> None:
    assert value_term(ActivityState.DONE) == "Đã thực hiện"


def test_what_nobody_named_is_told_by_its_name() -> None:
    assert column_term(Activity, "never_heard_of") == "Never_heard_of"
