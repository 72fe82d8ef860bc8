"""Tell on which pages two PDFs look different, wherever they may not."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from desktop.files.pdf.images import PageImage, PageImages

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner."""

DOTS_PER_INCH: Final = 96
"""So many that one digit of a table is a few dozen dots."""
_POINTS_PER_INCH: Final = 72
_DARKER: Final = 64
"""How much darker or lighter, of 255, a dot must be."""
_DOTS: Final = 4
"""So many such dots make a page look different: a comma drawn into a figure has more.

Both pages are drawn by one program, so that what is the same gives the same dots,
however the file was saved.
"""
_SIZE: Final = 2.0
"""Points by which the sizes of two pages may differ."""


def unlike(
    sent: bytes, received: bytes, free: Mapping[int, Sequence[Box]]
) -> Iterator[int]:
    """Yield the pages, from 0, that look different outside the boxes left free.

    Raises:
        ValueError: One of them cannot be drawn.
    """
    one, two = PageImages(sent), PageImages(received)
    try:
        for number in range(min(len(one), len(two))):
            sizes = zip(one.sizes[number], two.sizes[number], strict=True)
            if any(abs(width - other) > _SIZE for width, other in sizes):
                yield number
                continue
            height = one.sizes[number][1]
            first, second = (each.draw(number, DOTS_PER_INCH) for each in (one, two))
            if _differ(first, second, free.get(number, ()), height):
                yield number
    finally:
        one.close()
        two.close()


def _differ(one: PageImage, two: PageImage, free: Sequence[Box], height: float) -> bool:
    scale = DOTS_PER_INCH / _POINTS_PER_INCH
    boxes = [
        (
            x0 * scale - 1,
            (height - y1) * scale - 1,
            x1 * scale + 1,
            (height - y0) * scale + 1,
        )
        for x0, y0, x1, y1 in free
    ]
    seen = 0
    for row in range(min(one.height, two.height)):
        first, second = _row(one, row), _row(two, row)
        if first == second:
            continue
        for at, (dot, other) in enumerate(zip(first, second, strict=False)):
            if abs(dot - other) > _DARKER and not _in_any(at, row, boxes):
                seen += 1
                if seen >= _DOTS:
                    return True
    return False


def _row(image: PageImage, row: int) -> bytes:
    """Return the green of one row of dots, which is near its lightness."""
    start = row * image.stride
    return image.data[start + 1 : start + image.width * 4 : 4]


def _in_any(x: int, y: int, boxes: Sequence[Box]) -> bool:
    return any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes)
