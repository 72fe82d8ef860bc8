"""Words for files that came in: where the tray puts them, and why."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desktop.errors import Problem, UnknownNameError
from desktop.records.arrival import Arrival, Counts, Fate, Sorting
from desktop.rules.calendar import parse_period
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording import form_faults, package_reasons
from desktop.wording.arrival_reasons import REASONS
from desktop.wording.labels import label
from desktop.wording.periods import period_phrase
from desktop.wording.table_problems import table_sentence

_HINTS: Final[Mapping[Sorting, str]] = {
    Sorting.READY: "Nhận được ngay.",
    Sorting.TO_FIX: "Có ô chưa nhận được: lập phiếu trả lại cho đơn vị sửa.",
    Sorting.TO_MAP: "Nơi gửi dùng tên chưa có ở đây: đối chiếu một lần rồi nhận.",
    Sorting.LOCKED: "Đang khóa: mở khóa rồi mới biết bên trong là gì.",
    Sorting.DUPLICATE: "Đã có tệp cùng nội dung: bỏ qua, không mất gì.",
    Sorting.OLDER: "Đã có bản mới hơn.",
    Sorting.OTHER_PERIOD: "Thuộc kỳ khác kỳ đang thu; đánh dấu nếu vẫn muốn nhận.",
    Sorting.HELD: "Bản điều chỉnh đến trước bản gốc: nhận để giữ, chờ bản gốc.",
    Sorting.RECEIPT: "Nơi nhận xác nhận đã nhận báo cáo của cơ quan này.",
    Sorting.REFUSED: "Không nhận được; lý do ghi ở từng tệp.",
    Sorting.FOREIGN: "Không phải biểu hay gói của chương trình.",
}
_LEFT: Final[Mapping[str, str]] = {
    "edited": "đã sửa tại đây sau khi nhận",
    "later_intake": "lần nhận sau cũng dựa vào mục này",
    "referred": "mục khác còn giữ lại đang dựa vào mục này",
}


def sorting_hint(sorting: Sorting) -> str:
    """Return what a group of the tray means for the officer."""
    return _HINTS[sorting]


def left_reason(reason: str) -> str:
    """Return why an entry stays when its intake is taken back."""
    return _LEFT.get(reason, reason)


def reason(found: Sequence[str]) -> str:
    """Return one reason in a sentence; its code where nobody has worded it."""
    if not found:
        return ""
    code, facts = found[0], found[1:]
    if code == "answered":
        return form_faults.answered(facts)
    template = REASONS.get(code) or package_reasons.REASONS.get(code)
    if template is None:
        return table_sentence(Problem("", code, tuple(facts))) or " ".join(found)
    read = _READERS.get(code) or package_reasons.READERS.get(code, _as_they_are)
    return _filled(template, read(facts))


def reasons(arrival: Arrival) -> str:
    """Return why a file was sorted so, and every notice, in one paragraph."""
    return " ".join(filter(None, (unknown(arrival), *map(reason, arrival.reasons))))


def unknown(arrival: Arrival) -> str:
    """Return which names of the sender's are to be settled; blank where none are."""
    if not arrival.unmapped:
        return ""
    first, more = arrival.unmapped[0], len(arrival.unmapped) - 1
    rest = f" và {format_integer(more)} tên khác" if more else ""
    named = f"{label(first.kind).lower()} “{first.name}”{rest}"
    return f"Chưa có ở đây: {named}; đối chiếu một lần rồi nhận."


def period_of(code: str) -> str:
    """Return what the period of a code is called; the code where it is none."""
    return _period(code)


def summary(arrival: Arrival) -> str:
    """Return one line: why it lies there, how many cells are faulty, what it would do.

    What a file would do is said only where it can still be taken in.
    """
    wrong = sum(not one.doubt for one in arrival.faults)
    cells = f"{format_integer(wrong)} ô phải sửa." if wrong else ""
    may = arrival.sorting in {Sorting.READY, Sorting.OTHER_PERIOD, Sorting.HELD}
    does = f"{fates(arrival)}." if may and arrival.rows else ""
    return " ".join(filter(None, (reasons(arrival), cells, does)))


def fates(arrival: Arrival) -> str:
    """Return what taking a file in would do, in numbers: `Thêm 3, đổi 1`."""
    many = Counter(row.fate for row in arrival.rows)
    parts = [
        f"{label(one).lower()} {format_integer(many[one])}" for one in Fate if many[one]
    ]
    said = ", ".join(parts)
    return said[:1].upper() + said[1:]


def counted(counts: Counts) -> str:
    """Return the control totals of one file or of all, which add up."""
    parts = (
        f"{format_integer(counts.accepted)} nhận",
        f"{format_integer(counts.unchanged)} không đổi",
        f"{format_integer(counts.refused)} không nhận",
    )
    return f"{format_integer(counts.seen)} mục = {' + '.join(parts)}"


def files_counted(by_sorting: Mapping[Sorting, int]) -> str:
    """Return how many files there are of each group, and that they add up."""
    parts = [
        f"{format_integer(by_sorting[one])} {label(one).lower()}"
        for one in Sorting
        if by_sorting.get(one)
    ]
    total = sum(by_sorting.values())
    return f"{format_integer(total)} tệp = {' + '.join(parts)}" if parts else "0 tệp"


def _filled(template: str, facts: Sequence[str]) -> str:
    """Fill in the facts there are; one that is missing leaves a dash."""
    blanks = template.count("{")
    return template.format(*facts, *["–"] * max(blanks - len(facts), 0))


def _as_they_are(facts: Sequence[str]) -> Sequence[str]:
    return facts


def _with_day_last(facts: Sequence[str]) -> Sequence[str]:
    return [*facts[:-1], _day(facts[-1])] if facts else facts


def _day(text: str) -> str:
    try:
        return format_date(dt.datetime.fromisoformat(text).date())
    except ValueError:
        return text


def _periods(facts: Sequence[str]) -> Sequence[str]:
    return [_period(one) for one in facts]


def _period(code: str) -> str:
    try:
        return period_phrase(parse_period(code))
    except UnknownNameError:
        return code


def _unit_and_period(facts: Sequence[str]) -> Sequence[str]:
    return [*facts[:1], *map(_period, facts[1:])]


def _megabytes(facts: Sequence[str]) -> Sequence[str]:
    return [
        format_integer(int(one) // 1_000_000) if one.isdecimal() else one
        for one in facts
    ]


def _joined(facts: Sequence[str]) -> Sequence[str]:
    return [", ".join(facts)]


_READERS: Final[Mapping[str, Callable[[Sequence[str]], Sequence[str]]]] = {
    "accepted_already": _with_day_last,
    "version_differs": _with_day_last,
    "form_unknown": _unit_and_period,
    "taken_before": _with_day_last,
    "held_before": _with_day_last,
    "superseded_before": _with_day_last,
    "newer_taken": _with_day_last,
    "slip_taken": _with_day_last,
    "slip_taken_part": _with_day_last,
    "other_period": _periods,
    "too_large": _megabytes,
    "rival": _joined,
}
