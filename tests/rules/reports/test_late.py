"""Late entries are told in the words of an office."""

import datetime as dt
from dataclasses import replace

from desktop.rules.reports.facts import LateEntry, LateKind, ReportIssued
from desktop.rules.reports.late import late_table, sentences
from desktop.rules.reports.sentences import plain
from tests.rules.reported import facts, labels

REPORT = ReportIssued(
    id="r",
    first_day=dt.date(2023, 1, 1),
    last_day=dt.date(2023, 12, 31),
    issued_on=dt.date(2023, 12, 20),
    number="15",
)
ENTRY = LateEntry(
    register="Tập huấn",
    place="activities/a",
    title="Lớp tập huấn",
    agency="Phòng VHTT",
    day=dt.date(2023, 11, 5),
    recorded_on=dt.date(2024, 1, 9),
    kind=LateKind.ADDED,
    report=REPORT,
)


def said(*entries: LateEntry) -> list[str]:
    return [plain(one) for one in sentences(facts(late=entries), labels())]


def test_nothing_late_is_not_spoken_of() -> None:
    assert said() == []
    assert late_table(facts(), labels()) is None


def test_each_report_has_a_sentence_with_what_became_of_it() -> None:
    other = replace(REPORT, id="s", number="", last_day=dt.date(2023, 6, 30))
    assert said(
        ENTRY,
        replace(ENTRY, place="activities/b", kind=LateKind.REMOVED),
        replace(ENTRY, place="activities/c", report=other, kind=LateKind.CHANGED),
    ) == [
        "Điều chỉnh sau báo cáo số 15 ngày 20/12/2023: bổ sung 1 mục, bỏ 1 mục.",
        "Điều chỉnh sau báo cáo kỳ 01/01/2023 - 30/06/2023: sửa 1 mục.",
    ]


def test_the_table_says_where_each_entry_is_counted() -> None:
    here = replace(ENTRY, place="activities/d", day=dt.date(2024, 1, 2))
    table = late_table(facts(late=(ENTRY, here)), labels())
    assert table is not None
    assert [row.values for row in table.rows] == [
        (
            *(1, "Tập huấn", "Lớp tập huấn", "Phòng VHTT", ENTRY.day),
            *(ENTRY.recorded_on, "Bổ sung", "báo cáo số 15 ngày 20/12/2023"),
            "Số lũy kế",
        ),
        (
            *(2, "Tập huấn", "Lớp tập huấn", "Phòng VHTT", here.day),
            *(ENTRY.recorded_on, "Bổ sung", "báo cáo số 15 ngày 20/12/2023"),
            "Kỳ này",
        ),
    ]
    assert len(table.columns) == 9
