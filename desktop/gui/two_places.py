"""Say of an office that lies in two places which one is further, and let one choose."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.errors import DesktopError
from desktop.gui.ask import Ask
from desktop.rules.dates import format_date
from desktop.rules.times import format_time

if TYPE_CHECKING:
    from desktop.operations.offices.compare_states import Elsewhere
    from desktop.store.store import Store

THAT, THIS = "Mở bản kia", "Làm tiếp ở bản này"
APART = (
    "Bản này cũng có thay đổi riêng: hai bản đã tách nhau và chương trình không tự "
    "nhập lại. Chọn một bản để làm tiếp, rồi nhập vào đó phần còn thiếu."
)
BEHIND = "Bản này cũ hơn. Ghi tiếp vào đây thì hai bản tách nhau; nên làm ở bản kia."
AWAY = "Bản kia hiện không có ở đó: cắm USB hoặc ổ đĩa chứa nó rồi mở lại."


def goes_on(store: "Store", ask: Ask, other: Callable[[Path], object]) -> bool:
    """Tell whether a store just opened is the one to work in; close it if not.

    Args:
        store: What was opened.
        ask: Who is asked where another place holds more.
        other: Opens the other place.
    """
    from desktop.operations.offices.compare_states import compare_states

    found = compare_states(store).value
    if found is not None and not _stays(store, found, ask, other):
        return False
    note(store)
    return True


def note(store: "Store") -> None:
    """Remember how far an office is; a stick that is gone cannot be asked."""
    from desktop.operations.offices.compare_states import note_state
    from desktop.store.faults import translated

    if store.writable:
        try:
            with translated(store.path):
                note_state(store)
        except DesktopError:
            return


def _stays(
    store: "Store", found: "Elsewhere", ask: Ask, other: Callable[[Path], object]
) -> bool:
    verbs = (THAT, THIS) if found.there else (THIS,)
    chosen = ask.choose(
        f"Sổ “{store.path.stem}” còn một bản khác có thay đổi mà bản này không có.",
        verbs,
        detail=_detail(store.path, found),
    )
    if chosen is not None and verbs[chosen] == THIS:
        return True
    store.close()
    if chosen is not None:
        other(found.path)
    return False


def _detail(path: Path, found: "Elsewhere") -> str:
    when = f"{format_time(found.at.time())} ngày {format_date(found.at)}"
    lines = [
        f"Bản này: {path}",
        f"Bản kia: {found.path}, thay đổi mới nhất lúc {when}.",
        APART if found.both else BEHIND,
    ]
    return "\n".join(lines if found.there else [*lines, AWAY])
