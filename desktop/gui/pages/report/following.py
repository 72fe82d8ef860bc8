"""Tell which steps of a report can be taken, which are done, and what comes next."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from desktop.records.signing import SignerRole
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.gui.pages.report.draft import DraftForm
    from desktop.gui.pages.report.work import Standing

_WORDS = {
    "check": "soát những gì cấp trên sẽ trả lại.",
    "preview": "xem đúng bản sẽ in.",
    "issue": "ban hành để chốt thành một bản không đổi.",
    "export": "xuất tệp PDF, Excel, Word.",
    "sign": "ký tại đây, hoặc gắn bản văn thư đã ký.",
    "hand_off": "giao báo cáo, ở mục Bàn giao (Ctrl+6).",
}


@dataclass(frozen=True, slots=True)
class StepsState:
    """What the row of steps shows."""

    allowed: frozenset[str]
    done: frozenset[str]
    following: str
    """The obvious next step; blank when everything is done."""


def steps_of(
    standing: "Standing | None", step: str, *, letter: bool = False, refused: str = ""
) -> StepsState:
    """Return what the steps show of an issued report, or of the draft at a step.

    Of a draft there cannot be, nothing can be done: `refused` says why.
    """
    if standing is None and refused:
        return StepsState(frozenset({"write"}), frozenset(), "")
    if standing is None:
        order = ["write", "preview", "issue"]
        if not letter:
            order.insert(1, "check")
        at = order.index(step) if step in order else 0
        return StepsState(
            frozenset(order), frozenset(order[:at]), order[min(at + 1, len(order) - 1)]
        )
    done = {"write", "check", "preview", "issue"}
    done |= {"export"} if standing.exported else set()
    done |= {"sign"} if standing.complete else set()
    allowed = {"write", "preview", "export", "sign"}
    following = "" if standing.complete else "sign"
    following = following if standing.exported else "export"
    return StepsState(frozenset(allowed), frozenset(done), following)


def next_words(
    following: str,
    stale: int,
    errors: int = 0,
    standing: "Standing | None" = None,
) -> str:
    """Say what to do next, in words.

    Contradictions come first, then numbers that no longer agree.
    """
    if following == "sign" and standing is not None:
        return _signing_words(standing)
    if errors and following in {"preview", "issue"}:
        return f"sửa {errors} chỗ mâu thuẫn, chưa ban hành được."
    if stale and following in {"check", "preview", "issue"}:
        return f"cập nhật {stale} số không còn khớp sổ."
    return _WORDS.get(following, "")


def _signing_words(standing: "Standing") -> str:
    """Say who is to sign next, and how."""
    if standing.waiting is SignerRole.AGENCY:
        return "để cơ quan ký, đóng dấu bằng khóa của cơ quan."
    if standing.by_hand:
        return "in ra, ký tay, đóng dấu, rồi gắn bản quét."
    return _WORDS["sign"]


def after(standing: "Standing | None") -> str:
    """Return what comes after the last step; blank when nothing does."""
    if standing is None or not standing.travels or standing.delivered is not None:
        return ""
    return "hand_off"


def draft_facts(draft: "DraftForm", *, letter: bool) -> str:
    """Say in one line what the draft on screen is."""
    period = period_phrase(draft.request.period)
    if draft.refusal:
        return draft.refusal
    if letter:
        return f"Bản thảo công văn {period}."
    if draft.drafting.busy and draft.drafted is None:
        return f"Bản thảo báo cáo {period}. Đang tính số liệu…"
    return f"Bản thảo báo cáo {period}."


def dropped_pdf(data: QMimeData) -> Path | None:
    """Return the one PDF that is dragged over the page, or None."""
    paths = [Path(each.toLocalFile()) for each in data.urls() if each.isLocalFile()]
    if len(paths) == 1 and paths[0].suffix.lower() == ".pdf":
        return paths[0]
    return None
