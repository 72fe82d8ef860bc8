"""Files dropped are shown first, taken in by the button, and named when kept."""

import shutil
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from desktop.files.locking import lock_with_key, lock_with_words
from desktop.gui.jobs import Job, Jobs
from desktop.gui.pages.collect.returning.returning_dialog import ReturningDialog
from desktop.gui.pages.collect.tray import tray_words
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.operations.entries.record_entry import record
from desktop.operations.history.undo import undo
from desktop.operations.periods.close_period import close_period
from desktop.operations.sending.receiving_key import make_receiving_key
from desktop.records.activity import Activity
from desktop.records.arrival import Fate, Sorting
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests.fakes import Answers
from tests.gui.walking import nameless
from tests.operations.intake.senders import Senders

WORDS = "mười hai con giáp"


def sortings(tray: TrayPane) -> dict[str, Sorting]:
    return {one.arrival.name: one.arrival.sorting for one in tray.contents.lines}


def activities(tray: TrayPane) -> tuple[Activity, ...]:
    return records.find(tray._session.store.reader, Activity)


def test_files_are_shown_and_taken_in_only_by_the_button(
    tray: TrayPane, senders: Senders
) -> None:
    tray.open([senders["ui"], senders["bad"]])
    assert sortings(tray) == {"ui.xlsx": Sorting.READY, "hỏng.xlsx": Sorting.TO_FIX}
    assert activities(tray) == ()
    tray.layout_.accept_button.click()
    assert [one.title for one in activities(tray)] == ["Hội nghị U"]
    assert sortings(tray) == {"hỏng.xlsx": Sorting.TO_FIX}
    assert tray.layout_.message.text.startswith("Đã nhận 1 trên 2 tệp")


def test_an_undo_brings_the_files_back_into_the_tray(
    tray: TrayPane, senders: Senders, jobs: Jobs
) -> None:
    tray.open([senders["ui"]])
    tray.accept()
    assert tray.contents.lines == ()
    store = tray._session.store
    jobs.start(Job(lambda _progress: undo(store)))
    assert activities(tray) == ()
    assert sortings(tray) == {"ui.xlsx": Sorting.READY}


def test_the_bar_takes_the_intake_back_and_names_what_stays(
    tray: TrayPane, senders: Senders, jobs: Jobs, ask: Answers
) -> None:
    tray.open([senders["mar1"]])
    tray.accept()
    store = tray._session.store
    changed = replace(activities(tray)[0], attendance=99)
    jobs.start(Job(lambda _progress: record(store, changed)))
    intake = store.reader.execute("select id from intakes").fetchone()[0]
    ask.script.append(True)
    tray.take_back(intake)
    assert activities(tray) == (changed,)
    assert (
        f"“{changed.title}” (đã sửa tại đây sau khi nhận)" in tray.layout_.message.text
    )
    (again,) = tray.contents.lines
    (kept,) = (one for one in again.arrival.rows if one.fate is Fate.KEEP)
    shown = tray.layout_
    assert "2 mục = 1 nhận + 1 không đổi + 0 không nhận" in shown.totals.text()
    tray._on_row_toggled(kept.row_id)
    assert tray.contents.keep == frozenset()
    for label in (shown.totals, shown.detail.counts):
        assert "2 mục = 2 nhận + 0 không đổi + 0 không nhận" in label.text()


def test_files_copied_in_the_file_manager_are_pasted(
    tray: TrayPane, senders: Senders
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(senders["la"]))])
    QGuiApplication.clipboard().setMimeData(data)
    tray.paste()
    assert sortings(tray) == {"la.xlsx": Sorting.READY}
    tray.clear()
    assert tray.contents.lines == ()
    tray.open(senders["ui"])
    assert sortings(tray) == {"ui.xlsx": Sorting.READY}


def test_a_locked_file_is_opened_with_its_words_and_gone_to(
    tray: TrayPane, senders: Senders, ask: Answers
) -> None:
    locked = tray._session.store.path.with_name("khóa.age")
    locked.write_bytes(lock_with_words(senders["la"].read_bytes(), WORDS))
    tray.open([locked, senders["ui"], senders["bad"]])
    shown = tray.layout_
    assert sortings(tray)["khóa.age"] is Sorting.LOCKED
    assert shown.totals.text().startswith(
        "3 tệp = 1 sẵn sàng + 1 cần sửa + 1 cần mở khóa."
    )
    ask.script += ["sai rồi nhé", WORDS]
    for sorting in (Sorting.LOCKED, Sorting.READY):
        shown.files.selectRow(list(sortings(tray)).index("khóa.age"))
        shown.detail.buttons["unlock"].click()
        assert sortings(tray)["khóa.age"] is sorting
        assert shown.files.current is not None
        assert shown.files.current.arrival.name == "khóa.age"
    assert ask.asked == ["Mở khóa tệp Câu mật khẩu nơi gửi đã đặt cho “khóa.age”"] * 2


