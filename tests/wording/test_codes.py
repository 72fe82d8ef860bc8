"""Every outcome of comparing a code is said in a sentence that leads on."""

import hashlib

import pytest

from desktop.rules.short_code import CodeFault, compare, payload, short_code
from desktop.wording import codes
from desktop.wording.codes import answer

DATA = hashlib.sha256(b"data").hexdigest()
CODE = short_code(DATA)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Gõ mã in ở chân trang, hoặc quét mã vuông ở chỗ ký."),
        (CODE, "Có: mã khớp, số liệu trong tệp đúng là của bản giấy."),
        (
            payload("a", "2024", DATA),
            "Có: mã quét khớp trọn vẹn, số liệu trong tệp đúng là của bản giấy.",
        ),
        (
            short_code("00" * 32),
            "Không: đây là mã của một báo cáo khác, hoặc số liệu trong tệp đã khác.",
        ),
        (CODE[:11], "Mã có 21 ký tự, mới có 10. Khớp đến nhóm 2."),
        (CODE[:4], "Mã có 21 ký tự, mới có 4."),
        ("1" + CODE[1:11], "Mã có 21 ký tự, mới có 10. Chưa khớp nhóm 1."),
        (
            CODE[:2] + "Á" + CODE[3:],
            "Mã không có chữ “Á”: tắt bộ gõ tiếng Việt rồi gõ lại.",
        ),
    ],
)
def test_what_came_of_it_is_said(typed: str, said: str) -> None:
    assert answer(compare(typed, DATA)) == said


def test_the_groups_to_look_at_again_are_named() -> None:
    said = answer(compare(f"1{CODE[1:-1]}{'0' if CODE[-1] != '0' else '1'}", DATA))
    assert said.startswith("Chưa khớp nhóm 1, 5: xem lại từng ký tự.")


def test_a_file_without_data_is_told() -> None:
    assert answer(None).startswith("Tệp này không có số liệu gốc để đối chiếu với mã")


def test_every_fault_has_its_words() -> None:
    worded = set(codes._FAULTS) | {CodeFault.CHECK}  # a slip is told by its groups
    assert worded == set(CodeFault)
