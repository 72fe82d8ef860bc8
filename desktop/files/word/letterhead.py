"""Set what Decree 30/2020 puts above the body and below it, in tables without lines."""

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.files import fonts
from desktop.files.pdf.itemised import items
from desktop.files.pdf.letterhead import date_line, number_line
from desktop.files.pdf.words import words
from desktop.files.word.elements import (
    BOLD,
    Cell,
    Element,
    Face,
    Set,
    paragraph,
    row,
    run,
    table,
)
from desktop.records.report import Letterhead, SignerBlock

_LEFT: Final = 0.44
"""Share of the width for the agency; the nation at 13 points needs the rest."""
_RULE: Final = 0.4
"""Length of a short rule, as a part of the line above it: between 1/3 and 1/2."""
_SLACK: Final = 6.0
"""Points left beside a line that must not wrap: programs measure a little apart."""
_MM: Final = 72 / 25.4
_STAMPS: Final = {"KHẨN": 20 * _MM, "THƯỢNG KHẨN": 40 * _MM, "HỎA TỐC": 30 * _MM}
"""Widths of the frames of cell 10b."""
_FREE_STAMP: Final = 55 * _MM
"""Width of the frame of any other mark."""
_RED: Final = "DB0000"
_ROOM_TO_SIGN: Final = 36 * _MM
"""Room for signature and seal, as on the printed page."""

_TIGHT: Final = Set(align="center", kept=True)
_SPACED: Final = Set(align="center", before=6, kept=True)


def head(letterhead: Letterhead, room: float) -> Iterator[Element]:
    """Yield cells 1 to 5, 9a, 10b and 11: all that stands above the body."""
    right = max(room * (1 - _LEFT), _nation_width() + _SLACK)
    left = room - right
    names = row(
        (
            Cell(content=_agency(letterhead, left), width=left, middle=False),
            Cell(content=_nation(right), width=right, middle=False),
        )
    )
    below = row(
        (
            Cell(content=_number(letterhead, left), width=left, middle=False),
            Cell(content=_date(letterhead), width=right, middle=False),
        )
    )
    yield table((left, right), (names, below), ruled=False)
    if letterhead.document_type:
        yield from _title(letterhead, room)
    yield from _addressees(letterhead.addressees)


def _nation_width() -> float:
    """Return the width of the name of the nation, which never wraps, in points."""
    return fonts.width(words("head")["nation"], fonts.BOLD, 13)


def _agency(letterhead: Letterhead, room: float) -> list[Element]:
    found = []
    if letterhead.superior:
        superior, _longest = _balanced(letterhead.superior, fonts.REGULAR, 13, room)
        found.append(paragraph(_TIGHT, run(superior, Face(size=13))))
    agency, longest = _balanced(letterhead.agency, fonts.BOLD, 13, room)
    found.append(paragraph(_TIGHT, run(agency, Face(size=13, bold=True))))
    found.append(rule(room, _RULE * longest))
    return found


def _balanced(text: str, font: str, size: float, room: float) -> tuple[str, float]:
    """Return a text in lines of about equal length, and the length of the longest."""
    lines = fonts.balance(fonts.clean(text), font, size, room - _SLACK)
    return "\n".join(lines), max(fonts.width(line, font, size) for line in lines)


def _nation(room: float) -> list[Element]:
    nation, motto = words("head")["nation"], words("head")["motto"]
    return [
        paragraph(_TIGHT, run(nation, Face(size=13, bold=True))),
        paragraph(_TIGHT, run(motto, Face(size=14, bold=True))),
        rule(room, min(fonts.width(motto, fonts.BOLD, 14), room)),
    ]


def rule(room: float, length: float) -> Element:
    """Return a rule of a length in the middle of the room: a paragraph's lower edge."""
    side = max(0.0, (room - length) / 2)
    return paragraph(Set(border="bottom", left=side, right=side, kept=True, line=3))


def _number(letterhead: Letterhead, room: float) -> list[Element]:
    found = [paragraph(_SPACED, run(number_line(letterhead), Face(size=13)))]
    if not letterhead.document_type:
        matter = words("head")["matter"].format(text=letterhead.subject)
        found.append(paragraph(_SPACED, run(matter, Face(size=12))))
    if letterhead.urgency:
        width = _STAMPS.get(letterhead.urgency.upper(), _FREE_STAMP)
        found.append(_stamp(letterhead.urgency, room, width, _RED))
    if letterhead.circulation:
        found.append(_stamp(letterhead.circulation, room, _FREE_STAMP, "000000"))
    return found


def _stamp(text: str, room: float, width: float, colour: str) -> Element:
    side = max(0.0, (room - width) / 2)
    how = Set(
        align="center",
        before=6,
        left=side,
        right=side,
        border="box",
        colour=colour,
        kept=True,
    )
    return paragraph(how, run(text.upper(), Face(size=13, bold=True, colour=colour)))


def _date(letterhead: Letterhead) -> list[Element]:
    return [paragraph(_SPACED, run(date_line(letterhead), Face(size=14, italic=True)))]


def _title(letterhead: Letterhead, room: float) -> Iterator[Element]:
    kind = Set(align="center", before=18, kept=True)
    yield paragraph(kind, run(letterhead.document_type.upper(), BOLD))
    subject, longest = _balanced(letterhead.subject, fonts.BOLD, 14, room)
    yield paragraph(_TIGHT, run(subject, BOLD))
    yield rule(room, _RULE * longest)


def _addressees(names: Sequence[str]) -> Iterator[Element]:
    if len(names) == 1:
        text = words("head")["addressee"].format(name=names[0])
        yield paragraph(Set(align="center", before=12, kept=True), run(text))
    elif names:
        left = Set(left=72, before=12, kept=True)
        yield paragraph(left, run(words("head")["addressees"]))
        for text in items(names):
            yield paragraph(Set(left=108, kept=True), run(text))


def closing(
    signer: SignerBlock, recipients: Sequence[str], room: float
) -> Iterator[Element]:
    """Yield cells 7a to 7c and 9b: one row, so that no page parts them."""
    left = room * _LEFT
    yield paragraph(Set(before=6, kept=True, line=6))
    yield table(
        (left, room - left),
        (
            row(
                (
                    Cell(content=_recipients(recipients), width=left, middle=False),
                    Cell(content=_signer(signer), width=room - left, middle=False),
                )
            ),
        ),
        ruled=False,
    )


def _recipients(recipients: Sequence[str]) -> list[Element]:
    if not recipients:
        return [paragraph(Set())]
    label = Face(size=12, bold=True, italic=True)
    return [
        paragraph(Set(align="left"), run(words("close")["recipients"], label)),
        *(
            paragraph(Set(align="left"), run(t, Face(size=11)))
            for t in items(recipients)
        ),
    ]


def _signer(signer: SignerBlock) -> list[Element]:
    found = [
        paragraph(Set(align="center"), run(line.upper(), BOLD))
        for line in signer.authority
    ]
    room = Set(align="center", before=_ROOM_TO_SIGN)
    if signer.test_mark:
        found.append(paragraph(room, run(signer.test_mark, Face(italic=True))))
        room = Set(align="center")
    return [*found, paragraph(room, run(signer.name, BOLD))]
