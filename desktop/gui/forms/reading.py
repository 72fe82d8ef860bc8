"""Make a record of what a form holds, and say what it takes to become one."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from desktop.errors import Problem
from desktop.gui.forms.fields import Editor
from desktop.gui.tables.kinds import record_of
from desktop.records.activity import ActivityKind, ActivityState
from desktop.records.identity import RecordId
from desktop.records.register import FieldType, Register

_STRUCTURAL = frozenset(
    {
        FieldType.DATE,
        FieldType.DATETIME,
        FieldType.INTEGER,
        FieldType.MONEY,
        FieldType.DECIMAL,
    }
)


def values_of(editors: Iterable[Editor]) -> dict[str, object]:
    """Return what every field holds, by name."""
    return {editor.field.name: editor.value() for editor in editors}


def missing(editors: Iterable[Editor]) -> tuple[Problem, ...]:
    """Return the days and numbers without which no record can be made."""
    return tuple(
        Problem(editor.field.name, "missing")
        for editor in editors
        if editor.field.required
        and editor.field.type in _STRUCTURAL
        and editor.value() is None
        and not editor.unreadable()
    )


def build(
    register: Register, record_id: str, values: Mapping[str, object], kept: object
) -> Any:  # noqa: ANN401  a record of any register
    """Return a record of the values of a form.

    Args:
        register: The register it belongs to.
        record_id: Its id.
        values: Value by field; a blank becomes what the record has when left out.
        kept: The record amended, whose other fields stay; None for a new one.
    """
    cls = record_of(register)
    given = {name: filled(cls, name, value) for name, value in values.items()}
    if "state" in given:
        # a choice gives its text: rules compare the member itself
        given["state"] = ActivityState(str(given["state"]))
    if kept is not None:
        return dataclasses.replace(kept, **given)  # type: ignore[type-var]
    if register.kind:
        given["kind"] = ActivityKind(register.kind)
    return cls(id=RecordId(record_id), **given)


def filled(cls: type, name: str, value: object) -> object:
    """Return a field's value, or what a record has there when nothing was written."""
    if value is not None and value != "":
        return value
    field = next(one for one in dataclasses.fields(cls) if one.name == name)
    return "" if field.default is dataclasses.MISSING else field.default
