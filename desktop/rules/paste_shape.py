"""How a pasted block lies on the cells selected."""

from desktop.rules.clip_table import Rows


def spread(block: Rows, height: int, width: int) -> Rows:
    """Return what is pasted into a selection of so many rows and columns.

    One value fills the selection, a block repeats where it fits a whole number of
    times, and any other lies once from the first cell, however much is selected.
    """
    rows = len(block)
    columns = len(block[0]) if block else 0
    if not rows or not columns or height % rows or width % columns:
        return block
    if height < rows or width < columns:
        return block
    line = [row * (width // columns) for row in block]
    return tuple(line * (height // rows))
