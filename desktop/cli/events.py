"""`events`: likely twins, and events several agencies held, counted once."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.entries.find_twins import LikelyPair, find_pairs
from desktop.operations.entries.join_events import join as join_events
from desktop.operations.entries.join_events import unjoin
from desktop.records.activity import Activity
from desktop.records.identity import RecordId
from desktop.store.store import Store
from desktop.wording import twins

_ENTRIES = click.argument("entries", metavar="MÃ_MỤC...", nargs=-1, required=True)


@click.group(
    short_help="Sự kiện chung: rà trùng, ghép, tách.",
    options_metavar="[TÙY CHỌN]",
    subcommand_metavar="LỆNH [THAM SỐ]...",
    help="Một sự kiện do nhiều đơn vị cùng tổ chức được tính một lần trong tổng số, "
    "mỗi đơn vị vẫn có số liệu của mình.",
)
def verb() -> None:
    """Hold the verbs about events."""


@verb.command(
    "twins",
    short_help="Liệt kê các cặp có thể trùng.",
    options_metavar="[TÙY CHỌN]",
    help="Liệt kê các cặp mục của một kỳ có thể là một; không thay đổi gì.",
)
@options.office
@options.period
@options.as_json
def list_twins(office: Path, period_text: str, as_json: bool) -> int:
    """Tell every pair and why; finding some is no fault."""
    period = options.parse_period(period_text)
    with Store(office, writable=False) as store:
        found = find_pairs(store, period, answers.teller(quiet=as_json))
    answer = answers.Answer(
        lines=tuple(_line(one) for one in found)
        or ("Kỳ này không có mục nào giống nhau.",),
        data={"pairs": [_data(one) for one in found]},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "join",
    short_help="Ghép các mục thành một sự kiện chung.",
    options_metavar="[TÙY CHỌN]",
    help="Ghép các mục vào MỤC_TÍNH: sự kiện được tính ở đó.",
)
@options.office
@click.argument("lead", metavar="MỤC_TÍNH")
@_ENTRIES
@options.as_json
def join(office: Path, lead: str, entries: tuple[str, ...], as_json: bool) -> int:
    """Join them as one deed."""
    with Store(office) as store:
        others = tuple(RecordId(one) for one in entries)
        done = join_events(store, RecordId(lead), others).value
    answer = answers.Answer(
        lines=(twins.led(len(done.joined)), f"Tính ở: {done.lead.title}"),
        data={"lead": done.lead.id, "joined": [one.id for one in done.joined]},
    )
    return answers.give(answer, as_json=as_json)


@verb.command(
    "part",
    short_help="Tách các mục khỏi sự kiện chung.",
    options_metavar="[TÙY CHỌN]",
    help="Tách các mục khỏi sự kiện chung; với mục được tính thì tách tất cả.",
)
@options.office
@_ENTRIES
@options.as_json
def part(office: Path, entries: tuple[str, ...], as_json: bool) -> int:
    """Let them be counted by themselves again."""
    with Store(office) as store:
        freed = unjoin(store, [RecordId(one) for one in entries]).value
    answer = answers.Answer(
        lines=(f"Đã tách {len(freed)} mục khỏi sự kiện chung.",),
        data={"freed": list(freed)},
    )
    return answers.give(answer, as_json=as_json)


def _line(one: LikelyPair) -> str:
    both = " ↔ ".join(_called(each) for each in (one.first, one.second))
    return f"{both} ({twins.why(one.pair.why)})"


def _called(one: Activity) -> str:
    return f"{one.id}: {twins.called(one, '', twins.days_of(one))}"


def _data(one: LikelyPair) -> dict[str, object]:
    pair = one.pair
    return {
        "first": pair.first,
        "second": pair.second,
        "score": pair.score,
        "why": [str(sign) for sign in pair.why],
    }
