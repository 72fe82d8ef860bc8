"""Draw what Decree 30/2020 puts above the body and below it, as strips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.strips import Place, Strip
from desktop.files.pdf.text import (
    BETWEEN,
    INDENT,
    TITLE,
    Align,
    Style,
    draw_line,
    title,
)
from desktop.files.pdf.words import words
from desktop.records.report import Letterhead, SignerBlock

PERSON: Final = "person"
AGENCY: Final = "agency"

_SUPERIOR: Final = Style(size=13, align=Align.CENTRE)
_AGENCY: Final = replace(_SUPERIOR, font=fonts.BOLD)
_MOTTO: Final = Style(font=fonts.BOLD, align=Align.CENTRE)
_NUMBER: Final = _SUPERIOR
_DATE: Final = Style(font=fonts.ITALIC, align=Align.CENTRE)
_RECIPIENTS: Final = Style(font=fonts.BOLD_ITALIC, size=12, align=Align.LEFT)
_RECIPIENT: Final = Style(size=11, align=Align.LEFT, spacing=1.05)
_ADDRESSEE: Final = Style(align=Align.LEFT)

_GAP: Final = 8.0
"""Room between the two columns of the head, in points."""
_RIGHT_SHARE: Final = 0.55
_RULE: Final = 0.4
"""Length of a short rule, as a part of the line above it: between 1/3 and 1/2."""
_RULE_BELOW: Final = 3.0
"""Room between a text and the rule below it, in points."""
_RULE_WIDTH: Final = 0.7
_LEADING_ZERO: Final = 2
_FEBRUARY: Final = 2

_CLOSING_LEFT: Final = 0.45
_SEAL: Final = 36 * mm
"""Seals are 36 to 42 mm wide."""
_SIGNATURE: Final = (45 * mm, 28 * mm)
"""At least 40 by 25 mm."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of text set somewhere in a block; lengths in points from its corner."""

    text: str
    style: Style
    left: float
    top: float
    room: float


@dataclass(frozen=True, slots=True)
class _Rule:
    left: float
    top: float
    length: float


class _Block:
    """Gather lines and rules that are drawn together."""

    def __init__(self) -> None:
        self._lines: list[_Line] = []
        self._rules: list[_Rule] = []

    def write(
        self, texts: Sequence[str], style: Style, at: tuple[float, float], room: float
    ) -> float:
        """Set lines below one another; return where the next may stand."""
        left, top = at
        for text in texts:
            self._lines.append(_Line(text, style, left, top, room))
            top += style.leading
        return top

    def rule(self, at: tuple[float, float], room: float, length: float) -> None:
        """Draw a rule of a length in the middle of the room."""
        self._rules.append(_Rule(at[0] + (room - length) / 2, at[1], length))

    def draw(self, canvas: Canvas, left: float, top: float) -> None:
        """Draw everything from the block's upper left corner."""
        for line in self._lines:
            at = (left + line.left, top - line.top - line.style.baseline)
            draw_line(canvas, line.text, line.style, at, line.room)
        canvas.setLineWidth(_RULE_WIDTH)
        for rule in self._rules:
            height = top - rule.top
            canvas.line(
                left + rule.left, height, left + rule.left + rule.length, height
            )


def head(letterhead: Letterhead, room: float) -> list[Strip]:
    """Return cells 1 to 5 and 9a: names, number, date, title and addressees."""
    return [
        _names(letterhead, room),
        *_title(letterhead, room),
        *addressees(letterhead.addressees, room),
    ]


def _names(letterhead: Letterhead, room: float) -> Strip:
    block = _Block()
    nation, motto = words("head")["nation"], words("head")["motto"]
    right = max(
        room * _RIGHT_SHARE,
        fonts.width(nation, _AGENCY.font, _AGENCY.size) + 1,
        fonts.width(motto, _MOTTO.font, _MOTTO.size) + 1,
    )
    start = room - right
    below = max(
        _agency(block, letterhead, start - _GAP),
        _nation(block, (nation, motto), (start, 0.0), right),
    )
    bottom = _number_and_date(block, letterhead, below + BETWEEN, (start, right))
    return Strip(height=bottom, draw=block.draw, bound=True)


def _agency(block: _Block, letterhead: Letterhead, room: float) -> float:
    top = 0.0
    if letterhead.superior:
        lines = _centred(letterhead.superior, _SUPERIOR, room)
        top = block.write(lines, _SUPERIOR, (0.0, top), room)
    lines = _centred(letterhead.agency, _AGENCY, room)
    top = block.write(lines, _AGENCY, (0.0, top), room) + _RULE_BELOW
    block.rule((0.0, top), room, _RULE * _widest(lines, _AGENCY))
    return top


def _nation(
    block: _Block, texts: tuple[str, str], at: tuple[float, float], room: float
) -> float:
    left, top = at
    top = block.write(texts[:1], _AGENCY, (left, top), room)
    top = block.write(texts[1:], _MOTTO, (left, top), room) + _RULE_BELOW
    block.rule((left, top), room, _widest(texts[1:], _MOTTO))
    return top


