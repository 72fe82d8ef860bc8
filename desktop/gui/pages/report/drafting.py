"""Read the draft beside whoever types: its report, and the words made for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import Cancelled, DesktopError
from desktop.gui.lookout import found_or_fault
from desktop.progress import silent
from desktop.records.report import Chart, Heading, Report, Table
from desktop.rules.letters.words import BODY, words_of
from desktop.rules.reports.draft_text import Generated
from desktop.rules.reports.kinds import kind_named

if TYPE_CHECKING:
    from desktop.gui.session import Session
    from desktop.operations.reports.draft_report import Drafts, Request
    from desktop.progress import Progress, Step
    from desktop.records.template import ReportTemplate
    from desktop.store.store import Store

COUNTED = frozenset(
    {"activities", "products", "postings", "broadcasts", "tallies", "headcounts"}
    | {"departures", "data_sources", "budgets", "unit_plans", "achievements"}
    | {"inherited", "own_channels", "spokesperson_checks", "estimates"}
    | {"targets", "milestones", "tasks", "task_states", "preferences", "agencies"}
    | {"joint_events", "office_templates", "plans"}
)
"""Tables whose change may change what a report says."""
SETTLES = 300
"""Milliseconds without another change after which the draft is read again."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft as it was read: the whole report, and what was made for each section."""

    key: str
    """Of the draft: kind and period."""
    report: Report
    generated: Mapping[str, Generated]
    blocks: Mapping[str, tuple[Table | Chart, ...]] = field(default_factory=dict)
    """Tables and charts that stand in a section, by its key."""


def read_draft(
    drafts: "Drafts",
    store: "Store",
    key: str,
    request: "Request",
    progress: "Progress" = silent,
) -> Drafted:
    """Draft a report without anybody's words, and sort it by sections."""
    bare = replace(request, texts={})
    if kind_named(request.kind).letter:
        from desktop.operations.issuing.ready_report import ready_report

        letter = ready_report(store, bare, progress)
        return Drafted(key, letter, {BODY: Generated(text=words_of(letter))})
    page = drafts.read(store, bare, progress)
    blocks: dict[str, list[Table | Chart]] = {}
    key_at = {place: key for key, place in _outline(page.template)}
    section = ""
    for block in page.report.blocks:
        if isinstance(block, Heading):
            section = key_at.get(block.place, block.place)
        elif isinstance(block, Table | Chart):
            blocks.setdefault(section, []).append(block)
    return Drafted(
        key,
        page.report,
        page.generated,
        {one: tuple(found) for one, found in blocks.items()},
    )


def _outline(template: "ReportTemplate") -> Iterator[tuple[str, str]]:
    """Yield the keys and places of the sections of an outline."""
    from desktop.rules.reports.outline import places, section_keys

    yield from zip(
        section_keys(template.sections), places(template.sections), strict=True
    )


class Drafting(QObject):
    """Keeps the draft on screen up to date; whoever types never waits for it."""

    arrived = Signal(object)
    """The `Drafted` last asked for."""
    refused = Signal(object)
    """The `DesktopError` for which there is no draft."""
    began = Signal()
    """It is being read."""

    def __init__(self, session: "Session", parent: QObject) -> None:
        """Begin without a draft; `ask` reads one."""
        super().__init__(parent)
        self._session = session
        session.ending.connect(self._on_ending)
        self._lookout = session.lookout(self)
        self._lookout.answered.connect(self._on_answered)
        self._request: Request | None = None
        from desktop.operations.reports.draft_report import Drafts

        self._drafts = Drafts()
        self._key = ""
        self._asked = 0
        self.busy = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLES)
        self._settle.timeout.connect(self._read)

    def ask(self, key: str, request: "Request") -> None:
        """Read a draft now, in the place of any other."""
        self._key, self._request = key, request
        self._read()

    def ask_soon(self, key: str, request: "Request") -> None:
        """Read a draft once nothing has changed for a moment."""
        self._key, self._request = key, request
        self._settle.start()

    def _read(self) -> None:
        self._settle.stop()
        key, request = self._key, self._request
        if request is None:
            return
        self.busy = True
        self.began.emit()
        self._asked += 1
        number = self._asked

        def progress(_step: "Step", /) -> None:
            if number != self._asked:
                raise Cancelled

        drafts = self._drafts
        self._lookout.ask(
            key, lambda store: _read(drafts, store, key, request, progress)
        )

    def _on_answered(self, key: object, answer: object) -> None:
        self.busy = False
        if key != self._key:
            return
        if isinstance(answer, DesktopError):
            self.refused.emit(answer)
        else:
            self.arrived.emit(answer)

    def _on_ending(self) -> None:
        self._asked += 1  # whoever reads stops at the next step
        self._settle.stop()


def _read(
    drafts: "Drafts", store: "Store", key: str, request: "Request", progress: "Progress"
) -> Drafted | DesktopError:
    """Return the draft, or why there is none."""
    return found_or_fault(lambda: read_draft(drafts, store, key, request, progress))
