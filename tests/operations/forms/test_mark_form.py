"""Forms sent back: the copy is marked, the original stays, what was asked is kept."""

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError, FileError
from desktop.files.forms.reading import read_forms
from desktop.files.wire.form_content import content_from_json
from desktop.operations.forms.mark_form import (
    Marked,
    MarkWords,
    mark_form,
    mark_forms,
)
from desktop.records.arrival import Arrival
from desktop.records.form import CollectingForm
from desktop.records.returns import Intake, Return, ReturnState
from desktop.store import journal, records
from desktop.store.store import Store
from tests.builders import UNIT, a_clock
from tests.files.forms.marks.books import notes_in, parts_of
from tests.operations.forms.returned import a_form, an_arrival, at, fault, fill


@pytest.fixture(scope="module")
def pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return an office that made a form, and the form as it came back."""
    folder = tmp_path_factory.mktemp("returned")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=a_clock) as store:
        form, path = a_form(store, folder / "bieu")
    values: dict[tuple[str, str], str | int] = {
        at(form, "title"): "Tập huấn cán bộ thôn",
        at(form, "first_day"): "32/07/2024",
        at(form, "attendance"): "12 buổi",
        at(form, "attendance", 1): "khoảng 20",
    }
    fill(path, values, photo=True)
    return office, path


@pytest.fixture
def office(pattern: tuple[Path, Path], tmp_path: Path) -> Iterator[Store]:
    with Store(Path(shutil.copy(pattern[0], tmp_path / "so.stt")), clock=a_clock) as it:
        yield it


@pytest.fixture(scope="module")
def arrival(pattern: tuple[Path, Path]) -> Arrival:
    with Store(pattern[0], clock=a_clock, writable=False) as store:
        (form,) = records.find(store.reader, CollectingForm)
    faults = (
        fault(at(form, "first_day"), "date_no_such_day", "32/07/2024"),
        fault(at(form, "attendance"), "number_not_number", "12 buổi"),
        fault(at(form, "attendance", 1), "number_about", "khoảng 20"),
        fault(at(form, "title", 1), "missing"),
    )
    return an_arrival(form, pattern[1], faults)


def words(arrival: Arrival) -> MarkWords:
    return MarkWords(
        author="Phòng",
        notes=tuple(f"{one.code}?" for one in arrival.faults),
        covering="Kính gửi:\nđề nghị sửa",
        suffix=" - phieu tra lai",
        mended="Đã sửa",
    )


@pytest.fixture(scope="module")
def after(
    pattern: tuple[Path, Path],
    arrival: Arrival,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Store, tuple[Marked, ...]]]:
    """Return an office that sent the same form back twice."""
    folder = tmp_path_factory.mktemp("marked")
    with Store(Path(shutil.copy(pattern[0], folder / "so.stt")), clock=a_clock) as it:
        twice = [(arrival, words(arrival))] * 2
        yield it, mark_forms(it, twice, folder).value


@pytest.fixture
def marked(after: tuple[Store, tuple[Marked, ...]]) -> Marked:
    return after[1][0]


@pytest.fixture
def noted(after: tuple[Store, tuple[Marked, ...]]) -> Store:
    return after[0]


def test_the_copy_bears_four_notes_and_every_photo(
    arrival: Arrival, marked: Marked
) -> None:
    data = marked.workbook.read_bytes()
    told = {f"{one.sheet}!{one.cell}": f"{one.code}?" for one in arrival.faults}
    assert told.items() <= notes_in(data).items()
    before, after = parts_of(arrival.path.read_bytes()), parts_of(data)
    photos = [name for name in before if "/media/" in name or "/drawing" in name]
    assert any(name.endswith(".jpeg") for name in photos)
    assert all(before[one] == after[one] for one in photos if one.endswith((".jpeg",)))
    drawing = "xl/drawings/drawing1.xml"
    assert before[drawing] == after[drawing]


def test_the_senders_file_stays_as_it_came(arrival: Arrival, marked: Marked) -> None:
    found = hashlib.sha256(arrival.path.read_bytes()).hexdigest()
    assert found == arrival.sha256 == marked.ret.file_sha256
    assert marked.workbook != arrival.path


def test_the_copy_is_known_again_by_an_id_of_its_own(
    noted: Store, arrival: Arrival, marked: Marked
) -> None:
    (read,) = read_forms([marked.workbook])
    assert read.stamp is not None
    assert read.stamp.form_id == marked.form.id != arrival.source
    kept = records.get(noted.reader, CollectingForm, marked.form.id)
    assert kept == marked.form
    assert kept.marked_from == marked.ret.id
    assert kept.version == 1, "it replaces nothing: the unit may mend its own file"
    sha256 = hashlib.sha256(marked.workbook.read_bytes()).hexdigest()
    assert kept.sha256 == sha256


def test_what_was_asked_and_what_stood_is_kept(
    arrival: Arrival, marked: Marked
) -> None:
    content = content_from_json(marked.form.content)
    asked = {(one.sheet, one.cell, one.code) for one in content.asked}
    assert asked == {(one.sheet, one.cell, one.code) for one in arrival.faults}
    fields = {one.field for one in content.asked}
    assert fields == {"title", "first_day", "attendance"}
    assert "12 buổi" in {one.value for one in content.stood}
    rows = {one.row for one in content.stood if one.value == "12 buổi"}
    (key,) = rows
    assert key, "rows made ready have keys, by which they are found again"


def test_the_return_is_noted_as_one_deed_nobody_undoes(
    noted: Store, arrival: Arrival, marked: Marked
) -> None:
    ret = records.get(noted.reader, Return, marked.ret.id)
    assert ret == marked.ret
    assert (ret.state, ret.agency, ret.source) == (
        ReturnState.RETURNED,
        UNIT,
        arrival.source,
    )
    assert (ret.faults, ret.file_name) == (4, arrival.path.name)
    intake = records.get(noted.reader, Intake, ret.intake)
    assert intake is not None
    (file,) = intake.files
    assert (file.sorting, file.taken, file.ret) == ("to_fix", False, ret.id)
    last = noted.last_change()
    assert last is not None
    assert last.verb == "return_form"
    assert journal.undoable(noted.reader) is None


def test_the_covering_text_opens_in_the_plainest_editor(marked: Marked) -> None:
    assert marked.text.name == marked.workbook.with_suffix(".txt").name
    said = marked.text.read_bytes()
    assert said.startswith(b"\xef\xbb\xbf")
    assert said.decode("utf-8-sig") == "Kính gửi:\r\nđề nghị sửa"


def test_a_copy_never_takes_the_place_of_another(
    arrival: Arrival, after: tuple[Store, tuple[Marked, ...]]
) -> None:
    stem = f"{arrival.path.stem} - phieu tra lai"
    names = [one.workbook.name for one in after[1]]
    assert names == [f"{stem}.xlsx", f"{stem} (2).xlsx"]


@pytest.mark.parametrize("around", ["thư mục › ", "thư.eml › goi.zip › kỳ 1/"])
def test_the_copy_is_called_as_the_unit_calls_its_file(
    office: Store, arrival: Arrival, tmp_path: Path, around: str
) -> None:
    inside = replace(arrival, name=f"{around}bao cao.xlsx")
    assert inside.own_name == "bao cao.xlsx"
    made = mark_form(office, inside, words(inside), tmp_path).value
    assert made.workbook.name == "bao cao - phieu tra lai.xlsx"


def test_without_a_fault_there_is_nothing_to_send_back(
    office: Store, arrival: Arrival, tmp_path: Path
) -> None:
    for one in (replace(arrival, faults=()), replace(arrival, source="khác")):
        with pytest.raises(ConflictError) as caught:
            mark_form(office, one, words(arrival), tmp_path)
        assert caught.value.reason == "nothing_to_mark"


def test_where_nothing_can_be_written_nothing_is_noted(
    office: Store, arrival: Arrival, tmp_path: Path
) -> None:
    with pytest.raises(FileError) as caught:
        mark_form(office, arrival, words(arrival), tmp_path / "không có")
    assert caught.value.reason == "no_folder"
    assert records.count(office.reader, Return) == 0


def test_where_it_cannot_be_noted_no_file_is_left(
    office: Store, arrival: Arrival, tmp_path: Path
) -> None:
    office.close()
    with (
        Store(office.path, clock=a_clock, writable=False) as closed,
        pytest.raises(Exception, match="read_only"),
    ):
        mark_form(closed, arrival, words(arrival), tmp_path)
    assert not list(tmp_path.glob("*tra lai*"))


def test_what_was_mended_since_is_said_to_be_when_the_copy_goes_back_again(
    office: Store, arrival: Arrival, tmp_path: Path
) -> None:
    first = mark_form(office, arrival, words(arrival), tmp_path).value
    place = arrival.faults[1]
    fill(first.workbook, {(place.sheet, place.cell): 12}, photo=False)
    left = (arrival.faults[0], *arrival.faults[2:])
    again = an_arrival(first.form, first.workbook, left)
    second = mark_form(office, again, words(again), tmp_path).value
    notes = notes_in(second.workbook.read_bytes())
    assert notes[f"{place.sheet}!{place.cell}"].endswith("Phòng:\nĐã sửa")
    asked = {one.cell for one in content_from_json(second.form.content).asked}
    assert asked == {one.cell for one in left}
    ends = sum(one.endswith("Đã sửa") for one in notes.values())
    assert ends == 1, "a cell that is still wrong is not praised"
