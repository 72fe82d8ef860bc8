"""What is seen of a signature on the page: who signed, and when."""

import datetime as dt

TEST_MARK = "KÝ THỬ - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def stamp_lines(key_name: str, *, test: bool, at: dt.datetime) -> tuple[str, ...]:
    """Return the lines of a visible signature; the time is that of ISO 8601.

    The mark of a test key comes first: it must be read before the name.
    """
    when = at.isoformat(timespec="seconds")
    lines = (f"Ký bởi: {key_name}", f"Thời gian ký: {when}")
    return (TEST_MARK, *lines) if test else lines


def corner_lines(number: str, *, at: dt.datetime) -> tuple[str, ...]:
    """Return what cell 14 tells of a file that goes with a signed document.

    Number and symbol, and the time to the second with its zone: Decree 30/2020,
    Annex I. A number that was not given yet is left out.
    """
    when = f"Thời gian ký: {at.isoformat(timespec='seconds')}"
    return (f"Số: {number}", when) if number else (when,)
