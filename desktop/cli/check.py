"""`check`: check an office file and its history."""

from pathlib import Path

import click

from desktop.cli import answers, options
from desktop.operations.offices.check_office import Health, check_office
from desktop.store.store import Store
from desktop.wording.audits import audit_lines
from desktop.wording.evidence import health_lines
from desktop.wording.signed_copies import copy_lines, received_lines


@click.command(
    short_help="Kiểm tra tệp sổ và nhật ký.",
    options_metavar="[TÙY CHỌN]",
    help="Kiểm tra tệp sổ: toàn vẹn dữ liệu, chuỗi nhật ký và các tệp minh chứng.",
)
@options.office
@options.as_json
def verb(office: Path, as_json: bool) -> int:
    """Print what was found."""
    with Store(office, writable=False) as store:
        health = check_office(store, answers.teller(quiet=as_json)).value
    answer = answers.Answer(
        lines=(
            f"Tệp sổ: {office}",
            "Dữ liệu nguyên vẹn.",
            *audit_lines(
                health.broken_at,
                health.disagreements,
                health.missing_head,
                health.removals_missing,
            ),
            *_evidence(health),
            *_copies(health),
            *_received(health),
            f"Số thay đổi: {health.changes}; mã: {health.journal_head[:16]}",
        ),
        data={
            "office": office,
            "intact": True,
            "journal_unbroken": health.broken_at is None,
            "broken_at": health.broken_at,
            "disagreements": [
                {
                    "fault": str(one.fault),
                    "place": one.place,
                    "record": one.row_id,
                    "change": one.change,
                    "columns": list(one.columns),
                }
                for one in health.disagreements
            ],
            "missing_head": health.missing_head and health.missing_head.head,
            "removals_missing": health.removals_missing,
            "evidence": {
                "files": health.evidence.files,
                "missing": list(health.evidence.missing),
                "altered": list(health.evidence.altered),
            },
            "signed_copies": {
                "files": health.copies.files,
                "missing": list(health.copies.missing),
                "altered": list(health.copies.altered),
            },
            "received": {
                "files": health.received.files,
                "missing": list(health.received.missing),
                "altered": list(health.received.altered),
            },
            "changes": health.changes,
            "journal_head": health.journal_head,
            "counts": health.counts,
        },
        good=health.good,
    )
    return answers.give(answer, as_json=as_json)


def _evidence(health: Health) -> tuple[str, ...]:
    found = health.evidence
    if not found.files:
        return ()
    lines = health_lines(found.missing, found.altered)
    return lines or (f"Minh chứng: {found.files} tệp, đủ và nguyên vẹn.",)


def _copies(health: Health) -> tuple[str, ...]:
    found = health.copies
    if not found.files:
        return ()
    lines = copy_lines(found.missing, found.altered)
    return lines or (f"Bản đã ký gắn vào: {found.files} tệp, đủ và nguyên vẹn.",)


def _received(health: Health) -> tuple[str, ...]:
    found = health.received
    if not found.files:
        return ()
    lines = received_lines(found.missing, found.altered)
    return lines or (f"Tệp đã nhận: {found.files} tệp, đủ và nguyên vẹn.",)
