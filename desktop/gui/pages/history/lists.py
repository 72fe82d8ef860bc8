"""The lists of the history: deeds, records touched, and fields old and new."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.operations.history.read_history import RecordChange
from desktop.rules.changes import Fate, FieldChange
from desktop.rules.times import format_moment
from desktop.store.history import Done
from desktop.store.shelves import BY_TABLE
from desktop.store.terms import record_term
from desktop.wording.changes import (
    BLANK,
    deed_label,
    fate_label,
    field_cells,
    field_line,
)

NOBODY = "(chưa ghi tên)"
_FIELDS_TOLD = 4


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One line of the list of fields."""

    label: str
    before: str
    after: str


def deed_list(parent: QWidget) -> ShortList:
    """Make the list of deeds; its rows are `Done`."""
    columns = (
        Column(heading="Số", text=lambda one: str(one.entry.id), weight=7, number=True),
        Column(
            heading="Lúc",
            text=lambda one: format_moment(one.entry.at),
            weight=16,
            whole=True,
        ),
        Column(heading="Ai", text=lambda one: one.entry.by or NOBODY, weight=14),
        Column(
            heading="Việc", text=lambda one: deed_label(one.entry, one.deed), weight=26
        ),
        Column(heading="Mục", text=lambda one: one.deed.subject, weight=30),
        Column(
            heading="Số mục", text=lambda one: str(one.touched), weight=8, number=True
        ),
    )
    return _made(columns, lambda one: str(one.entry.id), "Các việc đã làm", parent)


def record_list(parent: QWidget) -> ShortList:
    """Make the list of records one deed touched; its rows are `RecordChange`."""
    columns = (
        Column(heading="Loại", text=lambda one: place_label(one.place), weight=18),
        Column(heading="Mục", text=lambda one: one.title or BLANK, weight=32),
        Column(heading="Đã", text=lambda one: fate_label(one.fate), weight=14),
        Column(heading="Thay đổi", text=summary, weight=36),
    )
    return _made(
        columns,
        lambda one: f"{one.place}/{one.row_id}",
        "Các mục việc này động đến",
        parent,
    )


def change_list(parent: QWidget) -> ShortList:
    """Make the list of what was done to one record; its rows are `RecordChange`."""
    columns = (
        Column(
            heading="Lúc",
            text=lambda one: format_moment(one.done.entry.at),
            weight=20,
            whole=True,
        ),
        Column(heading="Ai", text=lambda one: one.done.entry.by or NOBODY, weight=18),
        Column(heading="Việc", text=_deed_of, weight=28),
        Column(heading="Thay đổi", text=summary, weight=34),
    )
    return _made(
        columns,
        lambda one: f"{one.done.entry.id}/{one.place}/{one.row_id}",
        "Các lần thay đổi của mục này",
        parent,
    )


def field_list(parent: QWidget) -> ShortList:
    """Make the list of fields old and new; its rows are `FieldRow`."""
    columns = (
        Column(heading="Nội dung", text=lambda one: one.label, weight=26),
        Column(heading="Trước", text=lambda one: one.before, weight=37),
        Column(heading="Sau", text=lambda one: one.after, weight=37),
    )
    model = ShortModel(columns, lambda one: one.label, parent)
    return ShortList(model, "Từng nội dung trước và sau", parent)


def field_rows(one: RecordChange) -> list[FieldRow]:
    """Return the fields of one change, what is blank as such."""
    return [FieldRow(field.label, *field_cells(field)) for field in one.fields]


def summary(one: RecordChange) -> str:
    """Return the first fields of a change on one line."""
    if one.fate is not Fate.AMENDED:
        telling = (field for field in one.fields if _tells_more(field, one.title))
        return "; ".join(
            field_line(field, one.fate) for field in islice(telling, _FIELDS_TOLD)
        )
    lines = [field_line(field) for field in one.fields[:_FIELDS_TOLD]]
    more = len(one.fields) - len(lines)
    return "; ".join(lines) + (f"; và {more} nội dung khác" if more > 0 else "")


def _tells_more(field: FieldChange, title: str) -> bool:
    """Tell whether a field says something beside the kind and the title."""
    return field.name != "kind" and title not in (field.before, field.after)


def place_label(place: str) -> str:
    """Return what records of a table are called."""
    shelf = BY_TABLE.get(place)
    return "Thiết lập" if shelf is None else record_term(shelf.record)


def told(one: Done) -> str:
    """Return a deed with its subject."""
    name = deed_label(one.entry, one.deed)
    return f"{name}: {one.deed.subject}" if one.deed.subject else name


def _deed_of(one: RecordChange) -> str:
    said = deed_label(one.done.entry, one.done.deed)
    return f"{said} (minh chứng “{one.title}”)" if one.place == "evidence" else said


def _made(
    columns: tuple[Column, ...],
    key: Callable[[Any], str],
    name: str,
    parent: QWidget,
) -> ShortList:
    made = ShortList(ShortModel(columns, key, parent), name, parent)
    made.keep_one_line()
    return made
