"""Find which task of the plan a line of a table is."""

from collections import Counter
from collections.abc import Mapping, Sequence

from desktop.records.task import Task
from desktop.rules.task_table.lines import Line
from desktop.rules.task_table.nesting import Place
from desktop.rules.task_table.numbering import bare
from desktop.rules.task_table.tidying import joined
from desktop.rules.task_table.words import Role
from desktop.rules.vietnamese import exact_key

Paired = dict[int, Task]


def pair(
    lines: Sequence[Line], places: Mapping[int, Place], tasks: Sequence[Task]
) -> Paired:
    """Return the task of the plan that each line is, by the line's key.

    Number and words together tell it; else the words, when no other task has them;
    else the number. A task is paired once, with the first line that tells it.
    """
    found: Paired = {}
    _by_both(lines, places, tasks, found)
    _by_words(lines, tasks, found)
    _by_number(lines, places, tasks, found)
    return found


def _left(tasks: Sequence[Task], found: Paired) -> list[Task]:
    taken = {one.id for one in found.values()}
    return [one for one in tasks if one.id not in taken]


def _by_both(
    lines: Sequence[Line],
    places: Mapping[int, Place],
    tasks: Sequence[Task],
    found: Paired,
) -> None:
    known: dict[tuple[str, str], Task] = {}
    for task in reversed(tasks):
        for number in _numbers(task):
            known[number, _words(task.text)] = task
    taken = set()
    for line in lines:
        words = _words(line.text(Role.TEXT))
        for number in (places[line.key].code, line.number):
            one = known.get((number, words))
            if one is not None and one.id not in taken:
                found[line.key] = one
                taken.add(one.id)
                break


def _by_words(lines: Sequence[Line], tasks: Sequence[Task], found: Paired) -> None:
    """Pair lines whose number changed; words that stand twice tell nothing."""
    left = _left(tasks, found)
    often = Counter(_words(one.text) for one in left)
    often.update(_words(one.text(Role.TEXT)) for one in lines if one.key not in found)
    known = {_words(one.text): one for one in left}
    for line in lines:
        words = _words(line.text(Role.TEXT))
        once = often[words] == 2  # noqa: PLR2004  one in the table, one in the plan
        if line.key not in found and once and words in known:
            found[line.key] = known[words]


def _by_number(
    lines: Sequence[Line],
    places: Mapping[int, Place],
    tasks: Sequence[Task],
    found: Paired,
) -> None:
    """Pair lines whose words changed; a number printed twice needs its group's too."""
    by_code = {one.code: one for one in tasks}
    taken = {one.id for one in found.values()}
    for line in lines:
        if line.key in found or not line.number:
            continue
        task = by_code.get(places[line.key].code) or _beside(
            line, places[line.key].parent, tasks, found
        )
        if task is not None and task.id not in taken:
            found[line.key] = task
            taken.add(task.id)


def _beside(
    line: Line, parent: int | None, tasks: Sequence[Task], found: Paired
) -> Task | None:
    """Return the task of that printed number in the group the line's group is."""
    above = found[parent].id if parent in found else None
    if parent is not None and above is None:
        return None
    alike = (
        one for one in tasks if one.parent == above and line.number in _numbers(one)
    )
    return next(alike, None)


def _numbers(task: Task) -> tuple[str, ...]:
    return task.code, bare(task.number or task.code)


def _words(text: str) -> str:
    return exact_key(joined(text))
