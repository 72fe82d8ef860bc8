"""Draw what Decree 30/2020 puts above the body and around it, as strips."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from reportlab.lib.colors import Color
from reportlab.lib.units import mm

from desktop.files import fonts
from desktop.files.pdf.block import Block, Stamp
from desktop.files.pdf.footnotes import mark, note_lines
from desktop.files.pdf.itemised import items
from desktop.files.pdf.strips import Strip
from desktop.files.pdf.text import (
    BETWEEN,
    INDENT,
    TITLE,
    Align,
    Style,
    centred,
    title,
    widest,
)
from desktop.files.pdf.words import words
from desktop.records.report import Footnote, Letterhead

_NUMBER: Final = Style(size=13, align=Align.CENTRE)
_MATTER: Final = Style(size=12, align=Align.CENTRE, spacing=1)
"""Cell 5b; 12 to 13 points."""
_ADDRESSEE: Final = Style(align=Align.LEFT)
_STAMP: Final = Style(font=fonts.BOLD, size=13, align=Align.CENTRE)
_CONTACT: Final = Style(size=11, align=Align.CENTRE, spacing=1)

_RED: Final = Color(0.86, 0, 0)
_URGENCY: Final = {
    "KHẨN": 20 * mm,
    "THƯỢNG KHẨN": 40 * mm,
    "HỎA TỐC": 30 * mm,
}
"""Widths of the frames of cell 10b; all are 8 mm high."""
_STAMP_HEIGHT: Final = 8 * mm

_GAP: Final = 8.0
"""Room between the two columns of the head, in points."""
_RIGHT_SHARE: Final = 0.55
_LEFT_LEAST: Final = 0.3
"""Part of the width the names on the left have at least."""
_RULE: Final = 0.4
"""Length of a short rule, as a part of the line above it: between 1/3 and 1/2."""
_RULE_BELOW: Final = 3.0
"""Room between a text and the rule below it, in points."""
_LEADING_ZERO: Final = 2
_FEBRUARY: Final = 2


@dataclass(frozen=True, slots=True)
class _Sizes:
    """Faces of cells 1, 2 and 4, whose sizes go up and down together."""

    nation: float
    motto: float

    @property
    def names(self) -> Style:
        return Style(size=self.nation, align=Align.CENTRE)

    @property
    def strong(self) -> Style:
        return replace(self.names, font=fonts.BOLD)

    @property
    def motto_style(self) -> Style:
        return Style(font=fonts.BOLD, size=self.motto, align=Align.CENTRE)

    @property
    def date(self) -> Style:
        return Style(font=fonts.ITALIC, size=self.motto, align=Align.CENTRE)


_SIZES: Final = (
    _Sizes(13, 14),
    _Sizes(12, 13),
    *(_Sizes(size, size + 1) for size in (11, 10, 9, 8, 7)),
)
"""Tried in turn: the decree knows the first two; the name of the nation never wraps."""


def head(
    letterhead: Letterhead, room: float, notes: Sequence[Footnote] = ()
) -> list[Strip]:
    """Return cells 1 to 5, 9a, 10b and 11: all that stands above the body.

    `notes` are those of the whole document; the subject bears their numbers.
    """
    names = _names(letterhead, room, mark(notes))
    return [
        replace(names, notes=note_lines(notes, room)),
        *_title(letterhead, room, mark(notes)),
        *addressees(letterhead.addressees, room),
    ]


def contact(lines: Sequence[str], room: float) -> list[Strip]:
    """Return cell 13, for the foot of the first page, under a rule of full length."""
    if not lines:
        return []
    block = Block()
    block.rule((0.0, BETWEEN), room, room)
    top = BETWEEN + _RULE_BELOW
    for line in lines:
        top = block.write(centred(line, _CONTACT, room), _CONTACT, (0.0, top), room)
    return [Strip(height=top, draw=block.draw)]


def _names(letterhead: Letterhead, room: float, raised: str) -> Strip:
    block = Block()
    sizes, right = _columns(letterhead, room)
    start = room - right
    below = max(
        _agency(block, letterhead, sizes, start - _GAP),
        _nation(block, sizes, start, right),
    )
    left, date = _number_and_date(
        block, letterhead, sizes, below + BETWEEN, (start, right)
    )
    if not letterhead.document_type:
        left = _matter(block, letterhead, (left, start - _GAP), raised)
    for stamp in _stamps(letterhead):
        left = block.stamp(stamp, (0.0, left + BETWEEN), start - _GAP)
    return Strip(height=max(left, date), draw=block.draw, bound=True)


def _columns(letterhead: Letterhead, room: float) -> tuple[_Sizes, float]:
    """Return sizes with which the nation stands on one line, and its column's width."""
    right = room
    sizes = _SIZES[-1]
    for sizes in _SIZES:
        right = max(
            room * _RIGHT_SHARE,
            fonts.width(words("head")["nation"], fonts.BOLD, sizes.nation) + 1,
            fonts.width(words("head")["motto"], fonts.BOLD, sizes.motto) + 1,
        )
        if room - right - _GAP >= _left_needed(letterhead, room, sizes):
            break
    return sizes, right


def _left_needed(letterhead: Letterhead, room: float, sizes: _Sizes) -> float:
    names = fonts.clean(f"{letterhead.superior} {letterhead.agency}")
    word = fonts.longest_word(names, fonts.BOLD, sizes.nation)
    return max(min(word, room * _RULE), room * _LEFT_LEAST)


