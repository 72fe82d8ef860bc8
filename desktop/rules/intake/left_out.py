"""Leave out of a file what an earlier file told of a unit, and goes on to count."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.records.identity import AgencyId
from desktop.records.returns import UnlistedTotal
from desktop.rules.counting import DAY_OF, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Days of a unit that another file tells."""

    unit: AgencyId
    days: Span

    def holds(self, record: Any, unit: str | None) -> bool:  # noqa: ANN401  any entry
        """Tell whether an entry is left out; `unit`: whose it is, as known here.

        A number told of all a unit did counts beyond what is kept: it stays.
        """
        if unit != self.unit or (isinstance(record, UnlistedTotal) and record.whole):
            return False
        day = getattr(record, DAY_OF.get(type(record), ""), None)
        return isinstance(day, dt.date | int) and day in self.days


def left_out(record: Any, unit: str | None, left: Iterable[LeftOut]) -> bool:  # noqa: ANN401
    """Tell whether another file tells an entry."""
    return any(one.holds(record, unit) for one in left)
