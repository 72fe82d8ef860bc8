"""`import`: take entries of a register from any sheet, or write a sheet for them."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.errors import InputError, Problem
from desktop.files import catalogue
from desktop.operations.entries.export_entry_template import (
    export_entries,
    export_entry_template,
)
from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.inspect_entries import inspect_entries, register_of
from desktop.operations.entries.read_entry_table import (
    read_entry_file,
    read_entry_paste,
)
from desktop.records.register import Register
from desktop.rules.entry_table.fates import Choices, Fate, Preview, RowFate
from desktop.rules.grid import TableSource
from desktop.rules.vietnamese import fold
from desktop.store.store import Store
from desktop.wording.entry_preview import (
    cell_sentence,
    counts_sentence,
    fate_label,
    fate_shape,
    match_label,
    reading_question,
    row_sentence,
)
from desktop.wording.fields import field_label
from desktop.wording.problems import sentence

_MOST_ROWS = 200
"""Rows told to a person; all of them are in the JSON."""


@click.command(
    short_help="Nhập các mục từ bảng Excel.",
    options_metavar="[TÙY CHỌN]",
    help="Xem trước việc nhập các mục của một sổ từ một bảng (.xlsx, .html, .csv, "
    ".txt; “-” là đọc bảng dán từ đầu vào). Chỉ ghi khi có --accept; một lần hoàn tác "
    "bỏ được tất cả.",
)
@options.office
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--register",
    "register_code",
    required=True,
    cls=options.Option,
    metavar="MÃ",
    help="Mã sổ: " + ", ".join(one.code for one in catalogue.load_registers()) + ".",
)
@click.option("--sheet", default="", metavar="TRANG", help="Tên trang tính.")
@click.option(
    "--headings",
    default=0,
    metavar="DÒNG",
    help="Số của dòng tiêu đề; -1 là bảng không có dòng tiêu đề.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="TIÊU ĐỀ=MỤC",
    help="Cột có tiêu đề này là mục nào của sổ; để trống sau dấu bằng thì bỏ cột.",
)
@click.option(
    "--reading",
    "readings",
    multiple=True,
    metavar="TIÊU ĐỀ=CÁCH",
    help="Cách đọc ngày, số có hai nghĩa trong cột: dmy, mdy, grouped, decimal.",
)
@click.option(
    "--value",
    "values",
    multiple=True,
    metavar="MỤC=GIÁ TRỊ",
    help="Giá trị của một mục cho mọi dòng không ghi gì ở mục đó.",
)
@click.option(
    "--word",
    "words",
    multiple=True,
    metavar="MỤC:CHỮ=MÃ",
    help="Chữ chưa biết trong một mục nghĩa là giá trị nào; bỏ trống mã thì bỏ chữ đó.",
)
@click.option(
    "--skip",
    "skipped",
    multiple=True,
    type=int,
    metavar="DÒNG",
    help="Bỏ dòng có số này trong tệp; dùng được nhiều lần.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Sửa cả các mục đã ghi mà bảng ghi khác; không có thì giữ nguyên mục đã ghi.",
)
@click.option("--accept", is_flag=True, help="Ghi các dòng nhận được vào sổ.")
@click.option("--template", is_flag=True, help="Ghi mẫu trống của sổ ra TỆP (.xlsx).")
@click.option("--export", is_flag=True, help="Ghi các mục đang có của sổ ra TỆP.")
@options.as_json
def verb(
    office: Path,
    source: Path,
    register_code: str,
    sheet: str,
    headings: int,
    columns: tuple[str, ...],
    readings: tuple[str, ...],
    values: tuple[str, ...],
    words: tuple[str, ...],
    skipped: tuple[int, ...],
    overwrite: bool,
    accept: bool,
    template: bool,
    export: bool,
    as_json: bool,
) -> int:
    """Show what would be stored; with --accept, store it."""
    register = register_of(register_code)
    if template or export:
        return _write(office, source, register, filled=export, as_json=as_json)
    progress = answers.teller(quiet=as_json)
    table = _table(source)
    with Store(office, writable=accept) as store:
        bare = Choices(sheet=sheet, headings=headings)
        seen = inspect_entries(store, table, register.code, bare).value
        choices = Choices(
            sheet=sheet,
            headings=headings,
            columns=_by_column(columns, seen, "--column"),
            readings=_by_column(readings, seen, "--reading"),
            words=dict(_words(words)),
            fixed=dict(_pair(one, "--value") for one in values),
            left_out=frozenset(skipped),
            overwrite=None if overwrite else frozenset(),
        )
        shown = inspect_entries(store, table, register.code, choices).value
        _refuse_unknown_rows(shown, skipped)
        if accept and shown.accepted:
            import_entries(
                store,
                table,
                register.code,
                choices,
                expected=shown,
                progress=progress,
            )
    return answers.give(_answer(shown, accept=accept), as_json=as_json)


def _write(
    office: Path, target: Path, register: Register, *, filled: bool, as_json: bool
) -> int:
    """Write a template, or the entries there are, and say where it lies."""
    write = export_entries if filled else export_entry_template
    with Store(office, writable=False) as store:
        progress = answers.teller(quiet=as_json)
        written = write(store, register.code, target, progress=progress).value
    what = "các mục của" if filled else "mẫu nhập của"
    answer = answers.Answer(
        lines=(f"Đã ghi {what} sổ “{register.name}”: {written}",),
        data={"file": written, "register": register.code},
    )
    return answers.give(answer, as_json=as_json)


def _table(source: Path) -> TableSource:
    if str(source) != "-":
        return read_entry_file(source).value
    # Bytes, for a console's own encoding is not what programs write.
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError((Problem("table", "entries_empty"),)) from error
    return read_entry_paste(text, text).value


# --- choices ----------------------------------------------------------------------


def _pair(text: str, option: str) -> tuple[str, str]:
    """Return what is before and behind the last equals sign.

    Raises:
        BadParameter: There is none.
    """
    name, sign, value = text.rpartition("=")
    if not sign:
        said = f"“{text}” thiếu dấu bằng."
        raise click.BadParameter(said, param_hint=f"'{option}'")
    return name.strip(), value.strip()


def _by_column(given: Sequence[str], seen: Preview, option: str) -> dict[int, str]:
    """Return what was said of columns, by their place; headings are told loosely.

    Raises:
        BadParameter: No column has such a heading.
    """
    places = {fold(one.heading): one.column for one in reversed(seen.columns)}
    found = {}
    for text in given:
        heading, value = _pair(text, option)
        place = places.get(fold(heading))
        if place is None:
            said = f"bảng không có cột “{heading}”."
            raise click.BadParameter(said, param_hint=f"'{option}'")
        found[place] = value
    return found


def _words(given: Sequence[str]) -> Iterator[tuple[tuple[str, str], str]]:
    for text in given:
        said, value = _pair(text, "--word")
        name, _, word = said.partition(":")
        yield (name.strip(), word.strip()), value


def _refuse_unknown_rows(shown: Preview, skipped: Sequence[int]) -> None:
    unknown = sorted(set(skipped) - {row.number for row in shown.rows})
    if unknown:
        told = ", ".join(map(str, unknown))
        said = f"bảng không có dòng {told}."
        raise click.BadParameter(said, param_hint="'--skip'")


# --- what is said ------------------------------------------------------------------


def _answer(shown: Preview, *, accept: bool) -> answers.Answer:
    counts = shown.counts
    stored = len(shown.accepted) if accept else 0
    return answers.Answer(
        lines=tuple(_lines(shown, stored, accept=accept)),
        data={
            "register": shown.register.code,
            "sheet": shown.sheet,
            "heading_row": shown.heading_row,
            "seen": shown.seen,
            **{str(fate): counts[fate] for fate in Fate},
            "stored": stored,
            "columns": [
                {
                    "column": one.column,
                    "heading": one.heading,
                    "field": one.field,
                    "match": str(one.match),
                    "reading": one.reading,
                    "asked": list(one.asked),
                }
                for one in shown.columns
            ],
            "unknown_words": [
                {"field": name, "word": word, "near": list(near)}
                for name, word, near in shown.unknown_words
            ],
            "wanting": list(shown.wanting),
            "notes": [_problem(one) for one in shown.notes],
            "rows": [_row(one) for one in shown.rows],
        },
        good=not (counts[Fate.REFUSED] or shown.wanting),
    )


def _lines(shown: Preview, stored: int, *, accept: bool) -> Iterator[str]:
    labels = _labels(shown)
    for one in shown.columns:
        label = labels.get(one.field, "") or "–"
        yield f"“{one.heading}” → {label} ({match_label(one.match)})"
        if one.asked:
            yield f"    {reading_question(one.asked)} (--reading)"
    for problem in shown.notes:
        yield sentence(problem, labels.get(problem.field, ""))
    for row in shown.rows[:_MOST_ROWS]:
        yield from _row_lines(row, labels)
    if len(shown.rows) > _MOST_ROWS:
        yield f"… và {len(shown.rows) - _MOST_ROWS} dòng nữa (xem --json)."
    yield counts_sentence(shown)
    if shown.counts[Fate.KEPT]:
        yield "Mục đã ghi mà bảng ghi khác được giữ nguyên; thêm --overwrite để sửa."
    if accept:
        yield f"Đã nhập {stored} mục vào sổ “{shown.register.name}”."
    else:
        yield "Mới chỉ xem trước; thêm --accept để nhập."


def _row_lines(row: RowFate, labels: Mapping[str, str]) -> Iterator[str]:
    first = next((cell.text for cell in row.cells if cell.text), "")
    yield f"{fate_shape(row.fate)} {fate_label(row.fate)}: dòng {row.number} {first}"
    for cell in row.cells:
        for problem in cell.problems:
            label = labels.get(cell.field, "")
            yield f"    {cell_sentence(row, cell, problem, label)}"
    for problem in row.problems:
        told = row_sentence(row, problem, lambda name: labels.get(name, ""))
        yield f"    {told}"
    if row.twins:
        told = ", ".join(row.twins)
        yield f"    Có thể trùng với: {told}"


def _labels(shown: Preview) -> dict[str, str]:
    """Return what each field is called, and each column of a small table."""
    known = {field.name: field.label for field in shown.register.fields}
    for one in shown.columns:
        name, sign, _ = one.field.partition("#")
        if sign:
            known[one.field] = f"{known.get(name, '')}: {one.heading}"
    return {"id": field_label("id"), **known}


def _row(row: RowFate) -> dict[str, Any]:
    """Return one row for a program."""
    return {
        "row": row.number,
        "fate": str(row.fate),
        "id": str(getattr(row.before, "id", "")),
        "hidden": row.hidden,
        "twins": list(row.twins),
        "cells": [
            {
                "column": cell.column,
                "field": cell.field,
                "found": cell.found,
                "shown": cell.shown,
                "before": cell.before,
                "healed": cell.healed,
                "problems": [_problem(one) for one in cell.problems],
            }
            for cell in row.cells
        ],
        "problems": [_problem(one) for one in row.problems],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "field": problem.field,
        "code": problem.code,
        "facts": list(problem.facts),
        "blocking": problem.blocking,
    }
