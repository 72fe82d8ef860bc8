"""Write the head of a plan, or that of a new one."""

import datetime as dt
from dataclasses import replace
from typing import Any

from desktop.errors import Problem
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.part_dialog import Values, Writing
from desktop.gui.pages.plan.writing import Desk, field, new_id, plan_words, text
from desktop.gui.session import Session
from desktop.operations.plans import amend_plan as amending
from desktop.operations.plans.amend_plan import amend_plan
from desktop.operations.plans.make_plan import make_plan
from desktop.records.identity import AgencyId, PlanId
from desktop.records.plan import Plan, PlanState
from desktop.records.register import FieldType
from desktop.rules.plan_checks import plan_problems

_NO_PLAN = ("", "Không có")
_AGENCY, _DATE = FieldType.AGENCY, FieldType.DATE
_NUMBER_HELP = "Để trống khi văn thư chưa cấp số; chỗ trống được in như bản gốc."
_CARRIED_HELP = "Khi cơ quan ban hành không còn; để trống: cơ quan ban hành."


def amend(session: Session, plan: Plan) -> Writing:
    """Return the dialog that changes the head of a plan."""
    desk = Desk(session)

    def made(values: Values) -> Plan:
        return replace(plan, **_head(values))

    return Writing(
        title="Phần đầu kế hoạch",
        editors=(*_first(desk, plan), *_relatives(desk, plan), *_print(desk, plan)),
        work=lambda values: desk.work(amend_plan, lambda: (made(values),)),
        check=lambda values: amending.problems(session.store, made(values)),
    )


def new(session: Session) -> Writing:
    """Return the dialog that makes a plan of the office's own."""
    desk = Desk(session)
    model = session.plan
    year = session.today.year
    blank = Plan(
        id=PlanId(new_id()),
        document_type=model.document_type,
        title="",
        issuer=session.preferences.agency,
        territory=model.territory,
        first_day=dt.date(year, 1, 1),
        last_day=dt.date(year, 12, 31),
        state=PlanState.DRAFT,
    )
    copied = desk.options(
        text(
            "copied",
            "Lập theo mẫu",
            help="Chép lời văn, nhiệm vụ, chỉ tiêu, thời hạn của kế hoạch đã chọn; "
            "không chép số liệu.",
        ),
        [("", "Bắt đầu từ trang trắng"), *_plans(session)],
        model.id,
    )

    def made(values: Values) -> Plan:
        return replace(blank, **_head(values))

    def arguments(values: Values) -> tuple[object, ...]:
        return made(values), values["copied"] or None

    def check(values: Values) -> tuple[Problem, ...]:
        return plan_problems(made(values), session.plans)

    return Writing(
        title="Lập kế hoạch mới",
        editors=(copied, *_first(desk, blank), *_relatives(desk, blank)),
        work=lambda values: desk.work(make_plan, lambda: arguments(values)),
        check=check,
        verb="&Lập kế hoạch",
    )


def _first(desk: Desk, plan: Plan) -> tuple[Editor, ...]:
    group = "Văn bản"
    return (
        desk.editor(
            text("document_type", "Tên loại", required=True, group=group),
            plan.document_type,
        ),
        desk.tall(text("title", "Trích yếu", required=True), plan.title, 3),
        desk.editor(text("number", "Số, ký hiệu", help=_NUMBER_HELP), plan.number),
        desk.editor(field("issued_on", _DATE, "Ngày ban hành"), plan.issued_on),
        desk.editor(text("place_date", "Địa danh, ngày như bản in"), plan.place_date),
        desk.editor(
            field("issuer", _AGENCY, "Cơ quan ban hành", required=True), plan.issuer
        ),
        desk.editor(text("territory", "Địa bàn", required=True), plan.territory),
        desk.editor(
            field("first_day", _DATE, "Từ ngày", required=True), plan.first_day
        ),
        desk.editor(field("last_day", _DATE, "Đến ngày", required=True), plan.last_day),
        desk.enum(text("state", "Tình trạng"), PlanState, plan.state),
    )


def _relatives(desk: Desk, plan: Plan) -> tuple[Editor, ...]:
    others = [one for one in _plans(desk.session) if one[0] != plan.id]
    choices = [_NO_PLAN, *others]
    return (
        desk.options(
            text("parent", "Kế hoạch cấp trên", group="Quan hệ"), choices, plan.parent
        ),
        desk.options(
            text("follows", "Tiếp nối kế hoạch giai đoạn trước"), choices, plan.follows
        ),
        desk.editor(
            field("carried_by", _AGENCY, "Nay do ai thực hiện", help=_CARRIED_HELP),
            plan.carried_by,
        ),
        desk.editor(
            field("carried_from", _DATE, "Thực hiện từ ngày"), plan.carried_from
        ),
    )


def _print(desk: Desk, plan: Plan) -> tuple[Editor, ...]:
    return (
        desk.tall(
            text("annex_title", "Tên phụ lục", group="Phụ lục và phần cuối"),
            plan.annex_title,
            3,
        ),
        desk.editor(text("annex_note", "Dòng dưới tên phụ lục"), plan.annex_note),
        desk.tall(text("closing", "Câu kết"), plan.closing, 3),
        desk.lines(
            text(
                "authority",
                "Quyền hạn, chức vụ người ký",
                help="Mỗi dòng một hàng in, từ trên xuống.",
            ),
            plan.authority,
        ),
        desk.editor(text("signer_name", "Họ và tên người ký"), plan.signer_name),
    )


def _head(values: Values) -> dict[str, Any]:
    """Return the fields of a plan; blanks of what may be absent become None."""
    named = {name: value for name, value in values.items() if name != "copied"}
    maybe = ("parent", "follows", "carried_by", "issuer")
    given = {name: named[name] or None for name in maybe}
    state = PlanState(str(named["state"]))
    return {**named, **given, "state": state, "issuer": AgencyId(str(named["issuer"]))}


def _plans(session: Session) -> list[tuple[str, str]]:
    return [(one.id, plan_words(one)) for one in session.plans]