def _agency(block: Block, letterhead: Letterhead, sizes: _Sizes, room: float) -> float:
    top = 0.0
    if letterhead.superior:
        lines = centred(letterhead.superior, sizes.names, room)
        top = block.write(lines, sizes.names, (0.0, top), room)
    lines = centred(letterhead.agency, sizes.strong, room)
    top = block.write(lines, sizes.strong, (0.0, top), room) + _RULE_BELOW
    block.rule((0.0, top), room, _RULE * widest(lines, sizes.strong))
    return top


def _nation(block: Block, sizes: _Sizes, left: float, room: float) -> float:
    nation, motto = words("head")["nation"], words("head")["motto"]
    top = block.write([nation], sizes.strong, (left, 0.0), room)
    style = sizes.motto_style
    top = block.write([motto], style, (left, top), room) + _RULE_BELOW
    block.rule((left, top), room, widest([motto], style))
    return top


def _number_and_date(
    block: Block,
    letterhead: Letterhead,
    sizes: _Sizes,
    top: float,
    right: tuple[float, float],
) -> tuple[float, float]:
    """Return where the next may stand on the left, and on the right."""
    start, room = right
    # both stand on one line: the smaller is let down to the larger's baseline
    drop = max(0.0, sizes.date.baseline - _NUMBER.baseline)
    number = centred(number_line(letterhead), _NUMBER, start - _GAP)
    date = centred(date_line(letterhead), sizes.date, room)
    return (
        block.write(number, _NUMBER, (0.0, top + drop), start - _GAP),
        block.write(date, sizes.date, (start, top), room),
    )


def _matter(
    block: Block, letterhead: Letterhead, at: tuple[float, float], raised: str
) -> float:
    """Set cell 5b: what an official letter is about, 6 points under its number."""
    top, room = at
    lines = centred(matter_line(letterhead), _MATTER, room, raised)
    return block.write(lines, _MATTER, (0.0, top + BETWEEN), room, raised)


def _stamps(letterhead: Letterhead) -> Iterator[Stamp]:
    """Yield cells 10b and 11: words in frames, of the decree's sizes and colour."""
    urgency = fonts.one_line(letterhead.urgency).upper()
    if urgency:
        width = _URGENCY.get(urgency, _framed(urgency))
        yield Stamp(
            text=urgency, style=_STAMP, size=(width, _STAMP_HEIGHT), colour=_RED
        )
    circulation = fonts.one_line(letterhead.circulation).upper()
    if circulation:
        size = (_framed(circulation), _STAMP_HEIGHT)
        yield Stamp(text=circulation, style=_STAMP, size=size)


def _framed(text: str) -> float:
    return fonts.width(text, _STAMP.font, _STAMP.size) + 2 * BETWEEN


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


def matter_line(letterhead: Letterhead) -> str:
    """Return cell 5b, with the two letters before it whether typed or not."""
    form = words("head")["matter"]
    before = form.partition("{")[0]
    text = letterhead.subject.strip()
    if text.casefold().startswith(before.casefold()):
        text = text[len(before) :]
    return form.format(text=text.strip())


def _title(letterhead: Letterhead, room: float, raised: str) -> list[Strip]:
    """Return cell 5a; an official letter has none, only room below its head."""
    if not letterhead.document_type:
        return [Strip(height=2 * BETWEEN, draw=Block().draw, bound=True)]
    kind = replace(TITLE, before=18)
    subject = replace(TITLE, before=0)
    lines = centred(letterhead.subject, subject, room)
    block = Block()
    block.rule((0.0, _RULE_BELOW), room, _RULE * widest(lines, subject))
    return [
        *title(letterhead.document_type.upper(), kind, room),
        *title(letterhead.subject, subject, room, raised),
        Strip(height=_RULE_BELOW + 2 * BETWEEN, draw=block.draw, bound=True),
    ]


def addressees(names: Sequence[str], room: float) -> list[Strip]:
    """Return cell 9a: one name on the label's line, several below one another."""
    if not names:
        return []
    if len(names) == 1:
        text = words("head")["addressee"].format(name=names[0])
        return title(text, replace(_ADDRESSEE, align=Align.CENTRE), room)
    label = words("head")["addressees"]
    left = INDENT
    strips = [*_set([label], left, room, BETWEEN)]
    left += widest([label], _ADDRESSEE)
    hang = widest([words("lists")["item"].partition("{")[0]], _ADDRESSEE)
    for text in items(names):
        strips += _hung(text, (left, hang), room)
    return strips


def _hung(text: str, at: tuple[float, float], room: float) -> Iterator[Strip]:
    """Yield the lines of an item, those after the first set in behind its dash."""
    left, hang = at
    first, *more = fonts.wrap(
        fonts.clean(text), _ADDRESSEE.font, _ADDRESSEE.size, room - left
    )
    yield from _set([first], left, room)
    after = fonts.wrap(
        " ".join(more), _ADDRESSEE.font, _ADDRESSEE.size, room - left - hang
    )
    yield from _set(after if more else [], left + hang, room)


def _set(
    lines: Sequence[str], left: float, room: float, before: float = 0.0
) -> Iterator[Strip]:
    for line in lines:
        block = Block()
        block.write([line], _ADDRESSEE, (left, 0.0), room - left)
        yield Strip(
            height=_ADDRESSEE.leading, draw=block.draw, bound=True, before=before
        )
