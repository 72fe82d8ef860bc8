"""What cannot be done with a file is not offered."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.gui.pages.collect.tray.file_detail import FileDetail
from desktop.gui.session import Session
from desktop.operations.intake.map_sender import Decision, map_sender
from desktop.records.arrival import (
    Arrival,
    ArrivalRow,
    CellFault,
    Counts,
    Fate,
    Sorting,
    Unmapped,
)
from desktop.records.exchange import MappedKind
from desktop.records.returns import ReturnKind
from tests.rules.intake.files import an_arrival

FAULT = CellFault(sheet="Hội nghị", cell="K5", label="Lượt người", code="missing")
ROW = ArrivalRow(place="activities", row_id="r", title="x", fate=Fate.ADD)


def offered(detail: FileDetail) -> set[str]:
    return {code for code, one in detail.buttons.items() if not one.isHidden()}


def shown(detail: FileDetail, arrival: Arrival) -> FileDetail:
    detail.show_file(arrival, lambda _id: False)
    return detail


def test_each_group_has_its_own_way_on(collecting: Session, qtbot: QtBot) -> None:
    detail = FileDetail(collecting)
    qtbot.addWidget(detail)
    faulty = an_arrival(sorting=Sorting.TO_FIX, faults=(FAULT,))
    assert offered(shown(detail, faulty)) == {"return", "verify", "leave_out"}
    assert detail.stack.currentWidget() is detail.faults
    locked = an_arrival(sorting=Sorting.LOCKED, kind=None, reasons=(("locked_key",),))
    assert offered(shown(detail, locked)) == {"unlock", "leave_out"}
    assert detail.rows.when_empty == "Mở khóa rồi mới biết tệp này thay đổi gì."
    keyless = replace(locked, reasons=(("no_receiving_key",),))
    assert offered(shown(detail, keyless)) == {"leave_out"}, "no words would open it"
    strange = an_arrival(sorting=Sorting.FOREIGN, kind=None, reasons=(("winmail",),))
    assert offered(shown(detail, strange)) == {"leave_out"}, "no signature is in it"
    package = an_arrival(kind=ReturnKind.PACKAGE)
    assert offered(shown(detail, package)) == {"verify", "leave_out"}
    asked = Unmapped(sender="s", kind=MappedKind.PLAN, theirs="s", name="5/KH")
    map_sender(collecting.store, (Decision(unmapped=asked, ours=None),))
    assert "settled" in offered(shown(detail, package)), "a mistake can be mended"
    assert "settled" not in offered(shown(detail, an_arrival()))
    printed = replace(strange, reasons=(("pdf",),))
    assert offered(shown(detail, printed)) == {"verify", "leave_out"}
    ready = an_arrival(rows=(ROW,), faults=(FAULT,))
    assert offered(shown(detail, ready)) == {"verify", "leave_out"}
    assert detail.stack.currentWidget() is detail.rows
    detail.switch.click()
    assert detail.stack.currentWidget() is detail.faults
    assert "quý II năm 2024" in detail.heading.text()
    detail.show_file(None, lambda _id: False)
    assert detail.isHidden()


def test_a_file_that_cannot_be_taken_in_shows_no_change_it_would_make(
    collecting: Session, qtbot: QtBot
) -> None:
    detail = FileDetail(collecting)
    qtbot.addWidget(detail)
    for sorting in Sorting:
        shown(detail, an_arrival(sorting=sorting, rows=(ROW,)))
        idle = sorting in {
            Sorting.LOCKED,
            Sorting.DUPLICATE,
            Sorting.OLDER,
            Sorting.REFUSED,
            Sorting.RECEIPT,
            Sorting.FOREIGN,
        }
        assert detail.rows.model_.rowCount() == (0 if idle else 1), sorting


def test_a_sender_writes_no_markup_into_the_window(
    collecting: Session, qtbot: QtBot
) -> None:
    detail = FileDetail(collecting)
    qtbot.addWidget(detail)
    forged = an_arrival(name="<img src='file:///x'>.zip", sender_name="<b>Sở</b>")
    shown(detail, forged)
    for label in (detail.heading, detail.why, detail.counts):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_buttons_are_no_wider_where_there_is_nothing_to_count(
    collecting: Session, qtbot: QtBot
) -> None:
    detail = FileDetail(collecting)
    qtbot.addWidget(detail)
    detail.resize(1_000, 300)
    button = detail.buttons["leave_out"]
    for seen in (0, 3):
        arrival = an_arrival(counts=Counts(seen=seen, accepted=seen))
        shown(detail, arrival).show()
        qtbot.waitExposed(detail)
        assert detail.counts.isHidden() is (seen == 0)
        assert button.width() == button.sizeHint().width()
