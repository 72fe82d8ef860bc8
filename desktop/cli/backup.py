"""`backup`: make a checked copy of an office file."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.back_up import back_up
from desktop.store.store import Store
from desktop.wording.evidence import backup_sentence


@click.command(
    short_help="Sao lưu tệp sổ.",
    options_metavar="[TÙY CHỌN]",
    help="Sao lưu tệp sổ và kiểm tra bản sao.",
)
@options.office
@click.option(
    "--to",
    "target",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp bản sao; bỏ trống: thư mục sao-luu cạnh tệp sổ.",
)
@options.as_json
def verb(office: Path, target: Path | None, as_json: bool) -> int:
    """Make the copy and say where it lies."""
    with Store(office, writable=False) as store:
        made = back_up(store, target, answers.teller(quiet=as_json)).value
    said = backup_sentence(files=made.files, elsewhere=made.elsewhere, bad=made.bad)
    answer = answers.Answer(
        lines=(f"Đã sao lưu và kiểm tra: {made.path}", *filter(None, [said])),
        data={
            "office": office,
            "backup": made.path,
            "evidence": {
                "files": made.files,
                "carried": made.elsewhere,
                "bad": made.bad,
            },
        },
        good=not made.bad,
    )
    return answers.give(answer, as_json=as_json)
