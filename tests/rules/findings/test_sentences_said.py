"""Whether a standing sentence has anything to say."""

from desktop.rules.findings.sentences_said import says
from tests.rules.reported import measured, result

MET = (result(measured(1, 1, "100")),)


def test_a_sentence_about_verdicts_needs_a_target_with_each() -> None:
    assert says("Có {count:met}/{count:all} chỉ tiêu đạt: {targets:met}.", MET)
    assert not says("Còn {count:not_met}/{count:all} chưa đạt.", MET)
    assert not says("Có {count:met} đạt, {count:unknown} chưa rõ.", MET)


def test_beyond_the_range_is_met() -> None:
    above = (result(measured(1, 1, "100", "above")),)
    assert says("{targets:met}", above)


def test_a_sentence_about_nothing_of_the_kind_says_something() -> None:
    assert says("Các đơn vị đã triển khai.", ())
