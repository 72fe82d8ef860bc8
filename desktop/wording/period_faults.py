"""Faults of locked periods and issued reports, in four lines each."""

import datetime as dt

from desktop.records.period import Period, PeriodState
from desktop.rules.dates import format_date
from desktop.wording.labels import label
from desktop.wording.office_faults import Lines
from desktop.wording.periods import period_phrase

_SAFE = "Không thay đổi."

PERIODS: dict[str, Lines] = {
    "period_locked": (
        "Không ghi được: kỳ báo cáo này đã khóa.",
        "Ngày của mục này thuộc một kỳ đã chốt hoặc đã ký báo cáo.",
        _SAFE,
        (
            "Nếu phải sửa: vào Báo cáo, bấm tình trạng của kỳ, chọn “Mở lại kỳ” và "
            "ghi lý do; sau khi ký thì lập bản điều chỉnh."
        ),
    ),
    "period_closed_already": (
        "Kỳ này đã khóa rồi.",
        "Kỳ đã được chốt hoặc đã ký báo cáo trước đó.",
        _SAFE,
        "Không cần làm gì; muốn sửa số liệu thì mở lại kỳ, có ghi lý do.",
    ),
    "period_open": (
        "Không cần mở lại kỳ này.",
        "Kỳ đang nhập, chưa khóa. Nếu vẫn không ghi được thì một kỳ khác đang khóa.",
        _SAFE,
        "Xem danh sách các kỳ đã khóa trong mục Báo cáo và mở lại đúng kỳ đó.",
    ),
    "period_not_closed": (
        "Chưa ghi được tình trạng này.",
        "Kỳ đang nhập: số liệu chưa chốt thì chưa thể đã nhận hay đã nghiệm thu.",
        _SAFE,
        "Chốt kỳ hoặc ký báo cáo trước, rồi làm lại.",
    ),
    "period_beyond": (
        "Chưa ghi được tình trạng này.",
        "Kỳ đã đi xa hơn bước này: đã nghiệm thu thì không quay lại đã nhận.",
        _SAFE,
        "Nếu ghi nhầm, mở lại kỳ có ghi lý do rồi ghi lại các bước.",
    ),
    "numbered_already": (
        "Chưa ghi được số, ngày văn bản.",
        "Báo cáo này đã có số hoặc ngày: {one} {two}.",
        _SAFE,
        "Giữ số và ngày đã ghi; nếu sai, ban hành lại báo cáo hoặc lập bản điều chỉnh.",
    ),
    "attached_already": (
        "Bản đã ký này đã được gắn rồi.",
        "Tệp có nội dung giống hệt “{one}” đã gắn vào báo cáo này.",
        _SAFE,
        "Không cần làm gì; xem các bản đã gắn ở danh sách báo cáo đã ban hành.",
    ),
    "nothing_to_correct": (
        "Không có gì để điều chỉnh.",
        "Số liệu hiện nay giống hệt số liệu đã báo cáo, kể cả các bản điều chỉnh.",
        _SAFE,
        "Sửa hoạt động hoặc số liệu liên quan trước, rồi lập bản điều chỉnh.",
    ),
    "letter_not_corrected": (
        "Chưa lập được bản điều chỉnh.",
        "Văn bản được chọn là công văn, tờ trình: không có biểu số liệu để điều chỉnh.",
        _SAFE,
        "Chọn báo cáo đã ban hành có số liệu thay đổi; công văn thì soạn bản khác.",
    ),
    "other_plan": (
        "Chưa lập được bản điều chỉnh.",
        "Báo cáo này thuộc kế hoạch khác: {one}.",
        _SAFE,
        "Chuyển sổ sang kế hoạch đó, rồi lập bản điều chỉnh.",
    ),
    "kinds_differ": (
        "Không so sánh được hai bản này.",
        "Hai bản thuộc hai loại báo cáo khác nhau nên các biểu không ứng với nhau.",
        _SAFE,
        "Chọn hai bản của cùng một loại báo cáo.",
    ),
    "not_brought_back": (
        "Không mang lại được mục này.",
        "Tình trạng của kỳ và báo cáo đã ban hành chỉ đổi bằng việc của chính chúng.",
        _SAFE,
        "Với kỳ đã khóa: mở lại kỳ, có ghi lý do. Với báo cáo: lập bản điều chỉnh.",
    ),
    "issued_frozen": (
        "Không sửa hoặc xóa được báo cáo đã ban hành.",
        "Nội dung, số và ngày của văn bản đã ban hành được giữ nguyên.",
        _SAFE,
        "Nếu có số liệu thay đổi, lập bản điều chỉnh của báo cáo này.",
    ),
}


def locked(facts: tuple[str, ...]) -> Lines:
    """Return the four lines of a refused write that name the period and its lock.

    Args:
        facts: Code, first and last day, state, when, by whom, number of the report,
            day or year and title of what was refused; none where nobody could tell.
    """
    if not facts:
        return PERIODS["period_locked"]
    name = _period(*facts[:3])
    what, _, data, _ = PERIODS["period_locked"]
    then = "rồi ghi lại"
    if facts[3] != PeriodState.CLOSED:
        then = "rồi ghi lại và lập bản điều chỉnh của báo cáo đã ký"
    return (
        what,
        f"{_subject(*facts[7:])} thuộc kỳ {name}, {_state(*facts[3:7])}.",
        data,
        (
            f"Nếu phải sửa: vào Báo cáo, bấm tình trạng của kỳ {name}, chọn “Mở lại "
            f"kỳ”, ghi lý do, {then}."
        ),
    )


def _subject(day: str, title: str) -> str:
    """Name what was refused by its title and its day, or year."""
    named = f"Mục “{title}”" if title else "Mục này"
    if day.isdecimal():
        return f"{named} (năm {day})"
    return f"{named} (ngày {format_date(dt.date.fromisoformat(day))})"


def _period(code: str, first: str, last: str) -> str:
    begins, ends = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    return period_phrase(
        Period(code=code, first_day=begins, last_day=ends, closing_day=ends)
    )


def _state(state: str, at: str, by: str, number: str) -> str:
    """Say how far it is, since when, by whom, and by which report."""
    day = format_date(dt.datetime.fromisoformat(at))
    who = f", do {by} ghi" if by else ""
    report = f", báo cáo số {number}" if number else ""
    return f"{label(PeriodState(state)).lower()} ngày {day}{who}{report}"