def test_the_words_of_the_offices_key_are_asked_for_by_their_name(
    tray: TrayPane, senders: Senders, ask: Answers
) -> None:
    store = tray._session.store
    public = make_receiving_key(store, WORDS).value
    locked = [store.path.with_name(name) for name in ("a.age", "b.age")]
    for path, unit in zip(locked, ("la", "ui"), strict=True):
        path.write_bytes(lock_with_key(senders[unit].read_bytes(), public))
    tray.open(locked)
    assert list(sortings(tray).values()) == [Sorting.LOCKED] * 2
    ask.script.append(WORDS)
    tray._on_wanted("unlock")
    assert list(sortings(tray).values()) == [Sorting.READY] * 2, "typed once for both"
    assert ask.asked == [
        "Mở khóa tệp Câu mật khẩu của khóa nhận gói (gõ một lần cho mọi gói)"
    ]


def test_the_first_file_is_shown_once_all_are_known(
    tray: TrayPane, senders: Senders
) -> None:
    tray.open([senders["bad"], senders["ui"], senders["la"]])
    assert tray.layout_.files.currentIndex().row() == 0
    tray.layout_.files.selectRow(1)
    chosen = tray.layout_.files.current.key
    tray.look()
    assert tray.layout_.files.current.key == chosen, "where one went, one stays"


def test_what_is_edited_here_meanwhile_is_asked_about_and_not_written_over(
    tray: TrayPane, senders: Senders, jobs: Jobs
) -> None:
    tray.open([senders["mar1"]])
    tray.accept()
    tray.open([senders["mar1b"]])
    (line,) = (one for one in tray.contents.lines if one.ticked)
    (changing,) = (row for row in line.arrival.rows if row.fate is Fate.CHANGE)
    store = tray._session.store
    ours = next(one for one in activities(tray) if one.id == changing.row_id)
    tray.hide()
    edited = replace(ours, attendance=99)
    jobs.start(Job(lambda _progress: record(store, edited)))
    assert tray.contents.keep == frozenset(), "nobody sees it: it is looked at later"
    tray.show()
    assert tray.contents.keep == {str(ours.id)}
    tray.accept()
    assert next(one for one in activities(tray) if one.id == ours.id) == edited


def test_files_of_a_stick_that_is_gone_stay_as_they_were_copied(
    tray: TrayPane, senders: Senders, ask: Answers, tmp_path: Path
) -> None:
    stick = Path(shutil.copytree(senders["ui"].parent, tmp_path / "usb"))
    tray.open([stick / "ui.xlsx", stick / "hỏng.xlsx"])
    before = sortings(tray)
    shutil.rmtree(stick)
    tray._session.set_period(parse_period("2024-Q3"))
    tray._session.set_period(parse_period("2024-Q2"))
    assert sortings(tray) == before
    tray.accept()
    assert [one.title for one in activities(tray)] == ["Hội nghị U"]


def test_files_not_all_of_which_were_seen_are_not_taken_in(
    tray: TrayPane, senders: Senders
) -> None:
    tray.open([senders["ui"]])
    tray._whole = False
    tray._on_stopped()
    shown = tray.layout_
    assert not shown.accept_button.isEnabled()
    assert shown.message.text == tray_words.STOPPED
    tray.accept()
    assert activities(tray) == ()
    shown.message._do.click()
    assert shown.accept_button.isEnabled()
    assert shown.message.text == ""


def test_what_cannot_be_taken_in_any_more_is_told_and_looked_at_again(
    tray: TrayPane, senders: Senders, ask: Answers
) -> None:
    tray.open([senders["ui"]])
    store = tray._session.store
    close_period(store, tray._session.period)
    tray.accept()
    assert ask.faults, "the office moved on without a word to the tray"
    assert sortings(tray) == {"ui.xlsx": Sorting.REFUSED}
    assert activities(tray) == ()


def test_a_faulty_form_goes_on_to_be_returned_and_any_file_to_be_checked(
    tray: TrayPane, senders: Senders
) -> None:
    tray.open([senders["bad"]])
    tray.layout_.files.selectRow(0)
    tray._on_wanted("return")
    assert isinstance(tray.dialog, ReturningDialog)
    tray.dialog.close()
    tray._on_wanted("leave_out")
    assert tray.contents.lines == ()
    tray.show_intakes()
    assert isinstance(tray.dialog, QDialog)
    tray.dialog.close()


def test_another_period_sorts_anew(tray: TrayPane, senders: Senders) -> None:
    tray.open([senders["ui"]])
    tray._session.set_period(parse_period("2024-Q3"))
    assert sortings(tray) == {"ui.xlsx": Sorting.OTHER_PERIOD}
    assert tray.contents.ticked == ()


def test_everything_has_a_name_for_whoever_cannot_see(
    tray: TrayPane, senders: Senders
) -> None:
    tray.open([senders["ui"], senders["bad"]])
    assert nameless(tray) == []
