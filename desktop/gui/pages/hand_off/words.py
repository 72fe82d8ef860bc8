"""Say of a report and its package how far they are."""

from pathlib import Path

from desktop.gui.pages.report.list import period_of, receipt_line, receipt_state
from desktop.gui.pages.report.work import Standing
from desktop.operations.sending.package_parts import parts_of
from desktop.records.signing import SignerRole
from desktop.rules.numbers import format_integer
from desktop.rules.short_code import short_code
from desktop.wording.periods import period_phrase

UNSIGNED = "Đóng gói báo cáo không có chữ ký số?"
UNSIGNED_DETAIL = (
    "Gói có bản PDF ghi “CHƯA KÝ SỐ”, tệp Excel và số liệu. Nơi nhận kiểm tra sẽ thấy "
    "gói không niêm phong, và so mã ở chân trang với bản giấy đã ký, đóng dấu."
)

_LACKING = {SignerRole.PERSON: "của người ký", SignerRole.AGENCY: "của cơ quan"}


def report_words(standing: Standing) -> str:
    """Name a report by its period, version and slip, and how it was signed."""
    issued = standing.issued
    test = " (ký thử)" if standing.test_key else ""
    test = " (ký tay)" if standing.by_hand else test
    version = f"bản {issued.version}"
    if issued.slip:
        version = f"bản điều chỉnh số {issued.slip}"
    return f"Báo cáo {period_phrase(period_of(issued))}, {version}{test}"


def state_words(standing: Standing | None, waiting: Standing | None = None) -> str:
    """Say whether a report was handed over, and where to.

    Where none can be, `waiting` is one that lacks a signature still.
    """
    if standing is None:
        if waiting is None or waiting.waiting is None:
            return "Chưa có gì để bàn giao."
        return (
            f"{report_words(waiting)}: đã có chữ ký của “{waiting.signed_by}”, còn "
            f"thiếu chữ ký {_LACKING[waiting.waiting]}. Sang Báo cáo ký tiếp rồi bàn "
            "giao."
        )
    if standing.receipt is not None:
        state, facts = receipt_state(standing.receipt), receipt_line(standing.receipt)
        return f"{report_words(standing)}: {state} ({facts})."
    if standing.delivered is not None:
        where = standing.delivered.target
        return f"{report_words(standing)}: đã bàn giao tới {where}; chưa có biên nhận."
    return f"{report_words(standing)}: chưa bàn giao."


def package_words(
    standing: Standing | None, package: Path | None, folder: Path | None
) -> str:
    """Name the package, its size and its place, or say why there is none."""
    if folder is None:
        return "Không tìm thấy tệp đã ký; sang Báo cáo để xuất và ký lại."
    if package is None:
        return "Chưa đóng gói."
    parts = parts_of(package) or (package,)
    size = format_integer(sum(one.stat().st_size for one in parts))
    said = f"{package.name}\n{size} byte, trong {folder}"
    if len(parts) > 1:
        said += f"\nMinh chứng chia thành {len(parts)} gói, chép và gửi đủ cả."
    if standing is None or not standing.by_hand:
        return said
    code = short_code(standing.issued.content_sha256)
    return f"{said}\n– Không ký số; nơi nhận đối chiếu mã {code}"
