"""The layouts that ship can be read, count what there is, and refuse slips."""

import re
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files import catalogue
from desktop.files.form_layouts import load_layouts, load_sheets
from desktop.rules.forms.layout import FormLayout

ALL = load_layouts()


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.code}-{one.version}")
def test_every_column_counts_a_figure_there_is_in_its_unit(one: FormLayout) -> None:
    figures = catalogue.load_figures()
    for column in one.columns:
        assert column.figures, column.key
        assert figures[column.figures[0]].unit == column.unit, column.key


@pytest.mark.parametrize("one", ALL, ids=lambda one: f"{one.code}-{one.version}")
def test_a_file_is_called_by_code_and_version(one: FormLayout) -> None:
    from desktop import paths

    assert (paths.DATA / "forms" / f"{one.code}-{one.version}.toml").exists()


OFFICIAL = (
    "Số cuộc truyền thông",
    "Số lượt người được truyền thông",
    "Số lượng tài liệu phát hành miễn phí: Tổng số",
    "Số lượng tài liệu phát hành miễn phí: Tờ rơi/tờ gấp",
    "Số lượng tài liệu phát hành miễn phí: Sách",
    "Số lượng tài liệu phát hành miễn phí: Băng-đĩa hình, băng-đĩa tiếng",
    "Số lượng tài liệu phát hành miễn phí: Tài liệu khác",
    "Số chương trình trên hệ thống truyền thanh cấp xã",
    "Thi tìm hiểu: Số cuộc thi",
    "Thi tìm hiểu: Số lượt người dự thi",
    "Câu lạc bộ: Số câu lạc bộ",
    "Câu lạc bộ: Số người là thành viên",
    "Tủ sách: Số lượng",
    "Tủ sách: Số lượt người đọc, mượn",
)
"""Headings of biểu 09a (domain 1.5.2, table B), their units left out."""


@pytest.mark.parametrize("which", [("09a", 2), ("09e", 1)], ids=["09a", "09e"])
def test_the_headings_are_worded_as_on_the_official_forms(
    which: tuple[str, int],
) -> None:
    (found,) = (one for one in ALL if (one.code, one.version) == which)
    headings = (": ".join(one.heading) for one in found.columns[: len(OFFICIAL)])
    assert tuple(re.sub(r" \([^)]*\)", "", each) for each in headings) == OFFICIAL


def test_the_columns_are_those_of_the_official_forms() -> None:
    by_code = {(one.code, one.version): one for one in ALL}
    commune, agency = by_code["09a", 2], by_code["09e", 1]
    assert len(commune.columns) == 14, "domain 1.5.2, table B"
    assert [one.key for one in agency.columns[:14]] == [
        one.key for one in commune.columns
    ]
    assert [one.heading[0] for one in agency.columns[15:]] == ["Kinh phí (Đồng)"] * 4


def test_a_later_version_keeps_the_names_of_the_totals_before() -> None:
    by_code = {(one.code, one.version): one for one in ALL}
    before = [one.key for one in by_code["09a", 1].columns]
    assert before == [one.key for one in by_code["09a", 2].columns][: len(before)]


def test_every_field_asked_for_is_one_of_the_register_and_never_the_unit() -> None:
    registers = {one.code: one for one in catalogue.load_registers()}
    for sheet in load_sheets():
        known = {one.name for one in registers[sheet.register].fields}
        assert set(sheet.fields) <= known, sheet.register
        assert "agency" not in sheet.fields, "a form is one unit's"


def test_every_field_an_entry_needs_is_asked_for() -> None:
    from desktop.rules.entry_table.building import required

    registers = {one.code: one for one in catalogue.load_registers()}
    for sheet in load_sheets():
        assert set(required(registers[sheet.register])) <= set(sheet.fields)


SLIPS = {
    "broken": "code = [",
    "unknown key": (
        'code = "x"\nversion = 1\nnumber = "x"\ntitle = "t"\nsheet = "s"\n'
        'colour = "r"\ncolumns = []\n'
    ),
    "part of nothing": (
        'code = "x"\nversion = 1\nnumber = "x"\ntitle = "t"\nsheet = "s"\n'
        '[[columns]]\nkey = "a"\nheading = ["A"]\nunit = "u"\nfigures = []\n'
        'part_of = "b"\n'
    ),
    "one key twice": (
        'code = "x"\nversion = 1\nnumber = "x"\ntitle = "t"\nsheet = "s"\n'
        '[[columns]]\nkey = "a"\nheading = ["A"]\nunit = "u"\nfigures = []\n'
        '[[columns]]\nkey = "a"\nheading = ["B"]\nunit = "u"\nfigures = []\n'
    ),
}


@pytest.mark.parametrize("text", SLIPS.values(), ids=SLIPS)
def test_a_slip_in_a_layout_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "x-1.toml").write_text(text, "utf-8")
    with pytest.raises(FileError) as caught:
        load_layouts(tmp_path)
    assert caught.value.reason == "unreadable"
