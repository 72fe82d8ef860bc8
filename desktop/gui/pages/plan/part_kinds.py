"""The kinds of parts a plan's text has: what each shows, and how one is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop.errors import Problem
from desktop.gui.forms.fields import Editor
from desktop.gui.forms.part_dialog import Values, Writing
from desktop.gui.forms.pickers import YearEditor
from desktop.gui.forms.plan_editors import ChoiceOfEditor, OptionsEditor
from desktop.gui.pages.plan.writing import Desk, field, filled, new_id, text
from desktop.gui.session import Session
from desktop.gui.tables.names import Named
from desktop.operations.outcome import Outcome
from desktop.operations.plans import put_plan_part as putting
from desktop.operations.plans.amend_plan import amend_plan
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.identity import Code, StepId, TaskId
from desktop.records.plan import (
    LegalBasis,
    Plan,
    PlanRecipient,
    PlanRole,
    PlanSection,
    PlanValue,
    Relation,
    RoadmapStep,
)
from desktop.records.register import FieldType
from desktop.rules.dates import format_date
from desktop.wording.catalogues import catalogue_name
from desktop.wording.labels import label

VALUED = ("theme", "pillar", "audience", "channel", "funding_source", "staff_group")
"""Catalogues a plan words in its own way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartKind:
    """One kind of part."""

    code: str
    name: str
    one: str
    """What one is called, after a verb."""
    rows: Callable[[PlanBook], Sequence[Any]]
    short: Callable[[Any, PlanBook], str]
    """Number or heading of a part, for the first column."""
    long: Callable[[Any, PlanBook], str]
    """Its words, for the second column."""
    fields: Callable[[Desk, Any], Sequence[Editor]]
    blank: Callable[[Plan], Any]
    made: Callable[[Any, Values], Any]
    """Makes a part of a blank or kept one and what the fields hold."""
    put: Callable[..., Outcome[Any]]


def writing(session: Session, kind: PartKind, plan: Plan, part: Any | None) -> Writing:  # noqa: ANN401
    """Return the dialog that writes a part; None for a new one."""
    desk = Desk(session)
    begun = kind.blank(plan) if part is None else part

    def made(values: Values) -> Any:  # noqa: ANN401  a part of this kind
        return kind.made(begun, values)

    return Writing(
        title=f"{'Thêm' if part is None else 'Sửa'} {kind.one}",
        editors=kind.fields(desk, begun),
        work=lambda values: desk.work(kind.put, lambda: (made(values),)),
        check=lambda values: _problems(session, made(values)),
    )


def _problems(session: Session, part: Any) -> tuple[Problem, ...]:  # noqa: ANN401
    if isinstance(part, Line):
        return ()
    return putting.problems(session.store, part)


def _section_fields(desk: Desk, part: PlanSection) -> tuple[Editor, ...]:
    return (
        desk.editor(
            text(
                "heading", "Tiêu đề", help="Cả số mục, như bản in; phần mở đầu: trống."
            ),
            part.heading,
        ),
        desk.tall(
            text("text", "Lời văn", help="Mỗi đoạn một dòng."), part.text, lines=16
        ),
    )


def _basis_fields(desk: Desk, part: LegalBasis) -> tuple[Editor, ...]:
    return (
        desk.enum(text("relation", "Quan hệ"), Relation, part.relation),
        desk.editor(
            text("document_type", "Loại văn bản", required=True), part.document_type
        ),
        desk.editor(text("number", "Số, ký hiệu"), part.number),
        desk.editor(
            field("issued_on", FieldType.DATE, "Ngày ban hành"), part.issued_on
        ),
        desk.editor(text("issuer", "Cơ quan ban hành"), part.issuer),
        desk.tall(text("summary", "Trích yếu"), part.summary, lines=4),
    )


