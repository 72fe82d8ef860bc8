"""The last resort: keep and show what went wrong that nobody foresaw."""

import contextlib
import datetime as dt
import faulthandler
import logging
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

import desktop
from desktop.gui import theme
from desktop.gui.ask import Ask

if TYPE_CHECKING:
    from collections.abc import Callable

LOG = "so-truyen-thong.log"
NATIVE = "dung-dot-ngot.txt"
"""Where the interpreter itself writes when it dies, read at the next start."""

WHAT = "Việc vừa rồi chưa làm được vì một lỗi của chương trình."
WHAT_NEXT = (
    "Dữ liệu đã lưu vẫn nguyên vẹn; việc đang dở không được ghi. Bạn có thể làm tiếp. "
    "Báo cáo dưới đây không chứa số liệu của anh/chị; hãy đọc trước khi gửi đi."
)

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

log = logging.getLogger("desktop")


class CrashHooks(QObject):
    """Catch what nobody caught, on any thread, and tell it on the main one."""

    crashed = Signal(str)
    """The report of one bug."""

    def __init__(self, folder: Path) -> None:
        """Prepare to write into a folder of logs."""
        super().__init__()
        self._folder = folder
        self._native: IO[str] | None = None
        self.understands: Callable[[BaseException], bool] = _nothing
        """Who tells of an error that is no bug, such as of a stick that is gone."""

    @property
    def log_file(self) -> Path:
        """Return the file the log is written to."""
        return self._folder / LOG

    def install(self) -> str:
        """Catch everything from now on; return how the last run died, or blank.

        Where nothing can be written, bugs are still told, and kept nowhere.
        """
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread
        qInstallMessageHandler(_on_qt_message)
        try:
            return self._begin_files()
        except OSError:
            return ""

    def uninstall(self) -> None:
        """Give everything back, and leave no trace of a run that ended well."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._native is not None:
            # On a stick that is gone there is nothing to clear away.
            with contextlib.suppress(OSError):
                self._native.close()
                (self._folder / NATIVE).unlink(missing_ok=True)
            self._native = None
        for handler in list(log.handlers):
            log.removeHandler(handler)
            handler.close()

    def report(self, error: BaseException) -> None:
        """Log a bug and tell of it; what is none is told by who understands it."""
        if self.understands(error):
            return
        text = report(error)
        log.error("%s", text)
        self.crashed.emit(text)

    def _begin_files(self) -> str:
        self._folder.mkdir(parents=True, exist_ok=True)
        native = self._folder / NATIVE
        died = native.read_text("utf-8", "replace") if native.exists() else ""
        self._native = native.open("w", encoding="utf-8")
        faulthandler.enable(self._native)
        self._log_to_file()
        return died.strip()

    def _log_to_file(self) -> None:
        from logging.handlers import RotatingFileHandler

        handler = RotatingFileHandler(
            self.log_file,
            maxBytes=1_000_000,
            backupCount=4,
            encoding="utf-8",
            delay=True,
        )
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s")
        )
        log.addHandler(handler)
        log.setLevel(logging.INFO)
        log.propagate = True

    def _on_exception(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error.with_traceback(trace))

    def _on_thread(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self.report(hook.exc_value)


def _nothing(_error: BaseException) -> bool:
    return False


def report(error: BaseException) -> str:
    """Tell of a bug what its mender needs: versions and trace, and no data."""
    lines = (
        f"Sổ Truyền Thông {desktop.__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        f"{dt.datetime.now().astimezone():%Y-%m-%d %H:%M:%S%z}",
        "",
        "".join(traceback.format_exception(error)).rstrip(),
    )
    return "\n".join(lines)


class CrashDialog(QDialog):
    """Show a report before anybody sends it; the program goes on."""

    def __init__(self, text: str, ask: Ask, parent: QWidget | None = None) -> None:
        """Show the report in whole, to be copied or saved."""
        super().__init__(parent)
        self._ask = ask
        self.setWindowTitle("Chương trình gặp lỗi")
        self.resize(theme.scaled(640), theme.scaled(440))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        for words, role_of in ((WHAT, "title"), (WHAT_NEXT, "")):
            label = QLabel(words)
            label.setWordWrap(True)
            label.setProperty("role", role_of)
            column.addWidget(label)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Báo cáo lỗi")
        column.addWidget(self.text, stretch=1)
        column.addWidget(self._buttons())

    def copy(self) -> None:
        """Copy the report."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def save(self) -> None:
        """Write the report to a file the user chooses."""
        place = self._ask.save_file(
            "Lưu báo cáo lỗi",
            f"bao-cao-loi-{dt.datetime.now().astimezone():%Y%m%d-%H%M}.txt",
            (("Văn bản", "*.txt"),),
            purpose="crash",
        )
        if place is None:
            return
        try:
            place.write_text(self.text.toPlainText(), "utf-8")
        except OSError:
            self._ask.tell("Chưa lưu được báo cáo vào nơi này. Hãy chọn nơi khác.")

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        calls: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Chép", self.copy),
            ("Lưu báo cáo…", self.save),
        )
        for words, call in calls:
            button = box.addButton(words, role.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(call)
        go_on = box.addButton("Làm tiếp", role.RejectRole)
        go_on.setDefault(True)
        go_on.setFocus()
        box.rejected.connect(self.reject)
        return box


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = getattr(context, "category", "") or ""
    name = f"desktop.qt.{category}".rstrip(".")
    logging.getLogger(name).log(_LEVELS.get(kind, logging.INFO), "%s", text)
