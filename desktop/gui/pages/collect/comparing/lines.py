"""What the comparison says of each unit: number, share, year before, difference."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop.operations.reports.compare_units import UnitComparison, UnitRow, Values
from desktop.records.figure import Figure
from desktop.records.identity import Code
from desktop.rules.numbers import format_decimal, percent

TOTAL = "Tổng cộng toàn địa bàn"
MISSING, REPORTED, BESIDE = "▲ Chưa báo cáo", "✓ Có số liệu", "Không phải báo cáo"
PART = "▲ Mới một phần"
NONE = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the comparison, of a unit or of all."""

    key: str
    """Id of the unit; blank for the total."""
    name: str
    state: str
    values: Values
    share: str
    """Of the total of the figure one looks at; blank where it says nothing."""
    before: str
    change: str
    missing: bool = False
    part: bool = False


def lines(found: UnitComparison, chosen: Code) -> tuple[Line, ...]:
    """Return the missing units, then the others by the figure chosen, then the total.

    Args:
        found: What was counted.
        chosen: The figure whose shares and differences are told.
    """
    told = [one for one in found.rows if not one.missing]
    told.sort(key=lambda row: -row.values.get(chosen, Decimal(0)))
    rows = [_line(one, found, chosen) for one in (*found.missing, *told)]
    return (*rows, _total(found, chosen)) if rows else ()


def said(found: UnitComparison) -> str:
    """Say how many units are here, and who is missing."""
    missing, part = found.missing, sum(one.part for one in found.rows)
    owing = sum(one.owes for one in found.rows)
    only = f"{part} đơn vị mới có số liệu của một phần kỳ."
    if not missing:
        whole = f"Đủ số liệu của cả {owing} đơn vị phải báo cáo."
        return f"Trong {owing} đơn vị phải báo cáo, {only}" if part else whole
    told = (
        f"Chưa có số liệu của {len(missing)} trên {owing} đơn vị phải báo cáo, "
        "xếp trên cùng; tổng dưới đây chưa gồm các đơn vị đó."
    )
    return f"{told} Còn {only}" if part else told


def shared(found: UnitComparison, figure: Figure) -> str:
    """Explain a total that is less than the units together; blank where it is not."""
    parts = (one.values.get(figure.code, Decimal(0)) for one in found.rows)
    more = sum(parts, Decimal(0)) - found.totals.get(figure.code, Decimal(0))
    if more <= 0:
        return ""
    return (
        f"Các dòng cộng lại hơn tổng {format_decimal(more)} {figure.unit}: việc nhiều "
        "đơn vị cùng làm được kể ở từng đơn vị, tổng chỉ tính một lần."
    )


def shown(values: Values, code: Code) -> str:
    """Return a number as shown; a unit that told nothing has none."""
    return format_decimal(values[code]) if code in values else NONE


def _line(row: UnitRow, found: UnitComparison, chosen: Code) -> Line:
    now = row.values.get(chosen, Decimal(0))
    then = row.before.get(chosen, Decimal(0)) if found.before else None
    state = REPORTED if row.owes or row.values else BESIDE
    state = PART if row.part else state
    return Line(
        key=str(row.agency.id),
        name=row.agency.short_name or row.agency.name,
        state=MISSING if row.missing else state,
        values=row.values,
        share="" if row.missing else _percent(now, found.totals.get(chosen)),
        before="" if row.missing and not then else _number(then),
        change="" if row.missing else _change(now, then),
        missing=row.missing,
        part=row.part,
    )


def _total(found: UnitComparison, chosen: Code) -> Line:
    now = found.totals.get(chosen, Decimal(0))
    then = found.totals_before.get(chosen, Decimal(0)) if found.before else None
    return Line(
        key="",
        name=TOTAL,
        state="",
        values=found.totals,
        share=_percent(now, now),
        before=_number(then),
        change=_change(now, then),
    )


def _number(value: Decimal | None) -> str:
    return NONE if value is None else format_decimal(value)


def _percent(part: Decimal, whole: Decimal | None) -> str:
    found = percent(part, whole or Decimal(0))
    return NONE if found is None else f"{format_decimal(_rounded(found))}%"


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


def _change(now: Decimal, then: Decimal | None) -> str:
    """Tell a difference with its sign, and in percent where there was anything."""
    if then is None:
        return NONE
    by = now - then
    sign = "+" if by > 0 else ""
    told = f"{sign}{format_decimal(by)}"
    share = percent(by, then)
    if share is None or not by:
        return told
    return f"{told} ({sign}{format_decimal(_rounded(share))}%)"


def names(figures: Sequence[Figure]) -> tuple[str, ...]:
    """Return short headings of the figures compared, with what each is counted in."""
    return tuple(_SHORT.get(one.code, one.label) for one in figures)


_SHORT = {
    "direct_events": "Cuộc phổ biến",
    "direct_attendance": "Lượt người dự",
    "trainings": "Lớp tập huấn",
    "copies": "Tài liệu",
    "postings": "Tin, bài",
    "broadcast_hours": "Giờ phát",
}
