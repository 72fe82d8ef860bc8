"""Ask before an intake is taken back, naming what would stay; then take it back."""

from collections.abc import Callable
from functools import partial

from desktop.gui.running import run
from desktop.gui.session import Session
from desktop.operations.intake.take_back_intake import (
    TakenBack,
    look_at_taking_back,
    take_back_intake,
)
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals

TITLE = "Hoàn tác lần nhận"
_NAMED = 12
"""Entries named in the question; the rest are counted."""


def ask_and_take_back(
    session: Session, intake: str, then: Callable[[TakenBack], object]
) -> bool:
    """Ask, and take an intake back; tell whether it was wanted.

    Raises:
        DesktopError: It cannot be taken back; told by whoever asked.
    """
    seen = look_at_taking_back(session.store, intake)
    restored = format_integer(seen.restored)
    wanted = session.ask.confirm(
        f"Hoàn tác lần nhận này? {restored} mục trở lại như trước khi nhận.",
        verb=TITLE,
        detail=_detail(seen),
    )
    if wanted:
        run(
            session,
            partial(take_back_intake, session.store, intake),
            title=TITLE,
            then=then,
        )
    return wanted


def _detail(seen: TakenBack) -> str:
    if not seen.kept:
        return "Không có mục nào phải giữ lại."
    lines = [
        f"• {one.title or one.row_id}: {arrivals.left_reason(one.reason)}"
        for one in seen.kept[:_NAMED]
    ]
    if len(seen.kept) > _NAMED:
        lines.append(f"… và {format_integer(len(seen.kept) - _NAMED)} mục khác")
    many = format_integer(len(seen.kept))
    return "\n".join((f"{many} mục được giữ lại:", *lines))
