"""Choose one of the plans that ship with the program, to have it in this office too."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.outcome import Outcome
from desktop.operations.plans.add_plan import Added, add_plan

WIDTH, HEIGHT = 760, 420


class ShippedDialog(QDialog):
    """The shipped plans the office has not, with who issued each."""

    added = Signal(object)
    """The `Plan` that came into the office."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Read the plans there are on the worker."""
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Thêm kế hoạch có sẵn")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = (
            Column(heading="Cơ quan ban hành", text=lambda one: one.issuer, weight=32),
            Column(heading="Kế hoạch", text=lambda one: one.title, weight=68),
        )
        self.list = ShortList(
            ShortModel(columns, lambda one: one.name, self), "Kế hoạch có sẵn", self
        )
        self.list.when_empty = "Mọi kế hoạch có sẵn đều đã ở trong sổ."
        self.add_button = QPushButton("Thêm &vào sổ")
        self._lay_out()
        self.list.chosen.connect(lambda _row: self.add())
        self.add_button.clicked.connect(self.add)
        self.list.selectionModel().currentRowChanged.connect(self._on_current)
        self._read()

    def add(self) -> None:
        """Bring the plan one is on into the office."""
        choice, store = self.list.current, self._session.store
        if choice is None:
            return
        self.add_button.setEnabled(False)
        run(
            self._session,
            lambda _progress: add_plan(store, choice.name),
            title="Thêm kế hoạch",
            then=self._on_added,
            ended=self._on_ended,
        )

    def _read(self) -> None:
        from desktop.files.plans import plan_names

        here = {str(one.id) for one in self._session.plans}
        run(
            self._session,
            lambda _progress: Outcome(
                tuple(one for one in plan_names() if one.name not in here)
            ),
            title="Đọc các kế hoạch có sẵn",
            then=self._on_read,
        )

    def _lay_out(self) -> None:
        title = QLabel(self.windowTitle())
        title.setProperty("role", "title")
        about = QLabel(
            "Kế hoạch được thêm đủ lời văn, nhiệm vụ, chỉ tiêu, thời hạn. Cơ quan đã "
            "có trong sổ, kể cả theo tên gọi khác, được dùng lại; không gì trong sổ bị "
            "ghi đè."
        )
        about.setWordWrap(True)
        about.setProperty("role", "quiet")
        close = QPushButton("Thôi")
        close.clicked.connect(self.reject)
        theme.make_primary(self.add_button)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in (close, self.add_button):
            button.setAutoDefault(False)
            button.setAccessibleName(button.text().replace("&", ""))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(title)
        column.addWidget(about)
        column.addWidget(self.list, stretch=1)
        column.addLayout(row)
        self.add_button.setEnabled(False)
        self.resize(theme.scaled(WIDTH), theme.scaled(HEIGHT))

    def _on_read(self, choices: object) -> None:
        self.list.model_.show_rows(choices)  # type: ignore[arg-type]
        if self.list.model_.rows:
            self.list.select(self.list.model_.rows[0].name)
        self.list.setFocus()

    def _on_current(self, *_: object) -> None:
        self.add_button.setEnabled(self.list.current is not None)

    def _on_added(self, added: Added) -> None:
        self.added.emit(added.plan)
        self.accept()

    def _on_ended(self) -> None:
        self.add_button.setEnabled(self.list.current is not None)
