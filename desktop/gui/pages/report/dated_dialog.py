"""Write down a number or a paper, and its day: what a clerk or an office gave."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.date_field import SENTENCES, DateField
from desktop.gui.widgets.marking import mark

WIDTH = 480


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedWords:
    """What one dialog asks, in words."""

    title: str
    text: str
    """Label of the line, with its mnemonic."""
    date: str
    note: str
    verb: str
    both: str = ""
    """What is said when one of the two is missing; blank: one is enough."""


NUMBER = DatedWords(
    title="Số, ngày của báo cáo",
    text="&Số báo cáo",
    date="&Ngày ban hành",
    note=(
        "Ghi theo sổ văn bản đi của văn thư. Số liệu và lời văn của bản đã ban hành "
        "không đổi; xuất lại để tệp có số, ngày."
    ),
    verb="&Ghi số, ngày",
)
RECEIVED = DatedWords(
    title="Cấp trên đã nhận báo cáo",
    text="Nhận theo &giấy nào",
    date="&Ngày nhận",
    note="Ví dụ: Biên nhận số 12, thư điện tử, sổ giao nhận.",
    verb="Đánh dấu đã &nhận",
    both="Ghi giấy nhận và ngày nhận.",
)
ACCEPTED = DatedWords(
    title="Báo cáo đã được nghiệm thu",
    text="Nghiệm thu theo &giấy nào",
    date="&Ngày nghiệm thu",
    note="Ví dụ: Biên bản nghiệm thu số 3.",
    verb="Đánh dấu đã n&ghiệm thu",
    both="Ghi giấy nghiệm thu và ngày nghiệm thu.",
)


class DatedDialog(QDialog):
    """A line of text and a day."""

    def __init__(
        self,
        words: DatedWords,
        today: dt.date,
        text: str = "",
        dated: dt.date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is known already."""
        super().__init__(parent)
        self._words = words
        self.setWindowTitle(words.title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.text = QLineEdit(text)
        self.text.setMaxLength(80 if words.both else 20)
        self.date = DateField(today=lambda: today)
        self.date.default_year = today.year
        if dated is not None:
            self.date.set_value(dated)
        self.said = QLabel()
        self.said.setProperty("role", "problem")
        self.said.setWordWrap(True)
        self.said.hide()
        self.keep_button = QPushButton(words.verb)
        self.leave_button = QPushButton("Thôi")
        self._lay_out()
        self.keep_button.clicked.connect(self.take)
        self.leave_button.clicked.connect(self.reject)
        self.text.setFocus()

    @property
    def value(self) -> tuple[str, dt.date | None]:
        """Return the text, blank for none, and the day."""
        return self.text.text().strip(), self.date.value

    def take(self) -> None:
        """Close with what is written, unless something is wrong with it."""
        wrong = self._wrong()
        mark(self.date, wrong if self.date.problem else "")
        self.said.setText(f"▲ {wrong}" if wrong else "")
        self.said.setVisible(bool(wrong))
        if not wrong:
            self.accept()
        elif self.date.problem or self.value[0]:
            self.date.setFocus()
        else:
            self.text.setFocus()

    def _wrong(self) -> str:
        if self.date.problem:
            return SENTENCES.get(self.date.problem, "Ngày chưa đúng.")
        text, day = self.value
        if self._words.both and not (text and day):
            return self._words.both
        return "" if text or day else "Ghi ít nhất số hoặc ngày."

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.AROUND)
        grid.setVerticalSpacing(theme.INSIDE)
        pairs = ((self._words.text, self.text), (self._words.date, self.date))
        for at, (words, field) in enumerate(pairs):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", ""))
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
        grid.setColumnStretch(0, 1)
        note = QLabel(self._words.note)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        theme.make_primary(self.keep_button)
        self.keep_button.setDefault(True)
        self.leave_button.setAutoDefault(False)
        buttons = button_row(self.leave_button, self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(grid)
        column.addWidget(self.said)
        column.addWidget(note)
        column.addLayout(buttons)
        self.setFixedWidth(theme.scaled(WIDTH))
