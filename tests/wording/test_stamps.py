"""What is seen of a signature names the signer, the time, and a mere trial."""

import datetime as dt

from desktop.wording.stamps import TEST_MARK, stamp_lines

AT = dt.datetime(2024, 11, 20, 9, 15, 30, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def test_the_time_bears_its_offset() -> None:
    assert stamp_lines("Y Hà", test=False, at=AT) == (
        "Ký bởi: Y Hà",
        "Thời gian ký: 20.11.2024 09:15:30 +07:00",
    )


def test_a_test_key_says_first_that_it_is_worth_nothing() -> None:
    lines = stamp_lines("Y Hà", test=True, at=AT)
    assert lines[0] == TEST_MARK == "KÝ THỬ - KHÔNG CÓ GIÁ TRỊ PHÁP LÝ"
    assert lines[1:] == stamp_lines("Y Hà", test=False, at=AT)
