"""Hold what every page needs: the office file, jobs, questions, period and names."""

import datetime as dt
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs, Work
from desktop.gui.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.gui.lookout import Lookout
    from desktop.records.agency import Agency
    from desktop.records.catalogue import CatalogueItem
    from desktop.records.figure import Figure
    from desktop.records.identity import AgencyId, Code, TaskId
    from desktop.records.period import Period, Regime
    from desktop.records.plan import Plan
    from desktop.records.preferences import Preferences
    from desktop.records.register import Register
    from desktop.records.task import Task
    from desktop.store.store import Store

Record = TypeVar("Record")


class Session(QObject):
    """One open office file, and what the pages of its window share.

    Lookups are read once and forgotten when a job touches their table.
    """

    period_changed = Signal(object)
    """The `Period` everything on screen now speaks of."""
    preferences_changed = Signal()
    place_wanted = Signal(str, object)
    """Code of a place to go to, and what to show there (None, or what it knows)."""
    waiting = Signal(str, int, str)
    """Code of a place, how many things wait there, and what they are (`%d`)."""
    ending = Signal()
    """The office is about to be closed: nobody may read in it any more."""
    restore_wanted = Signal(object)
    """The `Path` of a backup to put in the place of this office file."""
    past_wanted = Signal(int)
    """Number of the change after which the office is to be looked at."""

    def __init__(
        self,
        store: "Store",
        jobs: Jobs,
        ask: Ask,
        settings: Settings,
        period: "Period",
        *,
        today: dt.date | None = None,
    ) -> None:
        """Take an open store; everything else is read when first asked for."""
        super().__init__()
        self.store = store
        self.jobs = jobs
        self.ask = ask
        self.settings = settings
        self.today = store.now().date() if today is None else today
        self._period = period
        self._preferences: Preferences | None = None
        self._plan: Plan | None = None
        self._lists: dict[str, tuple[object, ...]] = {}
        self._registers: tuple[Register, ...] = ()
        self._figures: Mapping[Code, Figure] = {}
        self._regimes: tuple[Regime, ...] = ()
        jobs.changed.connect(self._on_changed)

    def lookout(self, parent: QObject) -> "Lookout":
        """Return a thread that reads for one part of the window until the office ends.

        It lives as long as `parent`; where jobs run at once, so does its reading.
        """
        from desktop.gui.lookout import Lookout

        made = Lookout(self.store, parent, beside=self.jobs.beside)
        made.failed.connect(self.jobs.unheard)
        self.ending.connect(made.close)
        return made

    @property
    def period(self) -> "Period":
        """Return the period everything on screen speaks of."""
        return self._period

    def set_period(self, period: "Period") -> None:
        """Make everything on screen speak of another period."""
        if period != self._period:
            self._period = period
            self.period_changed.emit(period)

    @property
    def preferences(self) -> "Preferences":
        """Return the office's settings as they now stand.

        Raises:
            LookupError: The file has none; no office file we make lacks them.
        """
        if self._preferences is None:
            from desktop.store import preferences

            found = preferences.get(self.store.reader)
            if found is None:
                raise LookupError(self.store.path)
            self._preferences = found
        return self._preferences

    @property
    def plan(self) -> "Plan":
        """Return the plan the office works to.

        Raises:
            LookupError: The settings name a plan the file does not hold.
        """
        if self._plan is None:
            from desktop.records.plan import Plan
            from desktop.store import records

            found = records.get(self.store.reader, Plan, self.preferences.plan)
            if found is None:
                raise LookupError(self.preferences.plan)
            self._plan = found
        return self._plan

    @property
    def plans(self) -> "tuple[Plan, ...]":
        """Return every plan of the office, the earliest first."""
        from desktop.records.plan import Plan

        return self._all("plans", Plan)

    @property
    def agencies(self) -> "Mapping[AgencyId, Agency]":
        """Return every agency by its id, in the order of lists."""
        from desktop.records.agency import Agency

        return {each.id: each for each in self._all("agencies", Agency)}

    @property
    def tasks(self) -> "Mapping[TaskId, Task]":
        """Return tasks of every plan, and groups of tasks, by their ids."""
        from desktop.records.task import Task

        return {each.id: each for each in self._all("tasks", Task)}

    def catalogue(self, name: str) -> "Mapping[Code, CatalogueItem]":
        """Return the values of one catalogue by their codes, retired ones too."""
        from desktop.records.catalogue import CatalogueItem

        items = self._all("catalogue_items", CatalogueItem)
        return {each.code: each for each in items if each.catalogue == name}

    def name_of(self, catalogue: str, code: str) -> str:
        """Return the name of a value, or its code where the catalogue lacks it."""
        item = self.catalogue(catalogue).get(cast("Code", code))
        return code if item is None else item.name

    def agency_name(self, agency: "AgencyId | None") -> str:
        """Return the short name of an agency, else its name; blank for None."""
        if agency is None:
            return ""
        found = self.agencies.get(agency)
        return str(agency) if found is None else found.short_name or found.name

    @property
    def registers(self) -> tuple["Register", ...]:
        """Return the registers in the order shown."""
        if not self._registers:
            from desktop.files.catalogue import load_registers

            self._registers = load_registers()
        return self._registers

    @property
    def regimes(self) -> tuple["Regime", ...]:
        """Return the ways to cut a year into periods, the usual one first."""
        if not self._regimes:
            from desktop.files.catalogue import load_regimes

            self._regimes = load_regimes()
        return self._regimes

    @property
    def figures(self) -> "Mapping[Code, Figure]":
        """Return every declared figure by its code."""
        if not self._figures:
            from desktop.files.catalogue import load_figures

            self._figures = load_figures()
        return self._figures

    def start(self, work: Work, *, title: str = "", initiator: object = None) -> Job:
        """Run work nobody waits for; the window itself tells if it fails."""
        job = Job(work, title=title, initiator=initiator)
        self.jobs.start(job)
        return job

    def _on_changed(self, touched: frozenset[str], _initiator: object) -> None:
        for name in touched:
            self._lists.pop(name, None)
        if "plans" in touched:
            self._plan = None
        if "preferences" in touched:
            self._preferences = self._plan = None
            self.preferences_changed.emit()
        if touched & {"preferences", "plans"}:
            self._stay_in_plan()

    def _stay_in_plan(self) -> None:
        """Speak of a year of the plan, where the period has none of its days."""
        from desktop.rules.calendar import parse_period

        plan, period = self.plan, self._period
        if period.last_day < plan.first_day:
            self.set_period(parse_period(str(plan.first_day.year)))
        elif period.first_day > plan.last_day:
            self.set_period(parse_period(str(plan.last_day.year)))

    def _all(self, table: str, cls: type[Record]) -> tuple[Record, ...]:
        if table not in self._lists:
            from desktop.store import records

            self._lists[table] = records.find(self.store.reader, cls)
        return cast("tuple[Record, ...]", self._lists[table])
