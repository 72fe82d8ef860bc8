"""Sentences of why a package or a receipt was put where it is; `{0}` … are facts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desktop.rules.vietnamese import fold

REASONS: Final = {
    "package_format": (
        "Gói làm bằng chương trình mới hơn: cập nhật phần mềm rồi thả lại, tệp vẫn "
        "được giữ."
    ),
    "package_file": "Tệp đã khác với lúc kiểm tra.",
    "unsupported": "Có chữ ký kiểu lạ, không kiểm tra được.",
    "same_sealer": "Hai dấu niêm của cùng một chứng thư.",
    "receipt_unsigned": "Biên nhận không có chữ ký số.",
    "receipt_unknown": "Không phải biên nhận cho báo cáo của cơ quan này.",
    "receipt_for_another": "Biên nhận gửi cho {0}.",
    "receipt_changed": "Biên nhận đã bị thay đổi: {0}.",
    "receipt_known": "Biên nhận này đã có.",
}


def _member(facts: Sequence[str]) -> Sequence[str]:
    return [member_label(one) for one in facts]


def member_label(name: str) -> str:
    """Return what a member of a package is called: `anh-03.jpg` is `ảnh 03`."""
    stem = fold(name).rpartition(".")[0]
    kind, _, number = stem.rpartition("-")
    words = {"anh": "ảnh", "tep": "tệp minh chứng"}
    if kind in words and number.isdecimal():
        return f"{words[kind]} {number}"
    return _NAMED.get(name, f"tệp {name}")


_NAMED: Final[Mapping[str, str]] = {
    "entries.json": "số liệu từng mục",
    "report.json": "số liệu báo cáo",
    "bia.html": "trang bìa",
    "manifest.json": "bảng kê của gói",
    "manifest.json.p7s": "dấu niêm",
}

READERS: Final[Mapping[str, Callable[[Sequence[str]], Sequence[str]]]] = {
    "member_changed": _member,
    "member_missing": _member,
    "member_added": _member,
    "member_wrong": _member,
    "package_damaged": _member,
    "package_hash": _member,
}
