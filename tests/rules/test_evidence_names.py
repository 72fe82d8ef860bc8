"""Names of evidence keep their ending on screen, and fit every system as a file's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.evidence_names import NAME_LENGTH, ending_of, file_name, kept_name

RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt9"}


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ("Lớp tập huấn", "Lớp tập huấn.jpg"),
        ("Lớp tập huấn.jpg", "Lớp tập huấn.jpg"),
        ("  a/b:c  ", "a b c.jpg"),
        ("", "cũ.jpg"),
        (" . ", "cũ.jpg"),
        ("báo cáo.pdf", "báo cáo.pdf.jpg"),
    ],
)
def test_a_name_keeps_the_ending_of_what_the_file_is(wanted: str, kept: str) -> None:
    assert kept_name(wanted, "cũ.jpg") == kept


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Giấy mời số 12/GM.pdf", "giay-moi-so-12-gm.pdf"),
        ("CON.pdf", "con_.pdf"),
        ("aux.jpg", "aux_.jpg"),
        ("???.jpg", "minh-chung.jpg"),
        ("ảnh. ", "anh"),
    ],
)
def test_the_file_opened_has_a_plain_name(name: str, file: str) -> None:
    ending = ending_of(file)
    assert file_name(name, ending) == file


@given(st.text(max_size=400))
def test_any_name_becomes_one_that_windows_takes(name: str) -> None:
    made = file_name(name, ".jpg")
    assert re.fullmatch(r"[a-z0-9_-]{1,81}\.jpg", made)
    assert made.removesuffix(".jpg") not in RESERVED
    kept = kept_name(name, "a.jpg")
    assert kept.endswith(".jpg")
    assert len(kept) <= NAME_LENGTH
    assert not re.search(r'[\x00-\x1f/\\<>:"|?*]', kept)
