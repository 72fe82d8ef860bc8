"""The history tells every end of a delivery, with its reason."""

import datetime as dt
import re
from pathlib import Path

import pytest
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


def test_the_hash_is_in_the_tip(qtbot: QtBot, tmp_path: Path) -> None:
    view = DeliveryList()
    qtbot.addWidget(view)
    view.show_deliveries([a_delivery(DeliveryState.DELIVERED)])
    tip = view.model().index(0, 1).data(3)
    assert tip == "goi.zip\nSHA-256: ab"
