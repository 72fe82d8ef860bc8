"""Show what importing a task table would do to the plan; nothing is stored."""

from desktop.errors import ConflictError
from desktop.files.task_table.words import load_words
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.agency import Agency, FormerName
from desktop.records.identity import PlanId
from desktop.records.plan import Plan
from desktop.records.task import Task
from desktop.rules.grid import TableSource
from desktop.rules.task_table.comparing import Against
from desktop.rules.task_table.fates import Choices, Preview
from desktop.rules.task_table.parties import Directory
from desktop.rules.task_table.preview import preview
from desktop.store import preferences, records
from desktop.store.store import Store


def inspect_task_table(
    store: Store,
    source: TableSource,
    choices: Choices | None = None,
    *,
    plan: PlanId | None = None,
    progress: Progress = silent,
) -> Outcome[Preview]:
    """Return what importing a table would do to a plan, row by row.

    Args:
        store: The open office.
        source: What was read from a file or the clipboard.
        choices: What the user settled so far.
        plan: Whose tasks; None: the plan the office works to.
        progress: Told that it is under way.

    Raises:
        ConflictError: The file holds no office yet.
        InputError: No table of tasks is in it.
    """
    progress(Step("checking", 0, 1))
    shown = preview(source, read_against(store, plan), choices)
    progress(Step("checking", 1, 1))
    return Outcome(shown)


def read_against(store: Store, plan: PlanId | None = None) -> Against:
    """Return all that a table is held against, as it stands now.

    Raises:
        ConflictError: There is no such plan.
    """
    db = store.reader
    settings = preferences.get(db)
    wanted = plan or (settings.plan if settings else None)
    found = records.get(db, Plan, wanted) if wanted else None
    if found is None:
        raise ConflictError("no_office")
    words = load_words()
    return Against(
        plan=found,
        tasks=records.find(db, Task, where={"plan": found.id}),
        directory=Directory(
            records.find(db, Agency),
            former=records.find(db, FormerName),
            phrases=words.phrases,
            territory=found.territory,
        ),
        words=words,
    )
