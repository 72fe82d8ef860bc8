"""`deadlines`: who owes which report to whom, what ends, and a calendar of it."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.operations.office_time import office_time
from desktop.operations.periods.export_deadlines import CalendarWords, export_deadlines
from desktop.operations.periods.read_deadlines import Due
from desktop.operations.trust.read_endings import read_endings
from desktop.operations.units.read_board import read_board
from desktop.records.ending import Ending
from desktop.rules.calendar import part_of_year
from desktop.rules.dates import FIRST_YEAR, LAST_YEAR, format_date
from desktop.rules.deadlines import minutes_left
from desktop.store.store import Store
from desktop.wording import deadlines as words
from desktop.wording import endings


@click.command(
    short_help="Liệt kê thời hạn báo cáo; xuất lịch .ics.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê thời hạn báo cáo của mọi kế hoạch đang thực hiện trong năm.",
)
@options.office
@click.option(
    "--year",
    type=click.IntRange(FIRST_YEAR, LAST_YEAR),
    metavar="NĂM",
    help="Năm cần xem; bỏ trống: năm nay.",
)
@click.option(
    "--ics",
    metavar="TỆP",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp lịch .ics sẽ ghi, để mở bằng chương trình thư hoặc điện thoại.",
)
@options.as_json
def verb(office: Path, year: int | None, ics: Path | None, as_json: bool) -> int:
    """Print every deadline, and write the calendar when asked for."""
    with Store(office, writable=False) as store:
        now = office_time(store)
        wanted = year or now.year
        dues = read_board(store, part_of_year(wanted))
        ends = read_endings(store)
        told = lines(dues, now)
        told += [f"! {endings.line(one, now)}" for one in ends if one.soon]
        if ics is not None:
            calendar = CalendarWords(
                name=words.CALENDAR,
                event=words.event_words,
                ending=endings.event_words,
                practice=words.PRACTICE,
            )
            exported = export_deadlines(store, ics, wanted, calendar).value
            told.append(f"Đã ghi {exported.events} mốc vào {exported.path}")
    data = {
        "office": office,
        "year": wanted,
        "deadlines": [due_data(one, now) for one in dues],
        "endings": [ending_data(one) for one in ends],
        "calendar": ics,
    }
    return answers.give(answers.Answer(lines=tuple(told), data=data), as_json=as_json)


def due_data(due: Due, now: dt.datetime) -> dict[str, Any]:
    """Return one deadline for a program."""
    return {
        "id": due.key,
        "plan": due.deadline.plan,
        "kind": str(due.deadline.kind),
        "text": due.deadline.text,
        "reporters": due.deadline.reporters,
        "recipient": due.deadline.recipient_text,
        "last_day": due.last_day,
        "working_day": due.working_day,
        "days_left": due.left,
        "until": due.until and due.until.isoformat(),
        "minutes_left": minutes_left(due.until, now) if due.until else None,
        "on_request": due.on_request,
        "informative": due.deadline.informative,
        "owed_here": due.owed_here,
        "earliest": due.earliest,
        "received": [one.id for one in due.received],
        "missing": [one.id for one in due.missing],
    }


def ending_data(ending: Ending) -> dict[str, Any]:
    """Return a certificate or a list that ends for a program."""
    return {
        "kind": str(ending.kind),
        "name": ending.name,
        "roles": [str(one) for one in ending.roles],
        "ends": ending.ends,
        "days_left": ending.left,
        "soon": ending.soon,
        "id": ending.key,
    }


def lines(dues: tuple[Due, ...], now: dt.datetime) -> list[str]:
    """Return the deadlines as plain text, one line each; of several plans, of which."""
    several = len({one.deadline.plan for one in dues}) > 1
    told = [_line(one, now, several=several) for one in dues]
    return told or ["Không có thời hạn nào."]


def _line(due: Due, now: dt.datetime, *, several: bool) -> str:
    mark = "►" if due.earliest else " "
    of_plan = due.plan.territory if several and due.plan else ""
    what = words.subject(due.deadline)
    parts = (_when(due, now), of_plan, what, _who(due), _state(due))
    return f"{mark} " + " | ".join(part for part in parts if part)


def _when(due: Due, now: dt.datetime) -> str:
    if due.until is not None:
        left = words.minutes_left(minutes_left(due.until, now))
        return f"{due.until:%H:%M} {format_date(due.until)} ({left.lower()})"
    if due.last_day is None or due.left is None:
        return words.ON_REQUEST if due.on_request else words.UNKNOWN
    left = words.days_left(due.left).lower()
    return f"{format_date(due.last_day)} ({left})"


def _who(due: Due) -> str:
    ends = (due.deadline.reporters, due.deadline.recipient_text)
    return " → ".join(end for end in ends if end)


def _state(due: Due) -> str:
    if due.deadline.informative:
        return "để biết"
    many = len(due.received) + len(due.missing)
    return f"đã có {len(due.received)}/{many} đơn vị" if many else ""
