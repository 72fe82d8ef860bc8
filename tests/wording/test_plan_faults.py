"""Tests of the words for faults of changing plans."""

from desktop.errors import ConflictError
from desktop.wording.faults import explain
from desktop.wording.plan_faults import PLAN


def test_every_reason_is_told_by_its_own_four_lines() -> None:
    for reason, lines in PLAN.items():
        told = explain(ConflictError(reason, "một", "2"))
        assert told.what == lines[0].format(one="một", two="2")
        assert "{" not in told.why + told.next


def test_a_used_plan_names_the_way_out() -> None:
    told = explain(ConflictError("plan_used", "Kế hoạch A", "1.012"))
    assert "1.012 mục" in told.why
    assert "Đóng kế hoạch" in told.next
