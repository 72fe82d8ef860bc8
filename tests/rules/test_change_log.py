"""The log of changes is cut at its versions, and only what is new is shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.update import VersionChanges
from desktop.rules.change_log import changes_between, read_change_log
from tests.house.source import ROOT

LOG = """# Nhật ký thay đổi

Mỗi phiên bản: một đoạn.

## 0.3.0 (2026-12-01)

Bản ba, xem
`stt.exe`.

- Điều một
  nối dòng.
- Điều hai.

Cuối cùng là lời không thuộc điều nào.

## Chưa phát hành

- Không của bản nào.

## 0.2.0

Bản hai.
"""


def test_each_version_has_its_paragraph_and_its_points() -> None:
    third, second = read_change_log(LOG)
    assert third == VersionChanges(
        version="0.3.0",
        intro="Bản ba, xem stt.exe.",
        points=("Điều một nối dòng.", "Điều hai."),
    )
    assert (second.version, second.intro, second.points) == ("0.2.0", "Bản hai.", ())


def test_lines_of_windows_are_read_alike() -> None:
    assert read_change_log(LOG.replace("\n", "\r\n")) == read_change_log(LOG)


@pytest.mark.parametrize(
    ("own", "new", "told"),
    [
        ("0.1.0", "0.3.0", ["0.3.0", "0.2.0"]),
        ("0.2.0", "0.3.0", ["0.3.0"]),
        ("0.1.0", "0.2.0", ["0.2.0"]),
        ("0.3.0", "0.3.0", []),
    ],
)
def test_what_came_between_is_told_latest_first(
    own: str, new: str, told: list[str]
) -> None:
    between = changes_between(reversed(read_change_log(LOG)), own, new)
    assert [one.version for one in between] == told


def test_our_own_log_can_be_cut() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for one in read_change_log(text):
        assert one.intro
        assert one.points


@given(st.text())
def test_any_text_is_read_without_a_fault(text: str) -> None:
    for one in read_change_log(text):
        assert "\n" not in one.intro + "".join(one.points)
