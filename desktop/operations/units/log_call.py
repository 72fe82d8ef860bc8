"""Log that units were asked for what they owe, and in which way."""

from collections.abc import Sequence
from typing import Final

from desktop.operations.office_time import office_time
from desktop.operations.outcome import Outcome
from desktop.records.exchange import Call
from desktop.records.identity import AgencyId
from desktop.records.period import Period
from desktop.rules.entry import clean
from desktop.store import records
from desktop.store.store import Store

WAYS: Final = ("phone", "message", "email", "letter", "visit")


def log_call(
    store: Store,
    agencies: Sequence[AgencyId],
    period: Period,
    way: str,
    *,
    note: str = "",
    subject: str = "",
) -> Outcome[tuple[Call, ...]]:
    """Log one time several units were asked, as one deed.

    Args:
        store: The office.
        agencies: Who was asked.
        period: What they owe a report on.
        way: One of `WAYS`.
        note: What they answered.
        subject: What the history calls it.
    """
    now = office_time(store)
    made = tuple(
        clean(
            Call(
                id=store.new_id(),
                agency=one,
                period_code=period.code,
                at=now,
                way=way,
                note=note,
            )
        )
        for one in agencies
    )
    with store.change("log_call", subject or str(len(made))) as change:
        for call in made:
            records.put(change, call)
    return Outcome(made, change.touched)
