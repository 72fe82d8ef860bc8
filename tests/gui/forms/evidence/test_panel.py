"""Files come onto an entry by dialog, drop and paste, and wait for a new one."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.forms.entry_dialog import EntryDialog
from desktop.gui.forms.evidence import viewing
from desktop.gui.forms.evidence.panel import EvidencePanel
from desktop.gui.forms.proposals import propose
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.operations.history.undo import undo
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence, Exposure
from desktop.store import records
from tests.fakes import Answers
from tests.gui import walking
from tests.gui.entry_office import register

Files = dict[str, Path]


def kept(session: Session) -> tuple[Evidence, ...]:
    return records.find(session.store.reader, Evidence)


@pytest.fixture
def dialog(session: Session, page: QWidget, files: Files) -> Iterator[EntryDialog]:
    made = EntryDialog(
        session, register(session, "training"), read_names(session), page
    )
    made.amend(records.get(session.store.reader, Activity, "activity"))
    made.open()
    yield made
    made.close()


@pytest.fixture
def panel(dialog: EntryDialog) -> EvidencePanel:
    return dialog.evidence


def names(panel: EvidencePanel) -> list[str]:
    return [row.name for row in panel.list.model_.rows]


def test_files_chosen_are_attached_and_listed_with_their_pictures(
    panel: EvidencePanel, session: Session, files: Files, answers: Answers, qtbot: QtBot
) -> None:
    assert "chưa có" in panel.said.text()
    answers.script = [
        (files["anh.jpg"], files["giay moi.pdf"]),
        "Có, được phép đưa ra",
    ]
    panel.add_button.click()
    assert names(panel) == ["anh.jpg", "giay moi.pdf"]
    assert panel.said.text() == "Minh chứng: 2 tệp"
    assert panel.list.isVisible()
    assert kept(session)[0].exposure is Exposure.ALLOWED
    model = panel.list.model_
    icon = Qt.ItemDataRole.DecorationRole
    before = model.index(0, 0).data(icon).cacheKey()
    qtbot.waitUntil(lambda: model.index(0, 0).data(icon).cacheKey() != before)


def test_papers_alone_bring_no_question(
    panel: EvidencePanel, session: Session, files: Files, answers: Answers
) -> None:
    panel.take([files["giay moi.pdf"]])
    assert answers.asked == []
    assert len(kept(session)) == 1


def test_what_is_refused_is_named_with_its_reason_and_the_rest_is_kept(
    dialog: EntryDialog, files: Files, answers: Answers
) -> None:
    dialog.evidence.take([files["giay moi.pdf"], files["chay.exe"]])
    assert "Đã đính kèm 1 tệp." in dialog.message.text
    assert "chay.exe: là chương trình" in dialog.message.text
    dialog.message._do.click()
    assert answers.faults[0].what == "Không đính kèm “chay.exe”."


def test_a_list_of_persons_warns_and_is_closed(
    dialog: EntryDialog, session: Session, files: Files, answers: Answers
) -> None:
    dialog.evidence.take([files["diem danh.xlsx"]])
    assert "có 3 số căn cước" in dialog.message.text
    assert "001203004561" not in dialog.message.text
    assert kept(session)[0].exposure is Exposure.CLOSED


def dropping(data: QMimeData) -> QDropEvent:
    """Return the drop of something that the caller must hold."""
    return QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_files_may_be_dropped_anywhere_on_the_entry(
    dialog: EntryDialog, session: Session, files: Files, answers: Answers
) -> None:
    data = QMimeData()
    names = ("giay moi.pdf", "diem danh.xlsx")
    data.setUrls([QUrl.fromLocalFile(str(files[name])) for name in names])
    event = dropping(data)
    dialog.dropEvent(event)
    assert event.isAccepted()
    assert len(kept(session)) == 2


def test_a_picture_on_the_clipboard_is_pasted(
    panel: EvidencePanel, session: Session, answers: Answers
) -> None:
    answers.script = ["Không nhận ra ai"]
    data = QMimeData()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    data.setImageData(image)
    panel.paste(data)
    (one,) = kept(session)
    assert one.name.startswith("Ảnh dán ")
    assert (one.media, one.exposure) == ("image/png", Exposure.NOBODY)


def test_nothing_to_paste_is_said(dialog: EntryDialog) -> None:
    dialog.evidence.paste(QMimeData())
    assert "Chưa chép tệp" in dialog.message.text


def test_a_file_is_detached_and_comes_back_by_undo(
    panel: EvidencePanel, session: Session, files: Files
) -> None:
    panel.take([files["giay moi.pdf"]])
    panel.list.selectRow(0)
    panel.drop_button.click()
    assert names(panel) == []
    session.start(lambda _progress: undo(session.store))
    assert names(panel) == ["giay moi.pdf"]


def test_erasing_asks_twice_and_leaves_a_trace(
    panel: EvidencePanel, session: Session, files: Files, answers: Answers
) -> None:
    panel.take([files["giay moi.pdf"]])
    panel.list.selectRow(0)
    answers.script = [False]
    panel.erase_button.click()
    assert names(panel) == ["giay moi.pdf"]
    answers.script = [True, None]
    panel.erase()
    assert names(panel) == ["giay moi.pdf"]
    answers.script = [True, "Theo đơn 01/7"]
    panel.erase()
    assert names(panel) == ["(đã xóa hẳn theo yêu cầu)"]
    assert not panel.open_button.isEnabled()
    last = session.store.last_change()
    assert last is not None
    assert last.subject == "Theo đơn 01/7"


def test_a_file_opens_as_a_copy(
    panel: EvidencePanel,
    session: Session,
    files: Files,
    answers: Answers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(viewing, "open_path", lambda _ask, path: opened.append(path))
    panel.take([files["giay moi.pdf"]])
    panel.list.selectRow(0)
    panel.open_button.click()
    assert opened[0].is_relative_to(viewing.view_folder())
    assert opened[0].name == "giay-moi.pdf"
    viewing.sweep(viewing.view_folder())
    assert not opened[0].exists()


def test_files_of_a_new_entry_wait_until_it_is_recorded(
    session: Session, page: QWidget, files: Files, answers: Answers, qtbot: QtBot
) -> None:
    dialog = EntryDialog(
        session, register(session, "training"), read_names(session), page
    )
    dialog.write_new(propose(session, dialog.register))
    dialog.open()
    dialog.evidence.take([files["giay moi.pdf"], files["diem danh.xlsx"]])
    assert kept(session) == ()
    assert names(dialog.evidence) == ["giay moi.pdf", "diem danh.xlsx"]
    dialog.evidence.list.selectRow(1)
    dialog.evidence.drop()
    dialog.form.editors["title"].set_value("Lớp mới")
    dialog.form.editors["form"].set_value("training_updated")
    dialog.form.editors["pillar"].set_value("knowledge")
    with qtbot.waitSignal(dialog.finished):
        dialog.save()
    (one,) = kept(session)
    activity = records.get(session.store.reader, Activity, one.row_id)
    assert activity is not None
    assert activity.title == "Lớp mới"


def test_a_refused_file_of_a_new_entry_keeps_the_window_on_the_entry(
    session: Session, page: QWidget, files: Files, answers: Answers
) -> None:
    dialog = EntryDialog(
        session, register(session, "training"), read_names(session), page
    )
    dialog.write_new(propose(session, dialog.register))
    dialog.open()
    dialog.evidence.take([files["chay.exe"]])
    dialog.form.editors["title"].set_value("Lớp mới")
    dialog.form.editors["form"].set_value("training_updated")
    dialog.form.editors["pillar"].set_value("knowledge")
    dialog.save()
    assert dialog.isVisible()
    assert dialog.form.kept is not None
    assert dialog.message.text.startswith("Đã ghi mục này.")
    assert "chay.exe" in dialog.message.text
    dialog.close()


def test_the_window_still_fits_with_the_list_open_and_all_is_named(
    dialog: EntryDialog, files: Files
) -> None:
    dialog.evidence.take([files["giay moi.pdf"]])
    assert dialog.evidence.list.isVisible()
    assert dialog.height() <= 700
    assert dialog.minimumSizeHint().height() <= 700
    assert not walking.nameless(dialog)


def test_the_keyboard_is_led_to_the_files_or_to_where_they_are_attached(
    dialog: EntryDialog, panel: EvidencePanel, files: Files, qtbot: QtBot
) -> None:
    qtbot.waitExposed(dialog)
    dialog.focus_field("@evidence")
    assert dialog.focusWidget() is panel.add_button
    panel.take((files["giay moi.pdf"],))
    dialog.focus_field("@evidence")
    assert panel.list.isVisible()
    assert dialog.focusWidget() is panel.list
    dialog.focus_field("title")
    assert dialog.focusWidget() is not panel.list
