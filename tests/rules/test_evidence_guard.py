"""Numbers and headings that tell of persons are known, and what looks alike is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.evidence_guard import (
    Findings,
    Personal,
    columns_of,
    heading_of,
    in_list,
    in_text,
    reduced_number,
    reduced_text,
)


@pytest.mark.parametrize(
    ("text", "cards", "phones"),
    [
        ("CCCD: 001203004561", 1, 0),
        ("001 203 004 561 và 062.198.007.892", 2, 0),
        ("CMND số 233123456 cấp tại", 1, 0),
        ("0912345678", 0, 1),
        ("0912 345 678, +84 912 345 678, 0353.345.678", 0, 3),
        ("Kinh phí 123456789012 đồng", 0, 0),
        ("150.000.000 đồng; 233123456 lượt", 0, 0),
        ("Số tài khoản 0012030045612345", 0, 0),
        ("ngày 05/06/2024, 5768/BTTTT-TTCS", 0, 0),
        ("12,001203004561", 0, 0),
    ],
)
def test_numbers_in_running_text(text: str, cards: int, phones: int) -> None:
    counts = in_text(text).counts
    assert counts.get(Personal.IDENTITY, 0) == cards
    assert counts.get(Personal.PHONE, 0) == phones


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Số CCCD", Personal.IDENTITY),
        ("SỐ CMND/CCCD", Personal.IDENTITY),
        ("Căn cước công dân", Personal.IDENTITY),
        ("Mã định danh", Personal.IDENTITY),
        ("Số điện thoại", Personal.PHONE),
        ("SĐT", Personal.PHONE),
        ("Ngày sinh", Personal.BIRTH),
        ("Năm sinh", Personal.BIRTH),
        ("Ngày, tháng, năm sinh", Personal.BIRTH),
        ("Dân tộc", Personal.ETHNICITY),
        ("Tôn giáo", Personal.RELIGION),
        ("Dân tộc thiểu số", None),
        ("Số người dân tộc", None),
        ("Tổng số học sinh sinh năm 2010", None),
        ("Họ và tên", None),
        ("Số buổi", None),
        ("", None),
        ("Công tác dân tộc và tôn giáo trên địa bàn tỉnh trong năm", None),
    ],
)
def test_headings(heading: str, kind: Personal | None) -> None:
    assert heading_of(heading) is kind


def test_a_list_counts_cards_below_their_heading_in_any_writing() -> None:
    rows = [
        ["Danh sách"],
        ["Họ tên", "Số CCCD", "Số tiền"],
        ["A", "62198007892", "123456789"],
        ["B", "233.123.456", "001203004561"],
    ]
    assert columns_of(rows) == {1: Personal.IDENTITY}
    assert in_list(rows).counts == {Personal.IDENTITY: 3}


def test_a_list_to_be_filled_in_by_hand_warns_by_its_heading() -> None:
    rows = [["TT", "Số CCCD", "Điện thoại", "Ký tên"], ["1", "", "", ""]]
    assert in_list(rows).counts == {Personal.IDENTITY: 1, Personal.PHONE: 1}


def test_nothing_found_is_false() -> None:
    assert not Findings()
    assert not in_list([["TT", "Nội dung"], ["1", "Họp"]])


def test_reducing_keeps_three_digits_and_the_length() -> None:
    assert reduced_text("thẻ 001203004561.") == "thẻ *********561."
    assert reduced_text("CMND 233123456") == "CMND ******456"
    assert reduced_number("233 123 456") == "********456"
    assert reduced_number("Số CCCD") == "Số CCCD"
    assert reduced_number("12") == "12"


@given(st.text(max_size=80))
def test_reducing_never_changes_the_length_and_is_done_once(text: str) -> None:
    once = reduced_text(text)
    assert len(once) == len(text)
    assert reduced_text(once) == once
    assert not in_text(once).counts.get(Personal.IDENTITY)


@given(
    st.integers(0, 999_999_999_999).map(lambda n: f"0{n:011d}"[:12]),
    st.text(st.sampled_from("abc ,;:()\n"), max_size=6),
)
def test_every_card_in_a_text_is_found_and_reduced(number: str, around: str) -> None:
    text = f"{around} {number} {around}"
    assert in_text(text).counts[Personal.IDENTITY] == 1
    assert number not in reduced_text(text)
    assert number[-3:] in reduced_text(text)
