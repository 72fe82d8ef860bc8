"""Look for a text in every table at once, and say what was found in words.

What is read comes from the reading thread (`read_found`, `read_kind`); the words for
it, which need the names the window holds, are made on the main thread.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.gui.help_search import HelpPage, find_pages
from desktop.gui.widgets.found_list import Found, Group
from desktop.records.agency import FormerName, Succession
from desktop.records.evidence import Evidence
from desktop.records.exchange import Delivery
from desktop.records.issued import IssuedCopy, IssuedReport
from desktop.records.task import TaskState
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.store import search
from desktop.store.search import Hit, Kind

if TYPE_CHECKING:
    import datetime as dt

    from desktop.gui.session import Session
    from desktop.gui.widgets.search_box import SearchBox
    from desktop.store.store import Store

FEW = 3
"""Of each kind, before somebody asks for all of it."""
MOST = 200
"""Of one kind: nobody reads further; more words find it sooner."""

HELP = "help"
"""Place of the pages of help, which open in a window of their own."""

WHERE = {
    "activities": ("Hoạt động", "activities"),
    "products": ("Sản phẩm", "activities"),
    "postings": ("Tin, bài", "activities"),
    "broadcasts": ("Phát sóng", "activities"),
    "tallies": ("Số liệu được cung cấp", "activities"),
    "achievements": ("Kết quả một lần", "activities"),
    "data_sources": ("Nguồn tư liệu", "activities"),
    "own_channels": ("Tài khoản, kênh, cổng", "activities"),
    "unit_plans": ("Kế hoạch của đơn vị", "activities"),
    "spokesperson_checks": ("Người phát ngôn", "activities"),
    "budgets": ("Kinh phí", "activities"),
    "headcounts": ("Số người có mặt", "activities"),
    "departures": ("Thôi làm nhiệm vụ", "activities"),
    "estimates": ("Số ước", "activities"),
    "inherited_figures": ("Số liệu kế thừa", "activities"),
    "unlisted_totals": ("Số tổng không kê chi tiết", "activities"),
    "evidence": ("Minh chứng", "activities"),
    "tasks": ("Nhiệm vụ", "plan"),
    "task_states": ("Kết quả nhiệm vụ", "plan"),
    "targets": ("Chỉ tiêu", "plan"),
    "deadlines": ("Thời hạn", "plan"),
    "agencies": ("Cơ quan, đơn vị", "plan"),
    "former_names": ("Tên cũ của cơ quan", "plan"),
    "successions": ("Sắp xếp cơ quan", "plan"),
    "plans": ("Kế hoạch", "plan"),
    "plan_sections": ("Phần của kế hoạch", "plan"),
    "legal_bases": ("Căn cứ", "plan"),
    "plan_values": ("Nội dung kế hoạch nêu", "plan"),
    "plan_roles": ("Phân công", "plan"),
    "roadmap_steps": ("Lộ trình", "plan"),
    "days_off": ("Ngày nghỉ", "plan"),
    "catalogue_items": ("Danh mục", "settings"),
    "issued_reports": ("Báo cáo đã ban hành", "report"),
    "issued_copies": ("Tệp báo cáo", "report"),
    "deliveries": ("Gói bàn giao", "hand_off"),
}
"""What the list calls a table's records, in the order of the list, and the place
that shows them."""

_TABS = {
    "plan_sections": "text",
    "legal_bases": "text",
    "plan_values": "text",
    "plan_roles": "text",
    "roadmap_steps": "text",
    "days_off": "deadlines",
}
"""Records that are no line of a list: the tab that shows them."""
_LONGEST = 90
_DATED_BY = (
    "first_published",
    "recorded_on",
    "issued_on",
    "opened_on",
    "reached_on",
    "last_day",
    "as_of",
    "left_on",
    "day",
    "year",
)
_NAMED_BY = (
    "title",
    "name",
    "heading",
    "text",
    "result_text",
    "document_number",
    "number",
    "summary",
    "file_name",
    "decision",
    "note",
)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where something found is shown, and what that place is asked to open."""

    place: str
    what: object = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything found for a text."""

    kinds: tuple[Kind, ...]
    pages: tuple[HelpPage, ...] = ()
    whole: bool = False
    """Whether it is all of one kind, and not a few of each."""


def read_found(store: "Store", text: str) -> Answer:
    """Read a few of each kind that fit a text."""
    return Answer(search.by_kind(store.reader, text, FEW), find_pages(text))


def read_kind(store: "Store", text: str, place: str) -> Answer:
    """Read what of one kind fits a text."""
    if place == HELP:
        return Answer((), find_pages(text), whole=True)
    kind = search.in_kind(store.reader, text, place, MOST)
    return Answer((kind,), whole=True)


class GlobalSearch(QObject):
    """Answers a search box from the whole office file, off the main thread."""

    found = Signal(object)
    """The `Goal` of what somebody chose."""

    def __init__(self, session: "Session", box: "SearchBox") -> None:
        """Answer one box while its office is open."""
        super().__init__(box)
        self._session = session
        self._box = box
        self.lookout = session.lookout(self)
        self.lookout.answered.connect(self._on_answered)
        box.wanted.connect(self._on_wanted)
        box.asked.connect(self._on_asked)
        box.chosen.connect(self.found)

    def close(self) -> None:
        """Stop reading, before the office is closed."""
        self._box.wanted.disconnect(self._on_wanted)
        self._box.asked.disconnect(self._on_asked)
        self._box.chosen.disconnect(self.found)
        self.lookout.close()

    def _on_wanted(self, text: str) -> None:
        if text:
            self.lookout.ask(text, partial(read_found, text=text))
        else:
            self.lookout.drop()
            self._box.hide_found()

    def _on_asked(self, place: object) -> None:
        text = self._box.plain_text()
        if place:
            self.lookout.ask(text, partial(read_kind, text=text, place=str(place)))
        else:
            self._on_wanted(text)

    def _on_answered(self, text: str, answer: Answer) -> None:
        self._box.show_found(text, groups(self._session, answer))


def groups(session: "Session", answer: Answer) -> tuple[Group, ...]:
    """Return the list of what was found, kind by kind."""
    by_place = {kind.place: kind for kind in answer.kinds if kind.count}
    most = MOST if answer.whole else FEW
    found = [
        _group(place, WHERE[place][0], _lines(session, by_place[place]), count, most)
        for place in WHERE
        if place in by_place and (count := by_place[place].count)
    ]
    if answer.pages:
        pages = [Found(one.title, Goal(HELP, one.name)) for one in answer.pages]
        found.append(_group(HELP, "Trợ giúp", pages, len(pages), most))
    if answer.whole:
        found.append(Group("", (), Found("‹ Mọi loại", "")))
    return tuple(found)


def _group(
    place: str, name: str, lines: Sequence[Found], count: int, most: int
) -> Group:
    shown = tuple(lines[:most])
    title = f"{name} · {format_integer(count)}"
    more = None
    if len(shown) < count and most == FEW:
        more = Found(f"Xem cả {format_integer(count)} trong “{name}”…", place)
    elif len(shown) < count:
        title = f"{title}, dưới đây là {format_integer(len(shown))} ghi sau cùng"
    return Group(title, shown, more)


def _lines(session: "Session", kind: Kind) -> list[Found]:
    return [
        Found(_said(session, hit.place, record), _goal(hit, record))
        for hit, record in kind.newest
    ]


def _goal(hit: Hit, record: object) -> Goal:
    """Return what is opened: of evidence, the place of the record it belongs to."""
    if isinstance(record, Evidence) and record.place in WHERE:
        return Goal(WHERE[record.place][1], Hit(record.place, record.row_id))
    return Goal(WHERE[hit.place][1], _opened(hit, record))


def _opened(hit: Hit, record: object) -> object:
    """Return what a place is asked to open: of a part, the whole it belongs to."""
    match record:
        case FormerName(agency=agency):
            return Hit("agencies", agency)
        case Succession() as one:
            return Hit("agencies", next(iter((*one.successors, *one.predecessors))))
        case TaskState(task=task):
            return Hit("tasks", task)
        case IssuedReport(id=report) | IssuedCopy(report=report):
            return report
        case Delivery(report=report):
            return report
    return _TABS.get(hit.place, hit)


def _said(session: "Session", table: str, record: Any) -> str:  # noqa: ANN401  of any table
    """Return a line: of a deed its register, its day if it has one, its name."""
    kind = str(record.kind) if table == "activities" else ""
    registers = (one.name for one in session.registers if kind and one.kind == kind)
    said = (next(registers, ""), _day(record), _name(record))
    return " · ".join(part for part in said if part)


def _day(record: object) -> str:
    days = (getattr(record, each, None) for each in _DATED_BY)
    day: dt.date | int | None = next((each for each in days if each is not None), None)
    if day is None or isinstance(day, int):
        return "" if day is None else str(day)
    return format_date(day)


def _name(record: object) -> str:
    name = " ".join(next(_names(record), "").split())
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


def _names(record: object) -> Iterator[str]:
    return (name for each in _NAMED_BY if (name := str(getattr(record, each, ""))))
