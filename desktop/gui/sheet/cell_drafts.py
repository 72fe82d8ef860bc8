"""Offer what was being typed in a cell of the rows when the program last ended."""

from collections.abc import Callable

from desktop.gui.forms.editors import make_editor
from desktop.gui.sheet.cell_editors import put_cursor_last
from desktop.gui.sheet.cells_view import CellsView
from desktop.gui.sheet.register_cells import RegisterCells
from desktop.gui.tables.pending import Typed
from desktop.operations.entries import keep_draft
from desktop.operations.entries.keep_draft import Draft
from desktop.rules.entry import title_of

NOT_KEPT = "Gõ dở lần trước, chưa ghi: F2 để xem lại, Esc để bỏ."

Say = Callable[[str, str, Callable[[], object]], None]
"""Says something, with a verb and what it does."""


def offer_cells(cells: RegisterCells, rows: CellsView, say: Say) -> None:
    """Offer to go on in the cell of an entry that is shown."""
    draft = _waiting(cells)
    row = None if draft is None else cells.model.row_of(draft.id)
    if draft is None or row is None:
        return
    title = title_of(cells.model.record(row)) or cells.model.register.one
    at = f"{draft.kept_at:%H:%M, %d/%m/%Y}"
    say(
        f"Có ô đang gõ dở lúc {at}, ở: {title}.",
        "Gõ tiếp ô đó",
        lambda: resume(cells, rows, draft),
    )


def resume(cells: RegisterCells, rows: CellsView, draft: Draft) -> None:
    """Show again what a draft holds: its last cell open, words in the others."""
    row = cells.model.row_of(draft.id)
    if row is None:
        return
    cells.resume(draft.id)
    names = [one.field.name for one in cells.model.columns]
    typed = [(names.index(one), text) for one, text in draft.values.items()]
    for column, text in typed[:-1]:
        cells.leave_typed(cells.model.index(row, column), _left(cells, column, text))
    for column, text in typed[-1:]:
        rows.setFocus()
        rows.go(row, column)
        if rows.write() and rows.editing is not None:
            editor = rows.editing.editor
            if editor is not None:
                editor.set_typed(text)
                put_cursor_last(editor.widget)


def _waiting(cells: RegisterCells) -> Draft | None:
    """Return the newest draft of a few cells: one of the form has every field."""
    register, names = cells.model.register, {c.field.name for c in cells.model.columns}
    whole = {one.name for one in register.fields}
    for draft in keep_draft.kept(cells.session.store):
        told = set(draft.values)
        if draft.register == register.code and told < whole and told <= names:
            return draft
    return None


def _left(cells: RegisterCells, column: int, text: object) -> Typed:
    editor = make_editor(cells.model.columns[column].field, cells.offer)
    editor.set_typed(text)
    said = editor.unreadable() or NOT_KEPT
    editor.widget.deleteLater()
    return Typed(str(text), said)
