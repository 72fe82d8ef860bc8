"""Write a target: its words, how it is counted, its versions, its numbers by year."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from desktop.errors import Problem
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.part_dialog import Values, Writing
from desktop.gui.forms.plan_editors import OptionsEditor, QuartersEditor
from desktop.gui.pages.plan.writing import Desk, field, filled, text
from desktop.gui.session import Session
from desktop.operations.plans import put_target as putting
from desktop.operations.plans.new_target_version import new_target_version
from desktop.operations.plans.put_milestones import put_years
from desktop.operations.plans.put_target import put_target
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.identity import TargetId
from desktop.records.register import FieldType
from desktop.records.target import (
    Basis,
    Direction,
    Formula,
    Supplied,
    Target,
    Training,
)
from desktop.rules.plan_checks import planned_problems
from desktop.rules.target_checks import is_share, takes, target_problems

_ALWAYS = frozenset(
    {"code", "text", "label", "unit", "formula", "direction", "basis", "year"}
)
_DAYS = frozenset({"valid_from", "valid_to", "decision"})
_DECIMAL, _INTEGER, _DATE = FieldType.DECIMAL, FieldType.INTEGER, FieldType.DATE
_ENUMS: dict[str, Any] = {
    "formula": Formula,
    "direction": Direction,
    "basis": Basis,
    "training": Training,
    "supplied": Supplied,
}
_SHORT = 1
"""Decimals shown of a share."""


def amend(session: Session, target: Target) -> Writing:
    """Return the dialog that changes a version of a target in place."""
    desk = Desk(session)
    return Writing(
        title="Sửa chỉ tiêu",
        editors=(*_fields(desk, target), *_days(desk, target)),
        work=lambda values: desk.work(put_target, lambda: (made(target, values),)),
        check=lambda values: putting.problems(session.store, made(target, values)),
        shown=lambda values: shown(values) | _DAYS,
    )


def new(session: Session, book: PlanBook) -> Writing:
    """Return the dialog that adds a target."""
    desk = Desk(session)
    last = max((one.position for one in book.versions), default=0)
    blank = Target(
        id=TargetId(""),
        plan=book.plan.id,
        position=last + 1,
        code=_free_code(book),
        text="",
        label="",
        unit="%",
        formula=Formula.TRAINED,
        direction=Direction.AT_LEAST,
        year=book.plan.last_day.year,
    )

    def fresh(values: Values) -> Target:
        one = made(blank, values)
        return replace(one, id=TargetId(one.goal))

    return Writing(
        title="Thêm chỉ tiêu",
        editors=_fields(desk, blank),
        work=lambda values: desk.work(put_target, lambda: (fresh(values),)),
        check=lambda values: putting.problems(session.store, fresh(values)),
        shown=shown,
    )


def version(session: Session, book: PlanBook, target: Target) -> Writing:
    """Return the dialog that lets a target go on otherwise from a day on."""
    desk = Desk(session)
    first = max(session.today, book.plan.first_day + dt.timedelta(days=1))
    editors = (
        desk.editor(
            field(
                "from_day",
                _DATE,
                "Áp dụng từ ngày",
                required=True,
                group="Bản mới",
                help="Bản hiện nay hết hiệu lực vào ngày trước đó.",
            ),
            min(first, book.plan.last_day),
        ),
        desk.editor(text("decision", "Văn bản quyết định", required=True), ""),
        *_fields(desk, target, without={"code"}),
    )

    def words(values: Values) -> Target:
        rest = {
            name: value
            for name, value in values.items()
            if name not in {"from_day", "decision"}
        }
        return made(target, {**rest, "code": target.code})

    def check(values: Values) -> tuple[Problem, ...]:
        # Its days are looked at when it is kept: there the version before is closed.
        return tuple(target_problems(words(values), book.plan, ()))

    return Writing(
        title=f"Bản mới của chỉ tiêu {target.code}",
        note="Bản cũ vẫn đọc được; báo cáo dùng bản có hiệu lực vào ngày chốt số liệu.",
        editors=editors,
        work=lambda values: desk.work(
            new_target_version,
            lambda: (words(values), values["from_day"], values["decision"]),
        ),
        check=check,
        shown=lambda values: (
            (shown({**values, "code": ""}) - {"code"}) | {"from_day", "decision"}
        ),
    )


def planned(session: Session, book: PlanBook, target: Target) -> Writing:
    """Return the dialog with a target's numbers for every year of the plan."""
    desk = Desk(session)
    known = {one.year: one for one in book.planned if one.target == target.id}
    years = range(book.plan.first_day.year, book.plan.last_day.year + 1)
    share = is_share(target)
    editors = []
    for year in years:
        one = known.get(year)
        editor = QuartersEditor(
            text(str(year), f"Năm {year}"),
            decimals=_SHORT if share else 0,
            splits=not share,
        )
        editors.append(filled(editor, (one.value, one.quarters) if one else (None, ())))

    def check(values: Values) -> Iterable[Problem]:
        for year, (whole, quarters) in _numbers(values).items():
            if whole is not None:
                for one in planned_problems(whole, quarters):
                    yield replace(one, field=str(year))

    return Writing(
        title=f"Số giao theo năm: {target.label}",
        note=_planned_note(target, share=share),
        editors=editors,
        work=lambda values: desk.work(put_years, lambda: (target.id, _numbers(values))),
        check=lambda values: tuple(check(values)),
    )


