"""Write what must be known of a collecting form as JSON, and read it back.

The lists of a form are offered in many columns: each is written once.
"""

from pathlib import Path
from typing import Any

import msgspec

from desktop.errors import PackageUnreadableError
from desktop.records.form import FormContent

_CHOICES = ("choices", "choice_names")


def content_to_json(content: FormContent) -> str:
    """Return the canonical JSON of a form's content; equal content, equal text."""
    raw: dict[str, Any] = msgspec.to_builtins(content)
    lists: list[list[Any]] = []
    for column in _columns(raw):
        one = [column.pop(name) for name in _CHOICES]
        if one not in lists:
            lists.append(one)
        column["list"] = lists.index(one)
    raw["lists"] = lists
    return msgspec.json.encode(raw, order="sorted").decode()


def content_from_json(text: str | bytes, name: Path = Path()) -> FormContent:
    """Return the content of a form; a later program's additions are passed over.

    Raises:
        PackageUnreadableError: It is no content of a form; names the file it stood in.
    """
    try:
        raw: dict[str, Any] = msgspec.json.decode(text)
        lists = raw.get("lists", [])
        for column in _columns(raw):
            column.update(zip(_CHOICES, lists[column["list"]], strict=True))
        return msgspec.convert(raw, FormContent)
    except _WRONG as error:
        raise PackageUnreadableError(name, "content", str(error)) from error


_WRONG = (
    msgspec.MsgspecError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reading a text of any shape may raise; a list where a table should be, too."""


def _columns(raw: dict[str, Any]) -> list[dict[str, Any]]:
    return [column for sheet in raw["sheets"] for column in sheet["columns"]]
