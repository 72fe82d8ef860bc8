"""Which units a report is put together from, and whose reports it lacks."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from desktop.files.templates import load_template
from desktop.records.identity import Code
from desktop.rules.reports.facts import Facts, UnitReport
from desktop.rules.reports.layout import lay_out
from desktop.rules.reports.received import missing, received_table
from desktop.rules.reports.section_texts import section_texts
from tests.builders import UNIT
from tests.rules.reported import facts, labels

DAY = dt.date(2024, 6, 21)


def some(**changes: object) -> Facts:
    """Return facts of an office one unit sent a report to, and another did not."""
    agencies = {str(one.id): one for one in facts().agencies}
    came = UnitReport(
        agency=agencies[UNIT],
        missing=False,
        day=DAY,
        version=2,
        entries=12,
        attendance=340,
        control="7F2C",
    )
    lacking = UnitReport(agency=agencies["ubnd-xa-ha-mon"], missing=True)
    units = (lacking, replace(came, **changes))  # type: ignore[arg-type]
    return facts(units=units)


def test_where_nobody_sends_reports_nothing_is_said_of_them() -> None:
    assert received_table(facts(), labels()) is None
    made = section_texts(facts(), load_template("report-half-year"))
    assert "chưa gửi báo cáo" not in made["shortcomings"].text


def test_what_came_is_told_with_its_version_and_control_and_what_did_not_last() -> None:
    table = received_table(some(), labels())
    assert table is not None
    assert [row.values for row in table.rows] == [
        (1, "UBND xã Đăk Mar", "Đã nhận báo cáo", "Lần 2", DAY, 12, 340, "7F2C"),
        (2, "UBND xã Hà Mòn", "Chưa gửi báo cáo", "", None, None, None, ""),
    ]
    assert table.notes == (labels()["received_note"],)


def test_a_slip_and_what_was_entered_here_are_told() -> None:
    slip = received_table(some(slip=1), labels())
    assert slip is not None
    assert slip.rows[0].values[3] == "Lần 2, đính chính 1"
    entered = received_table(some(day=None, control=""), labels())
    assert entered is not None
    told = {row.values[2] for row in entered.rows}
    assert told == {"Nhập tại cơ quan lập", "Chưa gửi báo cáo"}


def test_the_units_missing_are_named_in_the_words_and_counted() -> None:
    assert [one.id for one in missing(some())] == ["ubnd-xa-ha-mon"]
    made = section_texts(some(), load_template("report-half-year"))["shortcomings"]
    assert (
        "Số liệu chưa bao gồm 1 đơn vị chưa gửi báo cáo: UBND xã Hà Mòn." in made.text
    )
    assert made.values["count:missing"] == "1"


def test_the_table_is_an_annex_of_the_report() -> None:
    report = lay_out(some(), load_template("report-half-year"))
    titles = [one.title for one in report.annexes]
    assert "ĐƠN VỊ GỬI BÁO CÁO" in titles


def test_what_a_unit_alone_can_tell_is_a_number_once_one_told_it() -> None:
    told = facts(
        by_agency={Code("clubs"): {UNIT: Decimal(3)}},
        totals={Code("clubs"): Decimal(3)},
    )
    report = lay_out(told, load_template("report-half-year"))
    table = next(
        block
        for annex in report.annexes
        for block in annex.blocks
        if getattr(block, "code", "") == "table_b"
    )
    keys = [column.key for column in table.columns]  # type: ignore[union-attr]
    at, other = keys.index("clubs"), keys.index("bookshelves")
    row = next(one for one in table.rows if one.key == UNIT)  # type: ignore[union-attr]
    assert (row.values[at], row.values[other]) == (3, None)
