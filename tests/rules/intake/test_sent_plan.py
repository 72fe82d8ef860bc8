"""A sender's plan, tasks and targets are known by their words, else asked once."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from desktop.records.exchange import MappedKind, Mapping
from desktop.records.exchange_entries import Entries, SentPlan, SentTarget, SentTask
from desktop.records.identity import AgencyId, GoalId, PlanId, TargetId, TaskId
from desktop.records.plan import Plan
from desktop.records.task import Task
from desktop.rules.intake.sent_plan import FoundPlan, Plans, find_plan
from desktop.rules.intake.translation import Decisions

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2028, 12, 31)
AT = dt.datetime(2024, 7, 2, 9, tzinfo=dt.UTC)
TITLE = "Kế hoạch truyền thông về quyền con người"


def a_plan(row_id: str, title: str = TITLE, **more: Any) -> Plan:
    values: dict[str, Any] = {
        "id": PlanId(row_id),
        "document_type": "Kế hoạch",
        "title": title,
        "issuer": AgencyId("a"),
        "territory": "Xã Hòa Bình",
        "first_day": FIRST,
        "last_day": LAST,
    }
    return Plan(**(values | more))


def a_task(plan: str, code: str, text: str) -> Task:
    row_id = TaskId(f"{plan}/{code}")
    return Task(id=row_id, plan=PlanId(plan), position=1, code=code, text=text)


def sent_task(code: str, text: str, plan: str = "xa") -> SentTask:
    row_id = TaskId(f"{plan}/{code}")
    return SentTask(id=row_id, plan=PlanId(plan), code=code, text=text)


def sent(
    tasks: Iterable[SentTask],
    title: str = TITLE,
    targets: Iterable[SentTarget] = (),
    **more: Any,
) -> Entries:
    plan = SentPlan(
        id=PlanId("xa"),
        title=title,
        issuer=AgencyId("b"),
        first_day=FIRST,
        last_day=LAST,
        **more,
    )
    return Entries(
        agency=AgencyId("b"),
        plan=PlanId("xa"),
        first_day=FIRST,
        last_day=LAST,
        agencies=(),
        plans=(plan,),
        tasks=tuple(tasks),
        targets=tuple(targets),
        rows=(),
    )


def here(*decisions: tuple[MappedKind, str, str, str | None], **more: Any) -> Plans:
    settled = [
        Mapping(
            id=str(number),
            sender="xa",
            kind=kind,
            theirs=theirs,
            theirs_name=name,
            ours=ours,
            decided_at=AT,
        )
        for number, (kind, theirs, name, ours) in enumerate(decisions)
    ]
    values: dict[str, Any] = {
        "plans": (a_plan("ta", number="10/KH"),),
        "tasks": (
            a_task("ta", "1", "Tập huấn cán bộ"),
            a_task("ta", "2", "Phát thanh hằng tuần"),
        ),
        "decisions": Decisions(settled),
    }
    return Plans(**(values | more))


def found(entries: Entries, plans: Plans) -> FoundPlan:
    named = {
        "tasks": {str(one.id) for one in entries.tasks},
        "goal": {str(one.goal) for one in entries.targets},
        "roadmap_steps": {"buoc-la"},
    }
    return find_plan(entries, named, plans)


def asked(one: FoundPlan) -> list[tuple[str, str]]:
    return [(str(each.kind), each.theirs) for each in one.unmapped]


def test_the_same_words_under_the_same_number_are_not_asked_about() -> None:
    one = found(sent([sent_task("1", "TẬP HUẤN CÁN BỘ")]), here())
    assert (one.tasks, one.unmapped) == ({"xa/1": "ta/1"}, ())


def test_a_step_of_another_roadmap_has_no_like_here() -> None:
    assert found(sent([]), here()).steps == {"buoc-la": None}


def test_an_unknown_plan_is_asked_about_once_and_its_parts_after_it() -> None:
    tasks = [sent_task("1", "Tập huấn cán bộ"), sent_task("7", "Việc riêng của xã")]
    entries = sent(tasks, title="Đề án riêng")
    assert asked(found(entries, here())) == [("plan", "xa")]
    plan = (MappedKind.PLAN, "xa", "Đề án riêng", "ta")
    after = found(entries, here(plan))
    assert after.tasks == {"xa/1": "ta/1", "xa/7": None}
    assert asked(after) == [("task", "xa/7")]
    task = (MappedKind.TASK, "xa/7", "7 Việc riêng của xã", None)
    assert found(entries, here(plan, task)).unmapped == ()


def test_of_a_plan_that_has_no_like_here_no_part_is_asked_about() -> None:
    entries = sent([sent_task("1", "Tập huấn cán bộ")], title="Đề án riêng")
    one = found(entries, here((MappedKind.PLAN, "xa", "Đề án riêng", None)))
    assert (one.tasks, one.unmapped) == ({"xa/1": None}, ())


def test_what_was_settled_for_a_task_removed_since_is_asked_again() -> None:
    entries = sent([sent_task("7", "Việc riêng của xã")])
    gone = (MappedKind.TASK, "xa/7", "7 Việc riêng của xã", "ta/99")
    assert asked(found(entries, here(gone))) == [("task", "xa/7")]


def test_one_title_under_two_numbers_is_two_papers() -> None:
    entries = sent([sent_task("1", "Tập huấn cán bộ")], number="11/KH")
    (question,) = found(entries, here()).unmapped
    assert question.kind is MappedKind.PLAN
    assert question.name == f"11/KH {TITLE}"
    assert [row_id for row_id, _ in question.offers] == ["ta"]


def test_a_target_is_asked_about_as_a_task_is() -> None:
    target = SentTarget(
        id=TargetId("xa/1@1"),
        goal=GoalId("xa/1.1"),
        code="1.1",
        label="Tỷ lệ cán bộ được tập huấn",
        unit="%",
    )
    one = found(sent([], targets=[target]), here())
    assert (one.goals, asked(one)) == ({"xa/1.1": None}, [("goal", "xa/1.1")])
    name = "1.1 Tỷ lệ cán bộ được tập huấn"
    settled = here((MappedKind.GOAL, "xa/1.1", name, None))
    assert found(sent([], targets=[target]), settled).unmapped == ()
