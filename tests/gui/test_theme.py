"""Colours can be told apart, and lengths follow the text."""

import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication

from desktop.gui import theme
from desktop.gui.theme import DARK, LIGHT, Colours


def luminance(name: str) -> float:
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, two: str) -> float:
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("front", "behind", "least"),
    [
        ("text", "window", 7),
        ("text", "surface", 7),
        ("text", "accent_soft", 4.5),
        ("quiet", "surface", 4.5),
        ("quiet", "raised", 4.5),
        ("on_accent", "accent", 4.5),
        ("on_practice", "practice", 7),
        ("good", "surface", 4.5),
        ("warn", "surface", 4.5),
        ("bad", "surface", 4.5),
        ("text", "bad_soft", 4.5),
        ("edge", "surface", 3),
    ],
)
def test_what_is_read_stands_out(
    scheme: Colours, front: str, behind: str, least: float
) -> None:
    assert contrast(getattr(scheme, front), getattr(scheme, behind)) >= least


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_every_colour_is_one(scheme: Colours) -> None:
    assert all(QColor(getattr(scheme, each.name)).isValid() for each in fields(scheme))


@pytest.mark.parametrize(("size", "length"), [(90, 90), (100, 100), (150, 150)])
def test_lengths_and_text_grow_together_from_the_system_s_size(
    qapp: QApplication, size: int, length: int
) -> None:
    plain = qapp.font().pointSizeF()
    try:
        theme.apply(qapp, "light", size)
        theme.apply(qapp, "light", size)
        assert theme.scaled(100) == length
        assert qapp.font().pointSizeF() == pytest.approx(plain * size / 100)
        assert theme.number_font().pointSizeF() == qapp.font().pointSizeF()
    finally:
        theme.apply(qapp, "light", 100)


def test_no_gap_of_the_sheet_is_left_unfilled(qapp: QApplication) -> None:
    assert "$" not in qapp.styleSheet()
    assert LIGHT.accent in qapp.styleSheet()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sheet_finds_the_arrow_and_the_tick(scheme: str) -> None:
    chosen = {"light": LIGHT, "dark": DARK}[scheme]
    made = theme.sheet(chosen, QFont("Sans", 10), 100)
    found = [Path(one) for one in re.findall(r'image: url\("(.+)"\)', made)]
    drawn = {path.name: path.read_text("ascii") for path in found}
    assert list(drawn) == [f"arrow-{scheme}.svg", f"tick-{scheme}.svg"]
    assert chosen.quiet in drawn[f"arrow-{scheme}.svg"]
    assert chosen.on_accent in drawn[f"tick-{scheme}.svg"]
