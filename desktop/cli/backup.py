"""`backup`: make a checked copy of an office file, or of every one that is known."""

import datetime as dt
from pathlib import Path

import click

from desktop import paths
from desktop.cli import answers, options
from desktop.files.known_offices import known
from desktop.operations.offices.back_up import back_up
from desktop.operations.offices.back_up_all import OfficeKept, back_up_all
from desktop.store.store import Store
from desktop.wording.all_backups import NONE_KNOWN, fate_lines
from desktop.wording.evidence import backup_sentence

_ALONE = "Dùng --all thì không nêu SỔ hay --to."
_WHICH = "Chưa nêu SỔ; để sao lưu mọi sổ, dùng --all."


@click.command(
    short_help="Sao lưu tệp sổ.",
    options_metavar="[TÙY CHỌN]",
    help="Sao lưu tệp sổ và kiểm tra bản sao; với --all: mọi sổ chương trình biết.",
)
@click.argument(
    "office", metavar="[SỔ]", type=click.Path(path_type=Path), required=False
)
@click.option(
    "--to",
    "target",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp bản sao; bỏ trống: thư mục sao-luu cạnh tệp sổ.",
)
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="Sao lưu mọi sổ đã mở trên máy này và mọi sổ trong thư mục dữ liệu; sổ nào "
    "không còn ở chỗ cũ thì chỉ nêu ra.",
)
@options.as_json
def verb(office: Path | None, target: Path | None, every: bool, as_json: bool) -> int:
    """Make the copies and say where they lie."""
    if every:
        if office is not None or target is not None:
            raise click.UsageError(_ALONE)
        return _all(as_json=as_json)
    if office is None:
        raise click.UsageError(_WHICH)
    return _one(office, target, as_json=as_json)


def _one(office: Path, target: Path | None, *, as_json: bool) -> int:
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


def _all(*, as_json: bool) -> int:
    kept = back_up_all(
        known(),
        paths.user_folder(),
        dt.datetime.now().astimezone(),
        answers.teller(quiet=as_json),
    ).value
    good = all(one.good for one in kept)
    answer = answers.Answer(
        lines=tuple(line for one in kept for line in _lines(one)) or (NONE_KNOWN,),
        data={"offices": [_data(one) for one in kept], "good": good},
        good=good,
    )
    return answers.give(answer, as_json=as_json)


def _lines(kept: OfficeKept) -> tuple[str, ...]:
    return fate_lines(kept.office, kept.fate, kept.backup, kept.error)


def _data(kept: OfficeKept) -> dict[str, object]:
    return {
        "office": kept.office,
        "fate": str(kept.fate),
        "backup": kept.backup,
        "kind": type(kept.error).__name__ if kept.error else "",
        "reason": getattr(kept.error, "reason", ""),
    }
