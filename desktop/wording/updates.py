"""Say what was found of a newer program somebody brought."""

from pathlib import Path

from desktop.errors import UpdateError
from desktop.records.update import (
    Edition,
    ListSignature,
    Standing,
    SystemAnswer,
    UpdateVerdict,
)
from desktop.rules.numbers import format_integer
from desktop.rules.release_code import release_code
from desktop.wording.faults import Message, explain

_LIGHTS = {
    Standing.SIGNED: ("✓", "Tin được"),
    Standing.LISTED: ("–", "Phải so mã"),
    Standing.SAME: ("–", "Không cần"),
    Standing.REFUSED: ("▲", "Không dùng"),
}
_SYSTEM = {
    SystemAnswer.UNSIGNED: "Windows: bộ cài không có chữ ký của nhà phát hành.",
    SystemAnswer.TRUSTED: "Windows: bộ cài có chữ ký mà máy này tin.",
    SystemAnswer.UNKNOWN: "Windows: bộ cài có chữ ký, máy này chưa biết người ký.",
    SystemAnswer.BROKEN: "Windows: chữ ký của bộ cài đã hỏng.",
}
_MEGABYTE = 1_000_000

COMPARE = (
    "Mã dưới đây phải giống hệt mã nơi phát hành đã báo bằng đường khác với đường đưa "
    "bộ cài: công văn, điện thoại, không phải tờ giấy để cùng USB."
)
COMPARED = "Tôi đã so: mã giống hệt mã được &báo"
NO_CHANGES = "Không có bản kê thay đổi bên cạnh bộ cài."
HOW_IN_CHECKOUT = (
    "Bản đang chạy từ mã nguồn nên không cập nhật bằng bộ cài: lấy mã nguồn mới rồi "
    "chạy lại như vẫn làm. Kết quả kiểm tra ở trên vẫn đúng cho bộ cài này."
)


def light(verdict: UpdateVerdict) -> tuple[str, str]:
    """Return the shape and the words of a verdict's light."""
    return _LIGHTS[verdict.standing]


def headline(verdict: UpdateVerdict) -> str:
    """Say in one sentence what may be done."""
    new, own = verdict.version, verdict.own_version
    match verdict.standing:
        case Standing.SIGNED:
            return f"Bản {new}, mới hơn bản {own} đang dùng, đúng của nơi phát hành."
        case Standing.LISTED:
            return (
                f"Bản {new}, mới hơn bản {own} đang dùng, còn nguyên vẹn; "
                "chưa biết ai đưa ra."
            )
        case Standing.SAME:
            return f"Đây là bản {own} đang dùng; không cần cập nhật."
        case Standing.REFUSED:
            return refusal(verdict).what


def refusal(verdict: UpdateVerdict) -> Message:
    """Return the four lines of a refusal."""
    return explain(UpdateError(Path(verdict.about), verdict.reason, *verdict.facts))


def lines(verdict: UpdateVerdict) -> tuple[str, ...]:
    """Say what was looked at, a line each; of a refusal why, and what to do."""
    if verdict.standing is Standing.REFUSED:
        told = refusal(verdict)
        return (told.why, told.data, told.next)
    said = (
        _signature(verdict),
        _SYSTEM.get(verdict.system, ""),
        f"{verdict.file_name}, {_size(verdict.size)}.",
    )
    return tuple(filter(None, said))


def code(verdict: UpdateVerdict) -> str:
    """Return the code two people compare."""
    return release_code(verdict.sha256)


def edition_line(edition: Edition) -> str:
    """Say what kind of the program this is, for whoever asks about it."""
    return {
        Edition.INSTALLED: "Cài trên máy này",
        Edition.CARRIED: "Bản mang theo trên USB, dữ liệu ở cùng thư mục",
        Edition.CHECKOUT: "Chạy từ mã nguồn",
    }[edition]


def build_line(build: str) -> str:
    """Tell the code of the build; nothing where there is none."""
    return f"Mã bản dựng: {release_code(build)}" if build else ""


def _signature(verdict: UpdateVerdict) -> str:
    match verdict.list_signature:
        case ListSignature.KNOWN:
            return f"Danh sách mã do “{verdict.signed_by}” ký; bộ cài đúng danh sách."
        case ListSignature.UNCHECKED:
            return (
                "Bộ cài đúng danh sách mã. Danh sách có chữ ký, nhưng bản đang dùng "
                "chưa biết khóa phát hành nào để kiểm."
            )
        case ListSignature.NONE:
            return "Bộ cài đúng danh sách mã. Danh sách không có chữ ký."


def _size(size: int) -> str:
    return f"{format_integer(-(-size // _MEGABYTE))} MB"
