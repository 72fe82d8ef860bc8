"""Words for what the check of the history found."""

from collections.abc import Sequence

from desktop.rules.numbers import format_integer
from desktop.store.audit import Disagreement, Fault, MissingHead
from desktop.store.shelves import BY_TABLE
from desktop.store.terms import column_term, record_term

_FAULTS = {
    Fault.GAP: "thay đổi số {change} không nối tiếp lần trước",
    Fault.EDITED: "nội dung đã bị sửa mà nhật ký không ghi",
    Fault.GONE: "đã mất khỏi sổ mà nhật ký không ghi việc xóa",
    Fault.BACK: "vẫn còn trong sổ dù nhật ký ghi là đã xóa",
    Fault.UNKNOWN: "có trong sổ mà nhật ký không ghi ai thêm vào",
}


def audit_lines(
    broken_at: int | None,
    disagreements: Sequence[Disagreement],
    missing_head: MissingHead | None,
    removals_missing: int | None,
) -> tuple[str, ...]:
    """Return what was found, a line for each; one line says that nothing was."""
    found = []
    if broken_at is not None:
        found.append(f"Nhật ký bị sửa từ thay đổi số {broken_at}.")
    found += [disagreement_line(one) for one in disagreements]
    if missing_head is not None:
        found.append(missing_head_line(missing_head))
    if not found:
        found.append("Nhật ký liền mạch. Số liệu trong sổ khớp với nhật ký.")
    line = removals_line(removals_missing)
    return (*found, line) if line else tuple(found)


def disagreement_line(one: Disagreement) -> str:
    """Return which record the journal and the file disagree on, and how."""
    shelf = BY_TABLE.get(one.place)
    name = one.place if shelf is None else record_term(shelf.record)
    said = _FAULTS[one.fault].format(change=one.change)
    columns = one.columns if shelf is not None else ()
    named = ", ".join(column_term(shelf.record, each) for each in columns if shelf)
    about = f" ({named})" if named else ""
    return f"{name}, mã {one.row_id}: {said}{about}."


def missing_head_line(one: MissingHead) -> str:
    """Return which paper or backup knows of changes that the journal lacks."""
    return (
        f"“{one.where}” ghi mã nhật ký {one.head[:16]} mà sổ này không có: phần cuối "
        "nhật ký đã bị cắt, hoặc tệp sổ bị thay bằng bản cũ hơn."
    )


def removals_line(count: int | None) -> str:
    """Return how much the text log of removals lacks; blank where it lacks nothing."""
    if count is None:
        return "Không đọc được tệp nhật ký xóa nằm cạnh tệp sổ."
    if not count:
        return ""
    return (
        f"Nhật ký xóa thiếu {format_integer(count)} mục; ghi bổ sung được từ nhật ký."
    )
