"""Charts are native, bound to the figures above them, and never made of pictures."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desktop.records.report import Chart
from tests.files.report_builder import a_months_chart, a_report, a_targets_chart
from tests.files.workbook_reader import parts, texts, written

CHARTS = (a_targets_chart(), a_months_chart())


@pytest.fixture
def sheet(tmp_path: Path) -> Any:
    return written(tmp_path, a_report(blocks=CHARTS, annexes=(), data=()))["Biểu đồ"]


def cells(sheet: Any, reference: str) -> list[Any]:
    return [cell.value for (cell,) in sheet[reference.split("!")[1].replace("$", "")]]


def values(chart: Chart, name: str) -> list[float | None]:
    found = [getattr(bar, name) for bar in chart.bars]
    return [None if value is None else float(value) for value in found]


def test_each_series_is_bound_to_the_cells_of_its_figures(sheet: Any) -> None:
    assert len(sheet._charts) == 2
    for drawn, chart in zip(sheet._charts, CHARTS, strict=True):
        for series, name in zip(
            drawn.series, ("value", "target", "upper"), strict=False
        ):
            assert cells(sheet, series.val.numRef.f) == values(chart, name)


def test_figures_are_held_in_the_chart_too_for_viewers_that_reckon_nothing(
    sheet: Any,
) -> None:
    for drawn in sheet._charts:
        for series in drawn.series:
            data = series.val.numRef.numCache
            held = dict.fromkeys(range(data.ptCount))
            held.update({point.idx: point.v for point in data.pt})
            assert list(held.values()) == cells(sheet, series.val.numRef.f)


def test_targets_lie_and_months_stand(sheet: Any) -> None:
    assert [drawn.type for drawn in sheet._charts] == ["bar", "col"]
    assert [len(drawn.series) for drawn in sheet._charts] == [3, 1]


def test_a_legend_is_drawn_only_where_there_is_something_to_tell_apart(
    sheet: Any,
) -> None:
    assert [drawn.legend is not None for drawn in sheet._charts] == [True, False]


def test_a_missing_figure_says_why_beside_its_empty_place(sheet: Any) -> None:
    labels = cells(sheet, sheet._charts[0].series[0].cat.strRef.f)
    assert labels[3] == "Thôn, làng có chuyên mục truyền thanh (Chưa đủ số liệu)"
    assert labels[0] == "Cán bộ nhân quyền được tập huấn"
    cached = [p.v for p in sheet._charts[0].series[0].cat.strRef.strCache.pt]
    assert cached == labels


def test_values_start_at_nought_and_axes_are_shown(sheet: Any) -> None:
    for drawn in sheet._charts:
        assert drawn.y_axis.scaling.min == 0
        assert drawn.x_axis.delete is False
        assert drawn.y_axis.delete is False


def test_title_unit_and_texts_stand_in_cells(sheet: Any) -> None:
    found = texts(sheet)
    assert a_targets_chart().title in found
    assert "Đơn vị tính: %" in found
    assert "15,4% (mục tiêu 15 - 20%)" in found


def test_a_chart_that_would_be_cut_begins_a_new_page(tmp_path: Path) -> None:
    small = replace(a_targets_chart(), bars=a_targets_chart().bars[:1])
    charts = (small, replace(small, code="b"), a_months_chart())
    sheet = written(tmp_path, a_report(blocks=charts, annexes=(), data=()))["Biểu đồ"]
    assert len(sheet.row_breaks.brk) == 1


def test_there_is_no_picture_and_no_excel_title(tmp_path: Path) -> None:
    written(tmp_path, a_report(blocks=CHARTS))
    found = parts(tmp_path / "báo cáo.xlsx")
    assert not [name for name in found if "media" in name]
    for number in (1, 2):
        chart = found[f"xl/charts/chart{number}.xml"]
        assert b'<autoTitleDeleted val="1"/>' in chart
        assert b'typeface="Times New Roman"' in chart


def test_a_number_changed_in_its_cell_changes_the_chart(tmp_path: Path) -> None:
    report = a_report(blocks=(a_months_chart(),), annexes=(), data=())
    written(tmp_path, report)
    found = parts(tmp_path / "báo cáo.xlsx")
    changed = tmp_path / "sửa.xlsx"
    with zipfile.ZipFile(changed, "w") as archive:
        for name, part in found.items():
            # the copy inside the chart stays as it was: only the cell is changed
            in_sheet = name == "xl/worksheets/sheet2.xml"
            new = part.replace(b"<v>31</v>", b"<v>3977</v>") if in_sheet else part
            assert (new != part) == in_sheet
            archive.writestr(name, new)
    program = shutil.which("soffice") or "soffice"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            *(program, profile, "--headless", "--convert-to", "pdf"),
            *("--outdir", str(tmp_path), str(changed)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    document = pypdfium2.PdfDocument(tmp_path / "sửa.pdf")
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    # once in the cell and once above the column, written with or without a mark
    assert len(re.findall("3[.,]?977", words)) == 2
    assert re.search(r"9 22\s+3[.,]?977\s+18 40", words)  # among its neighbours
