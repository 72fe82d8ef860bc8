"""The picture beside the installer's pages is the program's own icon on a band."""

import struct
from pathlib import Path

import pytest
from PIL import Image

from tests.house.source import ROOT
from windows import side_picture

ICONS = ROOT / "resources" / "icons"


def test_it_has_the_size_and_form_that_nsis_lays_out(tmp_path: Path) -> None:
    target = tmp_path / "side.bmp"
    side_picture.draw(ICONS / "program-256.png", target)
    with Image.open(target) as drawn:
        assert (drawn.format, drawn.size, drawn.mode) == ("BMP", (164, 314), "RGB")
        assert drawn.getpixel((0, 0)) == drawn.getpixel((163, 313)) == side_picture.BAND
        middle = drawn.crop((18, 48, 146, 176)).getcolors(1 << 20)
    assert middle is not None
    assert len(middle) > 50


def test_the_icon_is_read_as_another_reader_reads_it() -> None:
    path = ICONS / "program-256.png"
    side, rows = side_picture._read_png(path.read_bytes())
    with Image.open(path) as theirs:
        assert (side, side) == theirs.size
        assert b"".join(rows) == theirs.convert("RGBA").tobytes()


def test_a_picture_of_another_form_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "grey.png"
    Image.new("L", (4, 4)).save(path)
    with pytest.raises(ValueError, match="0"):
        side_picture.draw(path, tmp_path / "x.bmp")
    assert struct.calcsize("<IiiHHIIiiII") == 40