def _role_fields(desk: Desk, part: PlanRole) -> tuple[Editor, ...]:
    return (
        desk.tall(
            text("agency_text", "Ai, như bản in", required=True), part.agency_text, 2
        ),
        desk.editor(
            field("agencies", FieldType.AGENCIES, "Cơ quan, đơn vị"), part.agencies
        ),
        desk.editor(
            field("roles", FieldType.CHOICES, "Vai trò", catalogue="role"), part.roles
        ),
        desk.tall(text("text", "Việc phải làm", required=True), part.text, lines=10),
    )


def _value_fields(desk: Desk, part: PlanValue) -> tuple[Editor, ...]:
    offered = [
        (f"{name}/{one.value}", f"{catalogue_name(name)}: {one.text}", one.found_by)
        for name in VALUED
        for one in desk.names.items(name)
        if _is_offered(one, part)
    ]
    value = ChoiceOfEditor(
        text(
            "code",
            "Giá trị của danh mục",
            required=True,
            help="Số liệu đếm theo giá trị này; kế hoạch gọi nó bằng lời dưới đây.",
        ),
        offered,
    )
    chosen = f"{part.catalogue}/{part.code}" if part.code else ""
    return (
        filled(value, chosen),
        desk.editor(text("number", "Số như bản in"), part.number),
        desk.tall(text("text", "Lời của kế hoạch", required=True), part.text, lines=8),
    )


def _is_offered(one: Named, part: PlanValue) -> bool:
    """Tell whether a value may be chosen: not retired, or chosen already."""
    return not one.retired or one.value == part.code


def _value_made(part: PlanValue, values: Values) -> PlanValue:
    catalogue, _, code = str(values["code"] or "/").partition("/")
    return replace(
        part,
        catalogue=catalogue,
        code=Code(code),
        number=str(values["number"]),
        text=str(values["text"]),
    )


def _step_fields(desk: Desk, part: RoadmapStep) -> tuple[Editor, ...]:
    tasks = OptionsEditor(
        text("tasks", "Nhiệm vụ", help="Những nhiệm vụ làm xong trong bước này."),
        [(one.value, one.text) for one in desk.names.of("@task") if not one.retired],
    )
    first = text("first_year", "Từ năm", required=True)
    last = text("last_year", "Đến năm", help="Để trống: từ năm đó trở đi.")
    return (
        filled(YearEditor(first), part.first_year),
        filled(YearEditor(last), part.last_year),
        desk.tall(text("text", "Việc của bước này", required=True), part.text, 6),
        filled(tasks, part.tasks),
    )


