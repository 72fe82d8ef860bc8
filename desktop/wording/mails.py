"""The words of the mail with which a report is sent."""

from collections.abc import Sequence

from desktop.records.report import Report
from desktop.rules.dates import format_date


def subject(report: Report) -> str:
    """Return the line a mail is known by: who sends what."""
    head = report.letterhead
    return f"{report.agency}: {head.document_type.capitalize()} {_low(head.subject)}"


def body(report: Report, names: Sequence[str], sha256: str) -> str:
    """Return the text of the mail: what is attached, and how to tell it is whole.

    Args:
        report: The report sent.
        names: Names of the files attached, the package last.
        sha256: Of the package, in hexadecimal.
    """
    head = report.letterhead
    greeting = f"Kính gửi: {'; '.join(head.addressees) or 'Quý cơ quan'}."
    number = f" số {head.number}/{head.symbol}" if head.number else ""
    day = f" ngày {format_date(head.date)}" if head.date else ""
    kind = head.document_type.capitalize()
    lines = [
        greeting,
        "",
        f"{report.agency} gửi {kind}{number}{day} {_low(head.subject)}.",
        "",
        "Tệp gửi kèm:",
        *(f"- {name}" for name in names),
        "",
        f"Mã băm SHA-256 của gói {names[-1]}:",
        sha256,
        "",
        "Trân trọng./.",
    ]
    if report.practice:
        lines[:0] = ["(DỮ LIỆU MẪU, gửi thử.)", ""]
    return "\n".join(lines) + "\n"


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
