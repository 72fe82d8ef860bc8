"""Write the task table of a plan as a workbook in one of the layouts plans use."""

from pathlib import Path

from desktop.errors import UnknownNameError
from desktop.files.task_table.export import write_table
from desktop.files.task_table.words import load_words
from desktop.operations.outcome import Outcome
from desktop.operations.plans.inspect_task_table import read_against
from desktop.progress import Progress, silent
from desktop.records.identity import PlanId
from desktop.rules.task_table.comparing import Against
from desktop.rules.task_table.words import TableLayout
from desktop.rules.task_table.writing import choose_layout, lay_out_tasks
from desktop.store import preferences
from desktop.store.store import Store


def export_task_table(
    store: Store,
    path: Path,
    layout: str = "",
    *,
    plan: PlanId | None = None,
    progress: Progress = silent,
) -> Outcome[Path]:
    """Write the plan's tasks; return where to.

    Args:
        store: The open office.
        path: The workbook; what stood there is replaced.
        layout: Code of a layout in `data/task_table.toml`; blank: the one that fits.
        plan: Whose tasks; None: the plan the office works to.
        progress: Told how far it is.

    Raises:
        ConflictError: There is no such plan.
        UnknownNameError: There is no layout of that code.
        FileError: The file cannot be written.
    """
    against = read_against(store, plan)
    table = lay_out_tasks(against.plan, against.tasks, _layout(layout, against))
    write_table(
        table,
        path,
        note=against.plan.annex_note,
        practice=preferences.is_practice(store.reader),
        progress=progress,
    )
    return Outcome(path)


def layouts() -> tuple[TableLayout, ...]:
    """Return the layouts there are, in the order offered."""
    return load_words().layouts


def _layout(code: str, against: Against) -> TableLayout:
    known = against.words.layouts
    if not code:
        return choose_layout(known, against.tasks)
    found = next((one for one in known if one.code == code), None)
    if found is None:
        raise UnknownNameError("layout", code, tuple(one.code for one in known))
    return found
