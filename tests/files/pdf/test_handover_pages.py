"""Two printed pages, however much there is to tell."""

import datetime as dt
import io

import pypdfium2
import pytest

from desktop.files.pdf.handover_pages import HandoverNotes, draw_pages, page_words

AT = dt.datetime(2024, 12, 20, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))


def notes(many: int) -> HandoverNotes:
    facts = {"day": "24/11/2025", "left": "5", "what": "Báo cáo năm", "whom": "Sở"}
    return HandoverNotes(
        head=(("office", {"agency": "Phòng Văn hóa"}), ("no_file", {})),
        due=(("here", facts),) * many,
        open=(("late", {"count": "3", "due": "24/11/2024"}),) * many,
        calls=(("Ủy ban nhân dân xã Đăk Mar", "0260 1", "–"),) * many,
        keys=(("token", {"serial": "42"}),) * min(many, 3),
        at=AT,
        practice=many == 1,
    )


def texts(made: HandoverNotes) -> list[str]:
    found = pypdfium2.PdfDocument(io.BytesIO(draw_pages(made)))
    return [page.get_textpage().get_text_range() for page in found]


@pytest.mark.parametrize("many", [0, 1, 12, 200])
def test_there_are_always_two_pages_that_end_with_signatures(many: int) -> None:
    first, second = texts(notes(many))
    assert "1. Việc sắp đến hạn" in first
    assert "2. Việc đang dở" in first
    assert "4. Chứng thư số" in second
    assert page_words()["take"]["taking"] in second
    assert "trang 2/2" in second


def test_what_is_left_out_is_counted() -> None:
    first, second = texts(notes(200))
    for page in (first, second):
        assert " mục khác, xem trong sổ." in page
    told = second.count("xã Đăk Mar")
    assert f"… và {200 - told} mục khác" in second


def test_a_group_with_nothing_says_so_and_keys_never_travel() -> None:
    first, second = texts(notes(0))
    assert first.count("Không có.") == 2
    assert "Sổ chưa ký bằng chứng thư số nào" in second
    assert "không nằm trong tệp bàn giao" in second.replace("\r\n", " ")


def test_a_practice_office_says_so_on_each_page() -> None:
    assert all(page_words()["practice"] in page for page in texts(notes(1)))
    assert not any(page_words()["practice"] in page for page in texts(notes(2)))
