"""The plan in its own words: parts, legal bases, themes, pillars."""

from collections.abc import Iterable, Iterator
from html import escape

from PySide6.QtWidgets import QTextBrowser, QWidget

from desktop.operations.read_plan import PlanBook
from desktop.records.catalogue import CatalogueItem
from desktop.records.plan import LegalBasis
from desktop.rules.dates import format_date

_RELATIONS = {
    "basis": "Căn cứ",
    "parent_plan": "Kế hoạch cấp trên",
    "mentioned": "Văn bản được nhắc tới",
}


class PlanText(QTextBrowser):
    """The text of the plan, to be read and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin blank."""
        super().__init__(parent)
        self.setAccessibleName("Nội dung kế hoạch")
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self._html = ""

    def show_book(self, book: PlanBook) -> None:
        """Show a plan's text; the place one reads at stays when it is the same."""
        html = "\n".join(_paragraphs(book))
        if html != self._html:
            self._html = html
            self.setHtml(html)


def _paragraphs(book: PlanBook) -> Iterator[str]:
    for section in book.sections:
        if section.heading:
            yield _heading(section.heading)
        yield from (_paragraph(line) for line in section.text.splitlines())
    yield _heading("Căn cứ pháp lý và văn bản liên quan")
    yield from (_paragraph(_basis(one)) for one in book.bases)
    yield from _listed("Chủ đề tuyên truyền", book.themes)
    yield from _listed("Trụ cột nội dung", book.pillars)


def _listed(heading: str, items: Iterable[CatalogueItem]) -> Iterator[str]:
    every = tuple(items)
    if every:
        yield _heading(heading)
    yield from (_paragraph(f"- {item.name}") for item in every)


def _basis(basis: LegalBasis) -> str:
    dated = f"ngày {format_date(basis.issued_on)}" if basis.issued_on else ""
    named = f"{basis.document_type} số {basis.number}" if basis.number else ""
    words = (named or basis.document_type, dated, basis.issuer, basis.summary)
    said = " ".join(word for word in words if word)
    relation = _RELATIONS.get(basis.relation, "")
    return f"{relation}: {said}" if relation else said


def _heading(text: str) -> str:
    return f'<h4 style="margin:12px 0 4px 0">{escape(text)}</h4>'


def _paragraph(text: str) -> str:
    return f'<p style="margin:0 0 4px 0">{escape(text)}</p>'
