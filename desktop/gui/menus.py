"""Put every action of the window in a menu, with its key."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from desktop.gui.settings import LARGEST_TEXT, SMALLEST_TEXT, TEXT_STEP, Scheme

if TYPE_CHECKING:
    from desktop.gui.places import PageSpec

SCHEMES: tuple[tuple[Scheme, str], ...] = (
    ("auto", "Theo &máy"),
    ("light", "Nền &sáng"),
    ("dark", "Nền &tối"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu: its words, its key, its icon, and what it emits."""

    words: str
    signal: str
    key: str = ""
    icon: str = ""
    needs_office: bool = True


FILE = (
    Entry("Sổ &mới…", "new_wanted", "Ctrl+Shift+N", "new", needs_office=False),
    Entry("Mở &sổ…", "open_wanted", "Ctrl+O", "open", needs_office=False),
    Entry("Nhận &bàn giao…", "take_over_wanted", needs_office=False),
    Entry("Mở &dữ liệu mẫu", "practice_wanted", "", "practice", needs_office=False),
)
TOOLS = (
    Entry("&Sao lưu ngay", "backup_wanted", "Ctrl+Shift+S", "backup"),
    Entry("&Khôi phục từ bản sao lưu…", "restore_wanted"),
    Entry("Kiểm &tra sổ", "check_wanted", "", "check"),
    Entry(
        "Kiểm tra tệ&p nhận được…", "verify_wanted", "Ctrl+Shift+F", needs_office=False
    ),
    Entry("&Nhật ký thay đổi…", "history_wanted", "Ctrl+Shift+H"),
    Entry("&Xem sổ như ngày…", "day_wanted"),
)
HELP = (
    Entry("&Hướng dẫn phần này", "help_wanted", "F1", "help", needs_office=False),
    Entry("&Phím tắt", "keys_wanted", "Ctrl+F1", needs_office=False),
    Entry("&In hướng dẫn ký số…", "signing_guide_wanted", needs_office=False),
    Entry("&Cập nhật từ tệp…", "update_wanted", needs_office=False),
    Entry("&Tự kiểm tra chương trình…", "self_test_wanted", needs_office=False),
    Entry("Mở thư mục &nhật ký", "logs_wanted", needs_office=False),
    Entry("&Giới thiệu", "about_wanted", needs_office=False),
)


