"""Say what the check of an office found: its history, its records, its evidence."""

from typing import TYPE_CHECKING

from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from desktop.operations.offices.check_office import Health

_ADVICE = "Số liệu vẫn đọc được; hãy so với bản sao lưu gần nhất."
_EVIDENCE_ADVICE = "Đính kèm lại tệp gốc, hoặc lấy lại từ bản sao lưu ở nơi khác."


def good_sentence(health: "Health") -> str:
    """Return what is said of an office in which nothing is amiss."""
    records = format_integer(sum(health.counts.values()))
    changes = format_integer(health.changes)
    files = health.evidence.files
    more = f", {format_integer(files)} tệp minh chứng" if files else ""
    return (
        f"Sổ nguyên vẹn: {records} bản ghi, {changes} lần thay đổi{more}, "
        "nhật ký liền mạch."
    )


def found_lines(health: "Health") -> tuple[str, ...]:
    """Return what was found wanting, a line for each, and what to do about it."""
    from desktop.wording.audits import audit_lines
    from desktop.wording.evidence import health_lines
    from desktop.wording.signed_copies import copy_lines, received_lines

    lines: tuple[str, ...] = ()
    if not health.unbroken:
        lines += audit_lines(
            health.broken_at,
            health.disagreements,
            health.missing_head,
            health.removals_missing,
        )
        lines += (_ADVICE,)
    lacking = (
        *health_lines(health.evidence.missing, health.evidence.altered),
        *copy_lines(health.copies.missing, health.copies.altered),
        *received_lines(health.received.missing, health.received.altered),
    )
    return (*lines, *lacking, _EVIDENCE_ADVICE) if lacking else lines
