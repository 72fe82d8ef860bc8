"""What a year will probably reach stands apart from what was counted."""

from decimal import Decimal

from desktop.rules.calendar import parse_period
from desktop.rules.reports.estimates import estimates_table
from tests.rules.reported import facts, labels, measured, result


def test_only_what_somebody_estimated_is_told_beside_what_was_counted() -> None:
    told = result(measured(9, 10, "80.0", "not_met"), estimate=Decimal("92.5"))
    found = facts(
        period=parse_period("2024@14/11"),
        results=(result(measured(1, 2, "50.0")), told),
    )
    table = estimates_table(found, labels())
    assert table is not None
    assert [one.heading[0] for one in table.columns][4:] == [
        "Kết quả đến ngày 14/11/2024",
        "Ước thực hiện cả năm 2024",
    ]
    assert [row.values for row in table.rows] == [
        (1, "Cán bộ được tập huấn", "%", "từ 90% trở lên", "80%", "92,5%")
    ]
    assert any("không tính vào kết quả" in note for note in table.notes)


def test_without_an_estimate_nothing_is_reckoned_on() -> None:
    found = facts(results=(result(measured(9, 10, "80.0")),))
    assert estimates_table(found, labels()) is None
