"""Write a task: its words, who does it, when, on what, and which figures count it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desktop.errors import Problem
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.part_dialog import Values, Writing
from desktop.gui.forms.plan_editors import OptionsEditor, QuartersEditor
from desktop.gui.pages.plan.part_kinds import basis_words
from desktop.gui.pages.plan.writing import Desk, field, filled, new_id, text
from desktop.gui.session import Session
from desktop.operations.plans.put_quantity import put_quantities
from desktop.operations.plans.put_task import put_task
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.identity import Code, TaskId
from desktop.records.register import FieldType
from desktop.records.task import Quantity, Task
from desktop.rules.plan_checks import planned_problems, task_problems
from desktop.rules.task_tree import below, next_code

_AGENCIES = FieldType.AGENCIES
_TEXT_HELP = "Như phụ lục in, giữ nguyên lời."


def amend(session: Session, book: PlanBook, task: Task) -> Writing:
    """Return the dialog that changes a task."""
    return _writing(session, book, task, "Sửa nhiệm vụ")


def new(session: Session, book: PlanBook, after: Task | None) -> Writing:
    """Return the dialog that adds a task; below the one given, in the same group."""
    parent = after.parent if after else None
    inside = below(after.id, book.tasks) | {after.id} if after else frozenset()
    at = [number for number, one in enumerate(book.tasks, 1) if one.id in inside]
    blank = Task(
        id=TaskId(new_id()),
        plan=book.plan.id,
        position=max(at, default=len(book.tasks)) + 1,
        code=next_code(book.tasks, parent),
        parent=parent,
        text="",
    )
    return _writing(session, book, blank, "Thêm nhiệm vụ")


def quantities(session: Session, book: PlanBook, task: Task) -> Writing:
    """Return the dialog that plans what a task should reach in the year shown."""
    desk = Desk(session)
    known = {one.figure: one for one in book.quantities if one.task == task.id}
    codes = list(dict.fromkeys([*task.figures, *known]))

    def planned(values: Values) -> dict[Code, Any]:
        return {code: values[code] for code in codes}

    def check(values: Values) -> Iterable[Problem]:
        for code in codes:
            yield from _wrong(code, values[code])

    return Writing(
        title=f"Số lượng kế hoạch năm {book.year}",
        note=f"{task.number or task.code} {task.text}",
        editors=[_quarters(session, code, known.get(code)) for code in codes],
        work=lambda values: desk.work(
            put_quantities, lambda: (task.id, book.year, planned(values))
        ),
        check=lambda values: tuple(check(values)),
    )


def _writing(session: Session, book: PlanBook, task: Task, title: str) -> Writing:
    desk = Desk(session)

    def made(values: Values) -> Task:
        changes: dict[str, Any] = {**values, "parent": values["parent"] or None}
        return replace(task, **changes)

    return Writing(
        title=title,
        editors=(
            *_words(desk, book, task),
            *_people(desk, task),
            *_counted(desk, book, task),
        ),
        work=lambda values: desk.work(put_task, lambda: (made(values),)),
        check=lambda values: task_problems(made(values), book.tasks),
    )


def _words(desk: Desk, book: PlanBook, task: Task) -> tuple[Editor, ...]:
    inside = below(task.id, book.tasks) | {task.id}
    above = [
        (one.id, f"{one.number or one.code} {one.text}")
        for one in book.tasks
        if one.id not in inside
    ]
    return (
        desk.options(
            text("parent", "Thuộc nhóm", group="Nhiệm vụ"),
            [("", "Không thuộc nhóm nào"), *above],
            task.parent,
        ),
        desk.editor(text("code", "Số thứ tự", required=True), task.code),
        desk.editor(
            text(
                "number", "Số như bản in", help="Khi khác, như a); để trống: như trên."
            ),
            task.number,
        ),
        desk.tall(text("text", "Nhiệm vụ, giải pháp", required=True), task.text, 6),
        desk.tall(
            text("content_text", "Nội dung", help="Khi kế hoạch ghi tách khỏi tên."),
            task.content_text,
            4,
        ),
        desk.tall(text("form_text", "Hình thức"), task.form_text, 3),
    )


def _people(desk: Desk, task: Task) -> tuple[Editor, ...]:
    return (
        desk.tall(
            text("lead_text", "Chủ trì", help=_TEXT_HELP, group="Ai làm, khi nào"),
            task.lead_text,
            3,
        ),
        desk.editor(field("leads", _AGENCIES, "Đơn vị chủ trì"), task.leads),
        desk.tall(
            text("partner_text", "Phối hợp", help=_TEXT_HELP), task.partner_text, 3
        ),
        desk.editor(field("partners", _AGENCIES, "Đơn vị phối hợp"), task.partners),
        desk.editor(text("time_text", "Thời gian"), task.time_text),
    )


def _counted(desk: Desk, book: PlanBook, task: Task) -> tuple[Editor, ...]:
    bases = [(one.id, basis_words(one)) for one in book.bases]
    figures = [(one.value, one.text) for one in desk.names.of("@figure")]
    return (
        filled(
            OptionsEditor(
                text("bases", "Văn bản liên quan", group="Căn cứ và số liệu"), bases
            ),
            task.bases,
        ),
        filled(
            OptionsEditor(
                text(
                    "figures",
                    "Số liệu tự tính",
                    help="Đếm từ hoạt động, sản phẩm … gắn với nhiệm vụ.",
                ),
                figures,
            ),
            task.figures,
        ),
    )


def _quarters(session: Session, code: Code, known: Quantity | None) -> Editor:
    figure = session.figures.get(code)
    label = f"{figure.label} ({figure.unit})" if figure else str(code)
    value = (known.value, known.quarters) if known else (None, ())
    return filled(QuartersEditor(text(code, label)), value)


def _wrong(code: str, value: Any) -> Iterable[Problem]:  # noqa: ANN401
    whole, quarters = value
    if whole is not None:
        for one in planned_problems(whole, quarters):
            yield replace(one, field=code)
