"""Draw what Decree 30/2020 puts below the body: signature and recipients."""

from collections.abc import Sequence
from typing import Final

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.files import fonts
from desktop.files.pdf.block import Block
from desktop.files.pdf.drawn import PrintedCode
from desktop.files.pdf.itemised import items
from desktop.files.pdf.sizes import sizes
from desktop.files.pdf.square_code import code_block
from desktop.files.pdf.strips import Place, Strip
from desktop.files.pdf.text import BETWEEN, TITLE, Align, Style, centred
from desktop.files.pdf.words import words
from desktop.records.report import SignerBlock

PERSON: Final = "person"
AGENCY: Final = "agency"

_RECIPIENTS: Final = Style(font=fonts.BOLD_ITALIC, size=12, align=Align.LEFT)
_RECIPIENT: Final = Style(size=11, align=Align.LEFT, spacing=1.05)
_GAP: Final = 8.0
"""Room between the recipients and the seal, in points."""
_LEFT: Final = 0.45
"""Part of the width left of the signer's column."""


def closing(
    signer: SignerBlock,
    recipients: Sequence[str],
    room: float,
    tallest: float,
    below: PrintedCode | None = None,
) -> list[Strip]:
    """Return cells 7a to 7c, 8 and 9b; what `tallest` cannot hold follows after.

    A code stands below the recipients, where a paper signed by hand has room; where
    they are too many for that, below the name.
    """
    left = room * _LEFT
    block = Block()
    bottom, places = _signer(block, signer, left, room - left)
    width = places[1].left - _GAP
    lines = _recipient_lines(recipients, width)
    label = words("close")["recipients"]
    top = block.write([label] if lines else [], _RECIPIENTS, (0.0, 0.0), width)
    under, across = _under(below, width), 0.0
    listed = top + len(lines) * _RECIPIENT.leading
    if listed + under.before + under.height > tallest:
        under, across = _under(below, room - left), left
    kept = max(0, int((tallest - top) // _RECIPIENT.leading))
    top = block.write(lines[:kept], _RECIPIENT, (0.0, top), width)
    start = (bottom if across else top) + under.before

    def draw(canvas: Canvas, left: float, height: float) -> None:
        block.draw(canvas, left, height)
        under.draw(canvas, left + across, height - start)

    tall = max(bottom, top, start + under.height)
    strip = Strip(height=tall, draw=draw, before=2 * BETWEEN, places=places)
    return [strip, *_left_over(lines[kept:], width)]


def _under(code: PrintedCode | None, room: float) -> Strip:
    if code is not None:
        return code_block(code, room)
    return Strip(height=0.0, draw=Block().draw)


def _left_over(lines: Sequence[str], room: float) -> list[Strip]:
    strips = []
    for line in lines:
        block = Block()
        block.write([line], _RECIPIENT, (0.0, 0.0), room)
        strips.append(Strip(height=_RECIPIENT.leading, draw=block.draw))
    return strips


def _signer(
    block: Block, signer: SignerBlock, left: float, room: float
) -> tuple[float, tuple[Place, Place]]:
    top = 0.0
    for authority in signer.authority:
        lines = centred(authority.upper(), TITLE, room)
        top = block.write(lines, TITLE, (left, top), room)
    tall = sizes().usual_seal * mm
    places = _places(left + room / 2, top + tall / 2)
    name = centred(signer.name, TITLE, room)
    return block.write(name, TITLE, (left, top + tall), room), places


def _places(middle: float, height: float) -> tuple[Place, Place]:
    """Return the empty places around a point.

    The seal's reaches from where the largest seal would begin, over a third of the
    widest signature, to the middle: over the third of a narrow signature.
    """
    known = sizes()
    width, tall = (side * mm for side in known.signature)
    largest = known.seals[1] * mm
    person = Place(
        name=PERSON,
        left=middle - width / 2,
        top=height - tall / 2,
        width=width,
        height=tall,
    )
    left = person.left + width * known.cover - largest
    seal = Place(
        name=AGENCY,
        left=left,
        top=height - largest / 2,
        width=middle - left,
        height=largest,
    )
    return person, seal


def _recipient_lines(recipients: Sequence[str], room: float) -> list[str]:
    lines: list[str] = []
    for text in items(recipients):
        lines += fonts.wrap(fonts.clean(text), _RECIPIENT.font, _RECIPIENT.size, room)
    return lines
