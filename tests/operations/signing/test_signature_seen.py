"""What is seen of a signature is the picture kept for its role, else its words."""

from pathlib import Path

import pytest

from desktop import paths
from desktop.files.signatures.pdf.pictures import Picture, keep_picture
from desktop.operations.signing.signature_seen import signature_seen
from desktop.records.signing import SignerRole

LINES = ("Y Hà", "2024-12-20T08:00:00+07:00")


def test_without_a_picture_there_are_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path)
    seen = signature_seen(SignerRole.PERSON, LINES)
    assert (seen.lines, seen.picture, seen.mark) == (LINES, None, "")


def test_the_seal_is_that_of_the_agency_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seal: Picture
) -> None:
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path)
    keep_picture(SignerRole.AGENCY, seal)
    assert signature_seen(SignerRole.PERSON, LINES).picture is None
    found = signature_seen(SignerRole.AGENCY, LINES, "KÝ THỬ")
    assert found.picture is not None
    assert found.picture.pixels == seal.pixels
    assert found.mark == "KÝ THỬ"


@pytest.fixture
def seal(tmp_path: Path) -> Picture:
    from PIL import Image, ImageDraw

    from desktop.files.signatures.pdf.pictures import read_picture

    image = Image.new("RGBA", (600, 600))
    ImageDraw.Draw(image).ellipse((5, 5, 590, 590), outline=(200, 0, 0), width=20)
    image.save(tmp_path / "dau.png")
    return read_picture(tmp_path / "dau.png", 36)
