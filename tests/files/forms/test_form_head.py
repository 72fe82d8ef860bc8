"""The head says who is asked, by whom, on what ground and by when."""

from tests.files.forms.made import a_head


def test_the_head_has_the_five_parts_of_an_official_form() -> None:
    head = a_head()
    assert head.document == "Theo Kế hoạch số 12/KH-UBND"
    assert head.received == "Ngày nhận báo cáo: chậm nhất 24/11/2024"
    assert head.reporter == "Đơn vị báo cáo: UBND xã Đăk Mar"
    assert head.recipient == "Đơn vị nhận báo cáo: Phòng VHTT"
    assert head.period == "Kỳ báo cáo: năm 2024"


def test_a_day_nobody_knows_is_left_to_be_written() -> None:
    assert a_head(due=None).received.endswith("....")


def test_the_stamp_that_is_seen_tells_the_version() -> None:
    assert a_head(version=3).stamp == "Mã biểu: 01234567 · lần 3"
