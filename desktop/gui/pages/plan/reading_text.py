"""The plan in its own words from the first line to the last, to be read and copied."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.gui.pages.plan.part_kinds import basis_words, recipient_words
from desktop.gui.pages.plan.writing import plan_words
from desktop.operations.plans.read_plan import PlanBook
from desktop.records.plan import PlanValue, Relation
from desktop.rules.dates import format_date
from desktop.wording.catalogues import catalogue_name
from desktop.wording.labels import label


class ReadingText(QTextBrowser):
    """The whole text of a plan."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setAccessibleName("Toàn văn kế hoạch")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._html = ""

    def show_book(self, book: PlanBook) -> None:
        """Show a plan's text; the place one reads at stays when it is the same."""
        html = "\n".join(_paragraphs(book))
        if html != self._html:
            self._html = html
            self.setHtml(html)


def head_lines(book: PlanBook) -> Iterator[tuple[str, str]]:
    """Yield what the head and the end of a plan say, line by line."""
    plan = book.plan
    names = {one.id: one.name for one in book.agencies}
    plans = {one.id: plan_words(one) for one in book.plans}
    yield "Tên loại", plan.document_type
    yield "Trích yếu", plan.title
    yield "Số, ký hiệu", plan.number.strip() or "Chưa có số"
    issued = format_date(plan.issued_on) if plan.issued_on else "Chưa có ngày"
    yield "Ngày ban hành", issued
    yield "Địa danh, ngày như bản in", plan.place_date
    yield "Cơ quan ban hành", names.get(plan.issuer, "")
    yield "Địa bàn", plan.territory
    days = f"{format_date(plan.first_day)} đến {format_date(plan.last_day)}"
    yield "Thời gian", days
    yield "Tình trạng", label(plan.state)
    yield "Kế hoạch cấp trên", plans.get(plan.parent, "") if plan.parent else ""
    yield "Tiếp nối", plans.get(plan.follows, "") if plan.follows else ""
    if plan.carried_by:
        since = f" từ {format_date(plan.carried_from)}" if plan.carried_from else ""
        yield "Nay do ai thực hiện", f"{names.get(plan.carried_by, '')}{since}"
    yield "Tên phụ lục", plan.annex_title
    yield "Dòng dưới tên phụ lục", plan.annex_note
    yield "Câu kết", plan.closing
    yield "Người ký", "\n".join((*plan.authority, plan.signer_name)).strip()


def _paragraphs(book: PlanBook) -> Iterator[str]:
    plan = book.plan
    yield _heading(f"{plan.document_type}\n{plan.title}")
    bases = [one for one in book.bases if one.relation is not Relation.MENTIONED]
    yield from (_paragraph(f"- {label(b.relation)}: {basis_words(b)}") for b in bases)
    for section in book.sections:
        if section.heading:
            yield _heading(section.heading)
        yield from (_paragraph(line) for line in section.text.splitlines())
    yield from _valued(book.values)
    yield from _listed(
        "Phân công", (f"{one.agency_text}: {one.text}" for one in book.roles)
    )
    yield from _listed("Lộ trình", (f"{s.first_year}: {s.text}" for s in book.steps))
    yield from _listed("Nơi nhận", (recipient_words(r) for r in plan.recipients))
    signed = "\n".join((*plan.authority, plan.signer_name)).strip()
    if signed:
        yield _heading(signed)


def _valued(values: Iterable[PlanValue]) -> Iterator[str]:
    catalogue = ""
    for one in values:
        if one.catalogue != catalogue:
            catalogue = one.catalogue
            yield _heading(catalogue_name(catalogue))
        yield _paragraph(f"{one.number or '-'} {one.text}")


def _listed(heading: str, items: Iterable[str]) -> Iterator[str]:
    every = tuple(items)
    if every:
        yield _heading(heading)
    yield from (_paragraph(f"- {item}") for item in every)


def _heading(text: str) -> str:
    lines = escape(text).replace("\n", "<br/>")
    return f'<h4 style="margin:12px 0 4px 0">{lines}</h4>'


def _paragraph(text: str) -> str:
    return f'<p style="margin:0 0 4px 0">{escape(text)}</p>'
