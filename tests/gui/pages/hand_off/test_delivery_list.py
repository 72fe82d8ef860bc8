"""The history tells every end of a delivery, with its reason."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import DeliveryError
from desktop.gui.pages.hand_off.delivery_list import REASONS, DeliveryList, cells
from desktop.records.exchange import Delivery, DeliveryState
from tests import builders


def a_delivery(state: DeliveryState, reason: str = "") -> Delivery:
    return Delivery(
        id="d",
        report="r",
        package_id="p",
        file_name="goi.zip",
        size=5,
        sha256="ab",
        target="E:\\",
        state=state,
        prepared_at=builders.NOW + dt.timedelta(minutes=5),
        reason=reason,
    )


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        (DeliveryState.DELIVERED, "", "✓ Đã bàn giao, đã đối chiếu"),
        (DeliveryState.FAILED, "gone", "▲ Bàn giao chưa xong: mất nơi nhận"),
        (DeliveryState.PREPARED, "", "– Chuẩn bị bàn giao"),
    ],
)
def test_every_end_has_a_sign_and_words(
    state: DeliveryState, reason: str, said: str
) -> None:
    at, name, target, shown = cells(a_delivery(state, reason))
    assert (at, name, target) == ("08:05 20/12/2024", "goi.zip", "E:\\")
    assert shown.startswith(said)


def test_every_reason_a_delivery_may_fail_for_has_words() -> None:
    told = set(re.findall(r"`(\w+)`", DeliveryError.__doc__ or ""))
    assert {"gone", "full"} < told
    assert told <= set(REASONS)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(560, 300)
    return made


@pytest.fixture
def history(page: QWidget) -> DeliveryList:
    made = DeliveryList(page)
    made.resize(560, 300)
    page.show()
    return made


def test_the_hash_is_in_the_tip(history: DeliveryList) -> None:
    history.show_deliveries([a_delivery(DeliveryState.DELIVERED)])
    tip = history.model_.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "goi.zip\nSHA-256: ab"


def test_how_a_delivery_ended_is_in_sight_whatever_it_was_called(
    history: DeliveryList,
) -> None:
    long = replace(
        a_delivery(DeliveryState.FAILED, "gone"),
        file_name="goi_phong-van-hoa-thong-tin-huyen-dak-ha_2024_v1_mc-gon.zip.age",
        target="/media/mot-thu-muc/rat-sau/tren-o-dia-cua-van-thu/ban-giao",
    )
    history.show_deliveries([long])
    QApplication.processEvents()
    assert history.horizontalScrollBar().maximum() == 0
    last = history.visualRect(history.model_.index(0, 3))
    assert last.right() <= history.viewport().width()


def test_before_the_first_delivery_it_says_so(history: DeliveryList) -> None:
    history.show_deliveries([])
    assert history.when_empty == "Chưa bàn giao lần nào."
    assert history.model_.read
