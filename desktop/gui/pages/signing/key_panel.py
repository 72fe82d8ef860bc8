"""Open the key somebody signs with, and show whose it is before it signs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import SignatureError
from desktop.gui import theme
from desktop.gui.jobs import Job
from desktop.gui.pages.signing import key_work
from desktop.gui.pages.signing.file_panel import FilePanel
from desktop.gui.pages.signing.key_words import facts
from desktop.gui.pages.signing.labelled import LABEL_WIDTH
from desktop.gui.pages.signing.token_panel import TokenPanel
from desktop.gui.running import run, tell_fault
from desktop.operations.signing.confirm_clock import confirm_clock

if TYPE_CHECKING:
    from desktop.gui.pages.signing.key_work import OpenKey
    from desktop.gui.session import Session

FACT_LINES = 7
TEST_KEY = "Tạo khóa ký thử"
CLOCK_QUESTION = "Đồng hồ của máy đang chỉ đúng ngày giờ chưa?"
CLOCK_DETAIL = (
    "Máy đang chỉ {now}, nhưng lần ký gần nhất đã ghi {last}. Nếu đồng hồ đang sai thì "
    "chỉnh lại rồi ký. Nếu bây giờ đồng hồ đúng, tức lần trước máy chạy sai giờ, thì "
    "xác nhận rồi mở khóa lại; việc xác nhận được ghi vào nhật ký."
)


class KeyPanel(QWidget):
    """A key in a file or on a token; it is forgotten with the panel."""

    ready = Signal()
    """A key was opened, or forgotten."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin without a key, at the way that was used last."""
        super().__init__(parent)
        self._session = session
        self.opened: OpenKey | None = None
        self._expected = ""
        self.files = FilePanel(session)
        self.tokens = TokenPanel(session)
        self.file, self.password = self.files.file, self.files.password
        self.by_file = QPushButton("Tệ&p khóa")
        self.by_token = QPushButton("&USB token")
        self._ways = QButtonGroup(self)
        self._stack = QStackedWidget()
        self.facts = QLabel()
        self._lay_out()
        self._ways.idClicked.connect(self._on_way)
        for source in (self.files, self.tokens):
            source.typed.connect(self._on_typed)
            source.open_wanted.connect(self.open_key)
        self.files.test_key_wanted.connect(self.make_test_key)
        last = key_work.own_settings()
        self.show_way(token=last.key_file is None and last.module is not None)

    @property
    def source(self) -> FilePanel | TokenPanel:
        """Return the way to a key now shown."""
        on_token = self._stack.currentWidget() is self.tokens
        return self.tokens if on_token else self.files

    def show_way(self, *, token: bool) -> None:
        """Show the fields of one of the two ways."""
        (self.by_token if token else self.by_file).setChecked(True)
        self._stack.setCurrentWidget(self.tokens if token else self.files)
        self._on_typed()

    def expect(self, name: str) -> None:
        """Doubt a certificate of any other name; blank: of none."""
        self._expected = name
        if self.opened is not None:
            self.facts.setText(facts(self.opened, name))

    def take_focus(self) -> None:
        """Begin at what is still to be given."""
        self.source.take_focus()

    def open_key(self) -> None:
        """Open the key off the main thread, and show its certificate."""
        if not self.source.look.isEnabled():
            return
        work = self.source.opening()
        if work is None:
            return
        self._let_go()
        self.source.look.setEnabled(False)
        store = self._session.store
        job = Job(lambda progress: work(store, progress), title="Mở khóa ký")
        # Not `run`: what it calls at the end comes before the key is taken.
        for answer in (job.failed, job.cancelled):
            answer.connect(self._on_missed)
        job.succeeded.connect(self._on_opened)
        job.failed.connect(self._on_fault)
        self._session.jobs.start(job)

    def make_test_key(self) -> None:
        """Make a key to practise with, and open it."""
        from desktop.operations.signing.make_practice_key import make_practice_key

        password = self._session.ask.password(TEST_KEY, "Đặt mật khẩu cho khóa này")
        if not password:
            return
        self.password.setText(password)
        run(
            self._session,
            partial(make_practice_key, self._session.store, self._expected, password),
            title=TEST_KEY,
            then=self._on_made,
        )

    def forget(self) -> None:
        """Let go of key, password and PIN."""
        self._let_go()
        self.files.forget()
        self.tokens.forget()
        self.facts.clear()
        self.ready.emit()

    def ask_again(self) -> None:
        """Let go of a key on a token that did not sign: it may have been pulled out."""
        if self.opened is not None and self.opened.key.token:
            self.forget()
            self._on_typed()

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.setSpacing(theme.INSIDE)
        for number, button in enumerate((self.by_file, self.by_token)):
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            self._ways.addButton(button, number)
            ways.addWidget(button)
        ways.addStretch()
        self._stack.addWidget(self.files)
        self._stack.addWidget(self.tokens)
        self.facts.setWordWrap(True)
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        # The dialog keeps its height whatever a certificate says of itself.
        line = self.facts.fontMetrics().lineSpacing()
        self.facts.setMinimumHeight(FACT_LINES * line)
        beside = theme.scaled(LABEL_WIDTH) + theme.BETWEEN
        self.facts.setContentsMargins(beside, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addLayout(ways)
        column.addWidget(self._stack)
        column.addWidget(self.facts, stretch=1)

    def _let_go(self) -> None:
        if self.opened is not None:
            self.opened.hold.close()
        self.opened = None

    def _on_way(self, number: int) -> None:
        self.show_way(token=bool(number))
        self.take_focus()

    def _on_typed(self) -> None:
        self._let_go()
        on_token = self.source is self.tokens
        self.facts.setText(self.tokens.facts if on_token else "")
        self.source.look.setEnabled(self.source.ready)
        self.ready.emit()

    def _on_opened(self, opened: "OpenKey") -> None:
        self.opened = opened
        self.facts.setText(facts(opened, self._expected))
        self.source.look.setEnabled(self.source.ready)
        self.ready.emit()

    def _on_fault(self, error: Exception) -> None:
        """Tell a fault; of a clock set back, ask whether it is right now."""
        back = isinstance(error, SignatureError) and error.reason == "clock_back"
        if not (back and self._is_right(error)):
            tell_fault(self._session, error)
            return
        run(
            self._session,
            lambda _progress: confirm_clock(self._session.store),
            title="Ghi nhận đồng hồ đúng",
            then=lambda _count: self.take_focus(),
        )

    def _is_right(self, error: Exception) -> bool:
        last, now = error.args[1:3]
        detail = CLOCK_DETAIL.format(last=last, now=now)
        return self._session.ask.confirm(
            CLOCK_QUESTION, verb="Đồng hồ đang đúng", detail=detail
        )

    def _on_made(self, path: Path) -> None:
        self.file.setText(str(path))
        self.open_key()

    def _on_missed(self) -> None:
        self.source.look.setEnabled(self.source.ready)
        self.source.look_again()
