"""Lists of packages and receipts say of which version, and how each stands."""

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.gui.pages.hand_off.receipts import receipt_lists
from desktop.gui.tables.short_list import ShortList
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.identity import AgencyId
from desktop.records.issued import IssuedReport
from desktop.records.returns import Return, ReturnKind, ReturnState

AT = dt.datetime(2024, 7, 2, 9, 5, tzinfo=dt.UTC)
GIVEN = Receipt(
    id="b2",
    report="r1",
    package_id="g1",
    agency="Ủy ban nhân dân xã Đăk Mar",
    version=1,
    received_at=AT,
    file_name="bien-nhan.stt-bn",
    sha256="",
    outcome=ReceiptOutcome.GIVEN,
    kept_at=AT,
)
AN_ISSUED = IssuedReport(
    id="bc",
    kind="quarter",
    period_code="2024-Q2",
    first_day=dt.date(2024, 4, 1),
    last_day=dt.date(2024, 6, 30),
    version=1,
    issued_at=AT,
    content="{}",
    content_sha256="0" * 64,
    journal_head="f" * 64,
)
TAKEN = Return(
    id="r1",
    intake="i1",
    kind=ReturnKind.PACKAGE,
    agency=AgencyId("ubnd-xa-dak-mar"),
    sender="ubnd-xa-dak-mar",
    sender_name="Ủy ban nhân dân xã Đăk Mar",
    period_code="2024-Q2",
    first_day=dt.date(2024, 4, 1),
    last_day=dt.date(2024, 6, 30),
    source="bc",
    version=1,
    slip=2,
    file_name="goi.zip",
    file_sha256="",
    content_sha256="",
    entries=1_234,
    state=ReturnState.ACCEPTED,
    received_at=AT,
)


def shown(made: ShortList) -> list[str]:
    model = made.model()
    return [str(model.index(0, column).data()) for column in range(model.columnCount())]


def test_each_package_has_the_last_receipt_given_for_it() -> None:
    older = replace(GIVEN, id="b1")
    ours = replace(GIVEN, id="b3", outcome=ReceiptOutcome.MATCHES)
    other = replace(TAKEN, id="r2")
    found = receipt_lists.with_receipts((TAKEN, other), (ours, GIVEN, older))
    assert [(one.ret.id, one.receipt) for one in found] == [
        ("r1", GIVEN),
        ("r2", None),
    ]


def test_a_package_is_told_with_its_slip_and_when_its_receipt_was_made(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = receipt_lists.packages(page)
    packages = receipt_lists.with_receipts((TAKEN,), ())
    made.model().show_rows(packages)  # type: ignore[attr-defined]
    assert shown(made) == [
        "Ủy ban nhân dân xã Đăk Mar",
        "quý II năm 2024",
        "1, điều chỉnh 2",
        "1.234",
        "chưa lập",
    ]
    packages = receipt_lists.with_receipts((TAKEN,), (GIVEN,))
    made.model().show_rows(packages)  # type: ignore[attr-defined]
    assert shown(made)[-1] == "lập 02/07/2024 09:05"


def test_a_receipt_brought_back_says_how_it_stands_and_that_nobody_signed(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = receipt_lists.receipts(page)
    old = replace(GIVEN, outcome=ReceiptOutcome.OTHER_VERSION, report="bc")
    rows = receipt_lists.brought_back((old, GIVEN), (AN_ISSUED,))
    made.model().show_rows(rows)  # type: ignore[attr-defined]
    assert made.model().rowCount() == 1, "those given to others are not among them"
    assert shown(made)[1:] == [
        "quý II năm 2024",
        "1",
        "▲ Biên nhận của bản cũ",
        "02/07/2024 09:05",
        "không ký số",
    ]
