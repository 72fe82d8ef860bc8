"""What is exported, and a template that was filled, import without any question."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.errors import UnknownNameError
from desktop.files import catalogue
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.files.workbook.words import words
from desktop.operations.entries.export_entry_template import (
    export_entries,
    export_entry_template,
)
from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.inspect_entries import inspect_entries
from desktop.operations.entries.read_entry_context import read_entry_context
from desktop.operations.entries.read_entry_table import read_entry_file
from desktop.operations.entries.record_entry import record_many
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.practice.practise import make_practice_office
from desktop.records.activity import Activity
from desktop.records.register import Register
from desktop.rules.counting import RECORD_OF
from desktop.rules.entry_table.fates import Fate, Match, Preview
from desktop.rules.entry_table.names import GOAL
from desktop.store import preferences, records
from desktop.store.store import Store
from tests import builders
from tests.files.filling import fill
from tests.rules import entries

REGISTERS = catalogue.load_registers()


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Open a practice office with a year in it, for reading only."""
    path = tmp_path_factory.mktemp("practice") / "so.stt"
    make_practice_office(path, builders.PLAN, clock=builders.a_clock)
    with Store(path, writable=False, clock=builders.a_clock) as store:
        yield store


def shown(store: Store, one: Register, path: Path) -> Preview:
    return inspect_entries(store, read_entry_file(path).value, one.code).value


def kept(store: Store, one: Register) -> int:
    where = {"kind": one.kind} if one.kind else None
    found: tuple[Any, ...] = records.find(
        store.reader, RECORD_OF[one.source], where=where
    )
    return len(found)


@pytest.mark.parametrize("one", REGISTERS, ids=lambda one: one.code)
def test_what_is_exported_imports_as_the_same(
    practice: Store, one: Register, tmp_path: Path
) -> None:
    path = tmp_path / "so.xlsx"
    export_entries(practice, one.code, path)
    found = shown(practice, one, path)
    assert found.counts[Fate.SAME] == found.seen == kept(practice, one)
    assert {column.match for column in found.columns} == {Match.EXACT}
    assert not any(column.asked for column in found.columns)
    assert (found.unknown_words, found.wanting) == ((), ())


def test_the_practice_office_fills_most_registers(practice: Store) -> None:
    assert sum(kept(practice, one) > 0 for one in REGISTERS) > 20


EMPTY_IN_PRACTICE = {
    "achievement": entries.ACHIEVEMENT,
    "budget": entries.BUDGET,
    "estimate": entries.ESTIMATE,
    "inherited": entries.INHERITED,
    "own_channel": entries.OWN_CHANNEL,
    "unlisted": entries.UNLISTED,
}


@pytest.mark.parametrize("code", EMPTY_IN_PRACTICE)
def test_registers_practice_leaves_empty_come_back_the_same_too(
    code: str, store: Store, tmp_path: Path
) -> None:
    record_many(store, [_here(store, EMPTY_IN_PRACTICE[code])])
    path = tmp_path / f"{code}.xlsx"
    export_entries(store, code, path)
    register = next(each for each in REGISTERS if each.code == code)
    assert shown(store, register, path).counts[Fate.SAME] == 1


def _here(store: Store, one: Any) -> Any:
    """Return a sound entry with the names of this office."""
    goal = read_entry_context(store).names.values(GOAL)[0]
    here = {
        "agency": builders.OWN,
        "channel": "facebook",
        "source": "new_rural",
        "tasks": (builders.task("2.2"),),
        "goal": goal,
        "goals": (goal,),
        "steps": (),
        "languages": ("vietnamese",),
        "parent": None,
    }
    told = {name: value for name, value in here.items() if hasattr(one, name)}
    return replace(one, **told)


def test_a_template_that_was_filled_imports_without_any_question(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "mau.xlsx"
    export_entry_template(store, "training", path)
    fill(
        path,
        {
            "Tên lớp, hội nghị tập huấn": "Lớp một",
            "Từ ngày": "05/06/2024",
            "Đến ngày": "06/06/2024",
            "Nội dung bồi dưỡng": "Cập nhật thông tin và tập huấn kiến thức, kỹ năng",
            "Trụ cột nội dung": "Phổ biến, giáo dục kiến thức",
            "Số lượt người": 40,
            "Đối tượng tham dự (lượt người)": "Phụ nữ: 20",
            "Nhiệm vụ trong kế hoạch": "2.2",
            "Trên nền tảng số": "Có",
        },
    )
    training = next(one for one in REGISTERS if one.code == "training")
    found = shown(store, training, path)
    assert not any(column.asked for column in found.columns)
    assert (found.seen, found.counts[Fate.ADD]) == (1, 1)
    assert not [p for row in found.rows for c in row.cells for p in c.problems]
    import_entries(store, read_entry_file(path).value, "training", expected=found)
    (one,) = records.find(store.reader, Activity)
    assert (one.title, one.attendance, one.digital) == ("Lớp một", 40, True)
    assert one.audiences[0].attendance == 20


def test_only_the_entries_shown_are_exported(store: Store, tmp_path: Path) -> None:
    one, other = builders.an_activity(id="a"), builders.an_activity(id="b", title="Hai")
    record_many(store, [one, other])
    path = tmp_path / "loc.xlsx"
    export_entries(store, "training", path, [other])
    training = next(each for each in REGISTERS if each.code == "training")
    assert [row.before for row in shown(store, training, path).rows] == [other]


def test_a_register_nobody_has_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        export_entry_template(store, "diary", tmp_path / "x.xlsx")
    assert not (tmp_path / "x.xlsx").exists()


@pytest.mark.parametrize("practice", [False, True])
def test_what_a_practice_office_prints_says_so_above_every_page(
    store: Store, tmp_path: Path, *, practice: bool
) -> None:
    kept = preferences.get(store.reader)
    assert kept is not None
    set_preferences(store, replace(kept, practice=practice))
    path = export_entry_template(store, "training", tmp_path / "a.xlsx").value
    book: Any = load_workbook(path)
    seen = [one for one in book.worksheets if one.sheet_state == "visible"]
    heads = {one.oddHeader.center.text for one in seen}
    assert heads == {words().practice if practice else None}
    assert (book.properties.keywords == PRACTICE_KEYWORD) is practice
