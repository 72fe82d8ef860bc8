"""Print one change as lines for a person, and as plain values for a program."""

from collections.abc import Iterator
from typing import Any

from desktop.operations.history.read_history import RecordChange
from desktop.rules.times import format_moment
from desktop.store.history import Done
from desktop.wording.changes import deed_label, fate_label, field_line


def done_line(one: Done) -> str:
    """Return number, moment, officer, deed and subject on one line."""
    entry = one.entry
    parts = [f"{entry.id}", format_moment(entry.at), entry.by]
    parts.append(deed_label(entry, one.deed))
    if one.deed.subject:
        parts[-1] += f": {one.deed.subject}"
    if one.removed:
        parts.append(f"xóa {one.removed} mục")
    return " · ".join(part for part in parts if part)


def done_data(one: Done) -> dict[str, Any]:
    """Return the same for a program."""
    entry = one.entry
    return {
        "change": entry.id,
        "kind": str(entry.kind),
        "verb": one.deed.verb,
        "subject": one.deed.subject,
        "at": entry.at.isoformat(),
        "by": entry.by,
        "reverts": entry.reverts,
        "touched": one.touched,
        "removed": one.removed,
    }


def change_lines(one: RecordChange) -> Iterator[str]:
    """Yield what a change did to a record, field by field."""
    if one.place == "evidence":
        yield f"    minh chứng “{one.title}”: {fate_label(one.fate)}"
        return
    for field in one.fields:
        yield f"    {field_line(field, one.fate)}"


def change_data(one: RecordChange) -> dict[str, Any]:
    """Return the same for a program; values as the screen shows them."""
    return {
        **done_data(one.done),
        "place": one.place,
        "record": one.row_id,
        "title": one.title,
        "fate": str(one.fate),
        "fields": [
            {"field": field.name, "line": field_line(field, one.fate)}
            for field in one.fields
        ],
    }
