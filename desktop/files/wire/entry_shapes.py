"""Make the shapes of records that travel whole: they accept exactly their fields."""

import dataclasses
import types
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from desktop.files.wire.shapes import Wire


@cache
def shape_of(record: Any) -> Any:  # noqa: ANN401  a record class, which is hashable
    """Return the shape of a record class, and of the records inside it.

    What has its default is left out: small, and the same whoever writes it, because
    each default is one of the values Python holds only once.
    """
    hints = get_type_hints(record)
    return msgspec.defstruct(
        f"{record.__name__}Wire",
        [_field(one, _shaped(hints[one.name])) for one in dataclasses.fields(record)],
        bases=(Wire,),
        omit_defaults=True,
        frozen=True,
        kw_only=True,
        forbid_unknown_fields=True,
    )


def many(kind: Any) -> Any:  # noqa: ANN401  a type, and that of a tuple of it
    """Return the type of a tuple of any length."""
    return types.GenericAlias(tuple, (kind, ...))


def _field(one: Any, kind: Any) -> Any:  # noqa: ANN401  a field and its type
    if one.default is dataclasses.MISSING:
        return one.name, kind
    return one.name, kind, one.default


def _shaped(kind: Any) -> Any:  # noqa: ANN401  a type as an annotation writes it
    """Return a type with the records in it replaced by their shapes."""
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return shape_of(kind)
    origin, args = get_origin(kind), get_args(kind)
    if origin is tuple:
        return types.GenericAlias(tuple, tuple(_shaped(one) for one in args))
    if origin in {Union, types.UnionType}:
        return Union[tuple(_shaped(one) for one in args)]  # noqa: UP007  made here
    return kind
