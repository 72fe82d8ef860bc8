"""The fields of one part of a template: of its head, a section, or a table."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report.template_editor.chip_text import ChipText
from desktop.gui.pages.report.template_editor.name_picker import Name, NamePicker
from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.gui.widgets.quiet_label import hint
from desktop.records.template import CONTENTS, ReportTemplate, SectionTemplate
from desktop.wording.template_words import content_name, head_name

HOW = (
    "Mỗi dòng một câu. Câu, phần trong [ ], mục của danh sách < a | b > mà mọi số liệu "
    "đều bằng 0 thì không in."
)


class NamedText(QWidget):
    """A field of words with chips, and the button that puts one in."""

    edited = Signal()

    def __init__(
        self,
        book: NameBook,
        names: Callable[[], tuple[Name, ...]],
        title: str,
        *,
        lines: int = 1,
        parts: bool = False,
    ) -> None:
        """Offer these names; `parts` also offers brackets around what is selected."""
        super().__init__()
        self._names = names
        self.text = ChipText(book.call, lines=lines)
        self.text.setAccessibleName(title)
        self.insert = QPushButton("Chèn số liệu…" if parts else "Chèn…")
        self.insert.setAccessibleName(f"Chèn vào: {title}")
        self.insert.clicked.connect(self.pick)
        self.optional = QPushButton("[ Bỏ khi bằng 0 ]")
        self.optional.setToolTip("Đặt phần đang chọn trong ngoặc vuông")
        self.optional.setAccessibleName("Đặt phần đang chọn trong ngoặc vuông")
        self.optional.clicked.connect(lambda: self.text.wrap("[", "]"))
        self.optional.setVisible(parts)
        self.text.edited.connect(self.edited)
        buttons = QVBoxLayout() if lines == 1 else QHBoxLayout()
        buttons.setSpacing(theme.INSIDE)
        buttons.addWidget(self.insert)
        buttons.addWidget(self.optional)
        if parts:
            buttons.addWidget(hint(HOW), stretch=1)
        else:
            buttons.addStretch(1)
        row = QHBoxLayout(self) if lines == 1 else QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.INSIDE)
        row.addWidget(self.text, stretch=1)
        row.addLayout(buttons)
        self.setFocusProxy(self.text)

    def pick(self) -> NamePicker:
        """Open the list of what can be put in."""
        picker = NamePicker(self._names(), self)
        picker.picked.connect(self.text.insert_name)
        picker.open()
        return picker


class HeadPane(QWidget):
    """Subject, addressee, opening and closing of a paper."""

    edited = Signal()

    def __init__(self, book: NameBook) -> None:
        """Make a field for each."""
        super().__init__()
        self._template: ReportTemplate | None = None
        self._letter = False
        self.document_type = _line(head_name("document_type"))
        self.symbol = self._named(book, "symbol")
        self.subject = self._named(book, "subject")
        self.addressee = self._named(book, "addressee")
        self.opening = NamedText(
            book,
            lambda: book.letter() if self._letter else book.standing(letter=False),
            head_name("opening"),
            lines=7,
        )
        self.closing = self._named(book, "closing")
        self._lay_out()

    def show_template(self, template: ReportTemplate, *, letter: bool) -> None:
        """Fill the fields."""
        self._template, self._letter = None, letter
        self.document_type.setText(template.document_type)
        for name, field in self._texts().items():
            field.text.set_source(getattr(template, name))
        self.opening.text.set_source("\n".join(template.opening))
        self._template = template

    def changed(self, template: ReportTemplate) -> ReportTemplate:
        """Return a template with what the fields say."""
        values: dict[str, Any] = {
            name: field.text.source() for name, field in self._texts().items()
        }
        return replace(
            template,
            document_type=self.document_type.text(),
            opening=_lines(self.opening.text.source()),
            **values,
        )

    def _texts(self) -> dict[str, NamedText]:
        return {
            "symbol": self.symbol,
            "subject": self.subject,
            "addressee": self.addressee,
            "closing": self.closing,
        }

    def _named(self, book: NameBook, field: str) -> NamedText:
        return NamedText(
            book, lambda: book.standing(letter=self._letter), head_name(field)
        )

    def _on_edit(self) -> None:
        if self._template is not None:
            self.edited.emit()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.BETWEEN)
        for name in ("document_type", "symbol", "subject", "addressee", "opening"):
            _row(form, head_name(name), getattr(self, name))
        _row(form, head_name("closing"), self.closing)
        self.document_type.textEdited.connect(self._on_edit)
        for field in (*self._texts().values(), self.opening):
            field.edited.connect(self._on_edit)
        self.addressee.text.setPlaceholderText("Để trống: nơi nhận báo cáo")
        self.document_type.setPlaceholderText("Để trống: công văn, không có tên loại")
        self.symbol.text.setPlaceholderText("Để trống: ký hiệu đã đặt ở Thiết lập")


class SectionPane(QWidget):
    """Heading, sentences and what goes into one part of the outline."""

    edited = Signal()

    def __init__(self, book: NameBook) -> None:
        """Make a field for each."""
        super().__init__()
        self._section: SectionTemplate | None = None
        self.heading = _line("Tiêu đề")
        self.content = QComboBox()
        self.content.setAccessibleName("Nội dung kèm theo")
        self.sentences = NamedText(book, book.sentences, "Câu mẫu", lines=7, parts=True)
        self.by_hand = QCheckBox("Cán bộ viết thêm vào mục này khi soạn báo cáo")
        self.empty = _line("Câu khi không có gì")
        self._lay_out()

    def show_section(self, section: SectionTemplate, template: ReportTemplate) -> None:
        """Fill the fields."""
        self._section = None
        self.heading.setText(section.heading)
        self.content.clear()
        tables = (f"table:{table.code}" for table in template.tables)
        for content in dict.fromkeys((*CONTENTS, *tables, section.content)):
            self.content.addItem(content_name(content), content)
        self.content.setCurrentIndex(self.content.findData(section.content))
        self.sentences.text.set_source("\n".join(section.sentences))
        self.by_hand.setChecked(section.by_hand)
        self.empty.setText(section.empty)
        self._section = section

    def changed(self, section: SectionTemplate) -> SectionTemplate:
        """Return a section with what the fields say."""
        return replace(
            section,
            heading=self.heading.text(),
            content=str(self.content.currentData()),
            sentences=_lines(self.sentences.text.source()),
            by_hand=self.by_hand.isChecked(),
            empty=self.empty.text(),
        )

    def _on_edit(self) -> None:
        if self._section is not None:
            self.edited.emit()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.BETWEEN)
        _row(form, "&Tiêu đề", self.heading)
        _row(form, "&Kèm theo", self.content)
        _row(form, "&Câu mẫu", self.sentences)
        form.addRow("", self.by_hand)
        _row(form, "Khi &không có gì", self.empty)
        self.heading.textEdited.connect(self._on_edit)
        self.empty.textEdited.connect(self._on_edit)
        self.content.activated.connect(self._on_edit)
        self.by_hand.clicked.connect(self._on_edit)
        self.sentences.edited.connect(self._on_edit)


def lines_field(title: str, height: int) -> QPlainTextEdit:
    """Return a field of plain lines."""
    field = QPlainTextEdit()
    field.setAccessibleName(title)
    field.setTabChangesFocus(True)
    field.setFixedHeight(theme.scaled(height))
    return field


def separator() -> QFrame:
    """Return a thin line between groups."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    return line


def _line(title: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(title)
    return field


def _row(form: QFormLayout, words: str, field: QWidget) -> None:
    label = QLabel(words)
    label.setBuddy(field)
    form.addRow(label, field)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.split("\n") if line.strip())
