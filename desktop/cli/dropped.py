"""Look at files from units, as several verbs are given them."""

from dataclasses import dataclass
from pathlib import Path

import click

from desktop.cli import options
from desktop.cli.locked_words import locked_words
from desktop.operations.intake.inspect_arrivals import inspect_arrivals
from desktop.operations.intake.unlocking import Words
from desktop.operations.signing.verify_file import own_trust
from desktop.progress import Progress
from desktop.records.arrival import Arrival
from desktop.store.store import Store

files = click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="TỆP...",
    type=click.Path(path_type=Path),
)
period = click.option(
    "--period",
    "period_text",
    metavar="KỲ",
    default="",
    help="Kỳ đang thu; bỏ trống: nhận mọi kỳ.",
)
words_file = click.option(
    "--words-file",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp chữ có câu mật khẩu ở dòng đầu, mở các tệp bị khóa: câu khóa gói, hoặc "
    "câu khóa của khóa nhận.",
)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was dropped, the period being collected, and what opens locked files."""

    files: tuple[Path, ...]
    period_text: str
    words_file: Path | None


def seen(store: Store, dropped: Dropped, progress: Progress) -> tuple[Arrival, ...]:
    """Return what files are and what each would do; nothing is stored.

    Raises:
        UnknownNameError: There is no period of that name.
        FileError: The words cannot be read.
    """
    text = dropped.period_text
    wanted = options.parse_period(text) if text else None
    given = dropped.words_file
    words = Words(for_all="" if given is None else locked_words(given))
    return inspect_arrivals(
        store, dropped.files, own_trust(), words, progress, period=wanted
    )
