"""Draw icons from one family of an icon font, loaded when the first is wanted.

The window is painted before any icon is: loading the font takes a tenth of a second.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon

from desktop import paths
from desktop.gui import theme

if TYPE_CHECKING:
    from qtawesome.iconic_font import IconicFont

NAMES = {
    "overview": "view-dashboard-outline",
    "plan": "clipboard-list-outline",
    "activities": "calendar-check-outline",
    "collect": "inbox-arrow-down-outline",
    "report": "file-document-outline",
    "hand_off": "package-variant-closed",
    "settings": "cog-outline",
    "search": "magnify",
    "undo": "undo",
    "redo": "redo",
    "add": "plus",
    "edit": "pencil-outline",
    "remove": "trash-can-outline",
    "copy": "content-copy",
    "paste": "content-paste",
    "save": "content-save-outline",
    "open": "folder-open-outline",
    "new": "file-plus-outline",
    "practice": "school-outline",
    "backup": "backup-restore",
    "check": "shield-check-outline",
    "sign": "draw-pen",
    "export": "file-export-outline",
    "import": "file-import-outline",
    "excel": "file-excel-outline",
    "pdf": "file-pdf-box",
    "mail": "email-outline",
    "stick": "usb-flash-drive-outline",
    "print": "printer-outline",
    "calendar": "calendar-blank-outline",
    "filter": "filter-outline",
    "history": "history",
    "help": "help-circle-outline",
    "key": "key-outline",
    "receipt": "receipt-text-check-outline",
    "close": "close",
    "more": "dots-horizontal",
    "previous": "chevron-left",
    "next": "chevron-right",
    "down": "chevron-down",
    "evidence": "paperclip",
    "picture": "image-outline",
    "film": "filmstrip",
    "sound": "microphone-outline",
    "slides": "presentation",
    "twins": "content-duplicate",
    "join": "link-variant",
}
"""Our words, and what the font calls the drawing."""

_FAMILY = "mdi6"


def icon(name: str, colour: str = "text") -> QIcon:
    """Return one icon in a colour of the scheme now shown.

    Raises:
        KeyError: No icon has this name.
    """
    return QIcon(
        _font().icon(
            f"{_FAMILY}.{NAMES[name]}",
            color=theme.colour(colour),
            color_disabled=theme.colour("disabled"),
        )
    )


def program_icon() -> QIcon:
    """Return the icon of the program itself."""
    made = QIcon()
    for size in (16, 32, 48, 256):
        made.addFile(str(paths.RESOURCES / "icons" / f"program-{size}.png"))
    return made


@cache
def _font() -> "IconicFont":
    # The library's own door loads all its families, eleven fonts; we need one.
    import qtawesome
    from qtawesome.iconic_font import IconicFont

    folder = Path(qtawesome.__file__).parent / "fonts"
    drawn = next(folder.glob("materialdesignicons6-webfont-[0-9]*.ttf"))
    named = next(folder.glob("materialdesignicons6-webfont-charmap-*.json"))
    return IconicFont((_FAMILY, drawn.name, named.name, str(folder)))
