"""Files dropped on a row go to its entry; tables alone go on to be imported."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.activities.proving.evidence_desk import is_evidence
from desktop.gui.session import Session
from desktop.records.evidence import Evidence
from desktop.store import records
from tests import builders
from tests.fakes import Answers
from tests.files.evidence.pictures import a_pdf
from tests.gui import entry_office
from tests.gui.entry_office import keep


@pytest.fixture
def page(tmp_path: Path, qtbot: QtBot) -> Iterator[ActivitiesPage]:
    pattern = builders.an_office(tmp_path / "pattern.stt")
    folder = tmp_path / "x"
    folder.mkdir()
    with entry_office.opened(pattern, folder) as session:
        session.ask = Answers()
        later = dt.date(2024, 9, 1)
        keep(
            session,
            builders.an_activity(),
            builders.an_activity(id="later", title="Lớp sau", last_day=later),
        )
        made = ActivitiesPage(session)
        made.resize(1166, 690)
        qtbot.addWidget(made)
        made.show()
        yield made
        made.close()


def session_of(page: ActivitiesPage) -> Session:
    return page._session


def drop(page: ActivitiesPage, row: int, data: QMimeData) -> bool:
    """Drag something over a row and let it go there; tell whether it was taken."""
    assert page.view is not None
    rows = page.view.rows
    at = rows.visualRect(rows.model().index(min(row, 1), 0)).center()
    at.setY(at.y() + rows.rowHeight(0) * max(row - 1, 0))
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(at, copy, *how)
    QApplication.sendEvent(rows.viewport(), entering)
    if not entering.isAccepted():
        return False
    event = QDropEvent(QPointF(at), copy, *how)
    QApplication.sendEvent(rows.viewport(), event)
    return event.isAccepted()


def of_files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_a_paper_dropped_on_a_row_is_attached_to_its_entry(
    page: ActivitiesPage, tmp_path: Path
) -> None:
    paper = tmp_path / "giay moi.pdf"
    paper.write_bytes(a_pdf("x"))
    data = of_files(paper)
    assert drop(page, 1, data)
    (one,) = records.find(session_of(page).store.reader, Evidence)
    assert one.row_id == page.model.record(1).id
    assert "Đã đính kèm 1 tệp." in page.message.text


def test_tables_alone_are_not_taken_and_a_place_below_the_rows_neither(
    page: ActivitiesPage, tmp_path: Path
) -> None:
    table, picture = of_files(tmp_path / "bang.xlsx"), of_files(tmp_path / "anh.jpg")
    assert drop(page, 0, table)  # by the page, which looks at it as a table
    assert not drop(page, 12, picture)
    assert records.count(session_of(page).store.reader, Evidence) == 0


def test_what_is_evidence_and_what_is_a_table() -> None:
    assert is_evidence((Path("a.jpg"),))
    assert is_evidence((Path("a.xlsx"), Path("a.jpg")))
    assert not is_evidence((Path("a.xlsx"), Path("b.CSV")))
    assert not is_evidence(())


def test_the_hint_counts_down_and_is_only_where_activities_are(
    page: ActivitiesPage, tmp_path: Path
) -> None:
    hint = page.proving.hint
    assert hint.text().startswith("▲ 2/2 hoạt động đã thực hiện chưa có minh chứng")
    paper = tmp_path / "giay moi.pdf"
    paper.write_bytes(a_pdf("x"))
    assert page.view is not None
    page.view.select("later")
    script = session_of(page).ask
    assert isinstance(script, Answers)
    script.script = [(paper,)]
    page.proving.attach.trigger()
    assert hint.text().startswith("▲ 1/2 ")
    page.registers.choose("product")
    assert not hint.isVisible()
    dialog = page.proving.show_missing()
    assert [one.row_id for one in dialog.list.model_.rows] == ["activity"]
    dialog.close()
