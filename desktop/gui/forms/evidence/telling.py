"""Say in a sentence or two what became of files that were attached."""

from collections.abc import Sequence

from desktop.operations.evidence.attach_evidence import Attached
from desktop.records.evidence import Exposure
from desktop.rules.numbers import format_integer
from desktop.wording.evidence import findings_sentence, refusal
from desktop.wording.labels import label

_MOST_NAMED = 4


def good_news(answers: Sequence[Attached]) -> str:
    """Return how many files were attached, and how many were there already."""
    before = sum(one.before for one in answers)
    new = sum(one.evidence is not None for one in answers) - before
    parts = []
    if new:
        parts.append(f"Đã đính kèm {format_integer(new)} tệp.")
    if before:
        parts.append(f"{format_integer(before)} tệp đã có ở mục này từ trước.")
    return " ".join(parts)


def bad_news(answers: Sequence[Attached]) -> str:
    """Return what was refused and why, and which lists name persons; blank for none."""
    refused = [refusal(one.path, one.refused) for one in answers if one.refused]
    lists = [
        f"“{one.path.name}” có {findings_sentence(one.findings)}"
        for one in answers
        if one.findings and not one.before
    ]
    parts = []
    if refused:
        parts.append(f"Không đính kèm {_listed(refused)}.")
    if lists:
        closed = label(Exposure.CLOSED).lower()
        parts.append(
            f"{_listed(lists)}: đã đặt “{closed}”, sửa được; gói rút gọn chỉ kèm bản "
            "che số."
        )
    return " ".join(parts)


def _listed(parts: Sequence[str]) -> str:
    rest = len(parts) - _MOST_NAMED
    more = f"; và {format_integer(rest)} tệp khác" if rest > 0 else ""
    return "; ".join(parts[:_MOST_NAMED]) + more
