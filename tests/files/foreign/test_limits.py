"""The limits hold what an office needs, and little more."""

from desktop.files.foreign import limits


def test_a_year_of_work_fits() -> None:
    """Ten thousand rows of a register with forty columns of thirty characters."""
    rows, columns, characters = 10_000, 40, 30
    assert rows < limits.ROW_LIMIT
    assert columns < limits.COLUMN_LIMIT
    assert rows * columns < limits.CELL_LIMIT
    assert rows * columns * characters < limits.LETTER_LIMIT


def test_the_process_may_take_what_was_promised() -> None:
    assert limits.LIMITS.seconds == 20
    assert limits.LIMITS.memory == 512_000_000
