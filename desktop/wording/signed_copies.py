"""Words for copies that came back signed, and for where they differ."""

import datetime as dt
from collections.abc import Sequence

from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer

_MOST_NAMED = 5
_LONGEST = 80
"""Letters of a passage that are shown."""

_KINDS = {
    "number": "số văn bản được ghi vào",
    "date": "ngày văn bản được ghi vào",
    "stamp": "chữ ký số",
    "words": "chữ hoặc số khác với bản đã gửi",
    "covered": "hình chữ ký che lên số liệu",
    "look": "hình ảnh trên trang khác với bản đã gửi",
    "pages": "số trang khác nhau",
    "attachment": "tệp đính kèm trong PDF khác với bản đã gửi",
}


def copy_lines(missing: Sequence[str], altered: Sequence[str]) -> tuple[str, ...]:
    """Return what the check of signed copies found wanting, a line for each kind."""
    found = (("Thiếu bản đã ký", missing), ("Bản đã ký bị thay đổi", altered))
    return tuple(
        f"{words} ({format_integer(len(names))}): {', '.join(names[:_MOST_NAMED])}."
        for words, names in found
        if names
    )


def received_lines(missing: Sequence[str], altered: Sequence[str]) -> tuple[str, ...]:
    """Return what the check of received files found wanting, a line for each kind."""
    found = (("Thiếu tệp đã nhận", missing), ("Tệp đã nhận bị thay đổi", altered))
    return tuple(
        f"{words} ({format_integer(len(names))}): {', '.join(names[:_MOST_NAMED])}."
        for words, names in found
        if names
    )


def difference_line(page: int, kind: str, was: str, became: str) -> str:
    """Return one difference: `Trang 1: số văn bản được ghi vào: “123”.`."""
    where = f"Trang {format_integer(page)}" if page else "Cả tệp"
    told = f"{where}: {_KINDS.get(kind, kind)}"
    if was and became:
        return f"{told}: “{_cut(was)}” → “{_cut(became)}”."
    if was or became:
        return f"{told}: “{_cut(was or became)}”."
    return f"{told}."


def otherwise_line(
    known: tuple[str, dt.date | None], read: tuple[str, dt.date | None]
) -> str:
    """Tell that a copy bears another number or date than the book; blank where not.

    Args:
        known: Number and date of the report as the book has them.
        read: Those that stand on the copy.
    """
    pairs = tuple(zip(_head(*read), _head(*known), strict=True))
    told = [(one, other) for one, other in pairs if one and other and one != other]
    if not told:
        return ""
    copy, book = (", ".join(side) for side in zip(*told, strict=True))
    return f"▲ Bản đã ký mang {copy}, còn sổ ghi {book}: xem lại bên nào đúng."


def _head(number: str, dated: dt.date | None) -> tuple[str, str]:
    return (
        f"số {number}" if number else "",
        f"ngày {format_date(dated)}" if dated else "",
    )


def first_difference(facts: Sequence[str]) -> str:
    """Return the difference a refused copy tells: page, kind, what was, what became."""
    if len(facts) != len(("page", "kind", "was", "became")):
        return "Có nội dung khác."
    page, kind, was, became = facts
    return difference_line(int(page) if page.isdecimal() else 0, kind, was, became)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
