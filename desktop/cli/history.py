"""`history`: who changed what when; an office, or a record, as it was on a day."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.change_lines import change_data, change_lines, done_data, done_line
from desktop.errors import UnknownNameError
from desktop.operations.history.complete_removals import complete_removals
from desktop.operations.history.read_history import (
    count_history,
    place_of,
    read_page,
    read_record,
    read_record_at,
)
from desktop.operations.history.view_past import change_at, count_past, end_of_day
from desktop.rules.dates import format_date, parse_date
from desktop.store.history import Wanted
from desktop.store.store import Store
from desktop.store.terms import record_term

_SHOWN = 50


@click.command(
    short_help="Nhật ký thay đổi; xem lại như ngày trước.",
    options_metavar="[TÙY CHỌN]",
    help="Nhật ký thay đổi của sổ, mới nhất trước. Với --record: lịch sử từng mục. Với "
    "--on: sổ, hoặc mục đó, như cuối ngày ấy. Với --removals: ghi bổ sung nhật ký xóa "
    "bằng chữ nằm cạnh tệp sổ.",
)
@options.office
@click.option("--record", "record_id", metavar="ID", help="Mã của một mục trong sổ.")
@click.option("--on", "on_text", metavar="NGÀY", help="Xem như cuối ngày này.")
@click.option(
    "--limit",
    default=_SHOWN,
    metavar="SỐ",
    type=click.IntRange(min=1),
    help=f"Số thay đổi cho xem; bỏ trống: {_SHOWN}.",
)
@click.option("--removals", is_flag=True, help="Ghi bổ sung tệp nhật ký xóa.")
@options.as_json
def verb(
    office: Path,
    record_id: str | None,
    on_text: str | None,
    limit: int,
    removals: bool,
    as_json: bool,
) -> int:
    """Print what was asked for."""
    day = _day(on_text)
    with Store(office, writable=False) as store:
        progress = answers.teller(quiet=as_json)
        if removals:
            answer = _completed(store)
        elif record_id and day:
            answer = _record_on(store, record_id, day)
        elif record_id:
            answer = _of_record(store, record_id)
        elif day:
            number = change_at(store, end_of_day(store, day))
            counts = count_past(store, number, progress)
            answer = _office_on(store, day, number, counts)
        else:
            answer = _overall(store, limit)
    return answers.give(answer, as_json=as_json)


def _day(text: str | None) -> dt.date | None:
    if text is None:
        return None
    today = dt.datetime.now().astimezone().date()
    found = parse_date(text, today=today).value
    if found is None:
        said = f"“{text}” không phải là ngày; ghi như 12/11/2026."
        raise click.BadParameter(said, param_hint="'--on'")
    return found


def _completed(store: Store) -> answers.Answer:
    done = complete_removals(store).value
    return answers.Answer(
        lines=(f"Nhật ký xóa: {done.path}", f"Đã ghi bổ sung {done.added} mục."),
        data={"file": done.path, "added": done.added},
    )


def _overall(store: Store, limit: int) -> answers.Answer:
    page = read_page(store, Wanted(), limit=limit)
    whole = count_history(store, Wanted())
    lines = [done_line(one) for one in page.lines]
    if page.below is not None:
        lines.append(f"Còn {whole - len(page.lines)} thay đổi cũ hơn; thêm --limit.")
    return answers.Answer(
        lines=tuple(lines),
        data={"changes": [done_data(one) for one in page.lines], "count": whole},
    )


def _of_record(store: Store, record_id: str) -> answers.Answer:
    place = _place(store, record_id)
    told = read_record(store, place, record_id)
    state = "" if told.exists else " (hiện không còn trong sổ)"
    return answers.Answer(
        lines=(f"{told.title or record_id}{state}", *_lines(told.changes)),
        data={
            "place": place,
            "record": record_id,
            "title": told.title,
            "exists": told.exists,
            "changes": [change_data(one) for one in told.changes],
        },
    )


def _record_on(store: Store, record_id: str, day: dt.date) -> answers.Answer:
    place = _place(store, record_id)
    number = change_at(store, end_of_day(store, day))
    found = read_record_at(store, place, record_id, number)
    if found is None:
        line = f"Cuối ngày {format_date(day)}, mục này không có trong sổ."
        data = {"record": record_id, "change": number, "exists": False}
        return answers.Answer(lines=(line,), data=data, good=False)
    return answers.Answer(
        lines=(
            f"{found.title or record_id}, như cuối ngày {format_date(day)}",
            *change_lines(found),
        ),
        data={
            "record": record_id,
            "change": number,
            "exists": True,
            "fields": change_data(found)["fields"],
        },
    )


def _office_on(
    store: Store, day: dt.date, number: int, counts: dict[type, int]
) -> answers.Answer:
    (line,) = read_page(store, Wanted(), below=number + 1, limit=1).lines
    return answers.Answer(
        lines=(
            f"Sổ như cuối ngày {format_date(day)}, sau thay đổi số {number}:",
            done_line(line),
            *(f"  {record_term(cls)}: {n}" for cls, n in counts.items() if n),
        ),
        data={
            "change": number,
            "counts": {cls.__name__: n for cls, n in counts.items()},
        },
    )


def _place(store: Store, record_id: str) -> str:
    place = place_of(store, record_id)
    if not place:
        raise UnknownNameError("record", record_id, ())
    return place


def _lines(changes: Any) -> Iterator[str]:  # noqa: ANN401  as read_history gives them
    for one in changes:
        yield done_line(one.done)
        yield from change_lines(one)
