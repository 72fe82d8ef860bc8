"""Members of a package are called what people call them."""

import pytest

from desktop.wording.arrivals import reason
from desktop.wording.package_reasons import READERS, REASONS, member_label


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("anh-03.jpg", "ảnh 03"),
        ("tep-12.pdf", "tệp minh chứng 12"),
        ("entries.json", "số liệu từng mục"),
        ("bao-cao.pdf", "tệp bao-cao.pdf"),
    ],
)
def test_a_member_is_called_by_what_it_is(name: str, label: str) -> None:
    assert member_label(name) == label


def test_every_reason_is_a_sentence() -> None:
    for code in (*REASONS, *READERS):
        said = reason((code, "anh-01.jpg", "2", "3", "4"))
        assert said.endswith("."), code
        assert "{" not in said, code


def test_a_receipt_says_which_version_it_is_of_and_what_was_counted() -> None:
    old = reason(("receipt_other_version", "1", "1/2"))
    assert old == "Biên nhận của bản cũ (bản 1); đã gửi bản 1, điều chỉnh 2."
    other = reason(("receipt_differs", "1999", "12000", "2000", "12005"))
    assert "nơi nhận 1.999 mục, 12.000 lượt người" in other
    assert "đã gửi 2.000 mục, 12.005 lượt người" in other
