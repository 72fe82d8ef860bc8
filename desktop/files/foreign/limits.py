"""How much of a foreign file is read before it is refused.

Real workbooks were measured for each bound: none genuine came near a ratio of 100, and
two legal cells at opposite corners took down a reader that believed them.
"""

from dataclasses import dataclass
from typing import Final

FILE_LIMIT: Final = 20_000_000
"""Bytes of the whole file."""
INFLATED_LIMIT: Final = 100_000_000
"""Bytes of all parts together: as their list tells, and counted while reading."""
RATIO_LIMIT: Final = 100
RATIO_FREE: Final = 100_000
"""Bytes below which a part may shrink as much as it likes."""
PART_LIMIT: Final = 2_000
SHEET_LIMIT: Final = 50
ROW_LIMIT: Final = 20_000
"""Number of the last row that may hold something; empty ones may follow."""
COLUMN_LIMIT: Final = 256
CELL_LIMIT: Final = 500_000
"""Cells of the file that hold something; cells of a sheet that are merged."""
EMPTY_LIMIT: Final = 3_000_000
"""Cells of the file that hold nothing but their looks."""
LETTER_LIMIT: Final = 50_000_000
"""Characters of all cells together: many cells may share one long text."""
TEXT_LIMIT: Final = 20_000_000
"""Bytes of a text file, characters of a paste."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the process that reads may take."""

    seconds: float = 20.0
    memory: int = 512_000_000
    """Bytes of address space."""


LIMITS: Final = Limits()
