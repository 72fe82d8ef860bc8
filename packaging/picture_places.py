"""Take pictures of every place, every register, and of other colours and sizes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from desktop.gui.pages.activities.activities import ActivitiesPage
from desktop.gui.pages.overview.overview import OverviewPage
from desktop.rules.calendar import parse_period

if TYPE_CHECKING:
    from picture_stage import Stage

LOOKS = ("overview", "plan", "activities", "report")
LARGEST = 150


def take_places(stage: Stage) -> None:
    """Take each place with its sheets, and where a number is from."""
    for code in stage.codes():
        stage.attempt(f"3-noi/{code}", partial(_take_sheets, stage, code))
    stage.attempt("3-noi/overview-so-nay-tu-dau", partial(_take_explanations, stage))
    stage.attempt("3-noi/overview-thang", partial(_take_month, stage))


def take_registers(stage: Stage) -> None:
    """Take the table of every register, one with filters and one without rows."""
    for register in stage.session.registers:
        name = f"4-so/{register.code}"
        take = partial(stage.snap_place, name, "activities", register.code)
        stage.attempt(name, take)
    stage.attempt("4-so/loc", partial(_take_filtered, stage))


def take_looks(stage: Stage) -> None:
    """Take some places in dark colours, then with the largest text."""
    menus = stage.window.menus
    menus.scheme_wanted.emit("dark")
    for code in LOOKS:
        name = f"9-nen-toi/{code}"
        stage.attempt(name, partial(stage.snap_place, name, code))
    menus.scheme_wanted.emit("light")
    menus.text_size_wanted.emit(LARGEST - 100)
    for code in LOOKS:
        name = f"9-chu-150/{code}"
        stage.attempt(name, partial(stage.snap_place, name, code))
    stage.attempt("9-chu-150/bieu-mau", partial(_take_large_form, stage))
    menus.text_size_wanted.emit(0)


def _take_sheets(stage: Stage, code: str) -> None:
    page = stage.go_to(code)
    stage.snap(f"3-noi/{code}")
    for sheets in page.findChildren(QTabWidget):
        first = sheets.currentIndex()
        for number in range(sheets.count()):
            if number != first:
                sheets.setCurrentIndex(number)
                stage.snap(f"3-noi/{code}-{number + 1}")
        sheets.setCurrentIndex(first)


def _take_explanations(stage: Stage) -> None:
    page = stage.go_to("overview")
    assert isinstance(page, OverviewPage)  # noqa: S101  for the types
    for row, result in enumerate(page.targets.model_.rows):
        page.open(result.target.id)
        stage.snap(f"3-noi/overview-so-nay-tu-dau-{row}")
    page.explanation.closed.emit()


def _take_month(stage: Stage) -> None:
    whole = stage.session.period
    stage.session.set_period(parse_period(f"{whole.first_day.year}-M03"))
    stage.snap_place("3-noi/overview-thang", "overview")
    stage.session.set_period(whole)


def _take_filtered(stage: Stage) -> None:
    page = stage.go_to("activities", "conference")
    assert isinstance(page, ActivitiesPage)  # noqa: S101  for the types
    for name, text in (
        ("tim", "quyen con nguoi"),
        ("tim-khong-thay", "không có gì như thế"),
    ):
        _search(stage, page, text)
        stage.snap(f"4-so/{name}")
    page.clear_filters()


def _search(stage: Stage, page: ActivitiesPage, text: str) -> None:
    before = page.counted
    page.search.setText(text)  # it looks a moment after the last key
    stage.wait(lambda: page.counted != before, text)


def _take_large_form(stage: Stage) -> None:
    page = stage.go_to("activities", "training")
    assert isinstance(page, ActivitiesPage)  # noqa: S101  for the types
    page.write_new()
    stage.snap("9-chu-150/bieu-mau", stage.dialog())
