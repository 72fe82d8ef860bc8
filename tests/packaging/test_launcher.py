"""The launchers bear the program's icon and its version in Windows' form."""

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from tests.house.source import ROOT
from windows import launcher
from windows.refusals import BuildError

PICTURES = ROOT / "resources" / "icons"


def frames(icon: bytes) -> dict[int, bytes]:
    """Read an .ico: width and content of each picture."""
    none, kind, count = struct.unpack_from("<HHH", icon)
    assert (none, kind) == (0, 1)
    found = {}
    for at in range(6, 6 + 16 * count, 16):
        wide, high, _, _, _, bits, size, start = struct.unpack_from(
            "<BBBBHHII", icon, at
        )
        assert (wide, bits) == (high, 32)
        found[wide or 256] = icon[start : start + size]
    return found


def test_the_icon_has_every_size_windows_asks_for(tmp_path: Path) -> None:
    icon = launcher.draw_icon(PICTURES, tmp_path / "app.ico").read_bytes()
    assert tuple(frames(icon)) == (16, 20, 24, 32, 40, 48, 64, 128, 256)
    assert frames(icon)[256].startswith(b"\x89PNG")


@pytest.mark.parametrize("size", [16, 32, 48, 256])
def test_a_drawn_size_is_taken_as_it_was_drawn(size: int, tmp_path: Path) -> None:
    path = launcher.draw_icon(PICTURES, tmp_path / "app.ico")
    with (
        Image.open(path) as icon,
        Image.open(PICTURES / f"program-{size}.png") as drawn,
    ):
        shown = icon.ico.getimage((size, size)).convert("RGBA")  # type: ignore[attr-defined]
        assert shown.tobytes() == drawn.convert("RGBA").tobytes()


def test_the_same_icon_is_drawn_twice(tmp_path: Path) -> None:
    first = launcher.draw_icon(PICTURES, tmp_path / "1.ico").read_bytes()
    assert launcher.draw_icon(PICTURES, tmp_path / "2.ico").read_bytes() == first


def test_a_version_becomes_four_numbers() -> None:
    assert launcher.quads("1.20.3") == {"COMMAS": "1,20,3,0", "QUAD": "1.20.3.0"}


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.rc1"])
def test_a_version_of_another_form_is_refused(version: str) -> None:
    with pytest.raises(BuildError, match="ba số"):
        launcher.quads(version)


def test_the_manifest_asks_for_no_rights_and_long_paths() -> None:
    text = (launcher.ROOM / "launcher.manifest").read_text("utf-8")
    assert 'level="asInvoker"' in text
    assert "PerMonitorV2" in text
    assert ">true</longPathAware>" in text
    assert "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}" in text  # Windows 10


def test_the_switches_shut_out_other_pythons() -> None:
    text = (launcher.ROOM / "launcher.c").read_text("utf-8")
    assert 'L"-I", L"-B", L"-X", L"utf8", L"-m", L"desktop"' in text
    assert io.StringIO(text).readline().startswith("/* Start the program")
