"""The front door: a verb goes to the command line, anything else opens the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

OFFICE_ENDING = ".stt"
SELF_TEST = "--selftest"
PLATFORM = "-platform"
"""Qt's own option: what shows windows, such as `offscreen`."""
NO_WINDOW = 2
NO_SCREEN = """\
Chuyện gì xảy ra: Chưa mở được cửa sổ.
Vì sao: Máy này không có màn hình đồ họa.
Dữ liệu của anh/chị: Không thay đổi.
Làm gì tiếp: Mở trên máy có màn hình, hoặc dùng lệnh; xem: {} --help"""


def for_qt(arguments: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part what Qt is told from everything else; Qt first."""
    own, qt = list(arguments), []
    while PLATFORM in own[:-1]:
        at = own.index(PLATFORM)
        qt += own[at : at + 2]
        del own[at : at + 2]
    return qt, own


def files_to_open(arguments: Sequence[str]) -> tuple[Path, ...]:
    """Return the files the window should open, none for the last office.

    Raises:
        LookupError: The arguments are meant for the command line.
    """
    given = [each for each in arguments if each]
    if given and not _is_file(given[0]):
        raise LookupError(arguments)
    return tuple(Path(each) for each in given)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window or do one verb; return what the program exits with."""
    qt, given = for_qt(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [SELF_TEST]:
        return _self_test(given[1:], qt)
    try:
        files = files_to_open(given)
    except LookupError:
        from desktop.cli.main import main as command_line

        return command_line(given)
    if not has_screen() and not qt:
        from desktop.cli.main import program_name

        sys.stderr.write(f"{NO_SCREEN.format(program_name())}\n")
        return NO_WINDOW
    from desktop.gui.app import run

    return run(files, qt)


def has_screen() -> bool:
    """Tell whether a window can be shown; Qt itself would only abort."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)


def _is_file(given: str) -> bool:
    """Tell a file from a verb: by its ending, by its folder, or because it is there.

    A file that has the name of a verb is told by its folder, as the system tells it.
    """
    if given.startswith("-"):
        return False
    path = Path(given)
    return bool(path.suffix) or path.name != given


def _self_test(given: list[str], qt: list[str]) -> int:
    from desktop.cli.self_testing import main as tell
    from desktop.gui.self_testing.screen import screen_probes

    return tell(given, screen_probes(qt if qt or has_screen() else _NO_SCREEN_QT))


_NO_SCREEN_QT = [PLATFORM, "offscreen"]


if __name__ == "__main__":
    sys.exit(main())
