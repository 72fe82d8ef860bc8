"""`mapping`: settle once what names of a sender's are here, and list that."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, dropped, options
from desktop.cli.dropped import Dropped, seen
from desktop.operations.intake.map_sender import Decision, map_sender
from desktop.records.arrival import Arrival, Unmapped
from desktop.records.exchange import MappedKind, Mapping
from desktop.store import records
from desktop.store.store import Store
from desktop.wording.labels import label

_NOT_ASKED = "Không tệp nào hỏi “{0}”; các tên đang hỏi: {1}."
_NONE_HERE = "không có ở đây"


@click.group(
    short_help="Đối chiếu tên của nơi gửi với tên ở đây.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Đối chiếu một lần kế hoạch, nhiệm vụ, chỉ tiêu, đơn vị mà nơi gửi dùng và sổ "
    "này chưa biết; các gói sau tự hiểu.",
)
def verb() -> None:
    """Hold both sides of what was settled."""


@verb.command(
    "list",
    short_help="Các tên đã đối chiếu.",
    options_metavar="[TÙY CHỌN]",
    help="Các tên của nơi gửi đã đối chiếu.",
)
@options.office
@options.as_json
def listed(office: Path, as_json: bool) -> int:
    """List what was settled."""
    with Store(office, writable=False) as store:
        kept = records.find(store.reader, Mapping)
    answer = answers.Answer(
        lines=tuple(map(_mapping_line, kept)) or ("Chưa đối chiếu tên nào.",),
        data={"mappings": [_mapping(one) for one in kept]},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "set",
    short_help="Xem tên chưa biết trong các tệp; ghi tên tương ứng.",
    options_metavar="[TÙY CHỌN]",
    help="Xem các tệp còn hỏi tên nào; kèm --as: ghi tên tương ứng rồi xem lại, vì "
    "biết kế hoạch rồi mới hỏi tới nhiệm vụ, chỉ tiêu của kế hoạch đó. Mã thoát 1: còn "
    "tên chưa đối chiếu.",
)
@options.office
@dropped.files
@dropped.period
@dropped.words_file
@click.option(
    "--as",
    "chosen",
    multiple=True,
    metavar="TÊN=MÃ",
    help="TÊN như lệnh này in ra, ví dụ task:ke-hoach-xa/9; MÃ là mã ở đây, bỏ trống: "
    "không có ở đây. Dùng được nhiều lần.",
)
@options.as_json
def settle(
    office: Path,
    files: tuple[Path, ...],
    period_text: str,
    words_file: Path | None,
    chosen: tuple[str, ...],
    as_json: bool,
) -> int:
    """Settle what was chosen, and say what is still asked."""
    progress = answers.teller(quiet=as_json)
    given = Dropped(files, period_text, words_file)
    many = 0
    with Store(office, progress=progress) as store:
        asked = _asked(seen(store, given, progress))
        if chosen:
            many = map_sender(store, _decisions(asked, chosen)).value
            asked = _asked(seen(store, given, progress))
    answer = answers.Answer(
        lines=tuple(_lines(asked, many, settling=bool(chosen))),
        data={"settled": many, "unmapped": [_unmapped(one) for one in asked]},
        good=not asked,
    )
    return answers.give(answer, as_json=as_json)


def _asked(found: Iterable[Arrival]) -> tuple[Unmapped, ...]:
    """Return each name once, whichever files ask for it."""
    return tuple({one: None for each in found for one in each.unmapped})


def _decisions(
    asked: Sequence[Unmapped], chosen: Iterable[str]
) -> tuple[Decision, ...]:
    """Return what was chosen, for every sender who uses the name."""
    found: list[Decision] = []
    for text in chosen:
        theirs, _, ours = text.rpartition("=")
        fitting = [one for one in asked if _name(one) == theirs]
        if not fitting:
            names = ", ".join(map(_name, asked)) or "–"
            raise click.UsageError(_NOT_ASKED.format(theirs or text, names))
        found += [Decision(unmapped=one, ours=ours or None) for one in fitting]
    return tuple(found)


def _name(one: Unmapped) -> str:
    return f"{one.kind}:{one.theirs}"


def _lines(asked: Sequence[Unmapped], many: int, *, settling: bool) -> Iterator[str]:
    if settling:
        yield f"Đã ghi {many} tên."
    if not asked:
        yield "Không còn tên nào phải đối chiếu."
    for one in asked:
        offers = "; ".join(f"{row_id} ({name})" for row_id, name in one.offers)
        yield f"{_name(one)}: {label(one.kind)} “{one.name}”; gợi ý: {offers or '–'}"


def _mapping_line(one: Mapping) -> str:
    ours = one.ours if one.ours is not None else _NONE_HERE
    return f"{one.kind}:{one.theirs}: {label(one.kind)} “{one.theirs_name}” = {ours}"


def _mapping(one: Mapping) -> dict[str, Any]:
    return {
        "sender": one.sender,
        "kind": str(one.kind),
        "theirs": one.theirs,
        "name": one.theirs_name,
        "ours": one.ours,
        "decided_at": one.decided_at,
    }


def _unmapped(one: Unmapped) -> dict[str, Any]:
    return {
        "sender": one.sender,
        "kind": str(one.kind),
        "theirs": one.theirs,
        "name": one.name,
        "offers": [{"id": row_id, "name": name} for row_id, name in one.offers],
        "may_be_none": one.kind is not MappedKind.AGENCY,
    }
