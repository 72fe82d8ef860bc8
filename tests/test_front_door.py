"""A verb goes to the command line; a file, or nothing, opens the window."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import files_to_open, for_qt, has_screen, main


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        ([], ()),
        ([""], ()),
        (["C:/Sổ.stt"], (Path("C:/Sổ.stt"),)),
        (["A.STT"], (Path("A.STT"),)),
        (["goi_1.zip", "a.pdf"], (Path("goi_1.zip"), Path("a.pdf"))),
        (["thư mục/demo"], (Path("thư mục/demo"),)),
    ],
)
def test_files_or_nothing_open_the_window(
    arguments: list[str], files: tuple[Path, ...]
) -> None:
    assert files_to_open(arguments) == files


@pytest.mark.parametrize("arguments", [["demo"], ["--help"], ["check", "a.stt"]])
def test_anything_else_is_for_the_command_line(arguments: list[str]) -> None:
    with pytest.raises(LookupError):
        files_to_open(arguments)


@pytest.mark.parametrize(
    ("arguments", "parted"),
    [
        (["a.stt"], ([], ["a.stt"])),
        (["-platform", "offscreen"], (["-platform", "offscreen"], [])),
        (
            ["--selftest", "-platform", "offscreen", "a.json"],
            (["-platform", "offscreen"], ["--selftest", "a.json"]),
        ),
        (["-platform"], ([], ["-platform"])),
    ],
)
def test_what_qt_is_told_goes_to_qt(
    arguments: list[str], parted: tuple[list[str], list[str]]
) -> None:
    assert for_qt(arguments) == parted


def test_the_door_itself_loads_neither_qt_nor_click() -> None:
    code = "import sys, desktop.__main__; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not {"PySide6", "click", "sqlite3"} & set(done.stdout.split())


def test_the_window_loads_nothing_heavy_before_its_first_paint() -> None:
    code = "import sys, desktop.gui.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    heavy = "sqlite3 openpyxl reportlab pyhanko lxml qtawesome msgspec pypdfium2 click"
    assert not set(heavy.split()) & set(done.stdout.split())


def test_without_a_screen_it_says_so_in_four_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_screen()
    assert main([]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.partition(":")[0] for line in told] == [
        "Chuyện gì xảy ra",
        "Vì sao",
        "Dữ liệu của anh/chị",
        "Làm gì tiếp",
    ]
