"""Whoever looks after the machine reads what works and what does not."""

import datetime as dt

from desktop.records.self_test import SelfTest, Trial
from desktop.wording import self_test as words


def a_check(name: str = "pdf", *, ok: bool = True, took: int = 1234) -> Trial:
    return Trial(name=name, ok=ok, took_ms=took, detail="PDF/A-3U")


def found(*checks: Trial) -> SelfTest:
    return SelfTest(
        made_at=dt.datetime(2026, 7, 1, 8, 5, tzinfo=dt.UTC),
        versions=(("program", "1.2.3"), ("system", "Windows 10.0.19045")),
        places=(("logs", "C:\\Logs"),),
        checks=checks,
    )


def test_everything_good_is_one_sentence() -> None:
    assert words.headline(found(a_check())) == words.GOOD


def test_what_fails_is_counted_and_marked() -> None:
    one = found(a_check(), a_check("fonts", ok=False))
    assert words.headline(one) == "Có 1 việc chưa chạy được trên máy này."
    lines = words.lines(one)
    assert lines[0] == "Tự kiểm tra Sổ Truyền Thông 1.2.3, 01/07/2026 08:05"
    assert lines[1] == "[Đạt] Vẽ và mở lại tệp PDF/A (PDF/A-3U)"
    assert lines[2].startswith("[HỎNG] Phông chữ")
    assert "Nhật ký và báo cáo lỗi: C:\\Logs" in lines


def test_a_name_nobody_put_into_words_is_told_as_it_is() -> None:
    assert words.check_name(a_check("quite_new")) == "quite_new"


def test_how_long_it_took_is_told_in_seconds() -> None:
    assert words.took(a_check()) == "1,2 giây"
    assert words.took(a_check(took=3)) == "tức thì"
