"""Forms that go back, on the command line."""

import shutil
from pathlib import Path

import pytest

from desktop.records.returns import Return
from desktop.store import records
from desktop.store.store import Store
from tests.builders import a_clock
from tests.cli.saying import Say
from tests.files.forms.marks.books import notes_in
from tests.operations.forms.returned import a_form, at, fill


@pytest.fixture(scope="module")
def pattern(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path, Path]:
    """Return an office, a form with faults in it, and one without."""
    folder = tmp_path_factory.mktemp("returned")
    office = Path(shutil.copy(office_pattern, folder / "so.stt"))
    with Store(office, clock=a_clock) as store:
        form, path = a_form(store, folder / "bieu")
    good = Path(shutil.copy(path, folder / "tot.xlsx"))
    values: dict[tuple[str, str], str | int] = {
        at(form, "title"): "Tập huấn cán bộ thôn",
        at(form, "first_day"): "05/08/2024",
        at(form, "attendance"): "12 buổi",
    }
    fill(path, values, photo=False)
    return office, path, good


@pytest.fixture
def office(pattern: tuple[Path, Path, Path], tmp_path: Path) -> Path:
    return Path(shutil.copy(pattern[0], tmp_path / "so.stt"))


def test_each_fault_is_named_before_anything_is_written(
    say: Say, office: Path, pattern: tuple[Path, Path, Path]
) -> None:
    told = say("returns", office, pattern[1], "--list", "--json")
    assert told.code == 1, "something is wanting"
    (form,) = told.data["forms"]
    codes = {one["code"]: one["shown"] for one in form["faults"]}
    assert codes["number_not_number"] == "12 buổi"
    assert form["workbook"] is None
    assert not (office.parent / "tra-lai").exists()


def test_the_marked_copy_and_its_text_are_written(
    say: Say, office: Path, pattern: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    told = say("returns", office, pattern[1], "--folder", tmp_path / "tra", "--json")
    (form,) = told.data["forms"]
    notes = notes_in(Path(form["workbook"]).read_bytes())
    assert any("“12 buổi” không phải là số." in one for one in notes.values())
    text = Path(form["text"]).read_text("utf-8-sig")
    assert text.startswith("Kính gửi: Ủy ban nhân dân xã Đăk Mar.")
    with Store(office, clock=a_clock) as store:
        assert records.count(store.reader, Return) == 1


def test_lines_for_a_person_name_cell_and_copy(
    say: Say, office: Path, pattern: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    told = say("returns", office, pattern[1], "--folder", tmp_path / "tra")
    assert "“12 buổi” không phải là số; đề nghị chỉ ghi số" in told.out
    assert "Bản trả lại: " in told.out


def test_a_form_without_a_fault_is_said_to_be_so(
    say: Say, office: Path, pattern: tuple[Path, Path, Path]
) -> None:
    told = say("returns", office, pattern[2])
    assert told.code == 0
    assert told.out.strip() == "Không có ô nào sai trong các biểu đọc được."


def test_what_is_no_form_is_named_and_not_called_right(
    office: Path, tmp_path: Path, say: Say
) -> None:
    other = tmp_path / "ghi chú.txt"
    other.write_text("không phải biểu")
    said = say("returns", office, other)
    assert said.code == 1
    assert "ghi chú.txt" in said.out
    data = say("returns", office, other, "--json").data
    assert (data["forms"], data["unread"]) == ([], [["ghi chú.txt", "foreign"]])
