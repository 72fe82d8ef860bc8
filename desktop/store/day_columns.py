"""Say which column of a table tells the day, or the year, in which a row counts."""

from typing import Final

from desktop.rules.counting import DAY_OF
from desktop.store.shelves import BY_RECORD

DAY_COLUMNS: Final = {BY_RECORD[cls].table: day for cls, day in DAY_OF.items()}
"""By the table; a column called `year` holds a number, any other a day."""
YEARLY: Final = frozenset(one for one, day in DAY_COLUMNS.items() if day == "year")
"""Tables of what has only a year."""