def _recipient_fields(desk: Desk, part: "Line") -> tuple[Editor, ...]:
    return (
        desk.editor(text("text", "Nơi nhận", required=True), part.recipient.text),
        desk.editor(
            text("note", "Chú thích", help="Như (báo cáo), (để thực hiện)."),
            part.recipient.note,
        ),
        desk.editor(
            field("electronic", FieldType.FLAG, "Bản điện tử"),
            part.recipient.electronic,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One recipient of a plan, and where it stands."""

    plan: Plan
    at: int
    recipient: PlanRecipient

    @property
    def id(self) -> str:
        """Return by what the row is known."""
        return f"{self.at}"


def put_recipient(store: Any, line: Line) -> Outcome[Plan]:  # noqa: ANN401
    """Keep a recipient at its place; a new one stands before the line for filing."""
    lines = list(line.plan.recipients)
    if line.at < len(lines):
        lines[line.at] = line.recipient
    else:
        lines.insert(max(len(lines) - 1, 0), line.recipient)
    return amend_plan(store, replace(line.plan, recipients=tuple(lines)))


def _replaced(part: Any, values: Values) -> Any:  # noqa: ANN401  a part of any kind
    return replace(part, **values)


def _years(step: RoadmapStep) -> str:
    if step.last_year is None:
        return f"Từ {step.first_year}"
    if step.last_year == step.first_year:
        return str(step.first_year)
    return f"{step.first_year}–{step.last_year}"


def basis_words(basis: LegalBasis) -> str:
    """Return a document in one line: type, number, day, issuer, summary."""
    dated = f"ngày {format_date(basis.issued_on)}" if basis.issued_on else ""
    named = f"{basis.document_type} số {basis.number}" if basis.number else ""
    of = f"của {basis.issuer}" if basis.issuer else ""
    words = (named or basis.document_type, dated, of, basis.summary)
    return " ".join(word for word in words if word)


def _blank(cls: type[Any], **more: Any) -> Callable[[Plan], Any]:  # noqa: ANN401
    def make(plan: Plan) -> Any:  # noqa: ANN401  a part of this kind
        return cls(id=new_id(), plan=plan.id, position=0, **more)

    return make


def _basis_made(part: LegalBasis, values: Values) -> LegalBasis:
    return replace(part, **{**values, "relation": Relation(str(values["relation"]))})  # type: ignore[arg-type]


def _step_made(part: RoadmapStep, values: Values) -> RoadmapStep:
    tasks: Any = values["tasks"]
    return replace(
        part,
        **{**values, "id": StepId(part.id), "tasks": tuple(TaskId(t) for t in tasks)},  # type: ignore[arg-type]
    )


def _step_blank(plan: Plan) -> RoadmapStep:
    return RoadmapStep(
        id=StepId(new_id()),
        plan=plan.id,
        position=0,
        first_year=plan.first_day.year,
        text="",
    )


KINDS = (
    PartKind(
        code="sections",
        name="Lời văn",
        one="mục của kế hoạch",
        rows=lambda book: book.sections,
        short=lambda one, _book: one.heading or "Mở đầu",
        long=lambda one, _book: one.text,
        fields=_section_fields,
        blank=_blank(PlanSection, heading="", text=""),
        made=_replaced,
        put=putting.put_section,
    ),
    PartKind(
        code="bases",
        name="Căn cứ",
        one="căn cứ",
        rows=lambda book: book.bases,
        short=lambda one, _book: label(one.relation),
        long=lambda one, _book: basis_words(one),
        fields=_basis_fields,
        blank=_blank(LegalBasis, document_type="", number=""),
        made=_basis_made,
        put=putting.put_basis,
    ),
    PartKind(
        code="values",
        name="Nội dung, đối tượng, kênh",
        one="cách gọi của kế hoạch",
        rows=lambda book: book.values,
        short=lambda one, _book: f"{catalogue_name(one.catalogue)} {one.number}",
        long=lambda one, _book: one.text,
        fields=_value_fields,
        blank=_blank(PlanValue, catalogue="", code="", text=""),
        made=_value_made,
        put=putting.put_value,
    ),
    PartKind(
        code="roles",
        name="Phân công",
        one="phân công",
        rows=lambda book: book.roles,
        short=lambda one, _book: one.agency_text,
        long=lambda one, _book: one.text,
        fields=_role_fields,
        blank=_blank(PlanRole, agency_text="", text=""),
        made=_replaced,
        put=putting.put_role,
    ),
    PartKind(
        code="steps",
        name="Lộ trình",
        one="bước lộ trình",
        rows=lambda book: book.steps,
        short=lambda one, _book: _years(one),
        long=lambda one, _book: one.text,
        fields=_step_fields,
        blank=_step_blank,
        made=_step_made,
        put=putting.put_step,
    ),
    PartKind(
        code="recipients",
        name="Nơi nhận",
        one="nơi nhận",
        rows=lambda book: [
            Line(plan=book.plan, at=at, recipient=one)
            for at, one in enumerate(book.plan.recipients)
        ],
        short=lambda one, _book: str(one.at + 1),
        long=lambda one, _book: recipient_words(one.recipient),
        fields=_recipient_fields,
        blank=lambda plan: Line(
            plan=plan, at=len(plan.recipients), recipient=PlanRecipient(text="")
        ),
        made=lambda part, values: replace(
            part,
            recipient=PlanRecipient(**values),  # type: ignore[arg-type]
        ),
        put=put_recipient,
    ),
)
"""Every kind, in the order of the outline."""


def recipient_words(recipient: PlanRecipient) -> str:
    """Return a recipient as printed."""
    electronic = "(Bản ĐT)" if recipient.electronic else ""
    words = (recipient.text, recipient.note, electronic)
    return " ".join(word for word in words if word)
