"""Draw the two pages that go with the file for the successor."""

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.block import Block
from desktop.files.pdf.printed import HEIGHT, WIDTH, draw_printed
from desktop.files.pdf.text import Align, Style
from desktop.paths import RESOURCES

_MARGIN: Final = 18 * mm
_ROOM: Final = WIDTH - 2 * _MARGIN
_DEPTH: Final = HEIGHT - 2 * _MARGIN
_HANGING: Final = 11.0
_BETWEEN: Final = 10.0
_FOOT_UP: Final = 10 * mm
_SIGN_DEPTH: Final = 90.0
"""Room for two signatures at the end of the second page."""
_SHARES: Final = (0.40, 0.32, 0.28)
_MOST_LINES: Final = 2
_GREY: Final = Color(0.45, 0.45, 0.45)

_TITLE: Final = Style(font=fonts.BOLD, size=16, align=Align.LEFT, spacing=1.15)
_HEADING: Final = Style(font=fonts.BOLD, size=12, align=Align.LEFT, spacing=1.15)
_TEXT: Final = Style(size=11, align=Align.LEFT, spacing=1.15)
_SMALL: Final = Style(size=10, align=Align.LEFT, spacing=1.12)
_SMALL_BOLD: Final = Style(font=fonts.BOLD, size=10, align=Align.LEFT, spacing=1.12)
_NOTE: Final = Style(font=fonts.ITALIC, size=10, align=Align.LEFT, spacing=1.12)
_MIDDLE: Final = Style(font=fonts.BOLD, size=11, align=Align.CENTRE, spacing=1.1)
_MIDDLE_NOTE: Final = Style(font=fonts.ITALIC, size=10, align=Align.CENTRE, spacing=1.1)

