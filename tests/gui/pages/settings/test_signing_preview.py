"""The preview shows paper, whatever the screen's colours, and the seal on the left."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from desktop.files.pdf.sizes import sizes
from desktop.files.signatures.pdf.pictures import Picture, read_picture
from desktop.gui.pages.settings.signing_preview import DOTS, SigningPreview
from tests.gui.pages.report_desk import Desk
from tests.gui.pages.settings import pictures


def reds_and_blues(image: QImage) -> tuple[list[int], list[int]]:
    """Return where columns of red, and of blue, lie."""
    red, blue = set(), set()
    for x in range(image.width()):
        for y in range(0, image.height(), 2):
            colour = QColor(image.pixel(x, y))
            if colour.red() > 180 and colour.green() < 90:
                red.add(x)
            if colour.blue() > 150 and colour.red() < 90:
                blue.add(x)
    return sorted(red), sorted(blue)


@pytest.fixture
def preview(desk: Desk, qtbot: QtBot) -> SigningPreview:
    made = SigningPreview(desk.session.preferences)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_seal_covers_a_third_of_the_signature_on_its_left(
    preview: SigningPreview, tmp_path: Path
) -> None:
    shown: dict[str, Picture | None] = {
        "person": read_picture(pictures.a_signature(tmp_path / "ký.png")),
        "agency": read_picture(pictures.a_seal(tmp_path / "dấu.png"), 36),
    }
    preview.show_pictures(shown, sizes())
    red, blue = reds_and_blues(preview.grab().toImage())
    wide = red[-1] - red[0]
    assert wide / preview.width() == pytest.approx(36 / 100, abs=0.02)
    signature = blue[-1] - blue[0]
    assert red[0] < blue[0]
    assert red[-1] < blue[-1] - signature / 2
    assert preview.accessibleDescription() == "có ảnh chữ ký, có ảnh dấu"


def test_without_pictures_it_shows_where_words_will_stand(
    preview: SigningPreview,
) -> None:
    preview.show_pictures({"person": None, "agency": None}, sizes())
    red, blue = reds_and_blues(preview.grab().toImage())
    assert not red
    assert not blue
    assert "chưa có ảnh dấu" in preview.accessibleDescription()


def test_paper_is_white_in_the_dark_as_well(preview: SigningPreview) -> None:
    image = preview.grab().toImage()
    assert QColor(image.pixel(5, 5)) == QColor("white")


def test_words_for_one_picture_do_not_lie_on_those_for_the_other(
    preview: SigningPreview,
) -> None:
    preview.show_pictures({"person": None, "agency": None}, sizes())
    image = preview.grab().toImage()
    wide = sizes().signature[0]
    left = 65 - wide / 2  # millimetres; the shared strip is a third of the signature
    columns = [round((left + one) * DOTS) for one in (1.5, wide * sizes().cover - 1.5)]
    middle = round(image.height() * 0.42)
    strip = {
        QColor(image.pixel(x, y)).name()
        for x in range(*columns)
        for y in range(middle - 15, middle + 15)
    }
    assert strip == {"#ffffff"}
