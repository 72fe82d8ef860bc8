"""Colours, spacing and type: the only module that knows any colour."""

from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QPushButton

from desktop import paths
from desktop.gui.settings import Scheme

INSIDE, BETWEEN, AROUND, GROUPS = 4, 8, 16, 24
"""The 4 px grid: inside a thing, between things, around a page, between groups."""

RAIL_WIDTH = 200
ROW_HEIGHT = 28
ICON = 18
TITLE = 1.4
"""Size of a title, as a multiple of the text's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Every colour of one scheme, as `#rrggbb`."""

    window: str
    surface: str
    """Where things are written and listed."""
    raised: str
    """The rail, the bars, headings of tables."""
    line: str
    """Thin lines between rows and around fields."""
    edge: str
    """Edges that must be seen: fields, buttons; 3:1 against `surface`."""
    text: str
    quiet: str
    """Help, hints, headings of groups; 4.5:1 against `surface`."""
    disabled: str
    accent: str
    on_accent: str
    accent_soft: str
    """Behind what is chosen, when its text keeps its colour."""
    good: str
    warn: str
    bad: str
    bad_soft: str
    practice: str
    """Bar that says: these are sample data."""
    on_practice: str


LIGHT = Colours(
    window="#f6f7f7",
    surface="#ffffff",
    raised="#eceff0",
    line="#dde2e3",
    edge="#869396",
    text="#1b2426",
    quiet="#566467",
    disabled="#8d989b",
    accent="#0b6464",
    on_accent="#ffffff",
    accent_soft="#d5eaea",
    good="#1d6b3a",
    warn="#8a5300",
    bad="#a8231c",
    bad_soft="#fbe9e7",
    practice="#ffd84d",
    on_practice="#2b2300",
)

DARK = Colours(
    window="#1b2022",
    surface="#23292b",
    raised="#2a3134",
    line="#384245",
    edge="#76868a",
    text="#e6ebec",
    quiet="#a3b1b4",
    disabled="#7a888b",
    accent="#4fb3b0",
    on_accent="#06201f",
    accent_soft="#1f4443",
    good="#77c996",
    warn="#e7b25b",
    bad="#f1948a",
    bad_soft="#4a2623",
    practice="#e0b93a",
    on_practice="#241d00",
)


def is_dark() -> bool:
    """Tell whether the screen now shows the dark scheme."""
    lightness = QApplication.palette().color(QPalette.ColorRole.Window).lightness()
    return lightness < 128  # noqa: PLR2004  half of what a byte holds


def colours() -> Colours:
    """Return the colours the screen now shows."""
    return DARK if is_dark() else LIGHT


def colour(name: str) -> QColor:
    """Return one colour of the scheme now shown, by its name in `Colours`."""
    return QColor(str(getattr(colours(), name)))


def scaled(pixels: int) -> int:
    """Return a length grown with the text size, from that of a text of 100 %."""
    return round(pixels * _percent() / 100)


def apply(application: QApplication, scheme: Scheme, text_size: int) -> None:
    """Dress the whole program: style, palette, font, sheet."""
    if application.style().objectName() != "fusion":
        application.setStyle("Fusion")
    hints = application.styleHints()
    hints.setColorScheme(
        {
            "auto": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }[scheme]
    )
    dark = scheme == "dark" or (
        scheme == "auto" and hints.colorScheme() == Qt.ColorScheme.Dark
    )
    chosen = DARK if dark else LIGHT
    application.setFont(_font(application, text_size))
    application.setPalette(palette(chosen))
    application.setStyleSheet(sheet(chosen, application.font(), text_size))


def palette(chosen: Colours) -> QPalette:
    """Return the colours as Qt's own drawing uses them."""
    role = QPalette.ColorRole
    made = QPalette()
    for name, value in {
        role.Window: chosen.window,
        role.WindowText: chosen.text,
        role.Base: chosen.surface,
        role.AlternateBase: chosen.raised,
        role.Text: chosen.text,
        role.PlaceholderText: chosen.quiet,
        role.Button: chosen.raised,
        role.ButtonText: chosen.text,
        role.ToolTipBase: chosen.surface,
        role.ToolTipText: chosen.text,
        role.BrightText: chosen.bad,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Mid: chosen.line,
        role.Dark: chosen.edge,
    }.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(chosen.disabled))
    return made


def sheet(chosen: Colours, font: QFont, text_size: int) -> str:
    """Return the style sheet with its colours and lengths filled in."""
    text = (paths.RESOURCES / "styles" / "window.qss").read_text("utf-8")
    values = {each.name: getattr(chosen, each.name) for each in fields(Colours)}
    lengths = {f"px{n}": f"{round(n * text_size / 100)}px" for n in (4, 6, 8, 12, 16)}
    lengths["title_pt"] = f"{font.pointSizeF() * TITLE:.1f}"
    shade = "dark" if chosen is DARK else "light"
    for drawing in ("arrow", "tick"):
        path = paths.RESOURCES / "styles" / f"{drawing}-{shade}.svg"
        values[drawing] = path.as_posix()
    return Template(text).substitute(values | lengths)


def make_primary(button: QPushButton) -> None:
    """Show a button as the one most people want here: at most one on a page."""
    button.setProperty("primary", True)
    # A button box has dressed its buttons before anybody else sees them.
    button.style().unpolish(button)
    button.style().polish(button)


def number_font() -> QFont:
    """Return the text font with figures of equal width, for columns of numbers."""
    font = QFont()  # settles nothing else, so that it grows with the text size
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _font(application: QApplication, text_size: int) -> QFont:
    system = application.property("system_point_size")
    if system is None:
        system = application.font().pointSizeF()
        application.setProperty("system_point_size", system)
    font = application.font()
    font.setPointSizeF(float(system) * text_size / 100)
    application.setProperty("text_size", text_size)
    return font


def _percent() -> int:
    application = QApplication.instance()
    size = None if application is None else application.property("text_size")
    return int(size) if size else 100
