"""`record`: record entries of a register from a JSON file."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.errors import FileError, Problem, UnknownNameError
from desktop.files import catalogue
from desktop.files.entries import read_entries
from desktop.operations.entries.read_known import read_known
from desktop.operations.entries.record_entry import record_many
from desktop.records.register import Register
from desktop.rules import entry
from desktop.rules.known import Known
from desktop.store.store import Store
from desktop.wording.fields import label_of
from desktop.wording.problems import sentence

_MOST_TOLD = 12
"""Doubts told to a person; a longer list is not read."""


@click.command(
    short_help="Ghi các mục vào sổ từ tệp JSON.",
    options_metavar="[TÙY CHỌN]",
    help="Ghi một hoặc nhiều mục vào sổ từ tệp JSON (danh sách các mục; “-” là đọc "
    "từ đầu vào). Một mục sai thì không ghi mục nào.",
)
@options.office
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--register",
    "register_code",
    required=True,
    cls=options.Option,
    metavar="MÃ",
    help="Mã sổ: "
    + ", ".join(one.code for one in catalogue.load_registers())
    + ". Tên các mục của từng sổ: data/registers.toml.",
)
@options.as_json
def verb(office: Path, source: Path, register_code: str, as_json: bool) -> int:
    """Record them all as one deed, or none."""
    register = _register(register_code)
    text = _text(source)
    with Store(office) as store:
        recorded = record_many(
            store,
            read_entries(text, register, source, store.new_id),
            subject=register.name,
            progress=answers.teller(quiet=as_json),
        ).value
        found = tuple(_doubts(recorded, read_known(store)))
    ids = [getattr(one, "id", "") for one in recorded]
    answer = answers.Answer(
        lines=(
            f"Đã ghi {len(ids)} mục vào sổ “{register.name}”.",
            *_doubt_lines(found, register),
        ),
        data={
            "register": register.code,
            "recorded": len(ids),
            "ids": ids,
            "doubts": [
                {"field": one.field, "code": one.code, "entry": one.entry}
                for one in found
            ],
        },
    )
    return answers.give(answer, as_json=as_json)


def _doubts(recorded: Sequence[object], known: Known) -> Iterator[Problem]:
    """Yield what may stand but should be looked at, each with its entry's number."""
    for number, one in enumerate(recorded, 1):
        for problem in entry.problems(one, known):
            yield replace(problem, entry=number if len(recorded) > 1 else 0)


def _doubt_lines(found: Sequence[Problem], register: Register) -> Iterator[str]:
    labels = {field.name: field.label for field in register.fields}
    for one in found[:_MOST_TOLD]:
        label = labels.get(one.field) or label_of(one)
        yield f"Xem lại: {sentence(one, label)}"
    if len(found) > _MOST_TOLD:
        yield f"Và {len(found) - _MOST_TOLD} chỗ khác cần xem lại."


def _register(code: str) -> Register:
    registers = {one.code: one for one in catalogue.load_registers()}
    if code not in registers:
        raise UnknownNameError("register", code, tuple(registers))
    return registers[code]


def _text(source: Path) -> str:
    try:
        if str(source) == "-":
            # Bytes, for a console's own encoding is not what programs write.
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return source.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise FileError(source, "missing") from error
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(source, "unreadable") from error
