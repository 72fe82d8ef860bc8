"""Hand the whole office over: one locked file, and two pages to be printed."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.files.handing_over.handover_file import SUFFIX
from desktop.gui import theme
from desktop.gui.opening import open_path
from desktop.gui.running import run
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.labelled_form import labelled_form
from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.quiet_label import hint
from desktop.operations.handing_over.hand_over import (
    HandedOver,
    hand_over,
    handover_name,
)
from desktop.operations.handing_over.write_pages import pages_name, write_pages
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.rules.numbers import format_integer
from desktop.rules.short_code import short_code
from desktop.wording import handover_notes

if TYPE_CHECKING:
    from desktop.gui.session import Session

TITLE = "Bàn giao cho người kế nhiệm"
VERB = "Lập tệp bàn giao"
WIDTH = 620
HANDOVER_FILES = (("Tệp bàn giao", f"*{SUFFIX}"),)
LEAST = 12
INSIDE = (
    "Tệp chứa sổ với đủ lịch sử, minh chứng, bản đã ký, tệp đã nhận và báo cáo đã "
    "xuất, khóa bằng câu mật khẩu. Khóa ký số, mật khẩu và mã PIN không nằm trong tệp."
)
SHORT = f"Câu mật khẩu cần ít nhất {LEAST} ký tự, ví dụ một câu dễ nhớ có dấu cách."
DIFFERENT = "Hai lần gõ chưa giống nhau."
NO_PLACE = "Chọn nơi ghi tệp, ví dụ USB."
KEEP = (
    "Giao câu mật khẩu bằng lời hoặc phong bì riêng. Quên câu này thì không ai mở được "
    "tệp; sổ trên máy này vẫn dùng như cũ."
)


class HandOverDialog(QDialog):
    """Words twice, a place, and whether the pages come with it."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Propose a place among the user's documents."""
        super().__init__(parent)
        self._session = session
        self.words = QLineEdit()
        self.again = QLineEdit()
        self.place = QLineEdit()
        self.browse_button = QPushButton("&Chọn nơi…")
        self.pages = QCheckBox(
            "&Lập kèm hai trang in: việc đến hạn, việc dở, gọi cho ai"
        )
        self.message = MessageBar()
        self.make_button = QPushButton(VERB)
        self.close_button = QPushButton("Đóng")
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(theme.scaled(WIDTH))
        self._lay_out()
        self.browse_button.clicked.connect(self._on_browse)
        self.make_button.clicked.connect(self.make)
        self.close_button.clicked.connect(self.accept)

    def make(self) -> None:
        """Make the file, and the pages beside it, unless something is missing."""
        words, place = self.words.text(), self.place.text().strip()
        short = len(" ".join(words.split())) < LEAST
        different = words != self.again.text()
        mark(self.words, SHORT if short else "")
        mark(self.again, DIFFERENT if different and not short else "")
        mark(self.place, "" if place else NO_PLACE)
        wrong = ((short, self.words), (different, self.again), (not place, self.place))
        first = next((field for is_wrong, field in wrong if is_wrong), None)
        if first is not None:
            first.setFocus()
            return
        self.make_button.setEnabled(False)
        run(
            self._session,
            partial(_make, self._session, Path(place), words, self.pages.isChecked()),
            title=VERB,
            then=self._on_made,
            ended=self._on_ended,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(hint(INSIDE))
        form = labelled_form(
            ("Câu &mật khẩu:", self.words),
            ("&Gõ lại:", self.again),
            ("&Nơi ghi:", self.place, self.browse_button),
        )
        self.browse_button.setAccessibleName("Chọn nơi ghi tệp")
        for field in (self.words, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self.words.setPlaceholderText(SHORT)
        self.place.setPlaceholderText(NO_PLACE)
        self.pages.setChecked(True)
        self.pages.setAccessibleName(self.pages.text().replace("&", ""))
        theme.make_primary(self.make_button)
        self.make_button.setDefault(True)
        column.addLayout(form)
        column.addWidget(hint(KEEP))
        column.addWidget(self.pages)
        column.addWidget(self.message)
        column.addLayout(button_row(self.make_button, self.close_button))

    def _on_browse(self) -> None:
        chosen = self._session.ask.save_file(
            TITLE,
            handover_name(self._session.store),
            HANDOVER_FILES,
            purpose="handover",
        )
        if chosen is not None:
            self.place.setText(str(chosen))

    def _on_made(self, made: HandedOver) -> None:
        self.words.clear()
        self.again.clear()
        megabytes = format_integer(-(-made.size // 1_000_000))
        said = (
            f"Đã lập, đọc lại và đối chiếu: {made.path.name}, {megabytes} MB, "
            f"{format_integer(made.files)} tệp bên trong. "
            f"Mã đối chiếu {short_code(made.sha256)}."
        )
        if made.missing:
            said += f" Thiếu {made.missing} minh chứng không còn tệp trên máy này."
        folder = made.path.parent
        self.message.say(
            said, "Mở thư mục", partial(open_path, self._session.ask, folder)
        )
        # The message would take its room from the fields above it.
        QTimer.singleShot(0, self, self.adjustSize)

    def _on_ended(self, *_answer: object) -> None:
        self.make_button.setEnabled(True)


def _make(
    session: "Session", path: Path, words: str, pages: bool, progress: Progress
) -> Outcome[HandedOver]:
    store, period = session.store, session.period
    handed = hand_over(store, path, words, progress).value
    if pages:
        beside = handed.path.with_name(f"{handed.path.stem}-{pages_name()}")
        write_pages(
            store, beside, period, handover_notes, handed=handed, progress=progress
        )
    return Outcome(handed)
