"""Settle once what a sender's agency, plan, tasks and targets are here."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.widgets.choice_field import ChoiceField
from desktop.gui.widgets.message_bar import MessageBar
from desktop.gui.widgets.quiet_label import heading
from desktop.operations.intake.map_sender import Decision, likes, map_sender
from desktop.records.arrival import Unmapped
from desktop.records.exchange import MappedKind
from desktop.wording.labels import label

if TYPE_CHECKING:
    from desktop.gui.session import Session

NOWHERE: Final = "Không có ở đây"
TITLE: Final = "Đối chiếu tên của nơi gửi"
HINT: Final = (
    "Nơi gửi dùng tên chưa có trong sổ này. Chọn tên tương ứng một lần; các gói sau tự "
    "hiểu. Mục nào không có ở đây thì chọn “Không có ở đây”: hoạt động vẫn nhận, chỉ "
    "không gắn vào mục đó."
)
SETTLED_HINT: Final = (
    "Các tên đã đối chiếu. Sửa ở đây thì các gói xem từ nay hiểu theo tên mới; mục đã "
    "nhận giữ như cũ, muốn đổi thì hoàn tác lần nhận rồi nhận lại."
)
MISSING: Final = "Còn {0} dòng chưa chọn."
_NONE: Final = "-"
WIDTH, TALLEST = 700, 690
_AROUND_ROWS, _ROW = 210, 42
"""Height of all but the rows, and of one row, at letters of 100 %."""
_FIELD: Final = 340


class MappingDialog(QDialog):
    """One line for each name: theirs on the left, ours on the right."""

    def __init__(
        self,
        session: "Session",
        unmapped: Sequence[Unmapped],
        parent: QWidget | None = None,
        *,
        settled: Sequence[Decision] = (),
    ) -> None:
        """Show every name with what it is most likely to be chosen already.

        What was settled before is shown as it was, to be settled otherwise.
        """
        super().__init__(parent)
        self._session = session
        self._unmapped = (*unmapped, *(one.unmapped for one in settled))
        self._hint = HINT if unmapped else SETTLED_HINT
        self.setWindowTitle(TITLE)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.message = MessageBar()
        self.fields = tuple(self._field(one) for one in self._unmapped)
        for field, one in zip(self.fields[len(unmapped) :], settled, strict=True):
            field.set_value(_NONE if one.ours is None else one.ours)
        self.keep_button = QPushButton("&Ghi đối chiếu")
        self.leave_button = QPushButton("Để sau")
        self._lay_out()
        self.keep_button.clicked.connect(partial(self.keep))
        self.leave_button.clicked.connect(self.reject)
        if self.fields:
            self.fields[0].setFocus()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Return what was chosen, of the lines on which something was."""
        pairs = zip(self._unmapped, self.fields, strict=True)
        return tuple(
            Decision(unmapped=one, ours=None if field.value == _NONE else field.value)
            for one, field in pairs
            if field.value is not None
        )

    def keep(self) -> None:
        """Remember what was chosen, once every line says something."""
        left = [field for field in self.fields if field.value is None]
        if left:
            self.message.warn(MISSING.format(len(left)))
            left[0].setFocus()
            return
        decisions, store = self.decisions, self._session.store
        run(
            self._session,
            lambda _progress: map_sender(store, decisions),
            title=TITLE,
            then=self._on_kept,
        )

    def _on_kept(self, _many: object) -> None:
        self.accept()

    def _field(self, one: Unmapped) -> ChoiceField:
        """Offer the likeliest first, then all there are."""
        likely = dict(one.offers)
        rest = [
            pair
            for pair in likes(self._session.store, one.kind)
            if pair[0] not in likely
        ]
        nowhere = [] if one.kind is MappedKind.AGENCY else [(_NONE, NOWHERE)]
        field = ChoiceField([*one.offers, *nowhere, *rest])
        field.setAccessibleName(f"{label(one.kind)} {one.name}: ở đây là")
        field.setMinimumWidth(theme.scaled(_FIELD))
        if one.offers and one.kind is not MappedKind.AGENCY:
            field.set_value(one.offers[0][0])
        return field

    def _lay_out(self) -> None:
        hint = QLabel(self._hint)
        hint.setProperty("role", "quiet")
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.BETWEEN)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.message)
        column.addWidget(hint)
        column.addWidget(self._scrolled(), stretch=1)
        column.addLayout(buttons)
        tall = theme.scaled(_AROUND_ROWS + _ROW * len(self._unmapped))
        self.resize(theme.scaled(WIDTH), min(tall, TALLEST))

    def _scrolled(self) -> QScrollArea:
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, theme.BETWEEN, 0)
        grid.setHorizontalSpacing(theme.AROUND)
        grid.setVerticalSpacing(theme.BETWEEN)
        grid.addWidget(heading("Nơi gửi ghi"), 0, 0)
        grid.addWidget(heading("Ở đây là"), 0, 1)
        for row, (one, field) in enumerate(
            zip(self._unmapped, self.fields, strict=True), 1
        ):
            said = QLabel(f"{label(one.kind)}: {one.name}")
            said.setWordWrap(True)
            said.setBuddy(field)
            said.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(said, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(len(self._unmapped) + 1, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inner)
        return area
