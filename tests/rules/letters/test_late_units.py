"""The list of late units; letters show it, `test_letters` holds what they say."""

import datetime as dt

from desktop.files.templates import load_template
from desktop.records.identity import AgencyId
from desktop.records.report import ColumnType
from desktop.rules.letters.late_units import LateUnit, late_table

LABELS = load_template("letter-reminder").labels
TODAY = dt.date(2024, 12, 1)
ONE = LateUnit(agency=AgencyId("u"), name="Đơn vị", note="đã nhắc")
DUE = LateUnit(agency=AgencyId("v"), name="Đơn vị 2", due=dt.date(2024, 11, 24))


def test_every_column_has_its_heading_and_its_key() -> None:
    table = late_table((ONE, DUE), TODAY, "năm 2024", LABELS)
    assert [(one.heading, one.key) for one in table.columns] == [
        (("STT",), "ordinal"),
        (("Cơ quan, đơn vị",), "unit"),
        (("Hạn báo cáo",), "due"),
        (("Số ngày quá hạn",), "days"),
        (("Ghi chú",), "note"),
    ]
    assert table.columns[2].type is ColumnType.DATE


def test_a_unit_without_a_day_is_late_by_none() -> None:
    first, second = late_table((ONE, DUE), TODAY, "năm 2024", LABELS).rows
    assert first.values == (1, "Đơn vị", None, None, "đã nhắc")
    assert second.values == (2, "Đơn vị 2", dt.date(2024, 11, 24), 7, "")


def test_where_no_day_is_told_there_are_no_columns_of_days() -> None:
    table = late_table((ONE,), TODAY, "năm 2024", LABELS)
    assert [one.key for one in table.columns] == ["ordinal", "unit", "note"]
    assert [row.values for row in table.rows] == [(1, "Đơn vị", "đã nhắc")]


def test_what_went_back_says_when_it_came_and_how_much_is_wrong() -> None:
    faulty = LateUnit(
        agency=AgencyId("w"), name="Đơn vị 3", came=dt.date(2024, 11, 20), faults=3
    )
    (row,) = late_table((faulty,), TODAY, "năm 2024", LABELS).rows
    assert row.values[-1] == "Gửi ngày 20/11/2024, đã trả lại vì còn 3 chỗ phải sửa"
    older = {name: text for name, text in LABELS.items() if name != "late_faulty"}
    (row,) = late_table((faulty,), TODAY, "năm 2024", older).rows
    assert row.values[-1] == "", "an office's own older template has no words for it"
