"""An operation answers with a value and the tables it touched."""

from desktop.operations.outcome import Outcome


def test_an_answer_that_only_read_touched_nothing() -> None:
    assert Outcome("x") == Outcome("x", frozenset())
    assert Outcome("x", frozenset({"activities"})).touched == {"activities"}
