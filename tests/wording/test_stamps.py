"""What is seen of a signature names the signer, the time, and a mere trial."""

import datetime as dt

from desktop.wording.stamps import TEST_MARK, corner_lines, stamp_lines

AT = dt.datetime(2024, 11, 20, 9, 15, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def test_the_time_bears_its_offset() -> None:
    assert stamp_lines("Y Hà", at=AT) == (
        "Ký bởi: Y Hà",
        "Thời gian ký: 2024-11-20T09:15:30+07:00",
    )


def test_a_test_key_is_worth_nothing() -> None:
    assert TEST_MARK == "KÝ THỬ - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"


def test_the_corner_tells_number_symbol_and_time() -> None:
    """Decree 30/2020, Annex I, cell 14."""
    when = "Thời gian ký: 2024-11-20T09:15:30+07:00"
    assert corner_lines("05/BC-VHTT", at=AT) == ("Số: 05/BC-VHTT", when)
    assert corner_lines("", at=AT) == (when,)
