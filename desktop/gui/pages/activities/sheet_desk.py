"""Work the tables of the place `Hoạt động` like sheets: keys, buttons, words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QWidget

from desktop.gui import icons
from desktop.gui.pages.activities.row_menu import RowMenu
from desktop.gui.session import Session
from desktop.gui.sheet.cell_drafts import offer_cells
from desktop.gui.sheet.register_view import RegisterView
from desktop.gui.sheet.sheet import Sheet
from desktop.gui.widgets.message_bar import MessageBar
from desktop.rules.numbers import format_integer

_COUNTED_AFTER = 400
"""Milliseconds after an edit: whoever types on does not wait for numbers."""


class SheetDesk(QObject):
    """The sheet of whichever register is shown."""

    recorded = Signal(object)
    """A new entry as it was kept."""
    open_wanted = Signal(int, str)
    """A row is to be opened in the form, at a field; blank: at the first."""
    continue_wanted = Signal(object)
    """Values of a new entry that are to go on in the form, by field."""
    remove_wanted = Signal()
    """The rows selected are to be removed."""
    unsearch_wanted = Signal()
    """The search is to be taken away."""
    import_wanted = Signal(object)
    """`QMimeData` of pasted rows with headings, which are no cells of the table."""

    def __init__(
        self,
        page: QWidget,
        session: Session,
        message: MessageBar,
        *,
        view: Callable[[], RegisterView | None],
        show_table: Callable[[], object],
        count: Callable[[], object],
    ) -> None:
        """Serve a page.

        Args:
            page: Whose actions they are.
            session: The open office.
            message: Where something is said.
            view: Returns the table shown.
            show_table: Shows the table, also one without entries.
            count: Counts the entries of every register anew.
        """
        super().__init__(page)
        self._page = page
        self._session = session
        self._message = message
        self._view = view
        self._show_table = show_table
        self._count_later = QTimer(self, singleShot=True, interval=_COUNTED_AFTER)
        self._count_later.timeout.connect(count)
        self.menu: RowMenu | None = None
        """What opens at the rows with a right click."""
        self.imports = False
        """Whether somebody takes pasted rows with headings."""
        self._icons: dict[QAction, str] = {}
        self.row = self._action("Dòng mới", "Ins", self.write_row)
        self.pasted = self._action("Dán", "Ctrl+V", self.paste, "paste")
        self.filled = self._action("Điền xuống", "Ctrl+D", self.fill_down)
        self.columns = self._action("Chọn cột…", "Ctrl+Shift+C", self.choose_columns)
        for action in (self.row, self.columns):
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    @property
    def sheet(self) -> Sheet | None:
        """Return the sheet of the register shown."""
        view = self._view()
        return None if view is None else view.sheet

    def add_to(self, bar: QToolBar, after: QAction, more: QMenu) -> None:
        """Put pasting into a toolbar after an action, the rest into a menu."""
        following = bar.actions()[bar.actions().index(after) + 1]
        bar.insertAction(following, self.pasted)
        button = bar.widgetForAction(self.pasted)
        button.setAccessibleName(self.pasted.text())
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        more.addActions([self.row, self.filled, self.columns])
        self.menu = RowMenu(bar, more, self)

    def work(self, view: RegisterView) -> None:
        """Let a table be written in, and offer what was being typed in it."""
        sheet = view.work(self._session, self)
        view.remove_wanted.connect(self.remove_wanted)
        view.unsearch_wanted.connect(self.unsearch_wanted)
        sheet.said.connect(self._on_said)
        sheet.recorded.connect(self.recorded)
        sheet.open_wanted.connect(self.open_wanted)
        sheet.continue_wanted.connect(self.continue_wanted)
        sheet.import_wanted.connect(self.import_wanted)
        sheet.paster.imports = self.imports
        if self.menu is not None:
            self.menu.serve(view)
        if sheet.new.waiting() is None:
            offer_cells(sheet.cells, view.rows, self._message.warn)
        sheet.desk.offer_draft(self._message.warn)

    def knows(self, initiator: object) -> bool:
        """Tell whether a change came from the sheet, whose rows show it already."""
        if self.sheet is None or initiator is not self.sheet.cells:
            return False
        self._count_later.start()
        return True

    def draw_icons(self) -> None:
        """Draw the icons in the colours now shown."""
        for action, name in self._icons.items():
            action.setIcon(icons.icon(name))

    def write_row(self) -> None:
        """Put the cursor into the row for new entries."""
        self._show_table()
        if self.sheet is not None:
            self.sheet.desk.enter()

    def copy(self) -> None:
        """Copy the cells selected for Excel, and say how many rows; or how few."""
        view = self._view()
        copied = 0 if view is None else view.copy()
        if view is None or not copied:
            return
        chosen, rows = len(view.selected()), format_integer(copied)
        if copied < chosen:
            self._message.warn(
                f"Mới chép {rows} trong {format_integer(chosen)} dòng: một lần chép "
                f"được nhiều nhất {rows} dòng. Cần hết thì bấm mũi tên cạnh nút "
                "“Nhập từ Excel…”, chọn “Xuất các mục đang xem…”."
            )
        else:
            self._message.say(f"Đã chép {rows} dòng, dán được vào Excel.")

    def paste(self) -> None:
        """Paste cells, from Excel or from here."""
        if self.sheet is not None:
            self.sheet.paster.paste()

    def fill_down(self) -> None:
        """Give the cells selected the value of the topmost of them."""
        if self.sheet is not None:
            self.sheet.fill_down()

    def choose_columns(self) -> None:
        """Open the menu of columns."""
        view = self._view()
        if view is not None:
            view.choose_columns()

    def _on_said(self, text: str, wrong: bool) -> None:
        if wrong:
            self._message.warn(text)
        else:
            self._message.say(text)

    def _action(
        self, words: str, key: str, call: Callable[[], object], icon: str = ""
    ) -> QAction:
        action = QAction(words, self._page)
        action.setShortcut(QKeySequence(key))
        # Keys that mean something inside a field too hold only among the rows.
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.setToolTip(f"{words} ({key})")
        action.triggered.connect(lambda _checked=False: call())
        if icon:
            self._icons[action] = icon
            action.setIcon(icons.icon(icon))
        self._page.addAction(action)
        return action
