"""`tasks`: import a plan's task table, or write it to a workbook."""

import sys
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.errors import InputError, Problem
from desktop.operations.plans.export_task_table import export_task_table, layouts
from desktop.operations.plans.import_task_table import import_task_table
from desktop.operations.plans.inspect_task_table import inspect_task_table
from desktop.operations.plans.read_task_table import read_task_file, read_task_paste
from desktop.rules.grid import TableSource
from desktop.rules.task_table.fates import Choices, Fate, Preview, PreviewRow
from desktop.rules.task_table.parties import Party
from desktop.rules.task_table.words import Role
from desktop.store.store import Store
from desktop.wording.task_tables import (
    absent_sentence,
    counts_sentence,
    fate_sentence,
    fate_shape,
    problem_sentences,
)

_WIDTH = 60
"""Characters of a task's text on one line."""


@click.group(
    short_help="Bảng nhiệm vụ: nhập, xuất.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Bảng nhiệm vụ của kế hoạch: nhập từ tệp Excel hoặc bảng chép ra, xuất theo "
    "mẫu.",
)
def verb() -> None:
    """Hold the verbs about the task table."""


@verb.command(
    "import",
    short_help="Xem trước, rồi nhập bảng nhiệm vụ.",
    options_metavar="[TÙY CHỌN]",
    help="Xem trước việc nhập một bảng nhiệm vụ (.xlsx, .html, .txt; “-” là đọc bảng "
    "dán từ đầu vào). Chỉ ghi khi có --accept; một lần hoàn tác bỏ được tất cả.",
)
@options.office
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.option("--accept", is_flag=True, help="Ghi các dòng nhập được vào kế hoạch.")
@click.option(
    "--keep-unknown",
    is_flag=True,
    help="Giữ nguyên chữ của đơn vị chưa biết, thay vì không nhập dòng đó.",
)
@click.option(
    "--skip",
    "skipped",
    multiple=True,
    type=int,
    metavar="DÒNG",
    help="Bỏ dòng có số này trong tệp; dùng được nhiều lần.",
)
@options.as_json
def import_table(
    office: Path,
    source: Path,
    accept: bool,
    keep_unknown: bool,
    skipped: tuple[int, ...],
    as_json: bool,
) -> int:
    """Show what would be stored; with --accept, store it."""
    table = _table(source)
    progress = answers.teller(quiet=as_json)
    with Store(office, writable=accept) as store:
        choices = Choices(keep_unknown=keep_unknown)
        shown = inspect_task_table(store, table, choices).value
        choices = Choices(
            keep_unknown=keep_unknown, left_out=_keys(shown, frozenset(skipped))
        )
        shown = inspect_task_table(store, table, choices).value
        if accept and shown.accepted:
            import_task_table(store, table, choices, expected=shown, progress=progress)
    return answers.give(_answer(shown, accept=accept), as_json=as_json)


@verb.command(
    "export",
    short_help="Xuất bảng nhiệm vụ ra Excel.",
    options_metavar="[TÙY CHỌN]",
    help="Xuất bảng nhiệm vụ của kế hoạch ra tệp .xlsx để in hoặc sửa rồi nhập lại.",
)
@options.office
@click.argument("target", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--layout",
    default="",
    metavar="MÃ",
    help="Mẫu cột: " + ", ".join(f"{one.code} ({one.name})" for one in layouts()) + ".",
)
@options.as_json
def export_table(office: Path, target: Path, layout: str, as_json: bool) -> int:
    """Write the workbook and say where it lies."""
    with Store(office, writable=False) as store:
        progress = answers.teller(quiet=as_json)
        written = export_task_table(store, target, layout, progress=progress).value
    answer = answers.Answer(
        lines=(f"Đã xuất bảng nhiệm vụ: {written}",), data={"file": written}
    )
    return answers.give(answer, as_json=as_json)


def _table(source: Path) -> TableSource:
    if str(source) != "-":
        return read_task_file(source)
    # Bytes, for a console's own encoding is not what programs write.
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError((Problem("table", "table_empty"),)) from error
    return read_task_paste(text, text)


def _keys(shown: Preview, skipped: frozenset[int]) -> frozenset[int]:
    """Return the rows read from the lines of the file that were named.

    Raises:
        BadParameter: A number names no line of the table.
    """
    unknown = skipped.difference(*(row.line.rows for row in shown.rows))
    if unknown:
        told = ", ".join(str(one) for one in sorted(unknown))
        said = f"bảng không có dòng {told}."
        raise click.BadParameter(said, param_hint="'--skip'")
    return frozenset(row.key for row in shown.rows if skipped & {*row.line.rows})


def _answer(shown: Preview, *, accept: bool) -> answers.Answer:
    counts = shown.counts
    stored = len(shown.accepted) if accept else 0
    return answers.Answer(
        lines=tuple(_lines(shown, stored, accept=accept)),
        data={
            "seen": len(shown.rows),
            "add": counts[Fate.ADD],
            "change": counts[Fate.CHANGE],
            "same": counts[Fate.SAME],
            "refused": counts[Fate.REFUSED],
            "left_out": counts[Fate.LEFT_OUT],
            "stored": stored,
            "absent": [task.code for task in shown.absent],
            "notes": [_problem(one) for one in shown.notes],
            "rows": [_row(one) for one in shown.rows],
        },
        good=not counts[Fate.REFUSED],
    )


def _lines(shown: Preview, stored: int, *, accept: bool) -> list[str]:
    lines = list(problem_sentences(shown.notes))
    for row in shown.rows:
        text = " ".join(row.line.text(Role.TEXT).split())
        short = text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1].rstrip()}…"
        number = row.line.printed or (row.task.code if row.task else "")
        place = f"{number} {short}".strip()
        if row.line.rows:
            place += f" (dòng {row.line.rows[0]})"
        lines.append(f"{fate_shape(row.fate)} {fate_sentence(row)}: {place}")
        lines += [f"    {said}" for said in problem_sentences(row.problems)]
    lines += [absent_sentence(shown.absent)] if shown.absent else []
    lines.append(counts_sentence(shown))
    if accept:
        lines.append(f"Đã nhập {stored} nhiệm vụ.")
    else:
        lines.append("Mới chỉ xem trước; thêm --accept để nhập.")
    return lines


def _row(row: PreviewRow) -> dict[str, Any]:
    """Return one row for a program."""
    return {
        "rows": list(row.line.rows),
        "number": row.line.printed,
        "code": row.task.code if row.task else "",
        "text": row.line.text(Role.TEXT),
        "group": row.line.group,
        "fate": str(row.fate),
        "changes": list(row.changes),
        "leads": [_party(one) for one in row.leads],
        "partners": [_party(one) for one in row.partners],
        "time": None
        if row.time is None
        else {
            "kind": row.time.kind,
            "first_year": row.time.first_year,
            "last_year": row.time.last_year,
        },
        "problems": [_problem(one) for one in row.problems],
    }


def _party(party: Party) -> dict[str, Any]:
    return {
        "text": party.text,
        "found": str(party.found),
        "agencies": list(party.agencies),
        "proposals": [
            {"name": one.name, "agencies": list(one.agencies), "score": one.score}
            for one in party.proposals
        ],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "field": problem.field,
        "code": problem.code,
        "facts": list(problem.facts),
        "blocking": problem.blocking,
    }
