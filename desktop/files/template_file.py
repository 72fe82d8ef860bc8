"""Write an office's template as a file another office can take, and read one.

The file is the same kind of text the program's own outlines are written in. Of the
standing words it holds those the office changed; the others are every program's own.
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.errors import FileError
from desktop.files import whole_file
from desktop.files.catalogue import build
from desktop.records.template import ReportTemplate
from desktop.rules.reports.outline import numbered

SUFFIX = ".mau.toml"

LIMIT = 1_000_000
"""Bytes of a file that is read; the longest the program ships has a fortieth."""

_PLACE = re.compile(r"line (\d+), column (\d+)")


def write_template(
    path: Path, template: ReportTemplate, shipped: ReportTemplate
) -> None:
    """Write a template as a file. Raise FileError when it cannot be written."""
    plain = asdict(template)
    labels = {
        key: words
        for key, words in template.labels.items()
        if shipped.labels.get(key) != words
    }
    lines = _table({**plain, "labels": labels})
    whole_file.write(path, ("\n".join(lines) + "\n").encode())


def read_template(path: Path, kind: str, shipped: ReportTemplate) -> ReportTemplate:
    """Return the template a file holds, with every standing word the program has.

    Raises:
        FileError: `missing`, `too_large`, `template_syntax` with line and column,
            `template_shape` with the place, or `template_kind` with the kind it is of.
    """
    raw = _parsed(path)
    found = str(raw.get("code", ""))
    if found != kind:
        raise FileError(path, "template_kind", found)
    labels = raw.get("labels", {})
    raw["labels"] = {**shipped.labels, **(labels if isinstance(labels, dict) else {})}
    try:
        made = build(raw, ReportTemplate, path)
    except FileError as error:
        place = (
            str(error.facts[0]).rpartition("$.")[2].strip("`") if error.facts else ""
        )
        raise FileError(path, "template_shape", place) from error
    known = {key: words for key, words in made.labels.items() if key in shipped.labels}
    return replace(made, sections=numbered(made.sections), labels=known)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            data = stream.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise FileError(path, "missing") from error
    except OSError as error:
        raise FileError(path, "unreadable", str(error)) from error
    if len(data) > LIMIT:
        raise FileError(path, "template_shape", "")
    try:
        text = data.decode("utf-8-sig")
        return tomllib.loads(text, parse_float=Decimal)
    except UnicodeDecodeError as error:
        raise FileError(path, "template_shape", "") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise FileError(path, "template_syntax", *_where(str(error), text)) from error


def _where(told: str, text: str) -> tuple[str, str]:
    """Return line and column of a slip; the end where the reader names none."""
    place = _PLACE.search(told)
    if place is not None:
        return place[1], place[2]
    lines = text.splitlines() or [""]
    return str(len(lines)), str(len(lines[-1]) + 1)


def _table(raw: Mapping[str, Any], name: str = "") -> Iterator[str]:
    """Yield the lines of a table: plain values first, then the tables inside."""
    inner = {key: one for key, one in raw.items() if _is_inner(one)}
    for key, one in raw.items():
        if key not in inner and one is not None and key != "number":
            yield f"{key} = {_value(one)}"
    for key, one in inner.items():
        whole = f"{name}.{key}" if name else key
        if isinstance(one, Mapping):
            yield from ("", f"[{whole}]", *_table(one, whole))
        else:
            for row in one:
                yield from ("", f"[[{whole}]]", *_table(row, whole))


def _is_inner(one: object) -> bool:
    if isinstance(one, Mapping):
        return True
    return isinstance(one, list | tuple) and bool(one) and isinstance(one[0], Mapping)


def _value(one: object) -> str:
    """Return a value as TOML writes it; its texts are written as JSON's are."""
    if isinstance(one, list | tuple):
        if not any(isinstance(part, str) and len(part) > 40 for part in one):  # noqa: PLR2004
            return f"[{', '.join(_value(part) for part in one)}]"
        rows = "".join(f"  {_value(part)},\n" for part in one)
        return f"[\n{rows}]"
    return json.dumps(one, ensure_ascii=False).replace("\x7f", "\\u007f")
