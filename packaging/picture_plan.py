"""Take pictures of the plan: its text, what is written of it, and its days."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollArea

from desktop.gui.pages.plan.plan import PlanPage
from desktop.gui.pages.settings.settings import SettingsPage
from desktop.operations.entries.record_entry import new_record_id, record
from desktop.operations.office_time import office_time
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.identity import RecordId
from desktop.records.period import DeadlineKind
from desktop.records.target import Formula

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from picture_stage import Stage

READ, WRITE = "3-ke-hoach", "5-ke-hoach"
REQUEST = "Cung cấp thông tin về một vụ việc đột xuất"
ANOTHER = "dak-lak-press-2024"
"""A shipped plan that counts hours."""


def take_plan(stage: Stage) -> None:
    """Take each part of a plan, and every dialog that writes one."""
    steps = (
        _take_text,
        _take_parts,
        _take_heads,
        _take_tasks,
        _take_targets,
        _take_target_kinds,
        _take_deadlines,
        _take_days_off,
        _take_catalogue,
    )
    for step in steps:
        stage.attempt(f"{WRITE}/{step.__name__}", partial(step, stage))


def take_second_plan(stage: Stage) -> None:
    """Take the office with two plans, and a request that runs out within hours."""
    for step in (_take_shipped, _take_request, _take_choosing):
        stage.attempt(f"{READ}/{step.__name__}", partial(step, stage))


def plan_page(stage: Stage) -> PlanPage:
    """Go to the plan and return its page."""
    page = stage.go_to("plan")
    assert isinstance(page, PlanPage)  # noqa: S101  for the types
    return page


def take_opened(stage: Stage, name: str, act: Callable[[], object]) -> None:
    """Take the window an act opens and goes on beside, whole, then close it."""
    act()
    dialog = stage.dialog()
    snap_whole(stage, name, dialog)
    dialog.reject()
    stage.settle()


def snap_whole(stage: Stage, name: str, dialog: QDialog) -> None:
    """Keep a picture of a dialog, and of what one scrolls down to in it."""
    stage.snap(name, dialog)
    for area in dialog.findChildren(QScrollArea):
        bar, number = area.verticalScrollBar(), 2
        while area.isVisible() and bar.value() < bar.maximum():
            bar.setValue(bar.value() + bar.pageStep() - 40)
            stage.snap(f"{name}-{number}", dialog)
            number += 1


def _take_text(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.text)
    for part in page.text.outline.model_.rows:
        page.text.outline.select(part.code)
        stage.snap(f"{READ}/van-ban-{part.code}")


def _take_parts(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.text)
    for part in page.text.outline.model_.rows[2:]:
        page.text.outline.select(part.code)
        rows = page.text.list.model_.rows
        act = page.text.edit if rows else page.text.add
        if rows:
            page.text.list.select(rows[0].id)
        take_opened(stage, f"{WRITE}/van-ban-{part.code}", act)


def _take_heads(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.text)
    page.text.outline.select("head")
    take_opened(stage, f"{WRITE}/phan-dau", page.text.edit)
    take_opened(stage, f"{WRITE}/lap-moi", page.chooser.make_new)
    page.tabs.setCurrentWidget(page.tasks)


def _take_tasks(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.tasks)
    tasks = page.tasks
    for name, act in (
        ("nhiem-vu-sua", tasks.edit),
        ("nhiem-vu-them", tasks.add),
        ("nhiem-vu-so-ke-hoach", tasks.plan_quantities),
    ):
        take_opened(stage, f"{WRITE}/{name}", act)
    for name, ask in (
        ("nhiem-vu-danh-so", tasks.renumber),
        ("nhiem-vu-xoa", tasks.remove),
    ):
        stage.snap_modal(f"{WRITE}/{name}", ask)


def _take_targets(stage: Stage) -> None:
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.targets)
    targets = page.targets
    targets.list.select(targets.list.model_.rows[0].target.id)
    for name, act in (
        ("chi-tieu-sua", targets.edit),
        ("chi-tieu-ban-moi", targets.new_version),
        ("chi-tieu-so-giao", targets.plan_years),
    ):
        take_opened(stage, f"{WRITE}/{name}", act)
    stage.snap_modal(f"{WRITE}/chi-tieu-xoa", targets.remove)


def _take_target_kinds(stage: Stage) -> None:
    """Take the dialog of a new target once for each way it may be counted."""
    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.targets)
    for formula in Formula:
        page.targets.add()
        dialog = stage.dialog()
        made = page.deeds.dialog
        if made is None:
            raise LookupError(formula)
        made.editors["formula"].set_value(formula)
        snap_whole(stage, f"{WRITE}/chi-tieu-{formula.value}", dialog)
        dialog.reject()
        stage.settle()


def _take_deadlines(stage: Stage) -> None:
    from desktop.gui.pages.plan.deadline_dialog import DeadlineDialog

    page = plan_page(stage)
    page.tabs.setCurrentWidget(page.deadlines)
    page.deadlines.list.select(page.deadlines.list.model_.rows[0].deadline.id)
    stage.snap(f"{READ}/thoi-han")
    stage.snap_modal(f"{WRITE}/thoi-han-sua", page.deadlines.edit)
    due = page.deadlines.list.model_.rows[0]
    dialog = DeadlineDialog(stage.session, due.deadline, due.plan, page)
    dialog.show()
    for kind in DeadlineKind:
        dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
        stage.snap(f"{WRITE}/thoi-han-{kind.value}", dialog)
    dialog.text.clear()
    dialog.save()
    stage.snap(f"{WRITE}/thoi-han-loi", dialog)
    dialog.reject()


def _take_days_off(stage: Stage) -> None:
    from desktop.gui.pages.plan.days_off_dialog import DaysOffDialog

    page = plan_page(stage)
    dialog = DaysOffDialog(stage.session, page)
    dialog.show()
    year = stage.session.period.last_day.year
    dialog.first.setText(f"8/2/{year}")
    dialog.last.setText(f"14/2/{year}")
    dialog.name.setText("Tết Nguyên đán")
    stage.snap(f"{WRITE}/ngay-nghi", dialog)
    dialog.add()
    stage.snap(f"{WRITE}/ngay-nghi-da-ghi", dialog)
    dialog.add()
    stage.snap(f"{WRITE}/ngay-nghi-loi", dialog)
    dialog.accept()


def _take_catalogue(stage: Stage) -> None:
    page = stage.go_to("settings")
    assert isinstance(page, SettingsPage)  # noqa: S101  for the types
    page.sheets.setCurrentWidget(page.catalogues)
    stage.settle()
    panel = page.catalogues
    stage.snap(f"{READ}/danh-muc")
    take_opened(stage, f"{WRITE}/danh-muc-them", panel.add)
    panel.list.select(panel.list.model_.rows[-1].code)
    take_opened(stage, f"{WRITE}/danh-muc-sua", panel.edit)
    panel.retire()
    stage.snap(f"{READ}/danh-muc-ngung-dung")
    panel.retire()
    stage.settle()
    page.sheets.setCurrentIndex(0)


def _take_shipped(stage: Stage) -> None:
    page = plan_page(stage)
    page.chooser.add_shipped()
    dialog = stage.dialog()
    stage.snap(f"{WRITE}/co-san", dialog)
    if page.chooser.shipped is None:
        raise LookupError("shipped plans")
    page.chooser.shipped.list.select(ANOTHER)
    page.chooser.shipped.add()
    stage.settle()
    stage.snap(f"{READ}/hai-ke-hoach")
    page.tabs.setCurrentWidget(page.deadlines)
    stage.snap(f"{READ}/hai-ke-hoach-thoi-han")


def _take_request(stage: Stage) -> None:
    """Record a request of two hours ago, and take the board with its clock."""
    session = stage.session
    asked = office_time(session.store).replace(second=0, microsecond=0)
    asked -= dt.timedelta(hours=2)
    made = Activity(
        id=RecordId(str(new_record_id())),
        kind=ActivityKind.PRESS_INFORMATION,
        title=REQUEST,
        first_day=asked.date(),
        last_day=asked.date(),
        state=ActivityState.PLANNED,
        agency=session.preferences.agency,
        pillar=next(iter(session.catalogue("pillar"))),
        form=next(iter(session.catalogue("press_form"))),
        requested_at=asked,
    )
    record(session.store, made)
    session.jobs.changed.emit(frozenset({"activities"}), stage)
    stage.settle()
    stage.snap_place(f"{READ}/bang-thoi-han", "overview")


def _take_choosing(stage: Stage) -> None:
    page = plan_page(stage)
    stage.snap_modal(f"{WRITE}/dong-ke-hoach", page.chooser.close_other)
    page.chooser.plans.setCurrentIndex(page.chooser.plans.findData(ANOTHER))
    page.chooser.plans.activated.emit(page.chooser.plans.currentIndex())
    stage.settle()
    for code in stage.codes():
        stage.snap_place(f"{READ}/ke-hoach-khac-{code}", code)
    page = plan_page(stage)
    for number in range(page.tabs.count()):
        page.tabs.setCurrentIndex(number)
        stage.snap(f"{READ}/ke-hoach-khac-plan-{number + 1}")