class Menus(QObject):
    """The menus of one window; each action says by a signal that it is wanted."""

    new_wanted = Signal()
    open_wanted = Signal()
    office_wanted = Signal(object)
    """The `Path` of an office file opened lately."""
    practice_wanted = Signal()
    take_over_wanted = Signal()
    backup_wanted = Signal()
    restore_wanted = Signal()
    check_wanted = Signal()
    verify_wanted = Signal()
    history_wanted = Signal()
    day_wanted = Signal()
    help_wanted = Signal()
    keys_wanted = Signal()
    signing_guide_wanted = Signal()
    update_wanted = Signal()
    self_test_wanted = Signal()
    logs_wanted = Signal()
    about_wanted = Signal()
    quit_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    search_wanted = Signal()
    place_wanted = Signal(str)
    text_size_wanted = Signal(int)
    """Per cent to add; 0 for the system's own size."""
    scheme_wanted = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        """Fill the window's menu bar."""
        super().__init__(window)
        self._window = window
        self._icons: dict[QAction, str] = {}
        self._of_office: list[QAction] = []
        self._drawn = False
        bar = window.menuBar()
        bar.setAccessibleName("Thực đơn")
        self._recent = QMenu("Mở &gần đây", window)
        self._fill_file(bar.addMenu("&Tệp"))
        edit = bar.addMenu("&Sửa")
        self.undo = self._add(
            edit, "&Hoàn tác", self.undo_wanted.emit, "Ctrl+Z", "undo"
        )
        self.redo = self._add(edit, "&Làm lại", self.redo_wanted.emit, "Ctrl+Y", "redo")
        edit.addSeparator()
        self._of_office.append(
            self._add(
                edit, "&Tìm trong cả sổ", self.search_wanted.emit, "Ctrl+K", "search"
            )
        )
        self._places = bar.addMenu("&Đi tới")
        self.page = bar.addMenu("&Việc")
        self._fill_tools(bar.addMenu("&Công cụ"))
        self._fill(bar.addMenu("T&rợ giúp"), HELP)
        self.show_office(opened=False)
        self.show_steps("", "")
        self.show_page("", None)

    def show_places(self, places: "Iterable[PageSpec]") -> None:
        """List the places to go to."""
        for action in self._places.actions():
            del self._icons[action]  # it is gone with the next line
        self._places.clear()
        for number, place in enumerate(places, 1):
            self._add(
                self._places,
                f"&{number}  {place.title}",
                partial(self.place_wanted.emit, place.code),
                place.shortcut,
                place.code,
            )

    def show_page(self, title: str, page: QWidget | None) -> None:
        """List what can be done on the page now shown: the page's own actions."""
        # Not `clear`, which deletes: the actions are the page's.
        for action in self.page.actions():
            self.page.removeAction(action)
        actions = [] if page is None else page.actions()
        self.page.addActions(actions)
        self.page.menuAction().setVisible(bool(actions))
        # One name everywhere: the places' own letters clash with other menus'.
        self.page.menuAction().setToolTip(title)

    def show_office(self, *, opened: bool) -> None:
        """Allow what needs an open office, or forbid it."""
        for action in self._of_office:
            action.setEnabled(opened)
        self._places.menuAction().setVisible(opened)

    def show_recent(self, offices: Iterable[Path]) -> None:
        """List the offices opened lately.

        Nobody looks whether they are still there: a stick pulled out would hold
        the menu up for seconds.
        """
        self._recent.clear()
        for number, path in enumerate(offices, 1):
            action = self._recent.addAction(f"&{number}  {path.stem}")
            action.setToolTip(str(path))
            action.setStatusTip(str(path))
            action.triggered.connect(
                lambda _=False, chosen=path: self.office_wanted.emit(chosen)
            )
        self._recent.menuAction().setVisible(not self._recent.isEmpty())

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the deeds undo and redo would revert; blank where there is none."""
        undo, redo = undo.replace("&", "&&"), redo.replace("&", "&&")
        self.undo.setText(f"&Hoàn tác: {undo}" if undo else "&Hoàn tác")
        self.undo.setEnabled(bool(undo))
        self.redo.setText(f"&Làm lại: {redo}" if redo else "&Làm lại")
        self.redo.setEnabled(bool(redo))

    def keys(self) -> list[tuple[str, str]]:
        """Return the words and the key of every action that has one."""
        found = []
        for menu in self._window.menuBar().findChildren(QMenu):
            for action in menu.actions():
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                if key:
                    found.append((plain(action.text()), key))
        return found

    def draw_icons(self) -> None:
        """Give the actions their icons, in the colours now shown."""
        from desktop.gui import icons

        self._drawn = True
        for action, name in self._icons.items():
            action.setIcon(icons.icon(name))

    def _fill_file(self, menu: QMenu) -> None:
        self._fill(menu, FILE[:2])
        menu.addMenu(self._recent)
        self._fill(menu, FILE[2:])
        menu.addSeparator()
        self._add(menu, "T&hoát", self.quit_wanted.emit, "Ctrl+Q")

    def _fill_tools(self, menu: QMenu) -> None:
        self._fill(menu, TOOLS)
        menu.addSeparator()
        size = menu.addMenu("&Cỡ chữ")
        for words, step, key in (
            (f"&Lớn hơn (đến {LARGEST_TEXT} %)", TEXT_STEP, "Ctrl++"),
            (f"&Nhỏ hơn (đến {SMALLEST_TEXT} %)", -TEXT_STEP, "Ctrl+-"),
            ("Như của &máy", 0, "Ctrl+0"),
        ):
            self._add(size, words, partial(self.text_size_wanted.emit, step), key)
        self._fill_schemes(menu.addMenu("&Màu nền"))

    def _fill_schemes(self, menu: QMenu) -> None:
        self._schemes = QActionGroup(menu)
        for code, words in SCHEMES:
            action = self._add(menu, words, partial(self.scheme_wanted.emit, code))
            action.setCheckable(True)
            action.setData(code)
            self._schemes.addAction(action)

    def show_scheme(self, scheme: Scheme) -> None:
        """Tick the colours chosen."""
        for action in self._schemes.actions():
            action.setChecked(action.data() == scheme)

    def _fill(self, menu: QMenu, entries: Iterable[Entry]) -> None:
        for entry in entries:
            emit = getattr(self, entry.signal).emit
            action = self._add(menu, entry.words, emit, entry.key, entry.icon)
            if entry.needs_office:
                self._of_office.append(action)

    def _add(
        self,
        menu: QMenu,
        words: str,
        call: Callable[[], object],
        key: str = "",
        icon: str = "",
    ) -> QAction:
        action = QAction(words, menu)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: call())
        menu.addAction(action)
        if icon:
            self._icons[action] = icon
            if self._drawn:
                from desktop.gui import icons

                action.setIcon(icons.icon(icon))
        return action


def plain(words: str) -> str:
    """Return the words of an action without the mark of its mnemonic."""
    return words.replace("&", "").removesuffix("…").strip()
