"""Take pictures of what goes to the units and comes back, and of handing over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.gui.pages.collect.collect import CollectPage
from desktop.gui.pages.collect.parts import TRAY
from desktop.gui.pages.collect.tray.tray_pane import TrayPane
from desktop.gui.pages.hand_off.hand_off import HandOffPage
from desktop.gui.pages.settings.settings import SettingsPage
from desktop.records.arrival import Sorting

if TYPE_CHECKING:
    from collections.abc import Callable

    from picture_stage import Stage

EXCHANGE = "8-thu-thap"


def take_exchange(stage: Stage) -> None:
    """Take the dialogs of collecting, the tray with files, receipts and handover."""
    for step in (_take_units, _take_tray, _take_receipts, _take_handover):
        stage.attempt(f"{EXCHANGE}/{step.__name__}", partial(step, stage))


def _collect(stage: Stage, what: object = None) -> CollectPage:
    page = stage.go_to("collect", what)
    assert isinstance(page, CollectPage)  # noqa: S101  for the types
    return page


def _take_units(stage: Stage) -> None:
    pane = _collect(stage).units
    pane.list.selectRow(0)
    dialogs: dict[str, Callable[[], object]] = {
        "1-lam-bieu": pane.make_forms,
        "2-ghi-lan-lien-he": pane.log_call,
        "3-cach-lien-he": pane.edit_contact,
    }
    for name, act in dialogs.items():
        stage.snap_modal(f"{EXCHANGE}/{name}", act)


def _take_tray(stage: Stage) -> None:
    """Take files that came as they were sent in, and one that goes back."""
    late = _collect(stage, TRAY).others[TRAY]
    pane = late.fill()
    assert isinstance(pane, TrayPane)  # noqa: S101  for the types
    demo = stage.session.store.path.parent.parent
    stranger = stage.home / "Giấy mời.txt"
    stranger.write_text("Kính mời", "utf-8")
    pane.open([*sorted((demo / "gui-ve").glob("*.xlsx")), stranger])
    stage.wait(lambda: not pane.inspecting.running, "tray")
    files = pane.layout_.files
    for row, line in enumerate(files.model_.rows):
        files.selectRow(row)
        stage.snap(f"{EXCHANGE}/4-khay-nhan-{row + 1}")
        if line.arrival.sorting is Sorting.TO_FIX:
            act = partial(pane.return_form, line)
            stage.snap_modal(f"{EXCHANGE}/5-phieu-tra-lai", act)
    stage.snap_modal(f"{EXCHANGE}/6-cac-lan-nhan", pane.show_intakes)
    pane.clear()


def _take_receipts(stage: Stage) -> None:
    page = stage.go_to("hand_off")
    assert isinstance(page, HandOffPage)  # noqa: S101  for the types
    stage.snap_modal(f"{EXCHANGE}/7-bien-nhan", page.show_receipts)


def _take_handover(stage: Stage) -> None:
    page = stage.go_to("settings")
    assert isinstance(page, SettingsPage)  # noqa: S101  for the types
    stage.snap_modal(f"{EXCHANGE}/8-ban-giao", page.backups.hand_over)
