"""Show what importing a task table would do to a plan, before it does."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.errors import InputError, Problem
from desktop.records.identity import TaskId
from desktop.records.task import Task
from desktop.rules.grid import Grid, TableSource
from desktop.rules.task_table.comparing import Against, compare
from desktop.rules.task_table.fates import Choices, Fate, Preview, PreviewRow
from desktop.rules.task_table.headings import (
    Headings,
    find_headings,
    guess_headings,
)
from desktop.rules.task_table.lines import read_lines
from desktop.rules.task_table.nesting import places
from desktop.rules.task_table.pairing import pair
from desktop.rules.task_table.words import Role, TableWords
from desktop.rules.task_tree import in_order, placed


def preview(
    source: TableSource, against: Against, choices: Choices | None = None
) -> Preview:
    """Return what importing a table would do.

    Raises:
        InputError: There is no table in it (`table_empty`), or none whose columns can
            be told (`heading_missing`).
    """
    grid, headings = _table(source, against.words)
    lines = read_lines(grid, headings)
    if not lines:
        raise InputError((Problem("table", "table_empty"),))
    stood = places(lines, numbered=Role.NUMBER in headings.columns)
    paired = pair(lines, stood, against.tasks)
    settled = choices or Choices()
    rows = [
        compare(line, stood[line.key], paired.get(line.key), against, settled)
        for line in lines
    ]
    held = {one.id for one in paired.values()}
    return Preview(
        rows=_without_clashes(_with_moves(rows, settled), against.tasks),
        absent=tuple(one for one in against.tasks if one.id not in held),
        notes=tuple(_notes(source, grid, headings)),
        sheet=grid.name,
    )


def merged(shown: Preview, tasks: Sequence[Task]) -> tuple[Task, ...]:
    """Return all tasks of the plan as they stand once the accepted rows are stored.

    Tasks the table does not hold stay behind the one they stood behind.
    """
    final: dict[TaskId, Task] = {}
    stored: dict[int, TaskId] = {}
    for row in shown.rows:
        one = row.task if row.accepted else row.before
        if one is not None:
            stored[row.key] = one.id
    codes = {one.code: one.id for one in tasks}
    for row in shown.rows:
        if row.accepted and row.task is not None:
            final[row.task.id] = _under(row.task, row, shown, stored, codes)
        elif row.fate is Fate.SAME and row.before is not None:
            final[row.before.id] = row.before
    return placed(_with_others(final, in_order(tasks)))


# --- the table as a whole --------------------------------------------------


def _table(source: TableSource, words: TableWords) -> tuple[Grid, Headings]:
    """Return the sheet with the table, and its headings."""
    full = [grid for grid in source.grids if any(not r.blank for r in grid.rows)]
    if not full:
        raise InputError((Problem("table", "table_empty"),))
    for find in (find_headings, guess_headings):
        for grid in full:
            found = find(grid, words)
            if found is not None:
                return grid, found
    raise InputError((Problem("table", "heading_missing"),))


def _notes(source: TableSource, grid: Grid, headings: Headings) -> Iterator[Problem]:
    """Yield what was left out, missing or guessed."""
    yield from source.notes
    others = [one.name for one in source.grids if one is not grid and one.rows]
    if others:
        yield _note("sheets_left", ", ".join(others))
    if source.hidden_sheets:
        yield _note("sheets_hidden", ", ".join(source.hidden_sheets))
    if headings.guessed:
        yield _note("heading_guessed")
    for role in headings.missing:
        yield Problem(role.value, "column_missing", (role.value,), blocking=False)
    if headings.skipped:
        rows = sorted(grid.rows[place].number for place in headings.skipped)
        yield _note("heading_repeated", ", ".join(map(str, rows)))


def _note(code: str, *facts: str) -> Problem:
    return Problem("table", code, facts, blocking=False)


# --- rows among each other -------------------------------------------------


def _with_moves(rows: Sequence[PreviewRow], choices: Choices) -> list[PreviewRow]:
    """Mark tasks of the plan that come before one they stood behind."""
    made: list[PreviewRow] = []
    furthest = 0
    for row in rows:
        before = row.before
        moved = before is not None and before.position < furthest
        if before is not None:
            furthest = max(furthest, before.position)
        made.append(_moved(row, choices) if moved else row)
    return made


def _moved(row: PreviewRow, choices: Choices) -> PreviewRow:
    fate = row.fate
    if fate is Fate.SAME:
        fate = Fate.LEFT_OUT if row.key in choices.left_out else Fate.CHANGE
    return replace(row, fate=fate, changes=(*row.changes, "position"))


def _without_clashes(
    rows: Sequence[PreviewRow], tasks: Sequence[Task]
) -> tuple[PreviewRow, ...]:
    """Refuse rows whose number would be that of another task that stays."""
    kept = list(rows)
    while True:
        accepted = {row.task.id: row for row in kept if row.accepted and row.task}
        owners = {one.code: one.id for one in tasks if one.id not in accepted}
        clashing = [
            row.key
            for one, row in accepted.items()
            if row.task and owners.get(row.task.code, one) != one
        ]
        if not clashing:
            return tuple(kept)
        kept = [_refused(row) if row.key in clashing else row for row in kept]


def _refused(row: PreviewRow) -> PreviewRow:
    code = row.task.code if row.task else row.line.number
    problem = Problem("number", "number_taken", (code,))
    return replace(row, fate=Fate.REFUSED, problems=(*row.problems, problem))


# --- the plan afterwards ---------------------------------------------------


def _under(
    task: Task,
    row: PreviewRow,
    shown: Preview,
    stored: Mapping[int, TaskId],
    codes: Mapping[str, TaskId],
) -> Task:
    """Return a new or renumbered task under the nearest group that is in the plan.

    That is a group of the table, or else the one its number begins with.
    """
    if row.before is not None and "code" not in row.changes:
        return task
    parents = {one.key: one.parent for one in shown.rows}
    above = row.parent
    while above is not None and above not in stored:
        above = parents[above]
    if above is not None:
        return replace(task, parent=stored[above])
    named = codes.get(task.code.rpartition(".")[0])
    return replace(task, parent=None if named == task.id else named)


def _with_others(final: dict[TaskId, Task], tasks: Sequence[Task]) -> list[Task]:
    """Put the other tasks of the plan behind those they stood behind."""
    order = list(final)
    behind: TaskId | None = None
    for one in tasks:
        if one.id not in final:
            at = 0 if behind is None else order.index(behind) + 1
            order.insert(at, one.id)
        behind = one.id
    known = {one.id: one for one in tasks} | final
    return [known[one] for one in order]
