"""Read the tables shipped in `data`: catalogues, tiers, figures and registers."""

import csv
import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

from desktop import paths
from desktop.errors import FileError
from desktop.records.catalogue import CatalogueItem
from desktop.records.figure import Figure
from desktop.records.identity import Code
from desktop.records.period import Regime
from desktop.records.register import Register
from desktop.rules.office_names import OfficeTemplate

T = TypeVar("T")

_CUT_DAYS = range(2, 29)
"""Days on which a period may begin: days of every month that have one before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """A level of government or of an organisation."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TierPreset:
    """The levels in force over some years, from the top down."""

    code: str
    name: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    levels: tuple[str, ...]
    """Codes of levels; each reports to the one before it."""
    lasting: tuple[str, ...] = ()
    """Kinds of agency that go on when their level ends."""
    offices: tuple[OfficeTemplate, ...] = ()
    """Offices that keep such a book on these levels, and what they are called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiers:
    """Every level known, and the presets an office chooses from."""

    levels: tuple[Tier, ...]
    presets: tuple[TierPreset, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A public holiday on the same day every year (Labour Code 2019, art. 112)."""

    month: int
    day: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Registers:
    """The registers as written: fields they share, and their own."""

    shared: dict[str, dict[str, Any]]
    registers: list[dict[str, Any]]


def load_catalogues(folder: Path | None = None) -> tuple[CatalogueItem, ...]:
    """Return the first values of every catalogue, in the order of their files.

    Raise FileError when a table cannot be read.
    """
    tables = sorted((folder or paths.DATA / "catalogues").glob("*.csv"))
    return tuple(item for table in tables for item in _items(table))


def load_tiers(path: Path | None = None) -> Tiers:
    """Return the levels and their presets. Raise FileError when unreadable."""
    path = path or paths.DATA / "tiers.toml"
    return build(read_toml(path), Tiers, path)


def load_regimes(path: Path | None = None) -> tuple[Regime, ...]:
    """Return the rules that cut years into periods, the usual one first.

    Raise FileError when unreadable, or when a cut is on no day of every month.
    """
    path = path or paths.DATA / "periods.toml"
    regimes = build(read_toml(path).get("regimes"), tuple[Regime, ...], path)
    for one in regimes:
        if one.cut_day is not None and one.cut_day not in _CUT_DAYS:
            raise FileError(path, "unreadable", f"{one.code}.cut_day")
    return regimes


def load_holidays(path: Path | None = None) -> tuple[Holiday, ...]:
    """Return the holidays of every year, in their order. Raise FileError."""
    path = path or paths.DATA / "holidays.toml"
    return build(read_toml(path).get("holidays"), tuple[Holiday, ...], path)


def load_figures(path: Path | None = None) -> dict[Code, Figure]:
    """Return every declared figure by its code. Raise FileError when unreadable."""
    shipped = paths.DATA / "figures.toml"
    figures = _shipped_figures(shipped) if path is None else _figures(path)
    return {figure.code: figure for figure in figures}


def load_registers(path: Path | None = None) -> tuple[Register, ...]:
    """Return the registers in the order shown. Raise FileError when unreadable."""
    shipped = paths.DATA / "registers.toml"
    return _shipped_registers(shipped) if path is None else _registers(path)


def _figures(path: Path) -> tuple[Figure, ...]:
    return build(read_toml(path).get("figures"), tuple[Figure, ...], path)


def _registers(path: Path) -> tuple[Register, ...]:
    raw = build(read_toml(path), _Registers, path)
    registers = [_with_shared(register, raw.shared) for register in raw.registers]
    return build(registers, tuple[Register, ...], path)


# What ships does not change while the program runs, and every form asks for it.
_shipped_figures = cache(_figures)
_shipped_registers = cache(_registers)


def read_toml(path: Path) -> dict[str, Any]:
    """Return a table of settings as plain values. Raise FileError when unreadable."""
    try:
        return tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
    except FileNotFoundError as error:
        raise FileError(path, "missing") from error
    except (OSError, ValueError) as error:
        raise FileError(path, "unreadable", str(error)) from error


def build(raw: object, shape: type[T], path: Path) -> T:
    """Turn plain values into records, refusing wrong types and unknown keys.

    Raise FileError that names the place when the values do not fit.
    """
    try:
        made = msgspec.convert(raw, shape)
    except msgspec.ValidationError as error:
        raise FileError(path, "unreadable", str(error)) from error
    # a dataclass silently drops keys it does not know: a slip would go unseen
    unknown = next(_unknown(raw, msgspec.to_builtins(made), "$"), None)
    if unknown is not None:
        raise FileError(path, "unreadable", unknown)
    return made


def _unknown(raw: object, made: object, place: str) -> Iterator[str]:
    """Yield the place of each key that was given and not taken."""
    if isinstance(raw, Mapping) and isinstance(made, Mapping):
        for key, value in raw.items():
            if key in made:
                yield from _unknown(value, made[key], f"{place}.{key}")
            else:
                yield f"{place}.{key}"
    elif isinstance(raw, list | tuple) and isinstance(made, list | tuple):
        for number, (value, one) in enumerate(zip(raw, made, strict=True)):
            yield from _unknown(value, one, f"{place}[{number}]")


def _items(table: Path) -> Iterator[CatalogueItem]:
    """Yield the values of one catalogue, named as its file."""
    try:
        with table.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream, strict=True):
                yield build(_item(table.stem, row), CatalogueItem, table)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FileError(table, "unreadable", str(error)) from error


def _item(catalogue: str, row: Mapping[str, str]) -> dict[str, object]:
    """Return one line of a catalogue with its columns typed."""
    typed: dict[str, object] = {**row, "catalogue": catalogue}
    typed["parent"] = row.get("parent") or None
    typed["aliases"] = [name for name in (row.get("aliases") or "").split("|") if name]
    position = row.get("position") or ""
    typed["position"] = int(position) if position.isdecimal() else position
    return typed


def _with_shared(register: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """Fill each field of a register from the field of that name all registers share."""
    fields = cast("list[dict[str, Any]]", register.get("fields", []))
    merged = [{**shared.get(field.get("name", ""), {}), **field} for field in fields]
    return {**register, "fields": merged}