def shown(values: Values) -> frozenset[str]:
    """Return the fields that mean something with the formula now chosen."""
    formula = Formula(str(values["formula"]))
    named = _ALWAYS | takes(formula, Direction(str(values["direction"])))
    return named - _OF_NUMBERS.get(formula, frozenset())


def made(target: Target, values: Values) -> Target:
    """Return a target with what the fields hold; what a formula takes not is blank."""
    wanted = shown(values)
    given: dict[str, Any] = {}
    for name, value in values.items():
        if name in _ENUMS:
            given[name] = _ENUMS[name](str(value))
        elif name in wanted or name in _DAYS:
            given[name] = value if value != "" or name in _WORDS else None
        elif name in _BLANKS:
            given[name] = _BLANKS[name]
    given["tolerance"] = given["tolerance"] or Decimal(0)
    given["required"] = 1 if given["required"] is None else given["required"]
    given["interval"] = given["interval"] or 0
    return replace(target, **(given | _settled(given["formula"])))


def _settled(formula: Formula) -> dict[str, Any]:
    """Return what a formula without a line to reach leaves no choice of."""
    if formula is Formula.TEXT:
        return {"unit": "", "direction": Direction.TEXT}
    if formula is Formula.MILESTONE:
        return {"unit": "", "direction": Direction.AT_LEAST}
    return {}


_OF_NUMBERS = {
    Formula.TEXT: frozenset({"unit", "direction", "basis"}),
    Formula.MILESTONE: frozenset({"unit", "direction"}),
}
"""What means nothing where no number is held against another."""

_WORDS = frozenset({"code", "text", "label", "unit", "decision"})
_BLANKS: dict[str, Any] = {
    "value": None,
    "upper": None,
    "tolerance": Decimal(0),
    "staff_group": None,
    "staff_tiers": (),
    "scope": (),
    "figure": None,
    "divisor": None,
    "subject": None,
    "supplier": None,
    "required": 1,
    "interval": 0,
}


def _fields(
    desk: Desk, target: Target, without: frozenset[str] | set[str] = frozenset()
) -> tuple[Editor, ...]:
    every = (*_words(desk, target), *_line(desk, target), *_counted(desk, target))
    return tuple(one for one in every if one.field.name not in without)


def _words(desk: Desk, target: Target) -> tuple[Editor, ...]:
    return (
        desk.editor(text("code", "Mã", required=True, group="Chỉ tiêu"), target.code),
        desk.tall(text("text", "Lời của kế hoạch", required=True), target.text, 4),
        desk.editor(
            text(
                "label", "Tên ngắn", required=True, help="Dùng trong biểu đồ, bảng hẹp."
            ),
            target.label,
        ),
        desk.editor(text("unit", "Đơn vị tính"), target.unit),
    )


