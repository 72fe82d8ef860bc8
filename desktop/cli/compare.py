"""`compare`: tell which figures differ between two issued versions."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.cli.correct import change_data
from desktop.operations.reports.compare_reports import compare_reports
from desktop.store.store import Store
from desktop.wording.figure_changes import change_line


@click.command(
    short_help="So sánh hai bản báo cáo theo từng số.",
    options_metavar="[TÙY CHỌN]",
    help="So sánh hai báo cáo hoặc bản điều chỉnh đã ban hành cùng loại, kể cả hai kỳ "
    "khác nhau; số đổi nhiều nhất đứng trước, số tính theo đứng sau.",
)
@options.office
@click.argument("older", metavar="BẢN TRƯỚC")
@click.argument("newer", metavar="BẢN SAU")
@options.as_json
def verb(office: Path, older: str, newer: str, as_json: bool) -> int:
    """Print every figure that differs."""
    with Store(office, writable=False) as store:
        found = compare_reports(store, older, newer)
    answer = answers.Answer(
        lines=tuple(map(change_line, found.changes)) or ("Hai bản không khác số nào.",),
        data={
            "older": found.older.id,
            "newer": found.newer.id,
            "same_period": found.same_period,
            "changes": [change_data(one) for one in found.changes],
        },
    )
    return answers.give(answer, as_json=as_json)
