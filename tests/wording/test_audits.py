"""Tests of the words for what the check of the history found."""

import pytest

from desktop.store.audit import Disagreement, Fault, MissingHead
from desktop.wording.audits import audit_lines, disagreement_line, removals_line
from tests.wording.words import assert_a_sentence

ROW = {"place": "activities", "row_id": "a1", "change": 7}


@pytest.mark.parametrize("fault", Fault)
def test_each_disagreement_is_a_sentence_that_names_the_record(fault: Fault) -> None:
    one = Disagreement(fault=fault, columns=("attendance",), **ROW)  # type: ignore[arg-type]
    said = disagreement_line(one)
    assert_a_sentence(said)
    assert "mã a1" in said
    assert "Số lượt người tham dự" in said


def test_a_table_without_a_record_is_named_by_itself() -> None:
    one = Disagreement(
        fault=Fault.EDITED, place="preferences", row_id="office", columns=("value",)
    )
    assert disagreement_line(one).startswith("preferences, mã office")


def test_a_sound_history_is_told_in_one_line() -> None:
    (said,) = audit_lines(None, (), None, 0)
    assert_a_sentence(said)
    assert "liền mạch" in said


def test_everything_found_is_told() -> None:
    one = Disagreement(fault=Fault.GONE, **ROW)  # type: ignore[arg-type]
    head = MissingHead(head="f" * 64, changes=9, where="so-20261112.stt")
    lines = audit_lines(3, (one,), head, 2)
    assert len(lines) == 4
    for said in lines:
        assert_a_sentence(said)
    assert "thay đổi số 3" in lines[0]
    assert "so-20261112.stt" in lines[2]
    assert "thiếu 2 mục" in lines[3]


def test_a_log_that_cannot_be_read_is_told() -> None:
    assert_a_sentence(removals_line(None))
    assert removals_line(0) == ""