def _line(desk: Desk, target: Target) -> tuple[Editor, ...]:
    return (
        desk.enum(
            text("formula", "Cách tính", group="Cách tính và mức phải đạt"),
            Formula,
            target.formula,
        ),
        desk.enum(text("direction", "So với mức"), Direction, target.direction),
        desk.editor(field("value", _DECIMAL, "Mức phải đạt"), target.value),
        desk.editor(field("upper", _DECIMAL, "Mức trên"), target.upper),
        desk.editor(
            field(
                "tolerance",
                _DECIMAL,
                "Sai số cho phép",
                help="Khi kế hoạch ghi “khoảng”; để trống: không cho phép.",
            ),
            target.tolerance or None,
        ),
        desk.enum(text("basis", "Đánh giá theo số"), Basis, target.basis),
        desk.editor(field("year", _INTEGER, "Phải đạt vào năm"), target.year),
    )


def _counted(desk: Desk, target: Target) -> tuple[Editor, ...]:
    tiers = [(one.value, one.text) for one in desk.names.of("@tier")]
    return (
        desk.editor(
            field(
                "staff_group",
                FieldType.CHOICE,
                "Nhóm cán bộ",
                catalogue="staff_group",
                group="Đếm những gì",
            ),
            target.staff_group,
        ),
        filled(
            OptionsEditor(
                text("staff_tiers", "Chỉ các cấp", help="Để trống: mọi cấp."), tiers
            ),
            target.staff_tiers,
        ),
        desk.enum(text("training", "Người tính là đạt khi"), Training, target.training),
        desk.editor(
            field("figure", FieldType.FIGURE, "Số liệu được đếm"), target.figure
        ),
        desk.editor(
            field("divisor", FieldType.FIGURE, "Tính trên số liệu"), target.divisor
        ),
        desk.editor(
            field("scope", FieldType.AGENCIES, "Cơ quan thuộc phạm vi"), target.scope
        ),
        *_parameters(desk, target),
    )


def _parameters(desk: Desk, target: Target) -> tuple[Editor, ...]:
    subject = field(
        "subject",
        FieldType.CHOICE,
        "Nội dung số liệu",
        catalogue="tally_subject",
        help="Chỉ số tổng hợp do cơ quan có thẩm quyền cung cấp.",
    )
    return (
        desk.editor(
            field(
                "required",
                _INTEGER,
                "Số lần cung cấp ít nhất",
                help="Số lần cung cấp thông tin cho báo chí của mỗi cơ quan.",
            ),
            target.required,
        ),
        desk.editor(
            field(
                "interval",
                _INTEGER,
                "Trong mỗi khoảng",
                unit="tháng",
                help="Để trống: trong cả kỳ.",
            ),
            target.interval or None,
        ),
        desk.editor(subject, target.subject),
        desk.editor(
            field("supplier", FieldType.AGENCY, "Cơ quan cung cấp"), target.supplier
        ),
        desk.enum(text("supplied", "Tỷ lệ"), Supplied, target.supplied),
    )


def _days(desk: Desk, target: Target) -> tuple[Editor, ...]:
    return (
        desk.editor(
            field(
                "valid_from",
                _DATE,
                "Có hiệu lực từ",
                group="Bản này",
                help="Để trống: từ ngày đầu của kế hoạch.",
            ),
            target.valid_from,
        ),
        desk.editor(
            field("valid_to", _DATE, "Đến ngày", help="Để trống: đến hết kế hoạch."),
            target.valid_to,
        ),
        desk.editor(text("decision", "Văn bản quyết định"), target.decision),
    )


def _free_code(book: PlanBook) -> str:
    taken = {one.code for one in book.versions}
    number = len(taken) + 1
    while f"T{number}" in taken:
        number += 1
    return f"T{number}"


def _numbers(values: Values) -> dict[int, Any]:
    return {int(year): value for year, value in values.items()}


def _planned_note(target: Target, *, share: bool) -> str:
    if share:
        return f"Tỷ lệ phải có vào cuối mỗi năm. {target.text}"
    return (
        "Kỳ ngắn hơn một năm được so với tổng các quý; năm chưa chia thì so với số của "
        f"cả năm. {target.text}"
    )
