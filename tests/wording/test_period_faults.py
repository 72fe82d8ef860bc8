"""A refused write says which period, who locked it, and how to open it."""

import pytest

from desktop.errors import ConflictError
from desktop.wording.faults import explain
from desktop.wording.period_faults import PERIODS

FACTS = (
    "2024@14/11",
    "2024-01-01",
    "2024-11-14",
    "signed",
    "2024-11-20T09:00:00+07:00",
    "Y Hà",
    "15",
    "2024-05-20",
    "Tập huấn",
)


@pytest.mark.parametrize("reason", PERIODS)
def test_every_fault_is_told_in_four_lines(reason: str) -> None:
    told = explain(ConflictError(reason))
    lines = (told.what, told.why, told.data, told.next)
    assert all(lines)
    assert not any("{" in line for line in lines)


def test_the_lock_is_named_with_its_entry_its_period_and_its_officer() -> None:
    told = explain(ConflictError("period_locked", *FACTS))
    assert told.why == (
        "Mục “Tập huấn” (ngày 20/05/2024) thuộc kỳ năm 2024 (số liệu đến ngày "
        "14/11/2024), đã ký ngày 20/11/2024, do Y Hà ghi, báo cáo số 15."
    )
    assert "Mở lại kỳ" in told.next
    assert "bản điều chỉnh" in told.next


def test_a_closed_period_asks_for_no_correction() -> None:
    facts = (*FACTS[:3], "closed", FACTS[4], "", "", "2024", "")
    told = explain(ConflictError("period_locked", *facts))
    assert told.why == (
        "Mục này (năm 2024) thuộc kỳ năm 2024 (số liệu đến ngày 14/11/2024), "
        "đã chốt ngày 20/11/2024."
    )
    assert "bản điều chỉnh" not in told.next


def test_without_facts_it_still_tells_what_to_do() -> None:
    told = explain(ConflictError("period_locked"))
    assert "Mở lại kỳ" in told.next
