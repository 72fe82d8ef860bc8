"""`handover`: put a whole office into one locked file, and take it over from one."""

from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.locked_words import locked_words
from desktop.operations.handing_over.hand_over import hand_over
from desktop.operations.handing_over.take_over import take_over
from desktop.operations.handing_over.write_pages import write_pages
from desktop.operations.periods.read_periods import period_of_year
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.short_code import short_code
from desktop.store.store import Store
from desktop.wording import handover_notes

_words = click.option(
    "--words-file",
    "words_file",
    required=True,
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp chữ có câu mật khẩu ở dòng đầu; câu này không gõ trên dòng lệnh.",
)


@click.group(
    short_help="Bàn giao cả sổ cho người kế nhiệm, hoặc nhận bàn giao.",
    help="Bàn giao cả sổ cho người kế nhiệm, hoặc nhận bàn giao.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
)
def verb() -> None:
    """Hold both sides of a handover."""


@verb.command(
    "make",
    short_help="Lập tệp bàn giao.",
    options_metavar="[TÙY CHỌN]",
    help="Lập một tệp khóa chứa cả sổ; khóa ký số không nằm trong tệp.",
)
@options.office
@click.argument("target", metavar="TỆP", type=click.Path(path_type=Path))
@click.option(
    "--pages",
    metavar="PDF",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi thêm hai trang in: việc đến hạn, việc dở, gọi cho ai.",
)
@_words
@options.as_json
def make(
    office: Path, target: Path, pages: Path | None, words_file: Path, as_json: bool
) -> int:
    """Write the file, and the pages when asked for."""
    words = locked_words(words_file)
    with Store(office, writable=False) as store:
        made = hand_over(store, target, words).value
        if pages is not None:
            period = period_of_year(store, store.now().year)
            write_pages(store, pages, period, handover_notes, handed=made)
    told = [
        (
            f"Đã lập và đối chiếu: {made.path} ({format_integer(made.size)} byte, "
            f"{format_integer(made.files)} tệp bên trong)"
        ),
        f"Mã đối chiếu: {short_code(made.sha256)}",
    ]
    if made.missing:
        told.append(f"! Thiếu {made.missing} minh chứng không còn tệp")
    data: dict[str, Any] = {
        "path": made.path,
        "size": made.size,
        "sha256": made.sha256,
        "files": made.files,
        "missing": made.missing,
        "pages": pages,
    }
    return answers.give(answers.Answer(lines=tuple(told), data=data), as_json=as_json)


@verb.command(
    "take",
    short_help="Nhận bàn giao vào một thư mục mới.",
    options_metavar="[TÙY CHỌN]",
    help="Mở tệp bàn giao vào một thư mục mới; không ghi đè sổ nào.",
)
@click.argument("source", metavar="TỆP", type=click.Path(path_type=Path))
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path))
@click.option("--officer", default="", metavar="TÊN", help="Người ghi sổ từ nay.")
@_words
@options.as_json
def take(
    source: Path, folder: Path, officer: str, words_file: Path, as_json: bool
) -> int:
    """Take an office over."""
    words = locked_words(words_file)
    taken = take_over(source, words, folder, officer=officer).value
    told = (
        (
            f"Đã nhận sổ của {taken.agency}, lập ngày {format_date(taken.made_at)}: "
            f"{taken.path}"
        ),
    )
    data: dict[str, Any] = {
        "path": taken.path,
        "agency": taken.agency,
        "officer": taken.officer,
        "made_at": taken.made_at.isoformat(),
        "files": taken.files,
        "practice": taken.practice,
    }
    return answers.give(answers.Answer(lines=told, data=data), as_json=as_json)