Told = tuple[str, Mapping[str, str]]
"""Key of a sentence in the words, and what it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverNotes:
    """What the two pages tell."""

    head: tuple[Told, ...]
    due: tuple[Told, ...] = ()
    open: tuple[Told, ...] = ()
    calls: tuple[tuple[str, str, str], ...] = ()
    """Unit, how it is reached, when it last was."""
    keys: tuple[Told, ...] = ()
    at: dt.datetime
    practice: bool = False
    more: Mapping[str, int] = field(default_factory=dict)
    """How many of a group are left out by whoever gathered them."""


@cache
def page_words() -> Mapping[str, Any]:
    """Return the words of `templates/handover_pages.toml`."""
    path = RESOURCES / "templates" / "handover_pages.toml"
    return MappingProxyType(tomllib.loads(path.read_text("utf-8")))


def draw_pages(notes: HandoverNotes) -> bytes:
    """Return two A4 pages; equal input gives equal bytes.

    What does not fit is counted and not cut in the middle of a line.
    """
    words = page_words()

    def draw(canvas: Canvas) -> None:
        for number, page in enumerate((_first, _second), start=1):
            block = Block()
            page(block, notes, words)
            block.draw(canvas, _MARGIN, HEIGHT - _MARGIN)
            _foot(canvas, notes, words, number)
            canvas.showPage()

    return draw_printed(draw, words["title"], notes.at)


def _first(block: Block, notes: HandoverNotes, words: Mapping[str, Any]) -> None:
    top = _text(block, words["title"], _TITLE, (0.0, 0.0), _ROOM) + 4
    for told in notes.head:
        top = _text(block, _said(words["head"], told), _TEXT, (0.0, top), _ROOM)
    half = top + (_DEPTH - top) / 2
    top = _group(block, words, ("due", notes.due), (top + _BETWEEN, half), notes)
    _group(block, words, ("open", notes.open), (top + _BETWEEN, _DEPTH), notes)


def _second(block: Block, notes: HandoverNotes, words: Mapping[str, Any]) -> None:
    end = _DEPTH - _depth_below(notes, words)
    top = _calls(block, notes, words["call"], end, words["more"])
    top = _group(block, words, ("keys", notes.keys), (top + _BETWEEN, _DEPTH), notes)
    top = _text(block, words["keys"]["note"], _NOTE, (0.0, top + 2), _ROOM)
    _steps(block, words["take"], top + _BETWEEN)


def _depth_below(notes: HandoverNotes, words: Mapping[str, Any]) -> float:
    """Return the room that keys, steps and signatures take, by laying them out."""
    trial = Block()
    top = _group(trial, words, ("keys", notes.keys), (_BETWEEN, _DEPTH), notes)
    top = _text(trial, words["keys"]["note"], _NOTE, (0.0, top + 2), _ROOM)
    return _steps(trial, words["take"], top + _BETWEEN)


def _group(
    block: Block,
    words: Mapping[str, Any],
    group: tuple[str, Sequence[Told]],
    between: tuple[float, float],
    notes: HandoverNotes,
) -> float:
    """Write a group of sentences, as many as there is room for; return its end."""
    name, told = group
    top, end = between
    own = words[name]
    top = _text(block, own["heading"], _HEADING, (0.0, top), _ROOM) + 2
    if not told:
        return _item(block, own.get("none", words["none"]), top)
    left_out = notes.more.get(name, 0)
    for number, one in enumerate(told):
        lines = _lines(_said(own, one), _TEXT, _ROOM - _HANGING)
        if top + (len(lines) + 1) * _line_depth(_TEXT) > end:
            left_out += len(told) - number
            break
        top = _item(block, _said(own, one), top)
    if left_out:
        top = _item(block, words["more"].format(count=left_out), top)
    return top


def _item(block: Block, text: str, top: float) -> float:
    block.write(["–"], _TEXT, (0.0, top), _HANGING)
    return _text(block, text, _TEXT, (_HANGING, top), _ROOM - _HANGING) + 2


def _calls(
    block: Block,
    notes: HandoverNotes,
    words: Mapping[str, Any],
    end: float,
    more: str,
) -> float:
    top = _text(block, words["heading"], _HEADING, (0.0, 0.0), _ROOM)
    top = _text(block, words["note"], _NOTE, (0.0, top), _ROOM) + 3
    top = _row(block, words["columns"], _SMALL_BOLD, top)
    left_out = notes.more.get("calls", 0)
    for number, row in enumerate(notes.calls):
        if top + (_MOST_LINES + 2) * _line_depth(_SMALL) > end:
            left_out += len(notes.calls) - number
            break
        top = _row(block, row, _SMALL, top)
    if left_out:
        top = _text(block, more.format(count=left_out), _SMALL, (0.0, top), _ROOM)
    return top


def _row(block: Block, texts: Sequence[str], style: Style, top: float) -> float:
    left, end = 0.0, top
    for text, share in zip(texts, _SHARES, strict=True):
        room = _ROOM * share - 6
        lines = _lines(text, style, room)[:_MOST_LINES]
        end = max(end, block.write(lines, style, (left, top), room))
        left += _ROOM * share
    return end + 2


def _steps(block: Block, words: Mapping[str, Any], top: float) -> float:
    top = _text(block, words["heading"], _HEADING, (0.0, top), _ROOM) + 2
    for number, step in enumerate(words["steps"], start=1):
        block.write([f"{number}."], _TEXT, (0.0, top), _HANGING)
        at = (_HANGING + 2, top)
        top = _text(block, step, _TEXT, at, _ROOM - _HANGING - 2) + 1
    top = _text(block, words["words"], _NOTE, (0.0, top + 2), _ROOM) + _BETWEEN
    half = _ROOM / 2
    for left, key in ((0.0, "handing"), (half, "taking")):
        below = block.write([words[key]], _MIDDLE, (left, top), half)
        block.write([words["sign"]], _MIDDLE_NOTE, (left, below), half)
    return top + _SIGN_DEPTH


def _said(words: Mapping[str, Any], told: Told) -> str:
    key, facts = told
    return str(words[key]).format_map(facts)


def _lines(text: str, style: Style, room: float) -> list[str]:
    return fonts.wrap(fonts.clean(text), style.font, style.size, room)


def _text(
    block: Block, text: str, style: Style, at: tuple[float, float], room: float
) -> float:
    return block.write(_lines(text, style, room), style, at, room)


def _line_depth(style: Style) -> float:
    return style.size * style.spacing * 1.2


def _foot(
    canvas: Canvas, notes: HandoverNotes, words: Mapping[str, Any], page: int
) -> None:
    text = words["foot"].format(
        page=page, time=f"{notes.at:%H:%M}", day=f"{notes.at:%d/%m/%Y}"
    )
    canvas.saveState()
    canvas.setFillColor(_GREY)
    canvas.setFont(fonts.ITALIC, 9)
    canvas.drawCentredString(WIDTH / 2, _FOOT_UP, fonts.one_line(text))
    if notes.practice:
        canvas.setFont(fonts.BOLD, 10)
        canvas.drawCentredString(WIDTH / 2, HEIGHT - 10 * mm, words["practice"])
    canvas.restoreState()
