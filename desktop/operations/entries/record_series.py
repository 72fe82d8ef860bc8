"""Record an entry again on further days, all of them as one deed."""

import datetime as dt
from collections.abc import Iterable

from desktop.operations.entries import record_entry
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.register import Register
from desktop.rules import entry, series
from desktop.rules.counting import DAY
from desktop.store.store import Store


def day_field(register: Register) -> str:
    """Return the day a series of a register is reckoned by; blank where there is none.

    The first day where there is one; a year is no day.
    """
    names = {field.name for field in register.fields}
    day = "first_day" if "first_day" in names else DAY[register.source]
    return "" if day == "year" else day


def record_series(
    store: Store,
    register: Register,
    record: object,
    days: Iterable[dt.date],
    progress: Progress = silent,
) -> Outcome[tuple[object, ...]]:
    """Keep an entry again on each of the days; return the new entries.

    Raises:
        InputError: The rules of entry refuse one of them; nothing is kept.
    """
    made = series.repeated(
        register,
        record,
        days,
        day_field=day_field(register),
        today=store.now().date(),
        make_id=store.new_id,
    )
    subject = f"{entry.title_of(record)} × {len(made)}".strip()
    return record_entry.record_many(store, made, "record_series", subject, progress)
