"""Read again what is wrong with files that went back to their units."""

from collections.abc import Iterable

from desktop.operations.intake.kept_files import kept_path
from desktop.progress import Progress, silent
from desktop.records.arrival import CellFault
from desktop.records.returns import Return, ReturnKind, ReturnState
from desktop.store.store import Store


def read_faults(
    store: Store, returns: Iterable[Return], progress: Progress = silent
) -> dict[str, tuple[CellFault, ...]]:
    """Return the faults of forms that were sent back, by the id of the return.

    They are read from our copies; a return that did not go back, or whose copy is
    gone, is left out.

    Raises:
        Cancelled: The user asked to stop.
    """
    known = {
        one.id: path
        for one in returns
        if one.state is ReturnState.RETURNED and one.kind is ReturnKind.FORM
        if (path := kept_path(store, one.file_sha256)) is not None
    }
    if not known:
        return {}
    from desktop.files.forms.reading import read_forms
    from desktop.operations.forms.inspect_form import inspect_forms

    read = read_forms(tuple(known.values()), progress)
    found = inspect_forms(store, read, progress)
    return {ret: one.faults for ret, one in zip(known, found, strict=True)}
