"""The list of late units; letters show it, `test_letters` holds what they say."""

import datetime as dt

from desktop.files.templates import load_template
from desktop.records.identity import AgencyId
from desktop.records.report import ColumnType
from desktop.rules.late_units import LateUnit, late_table

LABELS = load_template("letter-reminder").labels
ONE = LateUnit(agency=AgencyId("u"), name="Đơn vị", note="đã nhắc")


def test_every_column_has_its_heading_and_its_key() -> None:
    table = late_table((ONE,), dt.date(2024, 12, 1), "năm 2024", LABELS)
    assert [(one.heading, one.key) for one in table.columns] == [
        (("STT",), "ordinal"),
        (("Cơ quan, đơn vị",), "unit"),
        (("Hạn báo cáo",), "due"),
        (("Số ngày quá hạn",), "days"),
        (("Ghi chú",), "note"),
    ]
    assert table.columns[2].type is ColumnType.DATE


def test_a_unit_without_a_day_is_late_by_none() -> None:
    (row,) = late_table((ONE,), dt.date(2024, 12, 1), "năm 2024", LABELS).rows
    assert row.values == (1, "Đơn vị", None, None, "đã nhắc")
