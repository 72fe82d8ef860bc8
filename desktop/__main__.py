"""The front door: a verb goes to the command line, anything else opens the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

OFFICE_ENDING = ".stt"
NO_WINDOW = 2
NO_SCREEN = """\
Chuyện gì xảy ra: Chưa mở được cửa sổ.
Vì sao: Máy này không có màn hình đồ họa.
Dữ liệu của anh/chị: Không thay đổi.
Làm gì tiếp: Mở trên máy có màn hình, hoặc dùng lệnh; xem: python -m desktop --help"""


def office_to_open(arguments: Sequence[str]) -> Path | None:
    """Return the office file the window should open, or None for the last one.

    Raises:
        LookupError: The arguments are meant for the command line.
    """
    match [each for each in arguments if each]:
        case []:
            return None
        case [only] if only.lower().endswith(OFFICE_ENDING):
            return Path(only)
        case _:
            raise LookupError(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or do one verb; return what the program exits with."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        office = office_to_open(given)
    except LookupError:
        from desktop.cli.main import main as command_line

        return command_line(given)
    if not has_screen():
        sys.stderr.write(f"{NO_SCREEN}\n")
        return NO_WINDOW
    from desktop.gui.app import run

    return run(office)


def has_screen() -> bool:
    """Tell whether a window can be shown; Qt itself would only abort."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


if __name__ == "__main__":
    sys.exit(main())
