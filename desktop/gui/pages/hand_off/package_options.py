"""Choose what evidence a package carries, and lock it for its receiver."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QPushButton, QWidget

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.narrowing import narrow_choices, narrow_label
from desktop.operations.sending import lock_package
from desktop.operations.sending.read_recipient import encryption_key
from desktop.records.exchange import EvidenceCarried
from desktop.wording.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.session import Session
    from desktop.operations.outcome import Outcome
    from desktop.progress import Progress

_CARRIED: Final = tuple(EvidenceCarried)
FOR_KEY: Final = "Khóa cho nơi nhận"
WITH_WORDS: Final = "Khóa bằng câu mật khẩu"
AS_ARCHIVE: Final = "Zip khóa bằng câu mật khẩu, mở bằng 7-Zip"
LOCKS: Final = (FOR_KEY, WITH_WORDS, AS_ARCHIVE)
_LOCK = "&Khóa gói…"
_OPEN = "Bỏ &khóa"
_OTHER = "Hai lần gõ không giống nhau"


class PackageOptions(QWidget):
    """A line for the evidence, and one that says whether the package is locked."""

    evidence_changed = Signal()
    locked_changed = Signal()
    """The package to hand over is another one: locked, or no more."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Begin with no evidence and no lock."""
        super().__init__(parent)
        self._session = session
        self._package: Path | None = None
        self.locked: Path | None = None
        self.evidence = QComboBox()
        self.lock_words = QLabel()
        self.lock = QPushButton(_LOCK)
        self._lay_out()
        self.evidence.currentIndexChanged.connect(self.evidence_changed)
        self.lock.clicked.connect(self._on_lock)
        self.show_package(None)

    @property
    def carried(self) -> EvidenceCarried:
        """Return how much evidence is wanted."""
        return _CARRIED[self.evidence.currentIndex()]

    def show_package(self, package: Path | None) -> None:
        """Lock this package from now on; it is not locked yet."""
        if package != self._package:
            self.locked = None
        self._package = package
        self._tell()

    def choose_carried(self, carried: EvidenceCarried) -> None:
        """Show how much evidence the package found carries, without a signal."""
        quiet = self.evidence.blockSignals(True)
        self.evidence.setCurrentIndex(_CARRIED.index(carried))
        self.evidence.blockSignals(quiet)

    def _lay_out(self) -> None:
        for one in _CARRIED:
            self.evidence.addItem(label(one))
        self.evidence.setAccessibleName("Minh chứng")
        self.lock.setAccessibleName("Khóa gói")
        self.lock_words.setWordWrap(True)
        narrow_choices(self.evidence)
        narrow_label(self.lock_words)
        self.label = QLabel("Minh c&hứng")
        self.label.setBuddy(self.evidence)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.BETWEEN)
        grid.setVerticalSpacing(theme.BETWEEN)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.label, 0, 0)
        grid.addWidget(self.evidence, 0, 1, 1, 2)
        grid.addWidget(QLabel("Khóa"), 1, 0)
        grid.addWidget(self.lock_words, 1, 1)
        grid.addWidget(self.lock, 1, 2)

    def _tell(self) -> None:
        self.lock.setEnabled(self._package is not None)
        self.lock.setText(_LOCK if self.locked is None else _OPEN)
        self.lock_words.setText(
            "Không khóa: ai cầm tệp cũng đọc được."
            if self.locked is None
            else f"Đã khóa: {self.locked.name}"
        )

    def _on_lock(self) -> None:
        if self.locked is not None:
            self.locked = None
            self._tell()
            self.locked_changed.emit()
            return
        chosen = self._session.ask.choose(
            "Khóa gói bằng cách nào?",
            LOCKS,
            detail="Khóa cho nơi nhận: chỉ sổ của nơi đó mở được. Câu mật khẩu: báo "
            "cho nơi nhận qua điện thoại, không gửi cùng gói.",
        )
        work = None if chosen is None else self._work(LOCKS[chosen])
        if work is not None:
            run(self._session, work, title="Khóa gói", then=self._on_locked)

    def _work(self, way: str) -> "Callable[[Progress], Outcome[Path]] | None":
        package = self._package
        if package is None:
            return None
        if way == FOR_KEY:
            public = self._session.ask.line(
                "Khóa cho nơi nhận",
                "Khóa công khai nơi nhận đã gửi (age1…)",
                encryption_key(self._session.store),
                verb="Khóa",
            )
            return partial(_for_key, package, public) if public else None
        words = ask_words(self._session, "Câu mật khẩu của gói")
        if words is None:
            return None
        return partial(_with_words, package, words, way == AS_ARCHIVE)

    def _on_locked(self, locked: Path) -> None:
        self.locked = locked
        self._tell()
        self.locked_changed.emit()


def ask_words(session: "Session", title: str) -> str | None:
    """Ask for new words twice; None where nobody wants to, or they are not the same."""
    first = session.ask.password(title, "Câu mật khẩu mới (ít nhất 12 ký tự)")
    if not first:
        return None
    again = session.ask.password(title, "Gõ lại câu mật khẩu")
    if again is None:
        return None
    if again != first:
        session.ask.tell(_OTHER, detail="Chưa khóa gì. Làm lại từ đầu.")
        return None
    return first


def _for_key(package: Path, public: str, _progress: "Progress") -> "Outcome[Path]":
    return lock_package.lock_for_key(package, public)


def _with_words(
    package: Path, words: str, archive: bool, _progress: "Progress"
) -> "Outcome[Path]":
    return lock_package.lock_with_words(package, words, archive=archive)
