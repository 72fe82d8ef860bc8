"""The pages of the installer are drawn, and stay as pictures for whoever looks."""

import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.windows.built import Built
from tests.windows.conftest import CACHE
from tests.windows.pc import Computer
from windows.wine import stop

PAGES = 2
LOOKS_LIKE = {"Segoe UI": "Noto Sans", "Tahoma": "Noto Sans"}
"""Fonts of Windows, and what has the same letters here."""
REPLACED = r"HKCU\Software\Wine\Fonts\Replacements"
DISPLAY = ":93"
PICTURES = CACHE / "trang-cai-dat"
MOST_GREY = 0.97


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give programs a screen that nobody sees."""
    words = ["Xvfb", DISPLAY, "-screen", "0", "900x650x24", "-nolisten", "tcp"]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL) as shown:
        monkeypatch.setenv("DISPLAY", DISPLAY)
        time.sleep(1)
        yield
        shown.terminate()


def window(title: str) -> str:
    """Wait for a window, and return its number."""
    for _turn in range(120):
        said = subprocess.run(
            ["xdotool", "search", "--name", title],
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()
        if said:
            return said[0]
        time.sleep(0.5)
    raise TimeoutError(title)


def photograph(target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-window", "root", str(target)], check=True)


def test_its_first_pages_greet_in_vietnamese_and_ask_for_a_folder(
    pc: Computer, built: Built, screen: None
) -> None:
    for theirs, ours in LOOKS_LIKE.items():
        pc.prefix.run("reg", "add", REPLACED, "/v", theirs, "/d", ours, "/f")
    # As for a stick, so that it never matters what is installed just now.
    running = pc.prefix.start(str(built.installer), "/PORTABLE")
    try:
        window("Cài đặt Sổ Truyền Thông")
        for page in range(1, PAGES + 1):
            time.sleep(2)
            photograph(PICTURES / f"trang-{page}.png")
            if page < PAGES:  # the last one would begin to install
                subprocess.run(["xdotool", "key", "Return"], check=True)
    finally:
        stop(running)
    sizes = [path.stat().st_size for path in sorted(PICTURES.glob("*.png"))]
    assert len(sizes) == PAGES
    assert min(sizes) > 4_000  # an empty screen is a tenth of it
    assert os.environ["DISPLAY"] == DISPLAY