def _number_and_date(
    block: _Block, letterhead: Letterhead, top: float, right: tuple[float, float]
) -> float:
    start, room = right
    # both stand on one line: the smaller is let down to the larger's baseline
    drop = _DATE.baseline - _NUMBER.baseline
    number = _centred(number_line(letterhead), _NUMBER, start - _GAP)
    date = _centred(date_line(letterhead), _DATE, room)
    return max(
        block.write(number, _NUMBER, (0.0, top + drop), start - _GAP),
        block.write(date, _DATE, (start, top), room),
    )


def number_line(letterhead: Letterhead) -> str:
    """Return cell 3: a number below 10 gets a zero, a blank one leaves room."""
    symbol = letterhead.symbol
    if not letterhead.number:
        return words("head")["number_blank"].format(symbol=symbol)
    number = letterhead.number.zfill(_LEADING_ZERO)
    return words("head")["number"].format(number=number, symbol=symbol)


def date_line(letterhead: Letterhead) -> str:
    """Return cell 4: days below 10 and months below 3 get a zero."""
    date, place = letterhead.date, letterhead.place
    if date is None:
        blank = words("head")["date_blank"]
        return blank.format(place=place, year=letterhead.year)
    month = f"{date.month:02}" if date.month <= _FEBRUARY else str(date.month)
    return words("head")["date"].format(
        place=place, day=f"{date.day:02}", month=month, year=date.year
    )


def _title(letterhead: Letterhead, room: float) -> list[Strip]:
    kind = replace(TITLE, before=18)
    subject = replace(TITLE, before=0)
    lines = _centred(letterhead.subject, subject, room)
    block = _Block()
    block.rule((0.0, _RULE_BELOW), room, _RULE * _widest(lines, subject))
    return [
        *title(letterhead.document_type.upper(), kind, room),
        *title(letterhead.subject, subject, room),
        Strip(height=_RULE_BELOW + 2 * BETWEEN, draw=block.draw, bound=True),
    ]


def addressees(names: Sequence[str], room: float) -> list[Strip]:
    """Return cell 9a: one name on the label's line, several below one another."""
    if not names:
        return []
    if len(names) == 1:
        text = words("head")["addressee"].format(name=names[0])
        return title(text, replace(_ADDRESSEE, align=Align.CENTRE), room)
    label = replace(_ADDRESSEE, indent=2 * INDENT)
    lines = title(words("head")["addressees"], label, room)
    for text in _items(names):
        lines += title(text, replace(label, before=0, indent=3 * INDENT), room)
    return lines


def closing(
    signer: SignerBlock, recipients: Sequence[str], room: float, tallest: float
) -> list[Strip]:
    """Return cells 7a to 7c, 8 and 9b; what `tallest` cannot hold follows after."""
    left = room * _CLOSING_LEFT
    block = _Block()
    bottom, places = _signer(block, signer, left, room - left)
    width = places[1].left - _GAP
    lines = _recipient_lines(recipients, width)
    label = words("close")["recipients"]
    top = block.write([label] if lines else [], _RECIPIENTS, (0.0, 0.0), width)
    kept = max(0, int((tallest - top) // _RECIPIENT.leading))
    top = block.write(lines[:kept], _RECIPIENT, (0.0, top), width)
    strip = Strip(
        height=max(bottom, top), draw=block.draw, before=2 * BETWEEN, places=places
    )
    return [strip, *_left_over(lines[kept:], width)]


def _left_over(lines: Sequence[str], room: float) -> list[Strip]:
    strips = []
    for line in lines:
        block = _Block()
        block.write([line], _RECIPIENT, (0.0, 0.0), room)
        strips.append(Strip(height=_RECIPIENT.leading, draw=block.draw))
    return strips


def _signer(
    block: _Block, signer: SignerBlock, left: float, room: float
) -> tuple[float, tuple[Place, Place]]:
    top = 0.0
    for authority in signer.authority:
        lines = _centred(authority.upper(), TITLE, room)
        top = block.write(lines, TITLE, (left, top), room)
    places = _places(left + room / 2, top + _SEAL / 2)
    name = _centred(signer.name, TITLE, room)
    return block.write(name, TITLE, (left, top + _SEAL), room), places


def _places(middle: float, height: float) -> tuple[Place, Place]:
    """Return the empty places around a point; the seal covers a third of the other."""
    width, tall = _SIGNATURE
    person = Place(
        name=PERSON,
        left=middle - width / 2,
        top=height - tall / 2,
        width=width,
        height=tall,
    )
    seal = Place(
        name=AGENCY,
        left=person.left + width / 3 - _SEAL,
        top=height - _SEAL / 2,
        width=_SEAL,
        height=_SEAL,
    )
    return person, seal


def _recipient_lines(recipients: Sequence[str], room: float) -> list[str]:
    lines: list[str] = []
    for text in _items(recipients):
        lines += fonts.wrap(fonts.clean(text), _RECIPIENT.font, _RECIPIENT.size, room)
    return lines


def _items(texts: Sequence[str]) -> list[str]:
    last = len(texts) - 1
    forms = ("item", "last_item")
    return [
        words("lists")[forms[place == last]].format(text=text)
        for place, text in enumerate(texts)
    ]


def _centred(text: str, style: Style, room: float) -> list[str]:
    return fonts.balance(fonts.clean(text), style.font, style.size, room)


def _widest(lines: Sequence[str], style: Style) -> float:
    return max(fonts.width(line, style.font, style.size) for line in lines)
