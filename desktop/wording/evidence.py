"""Words for evidence: what it is, what it shows of persons, what became of a file."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from desktop.errors import FileError
from desktop.records.evidence import Exposure
from desktop.rules.evidence_guard import Findings, Personal
from desktop.rules.numbers import format_decimal, format_integer

QUESTION = "Trong ảnh, phim có nhận ra được người nào không, nhất là trẻ em?"
QUESTION_DETAIL = (
    "Hình ảnh là dữ liệu cá nhân. Câu trả lời quyết định tệp có vào gói gửi đi hay "
    "không, và sửa lại được bất cứ lúc nào."
)
ANSWERS = {
    "Không nhận ra ai": Exposure.NOBODY,
    "Có, được phép đưa ra": Exposure.ALLOWED,
    "Có, chỉ giữ trong cơ quan": Exposure.CLOSED,
}
"""Verbs of the question, and what each answers."""

_FOUND = {
    Personal.IDENTITY: "{} số căn cước",
    Personal.PHONE: "{} số điện thoại",
    Personal.BIRTH: "cột ngày sinh",
    Personal.ETHNICITY: "cột dân tộc",
    Personal.RELIGION: "cột tôn giáo",
}
_REFUSED = {
    "too_heavy": "quá lớn",
    "empty": "tệp rỗng",
    "folder": "là thư mục",
    "executable": "là chương trình hoặc tệp lệnh",
    "macros": "có macro",
    "heic": "ảnh HEIC, cần đổi sang .jpg",
    "unknown_kind": "không nhận ra loại tệp",
    "image_damaged": "ảnh hỏng",
    "image_too_large": "ảnh quá lớn",
    "many_pages": "ảnh nhiều trang, cần đổi sang PDF",
    "password": "có mật khẩu",
    "missing": "không tìm thấy",
    "unreadable": "không đọc được",
    "full": "ổ đĩa đầy",
    "read_only": "không ghi được vào thư mục minh chứng",
    "differs": "ghi xong đọc lại thì khác",
    "gone": "mất ổ đĩa khi đang ghi",
}
_STEP = 1_000
_MOST_NAMED = 5


def findings_sentence(findings: Findings) -> str:
    """Return what a list shows of persons: how much, and never what."""
    parts = [
        words.format(format_integer(findings.counts[kind]))
        for kind, words in _FOUND.items()
        if findings.counts.get(kind)
    ]
    return ", ".join(parts)


def refusal(path: Path, error: FileError) -> str:
    """Return in one line why a file was not attached."""
    why = _REFUSED.get(error.reason, "không dùng được")
    return f"{path.name}: {why}"


def missing_words(lacking: int, done: int) -> str:
    """Return how many of the activities done have no evidence."""
    return (
        f"▲ {format_integer(lacking)}/{format_integer(done)} hoạt động đã thực hiện "
        "chưa có minh chứng"
    )


def size_words(size: int) -> str:
    """Return a number of bytes as a person says it."""
    if size < _STEP * _STEP:
        return f"{format_integer(-(-size // _STEP))} KB"
    return f"{format_decimal(Decimal(size) / _STEP / _STEP)} MB"


def health_lines(missing: Sequence[str], altered: Sequence[str]) -> tuple[str, ...]:
    """Return what the check of the contents found wanting, a line for each kind."""
    found = (("Thiếu tệp minh chứng", missing), ("Minh chứng bị thay đổi", altered))
    return tuple(
        f"{words} ({format_integer(len(names))}): {_listed(names)}."
        for words, names in found
        if names
    )


def _listed(names: Sequence[str]) -> str:
    rest = len(names) - _MOST_NAMED
    more = f" và {format_integer(rest)} tệp khác" if rest > 0 else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def backup_sentence(*, files: int, elsewhere: bool, bad: int) -> str:
    """Return how a backup stands with the evidence; blank where there is none.

    A backup without the photos says so, always.
    """
    if not files:
        return ""
    if not elsewhere:
        return (
            f"Bản này KHÔNG kèm {format_integer(files)} tệp minh chứng: các tệp nằm "
            "trong thư mục minh-chung cạnh sổ. Muốn có bản thứ hai, hãy sao lưu sang "
            "nơi khác."
        )
    lost = f" Thiếu {format_integer(bad)} tệp đã hỏng hoặc mất từ trước." if bad else ""
    return f"Kèm {format_integer(files - bad)} tệp minh chứng.{lost}"
