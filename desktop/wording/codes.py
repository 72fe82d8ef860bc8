"""What came of comparing a code on paper with the data in a file, in words."""

from desktop.rules.short_code import CodeFault, Comparison, Match

CODE_QUESTION = "Số liệu trong tệp có đúng là của bản giấy không?"

_FAULTS = {
    CodeFault.BLANK: "Gõ mã in ở chân trang, hoặc quét mã vuông ở chỗ ký.",
    CodeFault.ACCENTS: "Mã không có chữ “{0}”: tắt bộ gõ tiếng Việt rồi gõ lại.",
    CodeFault.LETTER: "Mã không có dấu “{0}”: mã chỉ gồm chữ số và chữ cái "
    "không dấu, trừ I, L, O, U.",
    CodeFault.SHORT: "Mã có 21 ký tự, mới có {0}.",
    CodeFault.LONG: "Mã chỉ có 21 ký tự, ở đây có {0}.",
    CodeFault.SCAN: "Mã quét không trọn vẹn hoặc không phải mã của báo cáo: "
    "quét lại, hoặc gõ mã ở chân trang.",
    CodeFault.NEWER: "Mã quét do phiên bản chương trình mới hơn làm ra: gõ mã ở "
    "chân trang.",
}
_NO_REPORT = (
    "Tệp này không có số liệu gốc để đối chiếu với mã: chọn tệp PDF hoặc gói .zip của "
    "báo cáo."
)


def answer(comparison: Comparison | None) -> str:
    """Answer in a sentence; None: the file carries no data to compare with."""
    if comparison is None:
        return _NO_REPORT
    if comparison.match is Match.SAME:
        return _same(comparison)
    if comparison.match is Match.OTHER:
        return "Không: đây là mã của một báo cáo khác, hoặc số liệu trong tệp đã khác."
    if comparison.match is Match.MISTYPED:
        return (
            f"Chưa khớp {_groups(comparison)}: xem lại từng ký tự. Nếu đã gõ đúng như "
            "trên giấy thì số liệu trong tệp không phải của bản giấy này."
        )
    return _unread(comparison)


def _same(comparison: Comparison) -> str:
    start = "Có: mã quét khớp trọn vẹn" if comparison.whole else "Có: mã khớp"
    return f"{start}, số liệu trong tệp đúng là của bản giấy."


def _unread(comparison: Comparison) -> str:
    read = comparison.read
    fault = read.fault or CodeFault.BLANK
    sentence = _FAULTS[fault].format(*read.facts)
    if comparison.wrong and fault is not CodeFault.ACCENTS:
        return f"{sentence} Chưa khớp {_groups(comparison)}."
    if fault is CodeFault.SHORT and comparison.right:
        return f"{sentence} Khớp đến nhóm {comparison.right}."
    return sentence


def _groups(comparison: Comparison) -> str:
    return "nhóm " + ", ".join(map(str, comparison.wrong))
