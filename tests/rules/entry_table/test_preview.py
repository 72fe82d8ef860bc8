"""What importing a sheet would do, shown before it does."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.errors import InputError
from desktop.records.identity import RecordId
from desktop.records.import_mapping import HeadingMatch, ImportMapping, WordMatch
from desktop.rules.entry_table.fates import Choices, Fate, Match, Preview
from desktop.rules.entry_table.preview import preview
from desktop.rules.grid import Cell, Grid, TableSource
from tests import builders
from tests.rules.entry_table.sheets import (
    OWN,
    SETTLED,
    TODAY,
    UNIT,
    a_grid,
    a_source,
    an_against,
    looked_at,
)

HEADS = ("STT", "Tên lớp", "Ngày tổ chức", "Đơn vị thực hiện", "Số lượt")
ROW = ("1", "Lớp một", "13/6/2024", "Phòng VHTT", "40")


def reasons(error: pytest.ExceptionInfo[InputError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def notes(shown: Preview) -> dict[str, tuple[str, ...]]:
    return {problem.code: problem.facts for problem in shown.notes}


def test_a_sheet_is_shown_with_its_columns_and_rows() -> None:
    shown = looked_at(("DANH SÁCH LỚP",), HEADS, ROW)
    assert shown.heading_row == 2
    assert [one.field for one in shown.columns] == [
        "",
        "title",
        "first_day",
        "agency",
        "attendance",
    ]
    assert [(one.number, one.fate) for one in shown.rows] == [(3, Fate.ADD)]
    assert shown.wanting == ()


def test_required_fields_no_column_fills_are_told() -> None:
    shown = looked_at(HEADS, ROW, settled={})
    assert shown.wanting == ("form", "pillar")
    assert shown.rows[0].fate is Fate.REFUSED
    assert looked_at(HEADS, ROW, settled=SETTLED).wanting == ()


@pytest.mark.parametrize("source", [TableSource(grids=()), a_source(("", " "))])
def test_a_source_without_anything_is_refused(source: TableSource) -> None:
    with pytest.raises(InputError) as error:
        preview(source, an_against())
    assert reasons(error) == ["entries_empty"]


def test_a_file_without_headings_is_refused_until_somebody_points_at_them() -> None:
    source = a_source(("Cột A", "Cột B"), ("một", "hai"), name="Trang 1")
    with pytest.raises(InputError) as error:
        preview(source, an_against())
    assert reasons(error) == ["headings_missing"]
    shown = preview(source, an_against(), Choices(headings=1))
    assert [one.match for one in shown.columns] == [Match.NONE, Match.NONE]
    assert (shown.heading_row, shown.seen) == (1, 1)
    by_place = preview(source, an_against(), Choices(headings=-1))
    assert [one.match for one in by_place.columns] == [Match.POSITION] * 2


def test_a_paste_without_headings_is_read_by_place_and_says_so() -> None:
    shown = looked_at(("Lớp một", "13/6/2024"), ("Lớp hai", "14/6/2024"))
    assert shown.heading_row == 0
    assert [one.field for one in shown.columns] == ["title", "first_day"]
    assert "headings_guessed" in notes(shown)
    assert shown.counts[Fate.ADD] == 2


def test_the_first_sheet_with_headings_is_taken_and_the_others_are_told() -> None:
    other = a_grid(("Ghi chú chung",), name="Bìa")
    source = TableSource(
        grids=(other, a_grid(HEADS, ROW, name="Lớp")), hidden_sheets=("Ẩn",)
    )
    shown = preview(source, an_against())
    assert (shown.sheet, shown.sheets) == ("Lớp", ("Bìa", "Lớp"))
    assert notes(shown)["sheets_left"] == ("Bìa",)
    assert notes(shown)["sheets_hidden"] == ("Ẩn",)


def test_a_sheet_can_be_chosen_and_must_be_there() -> None:
    many = (a_grid(HEADS, ROW, name="Một"), a_grid(HEADS, ROW, ROW, name="Hai"))
    source = TableSource(grids=many)
    assert preview(source, an_against(), Choices(sheet="Hai")).seen == 2
    with pytest.raises(InputError) as error:
        preview(source, an_against(), Choices(sheet="Ba"))
    assert error.value.problems[0].facts == ("Ba", "Một", "Hai")


def test_totals_titles_and_repeated_headings_are_left_out_with_their_rows() -> None:
    title = Cell(text="I. Khối", block=1)
    shown = looked_at(HEADS, (title,) * 5, ROW, HEADS, ("", "Tổng cộng", "", "", "40"))
    assert [one.fate for one in shown.rows] == [
        Fate.LEFT_OUT,
        Fate.ADD,
        Fate.LEFT_OUT,
        Fate.LEFT_OUT,
    ]
    told = notes(shown)
    assert (
        told["row_title_left"],
        told["row_heading_left"],
        told["row_total_left"],
    ) == (
        ("2",),
        ("4",),
        ("5",),
    )


def test_hidden_rows_are_read_and_told() -> None:
    rows = a_grid(HEADS, ROW).rows
    grid = Grid(rows=(rows[0], replace(rows[1], hidden=True)))
    shown = preview(TableSource(grids=(grid,)), an_against(), Choices(fixed=SETTLED))
    assert notes(shown)["rows_hidden"] == ("2",)
    assert shown.rows[0].hidden
    assert shown.rows[0].fate is Fate.ADD


def test_a_doubtful_column_is_asked_about_once_and_then_settled() -> None:
    rows = [HEADS, (*ROW[:2], "05/06/2024", *ROW[3:]), ("2", "Lớp hai", "06/07/2024")]
    shown = looked_at(*rows)
    assert shown.columns[2].asked == ("dmy", "mdy")
    assert [one.fate for one in shown.rows] == [Fate.REFUSED, Fate.REFUSED]
    assert notes(shown)["asked_dmy"] == ("Ngày tổ chức",)
    told = looked_at(*rows, readings={2: "mdy"})
    assert told.columns[2].asked == ()
    assert told.rows[0].record.first_day == dt.date(2024, 5, 6)
    proved = looked_at(*rows, ("3", "Lớp ba", "23/07/2024"))
    assert notes(proved)["settled_dmy"] == ("Ngày tổ chức", "23/07/2024")
    assert proved.counts[Fate.ADD] == 3


def test_days_without_a_year_are_of_the_year_the_title_tells() -> None:
    shown = looked_at(("LỚP NĂM 2023",), HEADS, ("1", "Lớp", "13/6", "", "1"))
    assert shown.rows[0].record.first_day == dt.date(2023, 6, 13)


def test_words_nobody_knows_are_asked_about_once_and_remembered() -> None:
    rows = (
        HEADS,
        (*ROW[:3], "Đội A", "1"),
        ("2", "Lớp hai", "14/6/2024", "đội a", "2"),
    )
    shown = looked_at(*rows)
    assert [(name, word) for name, word, _ in shown.unknown_words] == [
        ("agency", "Đội A")
    ]
    told = looked_at(*rows, words={("agency", "Đội A"): str(UNIT)})
    assert told.unknown_words == ()
    assert {one.record.agency for one in told.rows} == {UNIT}
    mapping = ImportMapping(
        id=RecordId("m"),
        register="training",
        headings=(HeadingMatch(heading="so luot", field="people"),),
        words=(WordMatch(field="agency", word="doi a", value=str(UNIT)),),
        kept_at=dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
    )
    kept = looked_at(*rows, against=an_against(mappings=(mapping,)))
    assert kept.unknown_words == ()
    assert kept.columns[4].field == "people"
    assert kept.columns[4].match is Match.REMEMBERED


def test_money_in_millions_is_kept_in_dong_and_told() -> None:
    heads = (*HEADS, "Kinh phí (triệu đồng)")
    shown = looked_at(heads, (*ROW, "25,5"))
    assert shown.rows[0].record.spending[0].spent == 25_500_000
    assert notes(shown)["money_factor"] == ("Kinh phí (triệu đồng)", "1.000.000")
    above = looked_at(
        ("ĐVT: nghìn đồng",),
        (*HEADS, "Kinh phí"),
        (*ROW, "25.500"),
        readings={5: "grouped"},
    )
    assert above.rows[0].record.spending[0].spent == 25_500_000


def test_headings_in_letters_from_before_unicode_are_known() -> None:
    heads = tuple(
        Cell(text=text, font=".VnTime") for text in ("Tªn líp", "Ngµy tæ chøc")
    )
    row = (Cell(text="Líp mét", font=".VnTime"), "13/6/2024")
    shown = looked_at(heads, row)
    assert [one.field for one in shown.columns] == ["title", "first_day"]
    assert shown.rows[0].record.title == "Lớp một"


def test_likely_twins_are_told() -> None:
    kept = builders.an_activity(
        id="kept",
        title="Tập huấn quyền con người cho cán bộ",
        first_day=dt.date(2024, 6, 13),
        last_day=dt.date(2024, 6, 13),
        form=None,
    )
    rows = (HEADS, ("1", "Tập huấn về quyền con người cho cán bộ", *ROW[2:]))
    assert looked_at(*rows, against=an_against(kept=(kept,))).rows[0].twins == ("kept",)


# --- whatever the sheet -------------------------------------------------------------

TEXTS = st.one_of(
    st.sampled_from(
        [
            *HEADS,
            "",
            "Lớp một",
            "Lớp hai",
            "13/6/2024",
            "05/06/2024",
            "31/02/2024",
            "5-7/8/2024",
            "Phòng VHTT",
            "đâu đó",
            "40",
            "1,500",
            "Tổng cộng",
            "one",
            "Mã mục",
            "Kinh phí",
            "Phụ nữ",
        ]
    ),
    st.text(max_size=8),
)
CELLS = st.builds(
    Cell,
    text=TEXTS,
    kind=st.sampled_from(["", "", "", "number", "day", "flag", "moment"]),
    font=st.sampled_from(["", "", ".VnTime", "VNI-Times"]),
    block=st.sampled_from([0, 0, 0, 1, 2]),
    fault=st.sampled_from(["", "", "", "", "formula", "error_value"]),
)
ROWS = st.lists(st.lists(CELLS, max_size=7), max_size=9)
KEPT = builders.an_activity(
    id="one",
    title="Lớp một",
    first_day=dt.date(2024, 6, 13),
    last_day=dt.date(2024, 6, 13),
)
SAID: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "left_out": st.frozensets(st.integers(1, 9)),
        "overwrite": st.none() | st.frozensets(st.integers(1, 9)),
        "fixed": st.just(SETTLED),
        "headings": st.sampled_from([0, 0, 1, -1]),
        "readings": st.dictionaries(
            st.integers(0, 6), st.sampled_from(["dmy", "mdy", "decimal", "grouped"])
        ),
        "columns": st.dictionaries(
            st.integers(0, 6),
            st.sampled_from(["title", "first_day", "attendance", "", "id", "spending"]),
        ),
    },
)


@settings(max_examples=150, deadline=None)
@given(ROWS, SAID)
def test_every_row_that_holds_anything_is_accounted_for(
    rows: list[list[Cell]], said: dict[str, Any]
) -> None:
    heads = [Cell(text=text) for text in HEADS]
    source = a_source(heads, *rows)
    shown = preview(source, an_against(kept=(KEPT,)), Choices(**said))
    counts = shown.counts
    accepted = counts[Fate.ADD] + counts[Fate.CHANGE]
    unchanged = counts[Fate.SAME] + counts[Fate.KEPT] + counts[Fate.LEFT_OUT]
    assert shown.seen == accepted + counts[Fate.REFUSED] + unchanged
    numbers = [one.number for one in shown.rows]
    assert numbers == sorted(set(numbers))
    taken = [one.field for one in shown.columns if one.field]
    assert len(taken) == len(set(taken))


@settings(max_examples=150, deadline=None)
@given(ROWS, SAID)
def test_a_row_has_a_fault_or_a_record_and_never_loses_what_is_kept(
    rows: list[list[Cell]], said: dict[str, Any]
) -> None:
    heads = [Cell(text=text) for text in HEADS]
    source = a_source(heads, *rows)
    shown = preview(source, an_against(kept=(KEPT,)), Choices(**said))
    for one in shown.rows:
        faults = [p for each in one.cells for p in each.problems if p.blocking]
        faults += [p for p in one.problems if p.blocking]
        assert bool(faults) == (one.fate is Fate.REFUSED)
        assert (one.record is None) == (one.fate is Fate.REFUSED or not one.cells)
        if one.fate is Fate.SAME:
            assert one.record == one.before
        if one.fate is Fate.CHANGE:
            told = {each.field for each in one.cells if each.changed}
            assert told, "a change is shown"
            wanted = said.get("overwrite", frozenset())
            assert wanted is None or one.number in wanted
        if one.before is not None and one.record is not None:
            silent = {"place", "note", "tasks", "form"}
            assert all(
                getattr(one.record, name) == getattr(one.before, name)
                for name in silent - {each.field for each in one.cells}
            ), "what the sheet does not say stays"


@settings(max_examples=60, deadline=None)
@given(ROWS)
def test_looking_twice_shows_the_same(rows: list[list[Cell]]) -> None:
    source = a_source([Cell(text=text) for text in HEADS], *rows)
    against = an_against(kept=(KEPT,))
    assert preview(source, against) == preview(source, against)


def test_a_year_is_doubtful_only_where_the_sheet_never_tells_it() -> None:
    heads = [Cell(text=text) for text in ("Tên lớp", "Ngày")]
    rows = [Cell(text="Lớp một"), Cell(text="13/8")]

    def doubts(*above: list[Cell]) -> set[tuple[str, str]]:
        shown = preview(a_source(*above, heads, rows), an_against(), Choices())
        cells = (cell for row in shown.rows for cell in row.cells)
        return {(one.code, one.facts[1]) for cell in cells for one in cell.problems}

    assert doubts() == {("date_year_assumed", f"13/08/{TODAY.year}")}
    assert doubts([Cell(text="DANH SÁCH LỚP NĂM 2024")]) == set()


@pytest.mark.parametrize(
    ("heads", "title", "agency"),
    [
        (
            ("STT", "Teân lôùp", "Ngaøy toå chöùc", "Ñôn vò chuû trì", "Soá löôït"),
            "Lôùp taäp huaán quyeàn con ngöôøi",
            "Phoøng VHTT",
        ),
        (
            ("STT", "Tªn líp", "Ngµy tæ chøc", "§¬n vÞ chñ tr×", "Sè l\u00adît"),
            "Líp tËp huÊn quyÒn con ng\u00adêi",
            "Phßng VHTT",
        ),
    ],
    ids=["vni", "tcvn3"],
)
def test_old_letters_are_known_without_their_font(
    heads: tuple[str, ...], title: str, agency: str
) -> None:
    shown = looked_at(heads, ("1", title, "13/6/2024", agency, "40"))
    record = shown.rows[0].record
    assert (record.title, record.agency) == ("Lớp tập huấn quyền con người", OWN)
    assert [one.field for one in shown.columns] == [
        "",
        "title",
        "first_day",
        "agency",
        "attendance",
    ]
