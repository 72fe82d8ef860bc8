"""`periods`: list the states of periods, close, open again, and mark them."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from desktop.cli import answers, options
from desktop.cli.agency_options import read_day
from desktop.operations.periods.close_period import close_period
from desktop.operations.periods.read_standings import ToldStanding, read_standings
from desktop.operations.periods.reopen_period import reopen_period
from desktop.operations.reports.mark_period import Paper, mark_period
from desktop.records.period import PeriodStanding, PeriodState
from desktop.store.store import Store
from desktop.wording import standings

_MARKS = {"da-nhan": PeriodState.RECEIVED, "da-nghiem-thu": PeriodState.ACCEPTED}


@click.group(
    short_help="Kỳ báo cáo: chốt, mở lại, ghi tình trạng.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Tình trạng các kỳ báo cáo: đang nhập, đã chốt, đã ký, đã nhận, đã nghiệm "
    "thu. Từ khi chốt, số liệu của kỳ không ghi được nữa cho đến khi mở lại có lý do.",
)
def verb() -> None:
    """Hold the verbs about periods."""


@verb.command(
    "list",
    short_help="Liệt kê tình trạng các kỳ.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê các kỳ đã đổi tình trạng, kèm từng lần đổi: ngày, ai, lý do.",
)
@options.office
@options.as_json
def list_periods(office: Path, as_json: bool) -> int:
    """Tell every period with its history."""
    with Store(office, writable=False) as store:
        told = read_standings(store)
    lines = [line for one in told for line in _lines(one)]
    answer = answers.Answer(
        lines=tuple(lines) or ("Chưa kỳ nào được chốt.",),
        data={"periods": [_whole(one) for one in told]},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "close",
    short_help="Chốt một kỳ.",
    options_metavar="[TÙY CHỌN]",
    help="Chốt số liệu của kỳ: từ ngày đầu đến ngày chốt không ghi được nữa.",
)
@options.office
@options.period
@options.as_json
def close(office: Path, period_text: str, as_json: bool) -> int:
    """Lock the days of a period."""
    period = options.parse_period(period_text)
    with Store(office) as store:
        closed = close_period(store, period).value
    return _give(closed, as_json=as_json)


@verb.command(
    "reopen",
    short_help="Mở lại một kỳ, có lý do.",
    options_metavar="[TÙY CHỌN]",
    help="Mở lại kỳ đã khóa để ghi tiếp; lý do được giữ trong nhật ký.",
)
@options.office
@options.period
@click.option(
    "--reason",
    metavar="LÝ DO",
    required=True,
    cls=options.Option,
    help="Vì sao phải mở lại.",
)
@options.as_json
def reopen(office: Path, period_text: str, reason: str, as_json: bool) -> int:
    """Open a locked period again."""
    period = options.parse_period(period_text)
    with Store(office) as store:
        opened = reopen_period(store, period, reason).value
    more = tuple(standings.still_locked_line(one) for one in opened.still_locked)
    data = {"still_locked": [_data(one) for one in opened.still_locked]}
    return _give(opened.standing, more, data, as_json=as_json)


@verb.command(
    "mark",
    short_help="Ghi kỳ đã nhận, đã nghiệm thu.",
    options_metavar="[TÙY CHỌN]",
    help="Ghi rằng cấp trên đã nhận hoặc đã nghiệm thu báo cáo của kỳ, theo giấy tờ "
    "nào, ngày nào.",
)
@options.office
@options.period
@click.option(
    "--state",
    "state_text",
    type=click.Choice(tuple(_MARKS)),
    required=True,
    cls=options.Option,
    help="Tình trạng cần ghi.",
)
@click.option(
    "--document",
    metavar="GIẤY TỜ",
    required=True,
    cls=options.Option,
    help="Theo giấy tờ nào, chẳng hạn “Biên nhận số 12”.",
)
@click.option(
    "--day",
    metavar="NGÀY",
    required=True,
    cls=options.Option,
    callback=read_day,
    help="Ngày của giấy tờ đó.",
)
@options.as_json
def mark(
    office: Path,
    period_text: str,
    state_text: str,
    document: str,
    day: dt.date,
    as_json: bool,
) -> int:
    """Tell what the office above said of a period."""
    period = options.parse_period(period_text)
    paper = Paper(document=document, day=day)
    with Store(office) as store:
        marked = mark_period(store, period, _MARKS[state_text], paper).value
    return _give(marked, as_json=as_json)


def _give(
    standing: PeriodStanding,
    more: tuple[str, ...] = (),
    data: dict[str, Any] | None = None,
    *,
    as_json: bool,
) -> int:
    answer = answers.Answer(
        lines=(standings.standing_line(standing), *more),
        data={"period": _data(standing), **(data or {})},
    )
    return answers.give(answer, as_json=as_json)


def _lines(told: ToldStanding) -> tuple[str, ...]:
    return (
        standings.standing_line(told.standing, told.number),
        *(
            f"  {standings.change_line(one.state, one.at, one.by, one.reason)}"
            for one in told.history
        ),
    )


def _whole(told: ToldStanding) -> dict[str, Any]:
    return {
        **_data(told.standing),
        "number": told.number,
        "history": [
            {
                "state": str(one.state),
                "at": one.at.isoformat(),
                "by": one.by,
                "reason": one.reason,
                "report": one.report,
            }
            for one in told.history
        ],
    }


def _data(standing: PeriodStanding) -> dict[str, Any]:
    return {
        "id": standing.id,
        "code": standing.period_code,
        "first_day": standing.first_day,
        "last_day": standing.last_day,
        "state": str(standing.state),
        "changed_at": standing.changed_at.isoformat(),
        "reason": standing.reason,
        "report": standing.report,
    }
