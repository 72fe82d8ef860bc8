"""Take pictures of the history: of one entry, of the whole office, and of the past."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.store import journal

if TYPE_CHECKING:
    from picture_stage import Stage

FOLDER = "5-lich-su"


def take_history(stage: Stage) -> None:
    """Take the two histories, the choice of a day, and the office as it was."""
    for step in (_take_record, _take_office, _take_day, _take_past):
        stage.attempt(f"{FOLDER}/{step.__name__}", partial(step, stage))


def _take_record(stage: Stage) -> None:
    page = stage.go_to("activities", "conference")
    if not isinstance(page, ActivitiesPage) or page.view is None:
        raise TypeError(page)
    page.view.select_row(0)
    page.show_history()
    stage.snap(f"{FOLDER}/1-cua-muc", stage.dialog())


def _take_office(stage: Stage) -> None:
    stage.window.menus.history_wanted.emit()
    stage.snap(f"{FOLDER}/2-ca-so", stage.dialog())


def _take_day(stage: Stage) -> None:
    name = f"{FOLDER}/3-chon-ngay"
    stage.snap_modal(name, stage.window.menus.day_wanted.emit)


def _take_past(stage: Stage) -> None:
    """Look back, and come back: what follows is of the office of today."""
    live = stage.session
    newest, *_ = journal.entries(live.store.reader, limit=1)
    live.past_wanted.emit(newest.id)
    stage.wait(lambda: stage.window.session is not live, "past")
    past = stage.session
    stage.settle()
    try:
        for code in ("overview", "activities"):
            stage.snap_place(f"{FOLDER}/4-nhu-truoc-{code}", code)
    finally:
        stage.window.past.back_wanted.emit()
        stage.wait(lambda: stage.window.session is not past, "today")
