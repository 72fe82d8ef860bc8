"""Growth is told in office words, and only against a period that has something."""

import datetime as dt
import re
from decimal import Decimal

import pytest

from desktop.files.templates import load_template
from desktop.records.identity import Code
from desktop.records.template import TableTemplate
from desktop.rules.reports.facts import Earlier, Facts
from desktop.rules.reports.growth import growth_table, listed, sentences
from desktop.rules.reports.sentences import plain
from tests.rules.reported import facts, labels, template

TRAININGS = Code("trainings")


def table_g() -> TableTemplate:
    return next(one for one in load_template("report-year").tables if one.code == "G")


def earlier(before: int, kind: str = "previous", **others: int) -> Earlier:
    found = {Code(name): Decimal(many) for name, many in others.items()}
    return Earlier(
        kind=kind,
        first_day=dt.date(2023, 1, 1),
        last_day=dt.date(2023, 12, 31),
        totals={TRAININGS: Decimal(before), **found},
    )


def grown(now: int, before: int, **others: int) -> Facts:
    return facts(
        totals={TRAININGS: Decimal(now)},
        earlier=(earlier(before, "previous", **others),),
    )


def said(found: Facts) -> list[str]:
    return [plain(one) for one in sentences(template(), found)]


LABEL = "số hội nghị, lớp tập huấn, bồi dưỡng"


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (5, 4, "tăng 25% (từ 4 lên 5 cuộc)"),
        (7, 6, "tăng 16,7% (từ 6 lên 7 cuộc)"),
        (3, 4, "giảm 25% (từ 4 xuống 3 cuộc)"),
        (0, 4, "giảm 100% (từ 4 xuống 0 cuộc)"),
        (4, 4, "không thay đổi"),
        (8, 4, "gấp 2 lần (từ 4 lên 8 cuộc)"),
        (15, 6, "gấp 2,5 lần (từ 6 lên 15 cuộc)"),
        (40, 4, "tăng từ 4 lên 40 cuộc"),
    ],
)
def test_a_change_is_told_as_an_office_tells_it(
    now: int, before: int, words: str
) -> None:
    assert said(grown(now, before)) == [f"So với năm 2023: {LABEL} {words}."]


def test_times_are_never_told_as_a_number_of_times_more() -> None:
    """What rose "by 20 times" would be read as twenty times as much."""
    found = facts(
        totals={Code("broadcasts"): Decimal(1386), Code("press_times"): Decimal(25)},
        earlier=(earlier(0, broadcasts=124, press_times=5),),
    )
    (text,) = said(found)
    assert "số lần phát sóng tăng từ 124 lên 1.386 lần" in text
    assert "số lần cung cấp thông tin cho báo chí gấp 5 lần (từ 5 lên 25 lần)" in text
    assert not re.search(r"(tăng|giảm) [\d.]+ lần", text)


def test_what_was_nothing_then_is_not_compared() -> None:
    assert said(grown(5, 0)) == []
    table = growth_table(table_g(), grown(5, 0, products=2), labels())
    assert table is not None
    by_key = {row.key: row.values for row in table.rows}
    assert by_key["trainings"][3:] == (5, 0, None, None)
    assert by_key["products"][3:] == (0, 2, -2, Decimal("-100.0"))


def test_figures_that_are_nothing_then_and_now_have_no_row() -> None:
    table = growth_table(table_g(), grown(5, 4), labels())
    assert table is not None
    assert [row.key for row in table.rows] == ["trainings"]
    assert table.rows[0].values == (
        *(1, "Số hội nghị, lớp tập huấn, bồi dưỡng", "cuộc"),
        *(5, 4, 1, Decimal("25.0")),
    )


def test_without_an_earlier_period_there_is_no_table() -> None:
    assert (
        growth_table(table_g(), facts(totals={TRAININGS: Decimal(5)}), labels()) is None
    )


def test_each_earlier_period_has_columns_of_its_own() -> None:
    found = facts(
        totals={TRAININGS: Decimal(5)}, earlier=(earlier(4), earlier(2, "last_year"))
    )
    table = growth_table(table_g(), found, labels())
    assert table is not None
    assert [one.key for one in table.columns[3:]] == [
        "now",
        *(f"previous_{each}" for each in ("value", "difference", "percent")),
        *(f"last_year_{each}" for each in ("value", "difference", "percent")),
    ]
    assert table.rows[0].values[4:] == (4, 1, Decimal("25.0"), 2, 3, Decimal("150.0"))


def test_what_rose_and_what_fell_are_told_apart() -> None:
    found = grown(5, 4, products=3)
    up = plain(listed(template(), found, up=True))
    down = plain(listed(template(), found, up=False))
    assert up == f"so với năm 2023: {LABEL} tăng 25% (từ 4 lên 5 cuộc)"
    assert down == (
        "so với năm 2023: số sản phẩm truyền thông giảm 100% (từ 3 xuống 0 sản phẩm)"
    )
    assert listed(template(), facts(), up=True) == ""


def test_a_plan_that_began_within_the_period_before_is_spoken_of() -> None:
    before = Earlier(
        kind="last_year",
        first_day=dt.date(2022, 7, 1),
        last_day=dt.date(2023, 6, 30),
        totals={TRAININGS: Decimal(1)},
    )
    found = facts(totals={TRAININGS: Decimal(5)}, earlier=(before,))
    assert found.plan.first_day > before.first_day
    table = growth_table(table_g(), found, labels())
    assert table is not None
    assert any("là ngày bắt đầu Kế hoạch" in note for note in table.notes)
