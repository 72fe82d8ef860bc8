"""What counting is handed reaches the file in the file's own writing."""

import datetime as dt

from desktop.rules.counting import Span
from desktop.store import target_setting
from desktop.store.store import Store


def test_days_compare_with_those_in_the_file(store: Store) -> None:
    span = Span(dt.date(2024, 1, 5), dt.date(2024, 12, 31))
    found = store.reader.execute(
        "select '2024-01-05' between ? and ?", target_setting.days(span)
    ).fetchone()
    assert found[0] == 1


def test_a_list_can_be_looked_into_by_the_file(store: Store) -> None:
    text = target_setting.to_list(("a", 'b"', "ă"))
    found = store.reader.execute("select value from json_each(?)", (text,))
    assert [row[0] for row in found] == ["a", 'b"', "ă"]
