"""`intake`: look at files from units, take them in, take an intake back."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, dropped, options
from desktop.cli.dropped import Dropped, seen
from desktop.operations.intake.accept_arrivals import accept_arrivals
from desktop.operations.intake.read_intakes import IntakeTold, read_intakes
from desktop.operations.intake.take_back_intake import TakenBack, take_back_intake
from desktop.records.arrival import Arrival, Fate
from desktop.rules.intake.statements import takeable, ticked_at_first
from desktop.store.store import Store
from desktop.wording import arrivals as words
from desktop.wording.labels import label

_NONE_LEFT = "Không còn lần nhận nào để hoàn tác."


@click.group(
    short_help="Nhận biểu, gói của đơn vị; hoàn tác một lần nhận.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Xem các tệp đơn vị gửi (biểu, gói, thư, tệp nén, thư mục), nhận các tệp sẵn "
    "sàng thành một lần nhận, xem và hoàn tác các lần nhận.",
)
def verb() -> None:
    """Hold what can be done with files from units."""


@verb.command(
    short_help="Xem các tệp là gì, chưa ghi gì vào sổ.",
    options_metavar="[TÙY CHỌN]",
    help="Xem từng tệp là gì và nhận vào sẽ thay đổi gì; chưa ghi gì vào sổ.",
)
@options.office
@dropped.files
@dropped.period
@dropped.words_file
@options.as_json
def look(
    office: Path,
    files: tuple[Path, ...],
    period_text: str,
    words_file: Path | None,
    as_json: bool,
) -> int:
    """Say what files are."""
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        found = seen(store, Dropped(files, period_text, words_file), progress)
    ready = [one for one in found if ticked_at_first(one)]
    answer = answers.Answer(
        lines=tuple(_lines(found)),
        data={"files": [_file(one) for one in found], "ready": len(ready)},
        good=len(ready) == len(found),
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    short_help="Nhận các tệp sẵn sàng.",
    options_metavar="[TÙY CHỌN]",
    help="Nhận các tệp sẵn sàng thành một lần nhận; mục đã sửa tại đây được giữ. Tệp "
    "chưa niêm phong, chưa rõ người ký… chỉ được nhận khi thêm --doubted.",
)
@options.office
@dropped.files
@dropped.period
@dropped.words_file
@click.option(
    "--doubted",
    is_flag=True,
    help="Nhận cả tệp còn nghi vấn, tệp thuộc kỳ khác và bản điều chỉnh chờ bản gốc; "
    "xem trước bằng intake look.",
)
@options.as_json
def accept(
    office: Path,
    files: tuple[Path, ...],
    period_text: str,
    words_file: Path | None,
    doubted: bool,
    as_json: bool,
) -> int:
    """Take in whatever is ready."""
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        found = seen(store, Dropped(files, period_text, words_file), progress)
        ticked = takeable if doubted else ticked_at_first
        ready = [one for one in found if ticked(one)]
        others = [one for one in found if not ticked(one)]
        done = accept_arrivals(
            store, ready, _kept(ready), progress, others=others
        ).value
    lines = (*_lines(found), f"Đã nhận {done.taken} trên {done.seen} tệp.")
    data = {"intake": done.intake, "seen": done.seen, "taken": done.taken}
    answer = answers.Answer(
        lines=lines,
        data={**data, "files": [_file(one) for one in found]},
        good=done.taken == done.seen,
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "list",
    short_help="Các lần nhận.",
    options_metavar="[TÙY CHỌN]",
    help="Các lần nhận, mới nhất trước.",
)
@options.office
@options.as_json
def intakes(office: Path, as_json: bool) -> int:
    """List past intakes."""
    with Store(office, writable=False) as store:
        found = read_intakes(store)
    answer = answers.Answer(
        lines=tuple(map(_intake_line, found)) or ("Chưa nhận lần nào.",),
        data={"intakes": [_intake(one) for one in found]},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    short_help="Hoàn tác một lần nhận.",
    options_metavar="[TÙY CHỌN]",
    help="Đưa mọi mục về như trước một lần nhận; mục đã sửa sau khi nhận được giữ và "
    "nêu tên. Bỏ trống mã: lần nhận mới nhất chưa hoàn tác.",
)
@options.office
@click.argument("intake", metavar="[MÃ]", default="")
@options.as_json
def back(office: Path, intake: str, as_json: bool) -> int:
    """Take an intake back."""
    progress = answers.teller(quiet=as_json)
    with Store(office, progress=progress) as store:
        done = take_back_intake(store, intake or _newest(store), progress).value
    answer = answers.Answer(
        lines=tuple(_back_lines(done)),
        data={
            "intake": done.intake,
            "files": done.files,
            "restored": done.restored,
            "kept": [
                {"id": one.row_id, "title": one.title, "reason": one.reason}
                for one in done.kept
            ],
        },
        good=not done.kept,
    )
    return answers.give(answer, as_json=as_json)


def _kept(ready: Iterable[Arrival]) -> frozenset[str]:
    """Return what was edited here: nobody is there to be asked."""
    return frozenset(
        row.row_id for one in ready for row in one.rows if row.fate is Fate.KEEP
    )


def _newest(store: Store) -> str:
    found = (
        one.intake.id for one in read_intakes(store) if not one.intake.taken_back_at
    )
    newest = next(found, None)
    if newest is None:
        raise click.UsageError(_NONE_LEFT)
    return newest


def _lines(found: Sequence[Arrival]) -> Iterable[str]:
    for one in found:
        where = label(one.sorting)
        yield f"{where}: {one.name}. {words.summary(one)}".rstrip(". ") + "."
    yield words.files_counted(Counter(one.sorting for one in found)) + "."


def _file(one: Arrival) -> dict[str, Any]:
    counts = one.counts
    return {
        "name": one.name,
        "sha256": one.sha256,
        "sorting": str(one.sorting),
        "reasons": [list(each) for each in one.reasons],
        "agency": one.agency,
        "period": one.period_code,
        "version": one.version,
        "seen": counts.seen,
        "accepted": counts.accepted,
        "refused": counts.refused,
        "unchanged": counts.unchanged,
        "faults": len(one.faults),
    }


def _intake_line(one: IntakeTold) -> str:
    taken_back = one.intake.taken_back_at
    state = "" if taken_back is None else f", đã hoàn tác {taken_back:%d/%m/%Y %H:%M}"
    return (
        f"{one.intake.at:%d/%m/%Y %H:%M} · {one.intake.id} · nhận {one.taken} trên "
        f"{one.intake.seen} tệp, {one.entries} mục{state}"
    )


def _intake(one: IntakeTold) -> dict[str, Any]:
    return {
        "id": one.intake.id,
        "at": one.intake.at,
        "seen": one.intake.seen,
        "taken": one.taken,
        "entries": one.entries,
        "taken_back_at": one.intake.taken_back_at,
        "files": [
            {"name": each.name, "sorting": each.sorting, "taken": each.taken}
            for each in one.intake.files
        ],
    }


def _back_lines(done: TakenBack) -> Iterable[str]:
    yield f"Đã hoàn tác: {done.files} tệp, {done.restored} mục trở lại như trước."
    for one in done.kept:
        yield f"Giữ lại “{one.title or one.row_id}”: {words.left_reason(one.reason)}."
