"""Past intakes: what each held, how it adds up, and the way to take one back."""

from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import DesktopError
from desktop.gui import theme
from desktop.gui.pages.collect.tray.taking_back import ask_and_take_back
from desktop.gui.running import show_error
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.intake.read_intakes import IntakeTold, read_intakes
from desktop.operations.intake.take_back_intake import TakenBack
from desktop.records.arrival import Sorting
from desktop.records.returns import IntakeFile
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals
from desktop.wording.labels import label

WIDTH, HEIGHT, WIDEST = 1000, 640, 1300
TAKE_BACK = "&Hoàn tác lần nhận này…"


class IntakesDialog(QDialog):
    """Intakes, newest first; of each, its files."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """Show the newest."""
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Các lần nhận")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = MessageBar()
        self.totals = QLabel()
        self.intakes = _intake_list(self)
        self.files = _file_list(self)
        self.kept = _kept_list(self)
        self.back_button = QPushButton(TAKE_BACK)
        self.close_button = QPushButton("Đóng")
        self._lay_out()
        self._connect()
        self.resize(self.sizeHint())
        self.refresh()
        self.intakes.setFocus()

    @property
    def intake(self) -> IntakeTold | None:
        """Return the intake one is on."""
        found: IntakeTold | None = self.intakes.current
        return found

    def refresh(self) -> None:
        """Read the intakes again."""
        found = read_intakes(self._session.store)
        self.intakes.model_.show_rows(found)
        if found and self.intake is None:
            self.intakes.selectRow(0)
        self._show_files()

    def take_back(self) -> None:
        """Say what taking the intake back would do, ask, and do it."""
        one = self.intake
        if one is None:
            return
        try:
            ask_and_take_back(self._session, one.intake.id, self._on_taken_back)
        except DesktopError as error:
            show_error(self._session, error)

    def sizeHint(self) -> QSize:
        """Fit a small screen."""
        wide = min(theme.scaled(WIDTH), WIDEST)
        return QSize(wide, min(theme.scaled(HEIGHT), 690))

    def _show_files(self) -> None:
        one = self.intake
        files = () if one is None else one.intake.files
        self.files.model_.show_rows(
            tuple(sorted(files, key=lambda each: (not each.taken, each.name)))
        )
        self.totals.setText("" if one is None else _totals(one))
        writable = self._session.store.writable
        open_still = one is not None and one.intake.taken_back_at is None
        self.back_button.setEnabled(writable and open_still)

    def _on_taken_back(self, done: TakenBack) -> None:
        self.kept.model_.show_rows(done.kept)
        self.kept.setVisible(bool(done.kept))
        self.refresh()
        self.message.warn(told(done)) if done.kept else self.message.say(told(done))

    def _connect(self) -> None:
        self.intakes.selectionModel().currentRowChanged.connect(
            lambda *_: self._show_files()
        )
        self.back_button.clicked.connect(partial(self.take_back))
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.totals.setProperty("role", "quiet")
        self.totals.setWordWrap(True)
        for button in (self.back_button, self.close_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setAutoDefault(False)
        self.kept.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(self.intakes, stretch=3)
        column.addWidget(self.totals)
        column.addWidget(self.files, stretch=4)
        column.addWidget(self.kept, stretch=2)
        column.addLayout(buttons)


def told(done: TakenBack) -> str:
    """Return what taking an intake back did, and what it kept and why."""
    restored, files = format_integer(done.restored), format_integer(done.files)
    said = f"Đã hoàn tác lần nhận: {files} tệp, {restored} mục trở lại như trước."
    if not done.kept:
        return said
    first = "; ".join(
        f"“{one.title or one.row_id}” ({arrivals.left_reason(one.reason)})"
        for one in done.kept[:3]
    )
    more = "…" if len(done.kept) > 3 else ""  # noqa: PLR2004  as many as are named
    return f"{said} Giữ lại {format_integer(len(done.kept))} mục: {first}{more}"


def _totals(one: IntakeTold) -> str:
    found: dict[Sorting, int] = {}
    for file in one.intake.files:
        sorting = Sorting(file.sorting)
        found[sorting] = found.get(sorting, 0) + 1
    said = arrivals.files_counted(found)
    taken, entries = format_integer(one.taken), format_integer(one.entries)
    people = format_integer(one.attendance)
    return f"{said}. Đã nhận {taken} tệp: {entries} mục, {people} lượt người."


def _intake_list(parent: QWidget) -> ShortList:
    columns = (
        Column(
            heading="Lúc",
            text=lambda one: f"{one.intake.at:%d/%m/%Y %H:%M}",
            weight=18,
            whole=True,
        ),
        Column(
            heading="Tệp thấy",
            text=lambda one: format_integer(one.intake.seen),
            number=True,
        ),
        Column(
            heading="Đã nhận", text=lambda one: format_integer(one.taken), number=True
        ),
        Column(
            heading="Không nhận",
            text=lambda one: format_integer(one.intake.seen - one.taken),
            number=True,
        ),
        Column(
            heading="Mục", text=lambda one: format_integer(one.entries), number=True
        ),
        Column(heading="Tình trạng", text=_state, weight=30),
    )
    model = ShortModel(columns, lambda one: str(one.intake.id))
    made = ShortList(model, "Các lần nhận", parent)
    model.setParent(made)
    made.keep_one_line()
    made.when_empty = "Chưa nhận lần nào."
    return made


def _state(one: IntakeTold) -> str:
    back = one.intake.taken_back_at
    return "Đang dùng" if back is None else f"Đã hoàn tác {back:%d/%m/%Y %H:%M}"


def _file_list(parent: QWidget) -> ShortList:
    columns = (
        Column(heading="Nhận", text=lambda one: "✓" if one.taken else "–", whole=True),
        Column(heading="Nhóm", text=_sorting, weight=18, whole=True),
        Column(heading="Tệp", text=lambda one: one.name, weight=60),
    )
    model = ShortModel(columns, lambda one: f"{one.sha256}/{one.name}")
    made = ShortList(model, "Tệp của lần nhận", parent)
    model.setParent(made)
    made.keep_one_line()
    return made


def _sorting(one: IntakeFile) -> str:
    return label(Sorting(one.sorting))


def _kept_list(parent: QWidget) -> ShortList:
    columns = (
        Column(heading="Giữ lại", text=lambda one: one.title or one.row_id, weight=50),
        Column(
            heading="Vì sao",
            text=lambda one: arrivals.left_reason(one.reason),
            weight=50,
        ),
    )
    model = ShortModel(columns, lambda one: f"{one.place}/{one.row_id}")
    made = ShortList(model, "Mục giữ lại", parent)
    model.setParent(made)
    made.keep_one_line()
    return made
