"""A slip holds what changed, why, and what follows; nothing else of the report."""

import datetime as dt
from dataclasses import replace

from desktop.files.correction_words import load_words
from desktop.records.issued import IssuedReport
from desktop.records.report import FigureChange, FigureKey, Heading, Paragraph, Table
from desktop.rules.reports.correction import (
    KIND,
    Correction,
    lay_out_correction,
    with_reasons,
)
from tests.builders import NOW
from tests.files.report_builder import a_report

AT = FigureKey(table="t", row="a", column="events")
TOTAL = replace(AT, row="total")
CHANGES = (
    FigureChange(at=AT, label="A; Số cuộc", old=1, new=3, reason="Xã gửi muộn"),
    FigureChange(at=TOTAL, label="Tổng; Số cuộc", old=12, new=14, total=True),
)


def a_correction(number: str = "15", slip: int = 1) -> Correction:
    report = a_report()
    head = replace(report.letterhead, number=number, date=dt.date(2024, 11, 20))
    issued = IssuedReport(
        id="one",
        kind=report.kind,
        period_code=report.period.code,
        first_day=report.period.first_day,
        last_day=report.period.last_day,
        version=2,
        issued_at=NOW,
        content="{}",
        content_sha256="",
        journal_head="",
    )
    return Correction(
        issued=issued,
        original=replace(report, letterhead=head, target_versions=("v1",)),
        fresh=replace(report, id="slip", target_versions=("v2",)),
        slip=slip,
        changes=CHANGES,
        number="99",
    )


def test_a_slip_tells_old_new_reason_and_what_follows() -> None:
    slip = lay_out_correction(a_correction(), load_words())
    counted, following = (one for one in slip.blocks if isinstance(one, Table))
    assert counted.rows[0].values == (1, "A; Số cuộc", 1, 3, 2, "Xã gửi muộn")
    assert following.rows[0].values == (1, "Tổng; Số cuộc", 12, 14, 2)
    assert [one.place for one in slip.blocks if isinstance(one, Heading)] == [
        "I",
        "II",
        "III",
    ]
    assert (slip.annexes, slip.data, slip.traces) == ((), (), ())


def test_a_slip_names_the_report_and_keeps_by_what_it_was_counted() -> None:
    facts = a_correction()
    slip = lay_out_correction(facts, load_words())
    assert (slip.kind, slip.slip, slip.corrects) == (KIND, 1, "one")
    assert slip.changes == CHANGES
    assert slip.target_versions == ("v1",)
    head = slip.letterhead
    assert (head.number, head.date) == ("99", None)
    assert "Bản điều chỉnh số 1" in head.subject
    symbol = facts.original.letterhead.symbol
    texts = " ".join(one.text for one in slip.blocks if isinstance(one, Paragraph))
    assert f"Báo cáo số 15/{symbol} ngày 20/11/2024" in texts
    assert "không thay đổi" in texts
    assert slip.code == f"{facts.original.code}-dieu-chinh-1"


def test_a_report_without_a_number_is_named_by_its_issue() -> None:
    slip = lay_out_correction(a_correction(number=""), load_words())
    first = next(one for one in slip.blocks if isinstance(one, Paragraph))
    assert "(lần ban hành thứ 2)" in first.text


def test_a_second_slip_says_what_it_follows() -> None:
    slip = lay_out_correction(a_correction(slip=2), load_words())
    texts = [one.text for one in slip.blocks if isinstance(one, Paragraph)]
    assert any("Bản điều chỉnh số 1" in text for text in texts)


def test_where_only_sums_change_it_says_so() -> None:
    facts = replace(a_correction(), changes=CHANGES[1:])
    slip = lay_out_correction(facts, load_words())
    assert len([one for one in slip.blocks if isinstance(one, Table)]) == 1
    texts = " ".join(one.text for one in slip.blocks if isinstance(one, Paragraph))
    assert load_words()["changes_none"] in texts


def test_every_change_has_its_own_reason_or_the_common_one() -> None:
    other = replace(CHANGES[0], at=replace(AT, row="b"), reason="")
    told = with_reasons((*CHANGES, other), {AT: " Nhập sai "}, "Xã gửi muộn")
    assert [one.reason for one in told] == ["Nhập sai", "", "Xã gửi muộn"]


def test_a_slip_without_a_date_bears_the_year_in_which_it_is_written() -> None:
    facts = a_correction()
    later = replace(facts.fresh, computed_at=NOW.replace(year=2026))
    slip = lay_out_correction(replace(facts, fresh=later), load_words())
    assert (slip.letterhead.date, slip.letterhead.year) == (None, 2026)
    day = dt.date(2025, 1, 3)
    dated = lay_out_correction(replace(facts, fresh=later, dated=day), load_words())
    assert dated.letterhead.year == 2025
