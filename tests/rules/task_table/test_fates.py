"""The rows of a preview add up."""

from desktop.rules.task_table.fates import Choices, Fate
from tests.rules.task_table.tables import a_task, shown

ROWS = (
    "1 | Việc cũ | | |",
    "2 | Việc sửa | Sở Ngoại vụ | |",
    "3 | Việc mới | Sở Ngoại vụ | |",
    "3 | Việc trùng số | Sở Ngoại vụ | |",
    "5 | Việc bỏ | Sở Ngoại vụ | |",
)
TASKS = (a_task("1", "Việc cũ"), a_task("2", "Việc chưa sửa"))


def test_seen_is_accepted_and_refused_and_unchanged_and_left_out() -> None:
    preview = shown(*ROWS, tasks=TASKS, choices=Choices(left_out=frozenset({5})))
    assert preview.counts == {
        Fate.ADD: 1,
        Fate.CHANGE: 1,
        Fate.SAME: 1,
        Fate.REFUSED: 1,
        Fate.LEFT_OUT: 1,
    }
    assert sum(preview.counts.values()) == len(preview.rows)
    assert [row.key for row in preview.accepted] == [2, 3]


def test_what_would_not_be_stored_cannot_be_left_out() -> None:
    preview = shown(*ROWS, tasks=TASKS, choices=Choices(left_out=frozenset({1, 4})))
    assert preview.rows[0].fate is Fate.SAME
    assert preview.rows[3].fate is Fate.REFUSED
