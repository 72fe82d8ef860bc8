"""The dialog `Làm biểu`: which units get a form, where to, and what was made."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.opening import open_path
from desktop.gui.reading import Reading
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.forms.make_forms import Made, make_forms
from desktop.operations.forms.read_made import UnitForm, read_made
from desktop.progress import Step
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.vietnamese import slug
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.jobs import Job

WIDTH, HEIGHT = 700, 600
TITLE = "Làm biểu thu thập"
BESIDE = "bieu-thu-thap"
"""Folder beside the office file that holds a folder for each period."""
PURPOSE = "forms"
WHAT_IS_MADE = (
    "Mỗi đơn vị nhận một tệp Excel: trang đầu theo mẫu biểu, các trang sau là những sổ "
    "kế hoạch yêu cầu, đã điền số liệu đang có; kèm lời thư (.txt) và thư soạn sẵn "
    "(.eml). Mở được bằng Excel, WPS, LibreOffice."
)
AGAIN = "Làm lại cho tất cả"
WHAT_AGAIN_DOES = (
    "Biểu mới thay biểu cũ: biểu cũ gửi về sau đó được xếp vào nhóm “Bản cũ”. Tệp cũ "
    "trong thư mục được giữ nguyên."
)


class FormsDesk(QDialog):
    """Make the collecting forms of the period, all in one go."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        """List the units that owe a report; all get a form unless some are selected."""
        super().__init__(parent)
        self._session = session
        self._busy = False
        self._job: Job | None = None
        self.folder = usual_folder(session)
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.said = QLabel("Đang đọc các đơn vị phải báo cáo…")
        self.message = MessageBar()
        self.list = self._make_list()
        self.place = ElidedLabel(str(self.folder))
        self.choose_button = QPushButton("&Chọn thư mục…")
        self.make_button = QPushButton()
        self.stop_button = QPushButton("&Dừng")
        self.close_button = QPushButton("Đóng")
        self.reading = Reading(self, session, read_made)
        self._lay_out()
        self._connect()
        self._count()

    @property
    def chosen(self) -> tuple[UnitForm, ...]:
        """Return the units selected; none selected, all of them."""
        rows = {index.row() for index in self.list.selectionModel().selectedRows()}
        every = self.list.model_.rows
        return tuple(every[row] for row in sorted(rows)) if rows else every

    def choose_folder(self) -> None:
        """Ask where to."""
        folder = self._session.ask.choose_folder("Nơi ghi các biểu", purpose=PURPOSE)
        if folder is not None:
            self.folder = folder
            self.place.setText(str(folder))

    def make(self) -> None:
        """Write the forms of the chosen units; where some have one, ask first."""
        many = () if self._busy else self._settled(self.chosen)
        if not many:
            return
        session = self._session
        self.message.hide()
        self._busy = True
        self._count()
        job = run(
            session,
            partial(
                make_forms,
                session.store,
                session.period,
                [one.unit.agency.id for one in many],
                self.folder,
                period_words=period_phrase(session.period),
            ),
            title=TITLE,
            then=self._on_made,
            ended=self._on_ended,
            told=self._on_told,
        )
        self._job = job if self._busy else None

    def stop(self) -> None:
        """Stop; nothing is left of what was begun."""
        if self._job is not None:
            self._job.cancel()

    def reject(self) -> None:
        """Close, once nothing is being written any more."""
        if not self._busy:
            super().reject()

    def _settled(self, many: tuple[UnitForm, ...]) -> tuple[UnitForm, ...]:
        """Return who gets a form now: a second one puts the first out of use."""
        fresh = tuple(one for one in many if one.newest is None)
        had = len(many) - len(fresh)
        if not had:
            return many
        only = f"Chỉ làm cho {format_integer(len(fresh))} đơn vị chưa có"
        verbs = (only, AGAIN) if fresh else (AGAIN,)
        chosen = self._session.ask.choose(
            f"{format_integer(had)} đơn vị đã có biểu của kỳ này. Làm lại?",
            verbs,
            detail=WHAT_AGAIN_DOES,
        )
        if chosen is None:
            return ()
        return fresh if verbs[chosen] == only else many

    def _make_list(self) -> ShortList:
        columns = (
            Column(heading="Đơn vị", text=lambda one: one.unit.agency.name, weight=46),
            Column(heading="Biểu", text=lambda one: one.layout.number, weight=9),
            Column(
                heading="Mục đang có",
                text=lambda one: format_integer(one.unit.entries),
                weight=14,
                number=True,
            ),
            Column(heading="Biểu đã làm", text=_newest, weight=26),
        )
        model = ShortModel(columns, lambda one: one.unit.agency.id, self)
        made = ShortList(model, "Đơn vị được làm biểu", self)
        made.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        made.keep_one_line()
        made.when_empty = "Không có đơn vị nào phải báo cáo trong kỳ này."
        return made

    def _lay_out(self) -> None:
        self.said.setWordWrap(True)
        note = QLabel(WHAT_IS_MADE)
        note.setWordWrap(True)
        note.setProperty("role", "quiet")
        theme.make_primary(self.make_button)
        for one in (self.choose_button, self.stop_button, self.close_button):
            one.setAutoDefault(False)
        self.choose_button.setAccessibleName("Chọn thư mục để ghi các biểu")
        self.stop_button.setAccessibleName("Dừng làm biểu")
        where = QHBoxLayout()
        where.setSpacing(theme.BETWEEN)
        where.addWidget(QLabel("Ghi vào:"))
        where.addWidget(self.place, stretch=1)
        where.addWidget(self.choose_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.said)
        column.addWidget(note)
        column.addWidget(self.message)
        column.addWidget(self.list, stretch=1)
        column.addLayout(where)
        column.addLayout(
            button_row(self.close_button, self.stop_button, self.make_button)
        )
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), 690))

    def _connect(self) -> None:
        self.reading.arrived.connect(self._on_read)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._count())
        self.choose_button.clicked.connect(self.choose_folder)
        self.make_button.clicked.connect(self.make)
        self.stop_button.clicked.connect(self.stop)
        self.close_button.clicked.connect(self.reject)

    def _count(self) -> None:
        many, busy = len(self.chosen), self._busy
        whole = "cả " if many == len(self.list.model_.rows) > 1 else ""
        self.make_button.setText(f"&Làm biểu cho {whole}{format_integer(many)} đơn vị")
        self.make_button.setEnabled(bool(many) and not busy)
        self.choose_button.setEnabled(not busy)
        self.close_button.setEnabled(not busy)
        self.stop_button.setVisible(busy)

    def _on_read(self, units: tuple[UnitForm, ...]) -> None:
        first = not self.list.model_.read
        self.list.model_.show_rows(units)
        period = period_phrase(self._session.period)
        many = format_integer(len(units))
        self.said.setText(
            f"Báo cáo {period}: {many} đơn vị phải báo cáo. Chọn một số dòng để chỉ "
            "làm cho những đơn vị đó."
        )
        self._count()
        if first:
            self.make_button.setFocus()

    def _on_told(self, step: Step) -> None:
        if step.total:
            done, total = format_integer(step.done), format_integer(step.total)
            told = f"Đang làm biểu: {done} trên {total}"
            self.said.setText(f"{told} đơn vị…")

    def _on_made(self, made: Made) -> None:
        many = format_integer(len(made.files))
        period = period_phrase(self._session.period)
        self.said.setText(f"Báo cáo {period}.")
        self.message.say(
            f"Đã làm {many} biểu, mỗi biểu kèm lời thư và thư soạn sẵn.",
            "Mở thư mục",
            lambda: open_path(self._session.ask, made.folder),
        )

    def _on_ended(self, *_answer: object) -> None:
        self._busy, self._job = False, None
        self._count()
        self.reading.refresh()


def usual_folder(session: Session) -> Path:
    """Return the folder for the period's forms, beside the office file."""
    period = slug(period_phrase(session.period))
    return session.store.path.parent / BESIDE / period


def _newest(one: UnitForm) -> str:
    if one.newest is None:
        return "Chưa làm"
    day = format_date(one.newest.made_at.date())
    return f"Lần {one.newest.version}, {day}"
