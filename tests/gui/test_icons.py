"""Every icon named is in the font, and takes the colours of the scheme."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.gui.icons import NAMES, icon, program_icon
from desktop.gui.places import PLACES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_icon_is_drawn(qapp: QApplication, name: str) -> None:
    image = icon(name).pixmap(32, 32).toImage()
    drawn = {image.pixel(x, y) for x in range(32) for y in range(32)}
    assert len(drawn) > 1


def test_every_place_has_an_icon() -> None:
    assert {place.code for place in PLACES} <= set(NAMES)


def test_the_program_s_icon_ships_in_every_size(qapp: QApplication) -> None:
    assert sorted(s.width() for s in program_icon().availableSizes()) == [
        16,
        32,
        48,
        256,
    ]
