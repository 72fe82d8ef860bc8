"""The words of the mails with which a report is sent."""

from collections.abc import Iterator, Sequence

from desktop.records.report import Report
from desktop.rules.dates import format_date

Place = tuple[int, int]
"""Which of how many mails, counted from one."""


def subject(report: Report, place: Place = (1, 1)) -> str:
    """Return the line a mail is known by: who sends what, and in how many mails."""
    head = report.letterhead
    number, count = place
    many = f" ({number}/{count})" if count > 1 else ""
    kind = head.document_type.capitalize()
    return f"{report.agency}: {kind} {_low(head.subject)}{many}"


def body(
    report: Report,
    names: Sequence[str],
    packages: Sequence[tuple[str, str]],
    place: Place = (1, 1),
    *,
    pieces: bool = False,
) -> str:
    """Return the text of a mail: what is attached, and how to tell it is whole.

    Args:
        report: The report sent.
        names: Names of the files attached.
        packages: Name of each package, and its SHA-256 in hexadecimal.
        place: Which of several mails it is.
        pieces: Whether a file attached is a piece of a larger one.
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
        *_which(place, pieces=pieces),
        "",
        "Tệp gửi kèm:",
        *(f"- {name}" for name in names),
        "",
        *_hashes(packages),
        "",
        "Trân trọng./.",
    ]
    if report.practice:
        lines[:0] = ["(DỮ LIỆU MẪU, gửi thử.)", ""]
    return "\n".join(lines) + "\n"


def _hashes(packages: Sequence[tuple[str, str]]) -> Iterator[str]:
    if len(packages) > 1:
        yield f"Báo cáo gửi thành {len(packages)} gói; gói nào cũng có đủ số liệu."
    for name, sha256 in packages:
        yield f"Mã băm SHA-256 của gói {name}:"
        yield sha256


def _which(place: Place, *, pieces: bool) -> list[str]:
    """Tell which of several mails it is, and what to do with pieces."""
    number, count = place
    if count == 1:
        return []
    said = [f"Đây là thư {number} trong {count} thư gửi cùng lúc."]
    if pieces:
        said.append(
            "Tệp có chữ “.phan-” trong tên là một phần của tệp lớn: lưu đủ các phần "
            "của mọi thư rồi thả cả vào Khay nhận của Sổ Truyền Thông; chương trình tự "
            "ghép lại."
        )
    return said


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
