"""A unit that works by a plan of its own, which nobody above knows."""

from desktop.files.plans import load_plan
from desktop.records.exchange_entries import Entries, SentTarget, SentTask
from desktop.records.identity import (
    AgencyId,
    GoalId,
    PlanId,
    RecordId,
    TargetId,
    TaskId,
)
from desktop.records.target import Achievement
from tests.builders import PLAN
from tests.operations.intake.sent_packages import (
    LAST,
    an_entry,
    entries_of,
    sent_plan,
)

OWN_PLAN = PlanId("ke-hoach-lien-xa")
TITLE = "Kế hoạch truyền thông của cụm xã phía bắc"
SAME = next(one for one in load_plan(PLAN).tasks if one.code == "2.2")
GOAL = f"{PLAN}/T2a"


def by_own_plan(sender: str) -> Entries:
    """Return entries of a unit that works by a plan nobody here knows."""
    tasks = tuple(
        SentTask(id=TaskId(f"{OWN_PLAN}/{code}"), plan=OWN_PLAN, code=code, text=text)
        for code, text in ((SAME.code, SAME.text), ("9", "Việc chỉ các xã này làm"))
    )
    goal = SentTarget(
        id=TargetId(f"{OWN_PLAN}/C1"),
        goal=GoalId(f"{OWN_PLAN}/C1"),
        code="C1",
        label="Cán bộ của cụm được tập huấn",
        unit="%",
    )
    reached = Achievement(
        id=RecordId("d1"),
        title="Hoàn thành tập huấn",
        reached_on=LAST,
        agency=AgencyId(sender),
        goals=(goal.goal,),
    )
    ids = tuple(one.id for one in tasks)
    book = load_plan(PLAN)
    return entries_of(
        (an_entry(1, agency=sender, tasks=ids), reached),
        sender=sender,
        plan=OWN_PLAN,
        plans=(sent_plan(book.plan, id=OWN_PLAN, title=TITLE, number="5/KH"),),
        tasks=tasks,
        targets=(goal,),
    )
