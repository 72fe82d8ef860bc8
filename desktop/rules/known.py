"""What an office knows when an entry is checked: its plan, names, codes, registers."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from desktop.records.activity import Activity
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.figure import Source
from desktop.records.identity import AgencyId, Code, GoalId, RecordId, StepId, TaskId
from desktop.records.plan import Plan
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.register import Register
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.joint_events import Events

SOURCE_OF: dict[type, Source] = {
    Activity: Source.ACTIVITY,
    Product: Source.PRODUCT,
    DataSource: Source.DATA_SOURCE,
    Posting: Source.POSTING,
    Broadcast: Source.BROADCAST,
    Tally: Source.TALLY,
    UnitPlan: Source.UNIT_PLAN,
    Headcount: Source.HEADCOUNT,
    Departure: Source.DEPARTURE,
    SpokespersonCheck: Source.SPOKESPERSON_CHECK,
    OwnChannel: Source.OWN_CHANNEL,
    Budget: Source.BUDGET,
    Achievement: Source.ACHIEVEMENT,
    Estimate: Source.ESTIMATE,
    Inherited: Source.INHERITED,
    UnlistedTotal: Source.UNLISTED,
}
"""What a register says of the records it keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Which ids and codes stand for something, and which days are open to entry."""

    plan: Plan
    today: dt.date
    agencies: frozenset[AgencyId]
    tasks: frozenset[TaskId]
    codes: Mapping[str, frozenset[Code]]
    """Codes by catalogue, retired ones too: old entries keep them. A catalogue that is
    left out is not checked."""
    tiers: frozenset[str] = frozenset()
    """Codes of levels; none: levels are not checked."""
    registers: tuple[Register, ...] = field(default=())
    """Registers, which name required fields and catalogues of forms."""
    goals: frozenset[GoalId] = frozenset()
    """Targets whatever their version; none: they are not checked. So with the rest."""
    growing: frozenset[GoalId] = frozenset()
    """Targets that ask for growth, which may be below nothing."""
    steps: frozenset[StepId] = frozenset()
    figures: frozenset[Code] = frozenset()
    channels: Mapping[RecordId, RecordId | None] = field(default_factory=dict)
    """Each own channel and the one it is a part of."""
    events: Events = field(default_factory=dict)
    """Events several agencies held together, by the entry that is counted."""

    made: dict[object, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What checks work out once for all records of a class: ten thousand entries of a
    sheet are checked against one of these."""

    def register_of(self, record: object) -> Register | None:
        """Return the register that keeps a record of this class and kind."""
        source = SOURCE_OF.get(type(record))
        kind = str(record.kind) if isinstance(record, Activity) else ""
        wanted = (
            register
            for register in self.registers
            if (register.source, register.kind) == (source, kind)
        )
        return next(wanted, None)
