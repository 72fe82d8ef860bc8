"""The order findings are looked at in, and what of many is left out of sight."""

from decimal import Decimal

from desktop.records.finding import Check, Severity
from desktop.rules.findings.ordering import MOST, ordered, share, shown
from tests.rules.findings.found import a_finding


def test_the_largest_effect_comes_first_and_of_equals_what_blocks() -> None:
    small = a_finding(key="s", effect=Decimal(5))
    doubt = a_finding(key="d", effect=Decimal(100), moved=Decimal(900))
    error = a_finding(key="e", effect=Decimal(100), severity=Severity.ERROR)
    assert ordered((small, doubt, error)) == (error, doubt, small)


def test_of_equal_effects_more_people_come_first_and_then_one_order_for_good() -> None:
    few = a_finding(key="a", effect=Decimal(5), moved=Decimal(1))
    many = a_finding(key="b", effect=Decimal(5), moved=Decimal(9))
    alike = a_finding(key="c", effect=Decimal(5), moved=Decimal(9))
    assert ordered((few, alike, many)) == (many, alike, few)


def test_ten_of_a_kind_are_shown_and_the_rest_counted() -> None:
    many = [a_finding(key=f"{number:02}") for number in range(MOST + 3)]
    other = a_finding(key="other", code=Check.NO_EVIDENCE)
    few = shown((*many, other))
    assert few.findings == (*many[:MOST], other)
    assert few.hidden == ((Check.DATE_OUTSIDE, 3),)


def test_a_kind_somebody_asked_for_is_shown_whole() -> None:
    many = tuple(a_finding(key=f"{number:02}") for number in range(MOST + 3))
    assert shown(many, whole={Check.DATE_OUTSIDE}) == shown(many, most=99)


def test_a_share_is_never_more_than_the_whole() -> None:
    assert share(1, 3) == Decimal("33.3")
    assert share(9, 3) == 100
    assert share(-1, 4) == 25
    assert share(2, 0) == 100
    assert share(0, 0) == 0
