"""A newcomer does the ten tasks of the practice office; nothing of it becomes real.

The real office knows nothing of what was practised, before, meanwhile and after, and
takes neither the package nor the form of the practice office, nor does that take its.
"""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.forms.forms_desk import FormsDesk
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.gui.pages.overview.overview import OverviewPage
from desktop.operations.entries.record_entry import record
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.arrival import Sorting
from desktop.records.form import CollectingForm
from desktop.records.returns import Intake
from desktop.rules.practice.lessons import FILLING
from desktop.store import preferences, records
from desktop.store.store import Store
from desktop.wording import arrivals
from tests.builders import a_posting, an_activity
from tests.gui.typing_keys import type_text
from tests.journeys.officer import CTRL, SHIFT, Officer
from tests.journeys.reporting import deliver, export, issue, sign
from tests.operations.forms.returned import a_form, at, fill

KEY = Qt.Key
TRAINING = {
    "title": "Tập huấn thực hành",
    "first_day": "20/11/2024",
    "form": "tap huan ky nang",
    "pillar": "pho bien, giao duc kien thuc",
    "sessions": "1",
    "attendance": "40",
}


@pytest.fixture(scope="module")
def offices(
    office_pattern: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """Return a real office with an entry, and a practice office filled in likewise."""
    folder = tmp_path_factory.mktemp("offices")
    real = Path(shutil.copy(office_pattern, folder / "that.stt"))
    practice = Path(shutil.copy(office_pattern, folder / "tap.stt"))
    with Store(real) as store:
        record(store, an_activity())
        a_form(store, folder / "bieu")
    with Store(practice) as store:
        kept = preferences.get(store.reader)
        assert kept is not None
        set_preferences(store, replace(kept, practice=True, signer_name="Y Hà"))
        with store.change(FILLING, "mẫu") as change:
            records.put(change, an_activity())
            records.put(change, a_posting())
    return real, practice


@pytest.fixture
def real(offices: tuple[Path, Path], tmp_path: Path) -> Path:
    """Return the real office, with the form it made for a unit beside it."""
    folder = tmp_path / "that"
    shutil.copytree(offices[0].parent / "bieu", folder / "bieu")
    return Path(shutil.copy(offices[0], folder / "so.stt"))


@pytest.fixture
def practice(offices: tuple[Path, Path], tmp_path: Path) -> Path:
    folder = tmp_path / "tap"
    folder.mkdir()
    return Path(shutil.copy(offices[1], folder / "so.stt"))


@pytest.fixture
def officer(practice: Path, tmp_path: Path, qtbot: QtBot) -> Iterator[Officer]:
    made = Officer(tmp_path, qtbot)
    made.open(practice)
    made.choose_year("2024")
    yield made
    made.leave()


def kept_in(office: Path) -> str:
    """Return the hash of every row an office file holds, however its pages lie."""
    listed = (
        "select name from sqlite_master where type = 'table' "
        "and name not like 'search%' and name not like 'sqlite%' order by name"
    )
    found = hashlib.sha256()
    with closing(sqlite3.connect(f"file:{office}?mode=ro", uri=True)) as db:
        for (name,) in db.execute(listed).fetchall():
            rows = sorted(map(repr, db.execute(f"select * from {name}")))  # noqa: S608
            found.update("\n".join((name, *rows)).encode())
    return found.hexdigest()


def at_home(office: Path, qtbot: QtBot) -> list[tuple[str, ...]]:
    """Return every total the first page of an office shows of the year."""
    officer = Officer(office.parent, qtbot)
    officer.open(office)
    officer.choose_year("2024")
    page = officer.go_to(1)
    assert isinstance(page, OverviewPage)
    officer.wait(lambda: page.targets.model_.rows)
    models = page.targets.model_, page.kinds.model()
    told = [
        tuple(str(model.index(row, at).data()) for at in range(model.columnCount()))
        for model in models
        for row in range(model.rowCount())
    ]
    officer.leave()
    return told


def done(officer: Officer) -> list[str]:
    """Return the tasks that the overview shows as done."""
    page = officer.go_to(1)
    assert isinstance(page, OverviewPage)
    officer.wait(lambda: page.lessons.states)
    return [one.lesson.code for one in page.lessons.states if one.done]


def activities(officer: Officer) -> ActivitiesPage:
    page = officer.go_to(3)
    assert isinstance(page, ActivitiesPage)
    return page


def collecting(officer: Officer) -> CollectPage:
    page = officer.go_to(4)
    assert isinstance(page, CollectPage)
    return page


def dropped(officer: Officer, *paths: Path) -> TrayPane:
    """Put files into the tray, and return it once all were looked at."""
    officer.window.go_to("collect", paths)
    page = officer.window.page("collect")
    assert isinstance(page, CollectPage)
    tray = page.others["tray"].pane
    assert isinstance(tray, TrayPane)
    wanted = len(paths)
    officer.wait(
        lambda: len(tray.contents.lines) == wanted and not tray.inspecting.running
    )
    return tray


def refused(officer: Officer, reason: str, *paths: Path) -> None:
    """Drop files on an office: it takes none of them, and says why."""
    tray = dropped(officer, *paths)
    for line in tray.contents.lines:
        assert line.arrival.sorting is Sorting.REFUSED
        assert reason in arrivals.summary(line.arrival)
    assert not tray.layout_.accept_button.isEnabled()
    tray.clear()


def the_row(officer: Officer, field: str) -> QWidget:
    """Go to a field of the newest training, and return the table."""
    page = activities(officer)
    page.registers.choose("training")
    officer.wait(lambda: page.view is not None and page.model.rowCount())
    assert page.view is not None
    names = [one.field.name for one in page.model.columns]
    page.view.rows.setFocus()
    page.view.rows.go(0, names.index(field))
    return page.view.rows


def edit_a_cell(officer: Officer) -> None:
    QTest.keyClick(the_row(officer, "attendance"), KEY.Key_F2)
    field = QApplication.focusWidget()
    assert field is not None
    type_text(field, "5")
    QTest.keyClick(field, KEY.Key_Return)
    officer.wait(lambda: "edit_cell" in done(officer))


def attach(officer: Officer, paper: Path) -> None:
    the_row(officer, "title")
    officer.ask.script = [(paper,)]
    officer.press(KEY.Key_A, CTRL | SHIFT)
    officer.wait(lambda: "evidence" in done(officer))


def make_forms(officer: Officer, folder: Path) -> Path:
    page = collecting(officer)
    page.units.make_forms()
    (desk,) = page.units.findChildren(FormsDesk)
    officer.wait(lambda: desk.list.model_.rows)
    desk.folder = folder
    desk.list.selectRow(0)
    desk.make_button.click()
    officer.wait(lambda: list(folder.glob("*.xlsx")))
    desk.close()
    (form,) = folder.glob("*.xlsx")
    return form


def take_in(officer: Officer, form: CollectingForm, path: Path) -> None:
    """Fill a form in as a unit would, and take it in."""
    values: dict[tuple[str, str], str | int] = {
        at(form, "title"): "Lớp của đơn vị",
        at(form, "first_day"): "05/08/2024",
        at(form, "form"): "Tập huấn kiến thức, kỹ năng truyền thông",
        at(form, "pillar"): "Phổ biến, giáo dục kiến thức",
        at(form, "attendance"): 20,
    }
    fill(path, values, photo=False)
    tray = dropped(officer, path)
    tray.layout_.accept_button.click()
    officer.wait(lambda: records.find(officer.session.store.reader, Intake))


def test_ten_tasks_tick_themselves_and_nothing_of_them_becomes_real(
    officer: Officer, real: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    home, before = at_home(real, qtbot), kept_in(real)
    (of_real,) = (real.parent / "bieu").glob("*.xlsx")
    assert done(officer) == []

    officer.record("training", TRAINING)
    assert done(officer) == ["record"]
    edit_a_cell(officer)
    activities(officer)
    officer.press(KEY.Key_Z, CTRL)
    assert done(officer) == ["record", "edit_cell", "undo"]
    paper = tmp_path / "giay.pdf"
    paper.write_bytes(b"%PDF-1.4\n%%EOF\n")
    attach(officer, paper)
    folder = tmp_path / "bieu"
    folder.mkdir()
    path = make_forms(officer, folder)
    blank = Path(shutil.copy(path, tmp_path / "trong.xlsx"))
    assert done(officer)[-1] == "forms"
    (form,) = records.find(officer.session.store.reader, CollectingForm)
    take_in(officer, form, path)
    assert done(officer)[-1] == "take_in"
    issue(officer)
    export(officer)
    sign(officer)
    sign(officer)
    assert done(officer)[-3:] == ["issue", "export", "sign"]
    package = deliver(officer, tmp_path / "USB")
    assert len(done(officer)) == 10
    page = officer.go_to(1)
    assert isinstance(page, OverviewPage)
    said = page.lessons.said.text()
    assert said.startswith("✓ Đã làm xong cả 10 bài.")
    refused(officer, "Là tệp của sổ thật: sổ thực hành không nhận.", of_real)
    officer.leave()

    assert kept_in(real) == before
    assert at_home(real, qtbot) == home
    other = Officer(real.parent, qtbot)
    other.open(real)
    refused(other, "Là tệp của sổ thực hành: sổ thật không nhận.", package, blank)
    other.leave()
    assert kept_in(real) == before
