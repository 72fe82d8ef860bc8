"""Many files are read in two processes; one that goes wrong costs only itself."""

import shutil
import time
from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest

from desktop.errors import Cancelled
from desktop.files.foreign.limits import Limits
from desktop.files.forms.reading import read_forms
from desktop.progress import Step
from desktop.rules.forms.found import FormRead
from tests.files.foreign.workbooks import a_book, cells, sheet

MODULE = "tests.files.forms.misbehaving"
SHORT = Limits(seconds=1.0)
STAMPED = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="Biểu" sheetId="1" r:id="rId1"/>'
    '<sheet name="_so" sheetId="2" state="veryHidden" r:id="rId4"/></sheets></workbook>'
)
RELATED = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/worksheet" Id="rId1" '
    'Target="worksheets/sheet1.xml"/><Relationship Type="http://schemas.openxmlformats.'
    'org/officeDocument/2006/relationships/worksheet" Id="rId4" '
    'Target="worksheets/sheet2.xml"/></Relationships>'
)


def stamped(path: Path, *stamp: str) -> Path:
    """Write a workbook with a hidden sheet that says these things, one a row."""
    said = "".join(cells(one) for one in stamp)
    return a_book(
        path,
        cells("Một", "2"),
        book=STAMPED,
        rels=RELATED,
        xl__worksheets__sheet2=sheet(said),
    )


def text_of(read: FormRead) -> str:
    assert read.source is not None, read.fault
    return read.source.grids[0].rows[0].cell(0).text


def test_files_come_in_their_order_with_their_stamps(tmp_path: Path) -> None:
    paths = [
        stamped(tmp_path / f"{n}.xlsx", "STT-FORM", f"id{n}", "xã", "2024-Q2", "3")
        for n in range(20)
    ]
    found = list(read_forms(paths))
    assert [one.path for one in found] == paths
    assert [one.stamp and one.stamp.form_id for one in found] == [
        f"id{n}" for n in range(20)
    ]
    first = found[0]
    assert first.source is not None
    assert [one.name for one in first.source.grids] == ["Biểu"]
    assert first.stamp is not None
    assert (first.stamp.unit, first.stamp.period_code) == ("xã", "2024-Q2")
    assert not first.stamp.practice


def test_a_workbook_without_the_mark_bears_no_stamp(tmp_path: Path) -> None:
    other = stamped(tmp_path / "a.xlsx", "something", "id")
    plain = a_book(tmp_path / "b.xlsx", cells("Một"))
    assert [one.stamp for one in read_forms([other, plain])] == [None, None]


@pytest.mark.parametrize(
    ("way", "reason"),
    [
        ("loop", "too_slow"),
        ("sleep", "too_slow"),
        ("swell", "too_much_memory"),
        ("crash", "reader_died"),
        ("leave", "reader_died"),
        ("fail", "unreadable"),
        ("quiet", "reader_died"),
        ("lie", "cells_lost"),
        ("babble", "reader_died"),
    ],
)
def test_a_file_that_goes_wrong_costs_itself_and_no_other(
    tmp_path: Path, way: str, reason: str
) -> None:
    good = a_book(tmp_path / "good.xlsx", cells("tốt"))
    bad = Path(shutil.copy(good, tmp_path / f"{way}.xlsx"))
    before = bad.read_bytes()
    began = time.monotonic()
    limits = SHORT if reason == "too_slow" else Limits(seconds=15, memory=250_000_000)
    paths = [good, bad, good, good]
    found = list(read_forms(paths, limits=limits, module=MODULE))
    assert [one.fault[:1] for one in found] == [(), (reason,), (), ()]
    assert [text_of(one) for one in found if one.source] == ["tốt"] * 3
    assert time.monotonic() - began < limits.seconds + 6
    assert bad.read_bytes() == before


def test_what_libraries_print_is_not_among_the_answers(tmp_path: Path) -> None:
    path = a_book(tmp_path / "chatter.xlsx", cells("tốt"))
    (found,) = read_forms([path], module=MODULE)
    assert text_of(found) == "tốt"


def test_what_is_no_workbook_is_told_with_its_reason(tmp_path: Path) -> None:
    text = tmp_path / "a.xlsx"
    text.write_text("xin chào")
    missing = tmp_path / "b.xlsx"
    faults = [one.fault for one in read_forms([text, missing])]
    assert faults == [("not_workbook",), ("missing",)]


def test_no_files_are_no_work(tmp_path: Path) -> None:
    steps: list[Step] = []
    assert list(read_forms([], steps.append)) == []
    assert steps == [Step("reading_forms", 0, 0)]


def test_who_cancels_leaves_no_process(tmp_path: Path) -> None:
    path = a_book(tmp_path / "sleep.xlsx", cells("a"))
    told: list[Step] = []

    def stop(step: Step) -> None:
        told.append(step)
        if len(told) > 2:
            raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        list(read_forms([path, path], stop, module=MODULE))
    assert time.monotonic() - began < 8


def test_who_stops_taking_answers_is_not_waited_for(tmp_path: Path) -> None:
    good = a_book(tmp_path / "good.xlsx", cells("tốt"))
    reads = read_forms([good] * 40)
    assert text_of(next(reads)) == "tốt"
    began = time.monotonic()
    cast("Generator[FormRead, None, None]", reads).close()
    assert time.monotonic() - began < 5
