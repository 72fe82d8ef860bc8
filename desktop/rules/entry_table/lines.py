"""Small tables in one cell: `Phụ nữ: 20; Thanh niên: 15`, and lines by their code."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.records.activity import AudienceCount, Spending, StaffCount
from desktop.records.register import Field, FieldType
from desktop.rules.entry_table.counts import ReadNumber
from desktop.rules.entry_table.names import TIER, Names
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.numbers import format_integer
from desktop.rules.vietnamese import fold, normalise, one_line

Count = Callable[[str], ReadNumber]

_PARTS = re.compile(r"[;,]\s+|;")
_ROWS = re.compile(r"[;\n]\s*(?![^(]*\))")
_LINE = re.compile(
    r"(?P<name>.+?)(?:\s*\[(?P<tier>[^\]]*)\])?\s*:\s*(?P<main>[^:()]*?)\s*"
    r"(?:\((?P<rest>[^()]*)\))?\s*",
    re.DOTALL,
)
_PART = re.compile(r"(?P<before>\D*?)\s*(?P<number>\d[\d.,' ]*)\s*(?P<after>\D*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableShape:
    """What a line of a small table is made of."""

    record: Any
    """Class of a line."""
    code: str
    """Its field that names what is counted."""
    main: str
    """Its number that goes without a name."""
    tier: bool = False

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the other numbers, in their order."""
        names = (one.name for one in fields(self.record))
        aside = {self.code, self.main, "tier"}
        return tuple(name for name in names if name not in aside)


SHAPES: Mapping[FieldType, TableShape] = {
    FieldType.AUDIENCES: TableShape(
        record=AudienceCount, code="audience", main="attendance"
    ),
    FieldType.STAFF: TableShape(
        record=StaffCount, code="group", main="people", tier=True
    ),
    FieldType.SPENDING: TableShape(record=Spending, code="source", main="spent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadLines:
    """The lines a cell means, or what in it means nothing."""

    lines: tuple[Any, ...] = ()
    unknown: tuple[tuple[str, str], ...] = ()
    """Kind and word nobody knows."""
    wrong: tuple[str, ...] = ()
    """Parts of the text that are no line."""
    assumed: bool = False
    """Whether a number alone was taken for the usual source."""
    ways: tuple[str, ...] = ()
    sign: str = ""
    """Readings of a number alone, as `ReadNumber` tells them."""


def read_lines(
    field: Field,
    text: str,
    names: Names,
    words: EntryWords,
    count: Count,
    settled: Mapping[str, str],
) -> ReadLines:
    """Read a cell that tells a whole small table, or the amount of the usual source.

    Args:
        field: A field of type audiences, staff or spending.
        text: As typed.
        names: What the words may mean.
        words: Names of the numbers beside the main one.
        count: Reads a whole number.
        settled: Code for folded words somebody was asked about.
    """
    shape = SHAPES[field.type]
    plain = normalise(text)
    if ":" not in plain:
        return _alone(field, plain, names, count)
    made, unknown, wrong = [], [], []
    for row in filter(str.strip, _ROWS.split(plain)):
        found = _LINE.fullmatch(one_line(row))
        line = _line(found, shape, words, count) if found else None
        if found is None or line is None:
            wrong.append(row.strip())
            continue
        code = settled.get(fold(found["name"]))
        code = code or _only(names, field.catalogue, found["name"])
        tier = _only(names, TIER, found["tier"]) if found["tier"] else ""
        if code is None:
            unknown.append((field.catalogue, found["name"]))
        elif tier is None:
            unknown.append((TIER, str(found["tier"])))
        else:
            made.append(_named(line, shape, code, tier))
    return ReadLines(lines=tuple(made), unknown=tuple(unknown), wrong=tuple(wrong))


def write_lines(
    field: Field, rows: Iterable[Any], names: Names, words: EntryWords
) -> str:
    """Return a small table as the one cell that reads as it again."""
    shape = SHAPES[field.type]
    return "; ".join(_written(row, field, shape, names, words) for row in rows)


def line_key(shape: TableShape, line: Any) -> tuple[str, str]:  # noqa: ANN401  any line
    """Return what of a line may stand only once in its table."""
    return str(getattr(line, shape.code)), str(getattr(line, "tier", ""))


def total(field: Field, rows: Iterable[Any]) -> int:
    """Return the sum the table of a register shows of a small table."""
    main = SHAPES[field.type].main
    return sum(int(getattr(row, main)) for row in rows)


def _alone(field: Field, text: str, names: Names, count: Count) -> ReadLines:
    """Read an amount without a source: money is usually of the first one."""
    shape = SHAPES[field.type]
    usual = next(iter(names.values(field.catalogue)), None)
    found = count(text)
    if found.value is None or field.type is not FieldType.SPENDING or usual is None:
        return ReadLines(wrong=(text,))
    line = shape.record(**{shape.code: usual, shape.main: int(found.value)})
    return ReadLines(lines=(line,), assumed=True, ways=found.ways, sign=found.sign)


def _line(
    found: re.Match[str], shape: TableShape, words: EntryWords, count: Count
) -> Any | None:  # noqa: ANN401  any line
    """Return a line whose numbers are read, without its names; None for no line."""
    main = found["main"].strip()
    values = {shape.main: 0 if not main else _number(main, count)}
    for part in _PARTS.split(found["rest"] or ""):
        if part.strip():
            name, number = _part(part, shape, words, count)
            values[name] = number
    if None in values.values() or "" in values:
        return None
    return shape.record(**{shape.code: "", **values})


def _part(
    text: str, shape: TableShape, words: EntryWords, count: Count
) -> tuple[str, int | None]:
    """Return which number of a line a text gives, and the number; blank for none."""
    found = _PART.fullmatch(text.strip())
    if found is None:
        return "", None
    before, after = fold(found["before"]), fold(found["after"]).strip(" .")
    for name in (*shape.parts, shape.main):
        said = {fold(one) for one in words.parts.get(name, ())}
        if before.strip(" .:") in said:
            return name, _number(f"{found['number']} {found['after']}", count)
        if not before and after in said:
            return name, _number(found["number"], count)
    return "", None


def _number(text: str, count: Count) -> int | None:
    found = count(text)
    return None if found.value is None else int(found.value)


def _only(names: Names, kind: str, word: str) -> str | None:
    found = names.find(kind, one_line(word))
    return found.values[0] if found.certain and found.values else None


def _named(line: Any, shape: TableShape, code: str, tier: str) -> Any:  # noqa: ANN401
    changes = {shape.code: code, **({"tier": tier} if shape.tier else {})}
    return replace(line, **changes)


def _written(
    row: Any,  # noqa: ANN401  any line
    field: Field,
    shape: TableShape,
    names: Names,
    words: EntryWords,
) -> str:
    name = names.write(field.catalogue, getattr(row, shape.code))
    tier = getattr(row, "tier", "")
    level = f" [{names.write(TIER, tier)}]" if tier else ""
    parts = "; ".join(_parts(row, shape, words))
    rest = f" ({parts})" if parts else ""
    return f"{name}{level}: {format_integer(getattr(row, shape.main))}{rest}"


def _parts(row: Any, shape: TableShape, words: EntryWords) -> Iterator[str]:  # noqa: ANN401
    for name in shape.parts:
        number = getattr(row, name)
        if number:
            yield f"{words.parts[name][0]} {format_integer(number)}"
