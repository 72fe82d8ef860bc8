"""Lists of the history say in words what was done."""

from dataclasses import replace

import pytest

from desktop.gui.pages.history.lists import (
    FieldRow,
    field_rows,
    place_label,
    summary,
    told,
)
from desktop.gui.session import Session
from desktop.operations.history.read_history import read_change
from tests.gui.pages.history.history_office import (
    AMENDED,
    RECORDED,
    REMOVED,
    some_history,
)


@pytest.fixture
def busy(session: Session) -> Session:
    some_history(session)
    return session


def test_an_amendment_is_summed_up_by_its_fields(busy: Session) -> None:
    (one,) = read_change(busy.store, AMENDED)
    assert summary(one) == (
        "Số lượt người: 40 lượt người → 45 lượt người; Lồng ghép: không → có"
    )
    many = replace(one, fields=one.fields * 3)
    assert summary(many).endswith("; và 2 nội dung khác")
    assert field_rows(one)[1] == FieldRow("Lồng ghép", "không", "có")


def test_what_came_or_went_is_summed_up_without_its_title(busy: Session) -> None:
    for number in (RECORDED, REMOVED):
        one, *_ = read_change(busy.store, number)
        said = summary(one)
        assert said.startswith("Từ ngày: 05/06/2024")
        assert one.title not in said


def test_a_deed_is_told_with_its_subject(busy: Session) -> None:
    one, *_ = read_change(busy.store, REMOVED)
    assert told(one.done) == "Xóa khỏi sổ: 3 lớp"
    bare = replace(one.done, deed=replace(one.done.deed, subject=""))
    assert told(bare) == "Xóa khỏi sổ"


def test_settings_are_called_settings() -> None:
    assert place_label("preferences") == "Thiết lập"
    assert place_label("tasks") == "Nhiệm vụ, giải pháp"
