"""Store the accepted rows of a task table as one deed."""

from dataclasses import dataclass, replace

from desktop.errors import ConflictError, InputError, Problem
from desktop.operations.outcome import Outcome
from desktop.operations.plans.inspect_task_table import read_against
from desktop.progress import Progress, Step, silent
from desktop.records.identity import PlanId
from desktop.records.task import Task
from desktop.rules import entry
from desktop.rules.grid import TableSource
from desktop.rules.task_table.fates import Choices, Fate, Preview
from desktop.rules.task_table.preview import merged, preview
from desktop.store import records
from desktop.store.store import Change, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import stored, and the preview it went by."""

    preview: Preview
    added: int
    changed: int


def import_task_table(
    store: Store,
    source: TableSource,
    choices: Choices | None = None,
    *,
    expected: Preview | None = None,
    plan: PlanId | None = None,
    progress: Progress = silent,
) -> Outcome[Imported]:
    """Store the rows a preview accepts: all of them, or none; one undo takes it back.

    Tasks keep their ids, and so their states, quantities and linked records; tasks
    the table does not hold are kept as they are.

    Args:
        store: The open office.
        source: What was read from a file or the clipboard.
        choices: What the user settled.
        expected: The preview the user saw; the import is refused when the plan or its
            agencies changed since.
        plan: Whose tasks; None: the plan the office works to.
        progress: Told how far it is.

    Raises:
        ConflictError: What would be stored is not what was shown.
        InputError: There is no table, no row is accepted, or two tasks would have one
            number.
    """
    against = read_against(store, plan)
    shown = preview(source, against, choices)
    if expected is not None and shown != expected:
        raise ConflictError("table_changed_since")
    if not shown.accepted:
        raise InputError((Problem("table", "nothing_accepted"),))
    before = {one.id: one for one in against.tasks}
    wanted = [entry.clean(one) for one in merged(shown, against.tasks)]
    _refuse_repeats(wanted)
    new = [one for one in wanted if before.get(one.id) != one]
    with store.change("import_tasks", str(len(shown.accepted))) as change:
        _free_codes(change, [before[one.id] for one in new if one.id in before], new)
        for number, one in enumerate(new):
            progress(Step("recording", number, len(new)))
            records.put(change, one)
    counts = shown.counts
    done = Imported(preview=shown, added=counts[Fate.ADD], changed=counts[Fate.CHANGE])
    return Outcome(done, change.touched)


def _refuse_repeats(tasks: list[Task]) -> None:
    seen: set[str] = set()
    for one in tasks:
        if one.code in seen:
            raise InputError((Problem("number", "number_taken", (one.code,)),))
        seen.add(one.code)


def _free_codes(change: Change, before: list[Task], after: list[Task]) -> None:
    """Take their numbers from tasks that get another's, so that none is held twice."""
    codes = {one.id: one.code for one in after}
    for one in before:
        if codes[one.id] != one.code:
            records.put(change, replace(one, code=f"{one.code}\t{one.id}"))
