"""How the window of templates is laid out: kinds, parts, fields, preview, deeds."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.pages.report.template_editor.label_pane import LabelPane
from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.gui.pages.report.template_editor.outline_buttons import OutlineButtons
from desktop.gui.pages.report.template_editor.panes import HeadPane, SectionPane
from desktop.gui.pages.report.template_editor.parts_tree import PartsTree, Place
from desktop.gui.pages.report.template_editor.table_pane import TablePane
from desktop.gui.widgets.message_bar import MessageBar
from desktop.rules.reports.kinds import KINDS, kind_named
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.reports.read_templates import TemplateState
    from desktop.records.template import ReportTemplate

LEFT = 340
PREVIEW = 104


class Frame(QObject):
    """Every widget of the window, and what they show of a template."""

    edited = Signal()
    """Somebody wrote in a field."""
    kind_chosen = Signal(str)
    reset_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, session: "Session", window: QWidget) -> None:
        """Lay out the window."""
        super().__init__(window)
        book = NameBook(session.figures)
        self._labels: dict[str, str] = {}
        self.kinds = QComboBox()
        self.standing = QLabel()
        self.offers = QPushButton()
        self.message = MessageBar()
        self.tree = PartsTree()
        self.buttons = OutlineButtons()
        self.head = HeadPane(book)
        self.section = SectionPane(book)
        self.table = TablePane(session.figures)
        self.labels = LabelPane()
        self.stack = QStackedWidget()
        self.preview_title = QLabel(
            f"&Xem trước với số liệu {period_phrase(session.period)}"
        )
        self.preview = QPlainTextEdit()
        self.problem = QLabel()
        self.note = QLineEdit()
        self.more = QPushButton("&Khác")
        self.leave = QPushButton("Đóng")
        self.save = QPushButton("&Lưu mẫu")
        self._lay_out(window)
        self._connect()

    def choose_kind(self, kind: str) -> None:
        """Show which kind is written."""
        self.kinds.setCurrentIndex(self.kinds.findData(kind))

    def show_state(self, state: "TemplateState") -> None:
        """Say whose template it is, and what is offered."""
        template = state.template
        self.choose_kind(template.code)
        whose = "Đang dùng mẫu của chương trình."
        if state.own and state.changed_at is not None:
            day = state.changed_at.strftime("%d/%m/%Y")
            note = f" ({state.note})" if state.note else ""
            whose = f"Mẫu của cơ quan, phiên bản {state.version}, sửa {day}{note}."
        self.standing.setText(whose)
        self.offers.setText(f"{len(state.offered)} phần mới của chương trình…")
        self.offers.setAccessibleName(self.offers.text())
        self.offers.setVisible(bool(state.offered))
        self.reset_action.setEnabled(state.own)
        self.buttons.setVisible(not kind_named(template.code).letter)

    def show_place(
        self, place: Place, template: "ReportTemplate", shipped: "ReportTemplate"
    ) -> None:
        """Show the fields of one part."""
        kind, key = place
        if kind == "head":
            self.head.show_template(template, letter=kind_named(template.code).letter)
        elif kind == "section":
            section = next(one for one in template.sections if one.key == key)
            self.section.show_section(section, template)
        elif kind == "table":
            table = next(one for one in template.tables if one.code == key)
            self.table.show_table(table)
        else:
            self._labels = dict(template.labels)
            self.labels.show_labels(template.labels, shipped.labels)
        panes = {"head": 0, "section": 1, "table": 2, "label": 3}
        self.stack.setCurrentIndex(panes[kind])

    def collected(self, place: Place, template: "ReportTemplate") -> "ReportTemplate":
        """Return a template with what the fields of one part say."""
        kind, key = place
        if kind == "head":
            return self.head.changed(template)
        if kind == "label":
            return replace(template, labels=dict(self._labels))
        if kind == "section":
            sections = tuple(
                self.section.changed(one) if one.key == key else one
                for one in template.sections
            )
            return replace(template, sections=sections)
        tables = tuple(
            self.table.changed(one) if one.code == key else one
            for one in template.tables
        )
        return replace(template, tables=tables)

    def show_preview(self, text: str | None) -> None:
        """Show words filled in; None hides the place for them."""
        self.preview.setPlainText(text or "")
        for widget in (self.preview, self.preview_title):
            widget.setVisible(text is not None)

    def show_problem(self, words: str) -> None:
        """Say the first thing that is wrong; blank says nothing."""
        self.problem.setText(f"▲ {words}" if words else "")
        self.problem.setVisible(bool(words))

    def _on_label(self, key: str, words: str) -> None:
        self._labels[key] = words
        self.edited.emit()

    def _connect(self) -> None:
        for pane in (self.head, self.section, self.table):
            pane.edited.connect(self.edited)
        self.labels.edited.connect(self._on_label)
        self.kinds.activated.connect(
            lambda: self.kind_chosen.emit(str(self.kinds.currentData()))
        )

    def _lay_out(self, window: QWidget) -> None:
        column = QVBoxLayout(window)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(self._top())
        column.addWidget(self.message)
        column.addWidget(self._middle(), stretch=1)
        column.addWidget(self.problem)
        column.addLayout(self._foot())
        self.problem.setProperty("role", "fault")
        self.problem.setWordWrap(True)
        self.problem.hide()

    def _top(self) -> QHBoxLayout:
        from desktop.files.templates import load_template

        for kind in KINDS:
            self.kinds.addItem(load_template(kind.code).name, kind.code)
        self.kinds.setMaxVisibleItems(self.kinds.count())
        label = QLabel("L&oại báo cáo")
        label.setBuddy(self.kinds)
        self.kinds.setAccessibleName("Loại báo cáo")
        self.standing.setProperty("role", "quiet")
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(label)
        row.addWidget(self.kinds)
        row.addWidget(self.standing, stretch=1)
        row.addWidget(self.offers)
        return row

    def _middle(self) -> QSplitter:
        left = QWidget()
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, theme.BETWEEN, 0)
        rows.setSpacing(theme.BETWEEN)
        rows.addWidget(self.tree, stretch=1)
        rows.addWidget(self.buttons)
        for pane in (self.head, self.section, self.table):
            self.stack.addWidget(_scrolled(pane))
        self.stack.addWidget(self.labels)
        right = QWidget()
        fields = QVBoxLayout(right)
        fields.setContentsMargins(theme.BETWEEN, 0, 0, 0)
        fields.setSpacing(theme.INSIDE)
        fields.addWidget(self.stack, stretch=1)
        fields.addWidget(self.preview_title)
        fields.addWidget(self.preview)
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setAccessibleName("Câu với số liệu của kỳ")
        self.preview_title.setBuddy(self.preview)
        self.preview.setFixedHeight(theme.scaled(PREVIEW))
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.scaled(LEFT), theme.scaled(1180 - LEFT)])
        return split

    def _foot(self) -> QHBoxLayout:
        menu = QMenu(self.more)
        menu.addAction("&Ghi mẫu ra tệp…", self.export_wanted.emit)
        menu.addAction("&Nhập mẫu từ tệp…", self.import_wanted.emit)
        menu.addSeparator()
        self.reset_action = menu.addAction(
            "&Quay về mẫu của chương trình…", self.reset_wanted.emit
        )
        self.more.setMenu(menu)
        theme.make_primary(self.save)
        self.save.setDefault(True)
        self.note.setPlaceholderText("Ghi chú lần sửa (không bắt buộc)")
        self.note.setAccessibleName("Ghi chú lần sửa")
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.note, stretch=2)
        for button in (self.more, self.leave, self.save, self.offers):
            button.setAutoDefault(button is self.save)
            button.setAccessibleName(button.text().replace("&", ""))
        row.addWidget(self.leave)
        row.addWidget(self.save)
        return row


def _scrolled(pane: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(pane)
    return area
