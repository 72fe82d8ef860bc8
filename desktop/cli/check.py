"""`check`: check an office file and its history."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.check_office import check_office
from desktop.store.store import Store


@click.command(
    short_help="Kiểm tra tệp sổ và nhật ký.",
    options_metavar="[TÙY CHỌN]",
    help="Kiểm tra tệp sổ: toàn vẹn dữ liệu và chuỗi nhật ký.",
)
@options.office
@options.as_json
def verb(office: Path, as_json: bool) -> int:
    """Print what was found."""
    with Store(office, writable=False) as store:
        health = check_office(store, answers.teller(quiet=as_json)).value
    found = (
        "Nhật ký liền mạch."
        if health.good
        else f"Nhật ký bị sửa từ thay đổi số {health.broken_at}."
    )
    answer = answers.Answer(
        lines=(
            f"Tệp sổ: {office}",
            "Dữ liệu nguyên vẹn.",
            f"{found} Số thay đổi: {health.changes}; mã: {health.journal_head[:16]}",
        ),
        data={
            "office": office,
            "intact": True,
            "journal_unbroken": health.good,
            "broken_at": health.broken_at,
            "changes": health.changes,
            "journal_head": health.journal_head,
            "counts": health.counts,
        },
        good=health.good,
    )
    return answers.give(answer, as_json=as_json)
