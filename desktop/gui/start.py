"""Ask at the first start what to open: sample data, a new book, one that exists."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop import paths
from desktop.gui import theme
from desktop.gui.ask import Ask
from desktop.gui.widgets.marking import mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.files.plans import PlanChoice

CHOOSE = "Chọn kế hoạch của cơ quan"
PLACE = "Chọn nơi lưu sổ"
OFFICE_FILES = (("Sổ truyền thông", "*.stt"),)


class Start(Enum):
    """What to begin with."""

    PRACTICE = "practice"
    NEW = "new"
    OPEN = "open"
    TAKE_OVER = "take_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChoice:
    """What somebody chose, and what a new office needs."""

    kind: Start
    path: Path | None = None
    """Where the new file goes; None for sample data, or to be asked."""
    plan: str = ""
    officer: str = ""


CHOICES = (
    (
        Start.PRACTICE,
        "Dùng &dữ liệu mẫu",
        "Một cơ quan mẫu đã ghi sẵn một năm, để thử; không lẫn vào số liệu thật.",
    ),
    (
        Start.NEW,
        "Lập &sổ mới",
        "Chọn kế hoạch; nhiệm vụ, chỉ tiêu và danh mục có sẵn trong sổ.",
    ),
    (
        Start.OPEN,
        "&Mở sổ đã có",
        "Tệp .stt trên máy này hoặc trên USB.",
    ),
    (
        Start.TAKE_OVER,
        "&Nhận bàn giao",
        "Tệp .stt-ban-giao và câu mật khẩu của người phụ trách trước; đủ lịch sử.",
    ),
)


class StartDialog(QDialog):
    """Four ways to begin; a new book asks for plan, name and place."""

    def __init__(
        self,
        plans: "Sequence[PlanChoice]",
        ask: Ask,
        parent: QWidget | None = None,
        *,
        first: Start = Start.PRACTICE,
    ) -> None:
        """Offer the plans that ship; `first` is chosen at the start."""
        super().__init__(parent)
        self._ask = ask
        self.setWindowTitle("Bắt đầu")
        self.setMinimumWidth(theme.scaled(560))
        self.kinds = QButtonGroup(self)
        self.plan = QComboBox()
        self.whole_title = QLabel()
        self.officer = QLineEdit()
        self.place = QLineEdit(str(proposed_place()))
        self.new_office = QWidget()
        self._fill_plans(plans)
        self._lay_out()
        self.kinds.idToggled.connect(self._on_kind)
        self.plan.currentIndexChanged.connect(self._on_plan)
        self._on_plan(self.plan.currentIndex())
        self.kinds.button(list(Start).index(first)).setChecked(True)
        self.kinds.button(list(Start).index(first)).setFocus()

    @property
    def kind(self) -> Start:
        """Return the way chosen."""
        return list(Start)[self.kinds.checkedId()]

    @property
    def choice(self) -> StartChoice:
        """Return what was chosen, with what a new office needs."""
        if self.kind is not Start.NEW:
            return StartChoice(kind=self.kind)
        text = self.place.text().strip()
        path = Path(text if text.lower().endswith(".stt") else f"{text}.stt")
        return StartChoice(
            kind=Start.NEW,
            path=path,
            plan=str(self.plan.currentData()),
            officer=self.officer.text().strip(),
        )

    def accept(self) -> None:
        """Begin, unless a new book has no plan, or no place to lie."""
        if self.kind is Start.NEW:
            chosen = self.plan.currentIndex() >= 0
            mark(self.plan, "" if chosen else CHOOSE)
            if not chosen:
                self.plan.setFocus()
                return
            placed = bool(self.place.text().strip())
            mark(self.place, "" if placed else PLACE)
            if not placed:
                self.place.setFocus()
                return
        super().accept()

    def _fill_plans(self, plans: "Sequence[PlanChoice]") -> None:
        for plan in plans:
            # The issuer first: titles of plans begin alike.
            self.plan.addItem(f"{plan.issuer}: {plan.title}", plan.name)
            row = self.plan.count() - 1
            self.plan.setItemData(row, plan.title, Qt.ItemDataRole.ToolTipRole)
        # A book is hard to move to another plan's agencies: nobody gets one by haste.
        self.plan.setPlaceholderText(CHOOSE)
        if len(plans) > 1:
            self.plan.setCurrentIndex(-1)
        self.plan.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.plan.setMinimumContentsLength(30)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.INSIDE)
        title = QLabel("Bạn muốn bắt đầu từ đâu?")
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addSpacing(theme.BETWEEN)
        for number, (_, words, hint) in enumerate(CHOICES):
            column.addWidget(self._radio(number, words, hint))
            column.addWidget(_hint(hint))
            column.addSpacing(theme.BETWEEN)
            if number == list(Start).index(Start.NEW):
                column.addWidget(self.new_office)
        self._lay_out_new_office()
        column.addStretch()
        column.addWidget(self._buttons())

    def _lay_out_new_office(self) -> None:
        form = QFormLayout(self.new_office)
        form.setContentsMargins(theme.GROUPS, 0, 0, theme.BETWEEN)
        form.setSpacing(theme.BETWEEN)
        self.officer.setPlaceholderText("Ghi vào nhật ký của sổ")
        self.place.setPlaceholderText(PLACE)
        browse = QPushButton("&Chọn nơi…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._on_browse)
        where = QHBoxLayout()
        where.addWidget(self.place, stretch=1)
        where.addWidget(browse)
        rows = (
            ("&Kế hoạch:", self.plan, self.plan),
            ("&Người ghi sổ:", self.officer, self.officer),
            ("&Nơi lưu sổ:", where, self.place),
        )
        self.whole_title.setWordWrap(True)
        self.whole_title.setProperty("role", "quiet")
        for words, part, buddy in rows:
            label = QLabel(words)
            label.setBuddy(buddy)
            buddy.setAccessibleName(words.strip("&:").replace("&", ""))
            form.addRow(label, part)
            if buddy is self.plan:
                form.addRow("", self.whole_title)

    def _radio(self, number: int, words: str, hint: str) -> QRadioButton:
        radio = QRadioButton(words)
        radio.setAccessibleName(words.replace("&", ""))
        radio.setAccessibleDescription(hint)
        self.kinds.addButton(radio, number)
        return radio

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        begin = box.addButton("Bắt đầu", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.make_primary(begin)
        begin.setDefault(True)
        box.addButton("Để sau", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _on_kind(self, number: int, checked: bool) -> None:
        if checked:
            self.new_office.setVisible(list(Start)[number] is Start.NEW)
            self.adjustSize()

    def _on_plan(self, row: int) -> None:
        """Say the whole title below the field, where it is cut."""
        title = self.plan.itemData(row, Qt.ItemDataRole.ToolTipRole)
        self.whole_title.setText(str(title or ""))
        self.whole_title.setVisible(bool(title))
        mark(self.plan, "")
        self.adjustSize()

    def _on_browse(self) -> None:
        chosen = self._ask.save_file(
            "Nơi lưu sổ", Path(self.place.text()).name, OFFICE_FILES, purpose="office"
        )
        if chosen is not None:
            self.place.setText(str(chosen))


def proposed_place() -> Path:
    """Return where a new book is proposed to lie: among the program's own data.

    Never among the user's documents: those are often carried to servers, or lie on one.
    """
    return free_place(paths.user_folder() / "So truyen thong.stt")


def free_place(place: Path) -> Path:
    """Return a place, or the first with a number behind its name, where nothing is."""
    free, count = place, 2
    while free.exists():
        free = place.with_stem(f"{place.stem} {count}")
        count += 1
    return free


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    label.setWordWrap(True)
    label.setContentsMargins(theme.GROUPS, 0, 0, 0)
    return label
