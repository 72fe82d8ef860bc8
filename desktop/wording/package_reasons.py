"""Sentences of why a package or a receipt was put where it is; `{0}` … are facts."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from desktop.rules.numbers import format_integer

REASONS: Final = {
    "package_format": (
        "Gói làm bằng chương trình mới hơn: cập nhật phần mềm rồi thả lại, tệp vẫn "
        "được giữ."
    ),
    "package_file": "Tệp đã khác với lúc kiểm tra.",
    "unsupported": "Có chữ ký kiểu lạ, không kiểm tra được.",
    "same_sealer": "Hai dấu niêm của cùng một chứng thư.",
    "receipt_unsigned": (
        "Biên nhận không có chữ ký số: chỉ nhận khi chắc chắn do nơi nhận gửi."
    ),
    "receipt_not_sent": (
        "Chưa ghi việc bàn giao bản này: chỉ nhận khi đã gửi bằng đường khác."
    ),
    "receipt_own_key": (
        "Biên nhận ký bằng chứng thư của “{0}”, chính là bên ký báo cáo ở đây: chỉ "
        "nhận khi đã hỏi nơi nhận."
    ),
    "receipt_unknown": "Không phải biên nhận cho báo cáo của cơ quan này.",
    "receipt_for_another": "Biên nhận gửi cho {0}.",
    "receipt_changed": "Biên nhận đã bị thay đổi: {0}.",
    "receipt_unread": (
        "Không đọc được biên nhận này: tệp hỏng hoặc thiếu; xin nơi nhận gửi lại."
    ),
    "receipt_known": "Biên nhận này đã có.",
}


def _member(facts: Sequence[str]) -> Sequence[str]:
    return [member_label(one) for one in facts]


def _versions(facts: Sequence[str]) -> Sequence[str]:
    """Return versions as they are said: `1/2` is the second correction of the first."""
    return [
        "bản {0}, điều chỉnh {2}".format(*one.partition("/"))
        if "/" in one
        else f"bản {one}"
        for one in facts
    ]


def _numbers(facts: Sequence[str]) -> Sequence[str]:
    return [format_integer(int(one)) if one.isdecimal() else one for one in facts]


def member_label(name: str) -> str:
    """Return what a member of a package is called: `anh-03.jpg` is `ảnh 03`."""
    told = _EVIDENCE.fullmatch(name)
    if told:
        return f"{_KINDS[told[1]]} {told[2]}"
    return _NAMED.get(name, f"tệp {name}")


_EVIDENCE: Final = re.compile(r"(anh|tep)-(\d+)\.[a-z0-9]+")
_KINDS: Final = {"anh": "ảnh", "tep": "tệp minh chứng"}
_NAMED: Final[Mapping[str, str]] = {
    "entries.json": "số liệu từng mục",
    "report.json": "số liệu báo cáo",
    "bia.html": "trang bìa",
    "manifest.json": "bảng kê của gói",
    "manifest.json.p7s": "dấu niêm",
}


def _part(facts: Sequence[str]) -> Sequence[str]:
    number, count, before = facts[:3]
    return number, count, f" (đã nhận gói {before})" if before else ""


READERS: Final[Mapping[str, Callable[[Sequence[str]], Sequence[str]]]] = {
    "member_changed": _member,
    "member_missing": _member,
    "member_added": _member,
    "member_wrong": _member,
    "package_damaged": _member,
    "package_hash": _member,
    "package_part": _part,
    "receipt_other_version": _versions,
    "receipt_differs": _numbers,
}
