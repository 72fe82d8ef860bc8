"""`record`: record entries of a register from a JSON file."""

import sys
from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.errors import FileError, UnknownNameError
from desktop.files import catalogue
from desktop.files.entries import read_entries
from desktop.operations.record_entry import record_many
from desktop.records.register import Register
from desktop.store.store import Store


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
    ids = [getattr(one, "id", "") for one in recorded]
    answer = answers.Answer(
        lines=(f"Đã ghi {len(ids)} mục vào sổ “{register.name}”.",),
        data={"register": register.code, "recorded": len(ids), "ids": ids},
    )
    return answers.give(answer, as_json=as_json)


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
