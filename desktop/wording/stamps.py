"""What is seen of a signature on the page: who signed, and when."""

import datetime as dt

from desktop.rules.dates import format_date

TEST_MARK = "KÝ THỬ - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def stamp_lines(key_name: str, *, test: bool, at: dt.datetime) -> tuple[str, ...]:
    """Return the lines of a visible signature; the time bears its offset (ISO 8601).

    The mark of a test key comes first: it must be read before the name.
    """
    offset = f"{at:%z}"
    when = (
        f"{format_date(at).replace('/', '.')} {at:%H:%M:%S} {offset[:3]}:{offset[3:5]}"
    )
    lines = (f"Ký bởi: {key_name}", f"Thời gian ký: {when}")
    return (TEST_MARK, *lines) if test else lines
