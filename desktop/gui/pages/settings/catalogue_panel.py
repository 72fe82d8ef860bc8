"""The lists everything is chosen from: added to, edited, retired, never deleted."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.plan.deeds import Deeds, VerbRow
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.offices import update_catalogue as changing
from desktop.records.catalogue import CatalogueItem
from desktop.records.identity import Code
from desktop.rules.vietnamese import sort_key
from desktop.wording.catalogues import (
    ORDER,
    catalogue_name,
    catalogue_use,
    group_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from desktop.gui.forms.fields import Editor
    from desktop.gui.forms.part_dialog import Values, Writing
    from desktop.gui.pages.plan.writing import Desk
    from desktop.gui.session import Session
    from desktop.records.catalogue import CatalogueItem as Item

ABOUT = (
    "Giá trị không xóa được, vì những mục đã ghi vẫn cần tên của nó. Giá trị ngừng "
    "dùng thì không còn để chọn khi ghi mới, nhưng vẫn hiện ở các mục cũ và dùng lại "
    "được."
)
OUTLINE_WIDTH = 260


class CataloguePanel(QWidget):
    """Catalogues at the left, the values of one at the right."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out without rows; they are read when the panel is shown."""
        super().__init__(parent)
        self._session = session
        self.message = MessageBar()
        self.deeds = Deeds(session, self.message, self)
        names = ShortModel(
            (Column(heading="Danh mục", text=catalogue_name),), str, self
        )
        self.names = ShortList(names, "Các danh mục", self)
        self.list = ShortList(
            ShortModel(_columns(self._parent), lambda one: one.code, self),
            "Giá trị của danh mục",
            self,
        )
        self.use = QLabel()
        self.verbs = VerbRow(self)
        self._lay_out()
        self.names.selectionModel().currentRowChanged.connect(self._on_catalogue)
        self.list.selectionModel().currentRowChanged.connect(self._on_value)
        self.list.chosen.connect(lambda _row: self.edit())
        session.jobs.changed.connect(self._on_changed)

    @property
    def catalogue(self) -> str:
        """Return the name of the catalogue shown; blank before one is."""
        return self.names.current or ""

    def add(self) -> None:
        """Write a new value of the catalogue shown."""
        blank = CatalogueItem(catalogue=self.catalogue, code=Code(""), name="")
        dialog = self.deeds.write(self._writing(blank), "Đã thêm giá trị")
        dialog.kept.connect(lambda made: self.list.select(made.code))

    def edit(self) -> None:
        """Write the value one is on."""
        if self.list.current is not None:
            self.deeds.write(self._writing(self.list.current), "Đã sửa giá trị")

    def retire(self) -> None:
        """Offer the value one is on no more, or offer a retired one again."""
        item, store = self.list.current, self._session.store
        if item is None:
            return
        do = changing.bring_back if item.retired else changing.retire
        done = "Dùng lại" if item.retired else "Đã ngừng dùng"
        self.deeds.do(lambda _progress: do(store, item), f"{done}: {item.name}")

    def shift(self, by: int) -> None:
        """Move the value one is on up (-1) or down (1)."""
        rows, item = list(self.list.model_.rows), self.list.current
        at = rows.index(item) if item is not None else -1
        if item is None or not 0 <= at + by < len(rows):
            return
        rows[at], rows[at + by] = rows[at + by], rows[at]
        store = self._session.store
        self.deeds.do(
            lambda _progress: changing.order_values(store, rows),
            f"Đã chuyển: {item.name}",
        )

    def showEvent(self, event: "QShowEvent") -> None:
        """Read the catalogues there are."""
        super().showEvent(event)
        if not self.names.model_.rows:
            self._show_names()

    def _lay_out(self) -> None:
        about = QLabel(ABOUT)
        for each in (about, self.use):
            each.setWordWrap(True)
            each.setProperty("role", "quiet")
        self.names.setFixedWidth(theme.scaled(OUTLINE_WIDTH))
        self.names.horizontalHeader().hide()
        add = self.verbs.add
        add("T&hêm…", "Ins", self.add, primary=True)
        add("Sửa…", "F2", self.edit)
        self._retire = add("&Ngừng dùng", "", self.retire)
        self._retire.setMinimumWidth(self._retire.sizeHint().width())
        add("&Lên", "Alt+Up", partial(self.shift, -1))
        add("&Xuống", "Alt+Down", partial(self.shift, 1))
        self.verbs.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(theme.BETWEEN)
        right.addLayout(self.verbs)
        right.addWidget(self.use)
        right.addWidget(self.list, stretch=1)
        row = QHBoxLayout()
        row.setSpacing(theme.AROUND)
        row.addWidget(self.names)
        row.addLayout(right, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.BETWEEN, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(about)
        column.addWidget(self.message)
        column.addLayout(row, stretch=1)

    def _writing(self, item: "Item") -> "Writing":
        from desktop.gui.forms.part_dialog import Writing
        from desktop.gui.pages.plan.writing import Desk, text

        desk = Desk(self._session)

        def made(values: "Values") -> CatalogueItem:
            return _made(item, values)

        others = [("", "Không thuộc giá trị nào"), *self._above(item)]
        store = self._session.store
        return Writing(
            title=f"{catalogue_name(item.catalogue)}: "
            f"{'sửa giá trị' if item.code else 'thêm giá trị'}",
            editors=(
                desk.editor(text("name", "Tên", required=True), item.name),
                desk.lines(
                    text(
                        "aliases",
                        "Tên gọi khác",
                        help="Mỗi tên một dòng; dùng khi tìm và khi nhập từ tệp.",
                    ),
                    item.aliases,
                    4,
                ),
                *self._group(desk, item),
                desk.options(text("parent", "Là phần của"), others, item.parent or ""),
            ),
            work=lambda values: desk.work(
                changing.update_catalogue, lambda: (made(values),)
            ),
            check=lambda values: changing.problems(store, made(values)),
        )

    def _above(self, item: "Item") -> list[tuple[str, str]]:
        return [
            (one.code, one.name)
            for one in self.list.model_.rows
            if one.code != item.code and not one.retired
        ]

    def _group(self, desk: "Desk", item: "Item") -> tuple["Editor", ...]:
        """Return the field of the group, where values of this catalogue have any."""
        from desktop.gui.pages.plan.writing import text

        groups = self._groups(item)
        if len(groups) == 1:
            return ()
        field = text("group", "Tính vào nhóm", help=_GROUP_HELP)
        return (desk.options(field, groups, item.group),)

    def _groups(self, item: "Item") -> list[tuple[str, str]]:
        """Return the groups values of this catalogue count under."""
        known = dict.fromkeys(one.group for one in self.list.model_.rows if one.group)
        shown = [(one, group_name(one)) for one in known]
        if item.group and item.group not in known:
            shown.append((item.group, group_name(item.group)))
        return [("", "Không thuộc nhóm nào"), *shown]

    def _show_names(self) -> None:
        from desktop.store import records

        found = {
            one.catalogue
            for one in records.each(self._session.store.reader, CatalogueItem)
        }
        first = [one for one in ORDER if one in found]
        rest = sorted(found - set(first), key=lambda one: sort_key(catalogue_name(one)))
        self.names.model_.show_rows([*first, *rest])
        if self.names.current is None and (first or rest):
            self.names.select([*first, *rest][0])
        self._show_values()

    def _show_values(self) -> None:
        if not self.catalogue:
            return
        use = catalogue_use(self.catalogue)
        self.use.setText(f"Dùng cho: {use}." if use else "")
        found = changing.values(self._session.store, self.catalogue)
        self.list.model_.show_rows(found)
        self._on_value()

    def _parent(self, item: "Item") -> str:
        rows = self.list.model_.rows
        return next((one.name for one in rows if one.code == item.parent), "")

    def _on_catalogue(self, *_: object) -> None:
        self._show_values()
        self.list.setCurrentIndex(self.list.model_.index(0, 0))

    def _on_value(self, *_: object) -> None:
        item = self.list.current
        for name, button in self.verbs.buttons.items():
            button.setEnabled(item is not None or name == "Thêm")
        retired = item is not None and item.retired
        self._retire.setText("Dù&ng lại" if retired else "&Ngừng dùng")
        self._retire.setAccessibleName("Dùng lại" if retired else "Ngừng dùng")

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if "catalogue_items" in touched and self.names.model_.rows:
            self._show_names()


def _columns(parent: "Callable[[Item], str]") -> tuple[Column, ...]:
    return (
        Column(heading="Giá trị", text=lambda one: one.name, weight=42, colour=_shade),
        Column(heading="Là phần của", text=parent, weight=22),
        Column(
            heading="Tên gọi khác", text=lambda one: "; ".join(one.aliases), weight=24
        ),
        Column(
            heading="Tình trạng",
            text=lambda one: "Ngừng dùng" if one.retired else "Đang dùng",
            weight=12,
            colour=_shade,
        ),
    )


def _shade(item: "Item") -> str:
    return "quiet" if item.retired else ""


def _made(item: "Item", values: "Values") -> CatalogueItem:
    parent = str(values["parent"] or "")
    aliases: tuple[str, ...] = values["aliases"]  # type: ignore[assignment]
    return replace(
        item,
        name=str(values["name"]),
        aliases=tuple(aliases),
        group=str(values.get("group") or ""),
        parent=Code(parent) if parent else None,
    )


_GROUP_HELP = "Nhóm mà số liệu cộng vào, như tiếng dân tộc thiểu số, nền tảng số."
