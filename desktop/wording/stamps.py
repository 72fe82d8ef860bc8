"""What is seen of a signature on the page: who signed, and when."""

import datetime as dt

# a signature by a test key shows it before and over everything else
TEST_MARK = "KÝ THỬ - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def stamp_lines(key_name: str, *, at: dt.datetime) -> tuple[str, ...]:
    """Return the lines of a visible signature; `at` has an offset."""
    return f"Ký bởi: {key_name}", _signed_at(at)


def corner_lines(number: str, *, at: dt.datetime) -> tuple[str, ...]:
    """Return what cell 14 tells of a file that goes with a signed document.

    Number and symbol, and the time to the second with its zone: Decree 30/2020,
    Annex I. A number that was not given yet is left out.
    """
    when = _signed_at(at)
    return (f"Số: {number}", when) if number else (when,)


def _signed_at(at: dt.datetime) -> str:
    """Tell the time as ISO 8601 does, as the Decree asks."""
    return f"Thời gian ký: {at.isoformat(timespec='seconds')}"
