"""Sentences for what is found before a report is signed."""

from decimal import Decimal

import pytest

from desktop.operations.issuing.check_report import check_report
from desktop.records.finding import Check, Finding, Severity, Where
from desktop.rules.findings.from_entries import IMPOSSIBLE
from desktop.store.entry_parts import PARTS
from desktop.store.store import Store
from desktop.wording.findings import (
    _SENTENCES,
    effect_words,
    finding_sentence,
    kind_label,
    more_words,
    state_words,
    summary,
    where_words,
)
from tests.operations.planted_faults import plant
from tests.operations.sound_office import a_request, make_sound
from tests.rules.findings.found import a_finding

TOLD_OTHERWISE = {Check.FIGURE_MISSING, Check.TARGET_UNDECIDED, Check.FAR_PASSED}


def test_every_kind_has_a_name_and_a_sentence() -> None:
    assert all(kind_label(one) != one for one in Check)
    assert {code for code, _ in _SENTENCES} == set(Check) - TOLD_OTHERWISE


def test_every_case_of_parts_and_of_days_has_a_sentence() -> None:
    parts = {detail for code, detail in _SENTENCES if code is Check.PARTS_DIFFER}
    assert parts == {*PARTS, "copies_differ"}
    assert parts >= IMPOSSIBLE


def test_everything_planted_is_told_as_one_reads_it(store: Store) -> None:
    make_sound(store)
    plant(store)
    told = {
        one.code: finding_sentence(one)
        for one in check_report(store, a_request()).value
    }
    assert told[Check.ABOVE_DENOMINATOR] == (
        "Cán bộ làm công tác quyền con người: đã tính 120 người, trong khi cả nhóm chỉ "
        "có 100 người."
    )
    assert told[Check.UNLIKE_PAST] == (
        "Lượt người dự thi: kỳ này 1.500, cùng kỳ năm trước 100."
    )
    assert told[Check.FAR_PASSED] == (
        "Triển lãm phối hợp với Sở TTTT: đạt 300% so với chỉ tiêu (3 trên 1 được giao)."
    )
    assert told[Check.UNIT_MISSING] == (
        "Ủy ban nhân dân xã Đăk La phải báo cáo nhưng chưa có mục nào trong kỳ."
    )
    assert not any("{" in sentence for sentence in told.values())


def test_what_is_missing_is_told_by_the_words_of_results() -> None:
    lacking = a_finding(
        code=Check.FIGURE_MISSING, detail="headcount", subject="Cán bộ", facts=()
    )
    said = "Cán bộ: chưa nhập số người của nhóm cán bộ này."
    assert finding_sentence(lacking) == said


def test_several_past_years_are_counted() -> None:
    odd = a_finding(
        code=Check.UNLIKE_PAST, detail="below", facts=("5", "100", "3"), subject="Tin"
    )
    assert finding_sentence(odd) == (
        "Tin: kỳ này chỉ 5, cùng kỳ 3 năm trước khoảng 100."
    )


@pytest.mark.parametrize(
    ("effect", "moved", "unit", "words"),
    [
        ("0", "0", "", ""),
        ("100", "0", "", "100%"),
        ("24.3", "1250", "lượt người", "24,3% · 1.250 lượt người"),
        ("7.1", "69.2", "giờ", "7,1% · 69,2 giờ"),
        ("7.1", "20", "", "7,1% · 20"),
    ],
)
def test_an_effect_is_a_share_and_a_number(
    effect: str, moved: str, unit: str, words: str
) -> None:
    told = a_finding(effect=Decimal(effect), moved=Decimal(moved), unit=unit)
    assert effect_words(told) == words


def test_a_state_is_a_word_with_a_shape() -> None:
    error = a_finding(severity=Severity.ERROR)
    said = [
        state_words(one)
        for one in (
            error,
            a_finding(),
            a_finding(offered="Vì mưa."),
            a_finding(explanation="Vì mưa."),
        )
    ]
    assert said == ["✗ Phải sửa", "▲ Xem lại", "↻ Giải thích lại", "✓ Đã giải thích"]


def test_a_summary_says_first_whether_it_can_be_issued() -> None:
    error = a_finding(severity=Severity.ERROR)
    doubt, said = a_finding(), a_finding(explanation="Vì mưa.")
    assert summary(()) == "Ban hành được: không có gì phải sửa."
    assert summary((error, doubt)) == (
        "Chưa ban hành được: 1 chỗ mâu thuẫn phải sửa, 1 chỗ nên xem lại."
    )
    assert summary((doubt, said)) == (
        "Ban hành được. Còn 1 chỗ nên xem lại hoặc giải thích; 1 chỗ đã giải thích, "
        "in thành chú thích."
    )
    many: tuple[Finding, ...] = (error,) * 1_200
    assert "1.200 chỗ" in summary(many)


def test_where_one_goes_is_said_with_a_verb() -> None:
    assert where_words(Where(place="activities", record="headcount")) == "Mở sổ để ghi"
    places = ("activities", "collect", "evidence", "overview", "plan", "report")
    words = {where_words(Where(place=one, table="t")) for one in (*places, "settings")}
    assert len(words) == 7


def test_how_many_more_there_are() -> None:
    assert kind_label(Check.NO_EVIDENCE) == "Chưa có minh chứng"
    assert more_words(Check.NO_EVIDENCE, 1_234) == (
        "Chưa có minh chứng: và 1.234 mục nữa"
    )
