"""Titles tell of one thing or of two, whatever the wording."""

import pytest

from desktop.rules.title_likeness import likeness, phrase, same_place

ONE = [
    (
        "Hội thi tìm hiểu pháp luật về quyền con người",
        "HOI THI TIM HIEU PHAP LUAT VE QUYEN CON NGUOI",
    ),
    (
        "Hội thi tìm hiểu pháp luật về quyền con người",
        "Cuộc thi tìm hiểu pháp luật quyền con người",
    ),
    (
        "Hội thi tìm hiểu pháp luật về quyền con người",
        "Hội thi tìm hiểu pháp luật về QCN năm 2026",
    ),
    (
        "Hội thi tìm hiểu pháp luật về quyền con người",
        "Quyền con người: Hội thi tìm hiểu pháp luật",
    ),
    (
        "Tập huấn kỹ năng truyền thông cho cán bộ cơ sở",
        "Lớp tập huấn kỹ năng truyền thông cho cán bộ cơ sở ngày 05/6",
    ),
    ("Tập huấn lớp 1", "Tập huấn lớp 01"),
    ("Tập huấn khóa I", "Tập huấn khóa 1"),
    ("Tập huấn lớp thứ nhất", "Tập huấn lớp thứ 1"),
    (
        "Hội nghị quán triệt Quyết định 1079",
        "Hội nghị quán triệt Quyết định số 1079/QĐ-TTg ngày 14/9/2022",
    ),
    (
        "Hội nghị phổ biến Luật Trẻ em",
        "Hội nghị phổ biến Luật Trẻ em cho phụ nữ và người cao tuổi",
    ),
    ("Triển lãm ảnh biển đảo quê hương", "Triển lãm ảnh biền đảo quê hưong"),
]
TWO = [
    ("Tập huấn lớp 1", "Tập huấn lớp 2"),
    ("Tập huấn lớp A", "Tập huấn lớp B"),
    ("Tập huấn khóa I về quyền con người", "Tập huấn khóa II về quyền con người"),
    ("Tập huấn lớp 1 đợt 1", "Tập huấn lớp 2 đợt 1"),
    ("Tập huấn lớp thứ nhất", "Tập huấn lớp thứ hai"),
    ("Giao ban báo chí quý I", "Giao ban báo chí quý II"),
    (
        "Nói chuyện chuyên đề buổi sáng cho học sinh",
        "Nói chuyện chuyên đề buổi chiều cho học sinh",
    ),
    ("Sơ kết 6 tháng đầu năm", "Sơ kết 6 tháng cuối năm"),
    (
        "Hội nghị tuyên truyền quyền con người cho hội viên phụ nữ",
        "Hội nghị tuyên truyền quyền con người cho hội viên nông dân",
    ),
    ("Phổ biến Luật Trẻ em", "Phổ biến Luật Bình đẳng giới"),
    ("Tập huấn", "Tập huấn kỹ năng truyền thông cho cán bộ cơ sở"),
    ("Triển lãm ảnh", "Hội thi tiếng hát"),
    ("", "Hội nghị"),
    ("", ""),
    ("12", "12"),
]
ALIKE = 75


@pytest.mark.parametrize(("one", "other"), ONE)
def test_one_thing_in_other_words_is_alike(one: str, other: str) -> None:
    assert likeness(phrase(one), phrase(other)) >= ALIKE
    assert likeness(phrase(other), phrase(one)) >= ALIKE


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_things_in_like_words_are_not(one: str, other: str) -> None:
    assert likeness(phrase(one), phrase(other)) < ALIKE
    assert likeness(phrase(other), phrase(one)) < ALIKE


def test_only_the_same_words_are_wholly_alike() -> None:
    title = phrase("Hội thi tìm hiểu pháp luật")

    assert likeness(title, phrase("Hội thi Tìm hiểu  pháp luật")) == 100
    assert likeness(title, phrase("Hội thi tìm hiểu pháp luật mở rộng")) < 100


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xã Hà Mòn", "Nhà văn hóa xã Hà Mòn"),
        ("Hội trường UBND xã Hà Mòn", "Hội trường Ủy ban nhân dân xã Hà Mòn"),
        ("Thôn 1, xã Đăk La", "thôn 01 xã Đắk La"),
        ("Nhà rông làng Kon Gung", "Nhà rong làng Kon Gung"),
    ],
)
def test_a_place_told_in_more_words_is_one(one: str, other: str) -> None:
    assert same_place(phrase(one), phrase(other))
    assert same_place(phrase(other), phrase(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thôn 1, xã Đăk La", "Thôn 2, xã Đăk La"),
        ("Thôn Kon Đào, xã Đăk Long", "Thôn Kon Brăp, xã Đăk Long"),
        ("UBND xã Hà Mòn", "UBND xã Đăk La"),
        ("Trường THCS số 1", "Trường THCS số 2"),
    ],
)
def test_two_places_of_one_area_are_two(one: str, other: str) -> None:
    assert not same_place(phrase(one), phrase(other))
