"""`restore`: put a backup in the place of an office file."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.offices.left_by_restoring import left_by_restoring
from desktop.operations.offices.restore import restore
from desktop.store.store import local_now
from desktop.wording.standings import left_lines


@click.command(
    short_help="Khôi phục tệp sổ từ bản sao lưu.",
    options_metavar="[TÙY CHỌN]",
    help="Khôi phục tệp sổ từ bản sao lưu; tệp đang có được giữ lại.",
)
@options.office
@click.argument("backup", metavar="BẢN_SAO", type=click.Path(path_type=Path))
@options.as_json
def verb(office: Path, backup: Path, as_json: bool) -> int:
    """Restore and say where the file that stood there was kept."""
    aside = restore(backup, office, local_now(), answers.teller(quiet=as_json)).value
    lines = [f"Đã khôi phục {office} từ {backup}."]
    if aside is not None:
        lines.append(f"Tệp trước khi khôi phục được giữ tại: {aside}")
        left = left_by_restoring(aside, office)
        lines += left_lines(left.opened, left.reports)
    answer = answers.Answer(
        lines=tuple(lines),
        data={"office": office, "backup": backup, "kept_aside": aside},
    )
    return answers.give(answer, as_json=as_json)
