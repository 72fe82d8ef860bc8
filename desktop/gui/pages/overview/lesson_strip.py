"""The guided tasks of a practice office: the next one in a line, all ten in a list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.help_key import answer_help_key
from desktop.gui.reading import Reading
from desktop.gui.session import Session
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.button_row import button_row
from desktop.gui.widgets.elided_label import ElidedLabel
from desktop.operations.practice.read_lessons import read_lessons
from desktop.rules.practice.lessons import LessonState, next_one

GO, ALL = "Đến nơi &làm", "Các &bài thực hành"
ALL_DONE = (
    "✓ Đã làm xong cả {many} bài. Làm việc thật thì lập sổ mới trong menu Tệp; sổ thật "
    "không nhận gói, biểu của sổ thực hành."
)
WIDTH, HEIGHT = 690, 640


class LessonStrip(QFrame):
    """One line: how many tasks are done, which is next, and the way there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        """Stay unseen in an office that is not for practice."""
        super().__init__(parent)
        self.setObjectName("lesson_strip")
        self._session = session
        self.states: tuple[LessonState, ...] = ()
        self.dialog: LessonsDialog | None = None
        self.said = ElidedLabel()
        self.go_button = QPushButton(GO)
        self.all_button = QPushButton(ALL)
        self._lay_out()
        self.go_button.clicked.connect(self.go)
        self.all_button.clicked.connect(self.show_all)
        self.setVisible(session.preferences.practice)
        if session.preferences.practice:
            self.reading = Reading(self, session, read_lessons)
            self.reading.arrived.connect(self._on_read)

    def go(self) -> None:
        """Go to the place of the next task."""
        one = next_one(self.states)
        if one is not None:
            self._session.place_wanted.emit(one.lesson.place, None)

    def show_all(self) -> None:
        """List all tasks."""
        self.dialog = LessonsDialog(self._session, self.states, self)
        self.dialog.open()

    def _on_read(self, states: tuple[LessonState, ...]) -> None:
        self.states = states
        done = sum(one.done for one in states)
        following = next_one(states)
        self.go_button.setVisible(following is not None)
        if following is None:
            self.said.show_text(ALL_DONE.format(many=len(states)))
            return
        lesson = following.lesson
        self.said.show_text(
            f"Bài {following.number}/{len(states)}, đã xong {done}: {lesson.title}. "
            f"{lesson.how}"
        )

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.said, stretch=1)
        for button in (self.all_button, self.go_button):
            button.setAccessibleName(button.text().replace("&", ""))
            row.addWidget(button)


class LessonsDialog(QDialog):
    """Every guided task, those done ticked."""

    def __init__(
        self, session: Session, states: tuple[LessonState, ...], parent: QWidget
    ) -> None:
        """List the tasks; the one to be done next is chosen."""
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Các bài thực hành")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = self._make_list()
        self.list.model_.show_rows(states)
        following = next_one(states)
        if following is not None:
            self.list.select(following.lesson.code)
        self.go_button = QPushButton(GO)
        self.close_button = QPushButton("Đóng")
        self._lay_out()
        self.go_button.clicked.connect(self.go)
        self.close_button.clicked.connect(self.reject)
        self.list.chosen.connect(lambda _one: self.go())
        answer_help_key(self, "practice")

    def go(self) -> None:
        """Go to the place of the task one is on."""
        one = self.list.current
        if isinstance(one, LessonState):
            self.accept()
            self._session.place_wanted.emit(one.lesson.place, None)

    def _make_list(self) -> ShortList:
        columns = (
            Column(
                heading="Xong",
                text=lambda one: "✓" if one.done else "–",
                weight=8,
                whole=True,
                colour=lambda one: "good" if one.done else "",
            ),
            Column(
                heading="Bài",
                text=lambda one: f"{one.number}. {one.lesson.title}",
                weight=32,
            ),
            Column(heading="Cách làm", text=lambda one: one.lesson.how, weight=60),
        )
        model = ShortModel(columns, lambda one: one.lesson.code, self)
        return ShortList(model, "Các bài thực hành", self)

    def _lay_out(self) -> None:
        said = QLabel(
            "Bài tự đánh dấu khi việc đã được làm trong sổ thực hành này, theo nhật ký "
            "của sổ. Làm theo thứ tự hay không đều được; bấm F1 ở mỗi nơi để xem hướng "
            "dẫn."
        )
        said.setWordWrap(True)
        said.setProperty("role", "quiet")
        theme.make_primary(self.go_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(said)
        column.addWidget(self.list, stretch=1)
        column.addLayout(button_row(self.close_button, self.go_button))
        self.resize(theme.scaled(WIDTH), min(theme.scaled(HEIGHT), HEIGHT))
