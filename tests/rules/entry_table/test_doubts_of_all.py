"""What all rows lack is said of the sheet."""

from desktop.errors import Problem
from desktop.records.figure import Source
from desktop.records.register import Register
from desktop.rules.entry_table.doubts_of_all import doubts_of_all
from desktop.rules.entry_table.fates import Fate, Preview, RowFate

REGISTER = Register(
    code="training", name="Tập huấn", one="lớp", source=Source.ACTIVITY, fields=()
)
NO_TASK = Problem("tasks", "no_task", blocking=False)
FUTURE = Problem("last_day", "in_future", blocking=False)


def shown(*rows: tuple[Fate, tuple[Problem, ...]]) -> Preview:
    return Preview(
        register=REGISTER,
        sheet="",
        sheets=("",),
        heading_row=1,
        columns=(),
        rows=tuple(
            RowFate(number=n, fate=fate, cells=(), problems=problems)
            for n, (fate, problems) in enumerate(rows, 2)
        ),
    )


def test_a_doubt_of_every_row_is_common() -> None:
    rows = ((Fate.ADD, (NO_TASK, FUTURE)), (Fate.CHANGE, (NO_TASK,)))
    assert doubts_of_all(shown(*rows)) == {("tasks", "no_task")}


def test_rows_that_are_not_kept_have_no_say() -> None:
    rows = ((Fate.ADD, (NO_TASK,)), (Fate.ADD, (NO_TASK,)), (Fate.SAME, ()))
    assert doubts_of_all(shown(*rows)) == {("tasks", "no_task")}


def test_one_row_shares_with_nobody() -> None:
    assert doubts_of_all(shown((Fate.ADD, (NO_TASK,)))) == frozenset()


def test_a_fault_is_no_doubt() -> None:
    wrong = Problem("tasks", "no_task")
    rows = ((Fate.ADD, (wrong,)), (Fate.ADD, (wrong,)))
    assert doubts_of_all(shown(*rows)) == frozenset()
