"""Look for a text in every table at once, and say what was found in words."""

from collections.abc import Sequence

from desktop.gui.session import Session
from desktop.gui.widgets.search_box import Found
from desktop.records.agency import FormerName
from desktop.rules.dates import format_date
from desktop.store import records, search
from desktop.store.shelves import BY_TABLE

WHERE = {
    "agencies": ("Cơ quan, đơn vị", "plan"),
    "former_names": ("Tên cũ của cơ quan", "plan"),
    "plans": ("Kế hoạch", "plan"),
    "tasks": ("Nhiệm vụ", "plan"),
    "targets": ("Chỉ tiêu", "plan"),
    "activities": ("Hoạt động", "activities"),
    "products": ("Sản phẩm", "activities"),
    "data_sources": ("Nguồn tư liệu", "activities"),
    "postings": ("Tin, bài", "activities"),
    "broadcasts": ("Phát sóng", "activities"),
    "tallies": ("Số liệu được cung cấp", "activities"),
    "own_channels": ("Tài khoản, kênh, cổng", "activities"),
    "achievements": ("Kết quả một lần", "activities"),
    "inherited_figures": ("Số liệu kế thừa", "activities"),
    "unit_plans": ("Kế hoạch của đơn vị", "activities"),
}
"""What the list calls a table's records, and the place that shows them."""

_LONGEST = 90
_DATED_BY = (
    "first_published",
    "recorded_on",
    "issued_on",
    "opened_on",
    "reached_on",
    "last_day",
)
_NAMED_BY = ("title", "name", "text", "document_number", "number", "note")


def look(session: Session, text: str, limit: int) -> Sequence[Found]:
    """Return what fits, best first."""
    db = session.store.reader
    found = []
    for hit in search.find(db, text, limit=limit):
        if hit.place in WHERE:
            record = records.get(db, BY_TABLE[hit.place].record, hit.row_id)
            said = (_kind(session, hit.place, record), _day(record), _name(record))
            shown = _shown(hit, record)
            found.append(Found(" · ".join(part for part in said if part), shown))
    return found


def _shown(hit: search.Hit, record: object) -> search.Hit:
    """Return what is opened: of a former name, the agency that bore it."""
    if isinstance(record, FormerName):
        return search.Hit("agencies", record.agency)
    return hit


def place_of(table: str) -> str:
    """Return the code of the place that shows a table's records."""
    return WHERE[table][1]


def _kind(session: Session, table: str, record: object) -> str:
    """Return the register of a deed, for a deed is no kind; else what it is."""
    kind = str(getattr(record, "kind", ""))
    if table == "activities":
        named = (one.name for one in session.registers if one.kind == kind)
        return next(named, WHERE[table][0])
    return WHERE[table][0]


def _day(record: object) -> str:
    days = (getattr(record, each, None) for each in _DATED_BY)
    day = next((each for each in days if each is not None), None)
    return "" if day is None else format_date(day)


def _name(record: object) -> str:
    names = (str(getattr(record, each, "")) for each in _NAMED_BY)
    name = " ".join(next((each for each in names if each), "").split())
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"
