"""Compare a PDF that came back signed with the one that was sent.

Number, date and signatures may have been put in; any other word, look or attached
file that differs is told with its page, and makes it another document.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from io import BytesIO
from typing import Any, Final

from desktop.files.signed_copies.heads import Head, read_head
from desktop.files.signed_copies.looks import Box, unlike
from desktop.files.signed_copies.words import Page, Word, in_lines, words_of

_DIGITS: Final = re.compile(r"[0-9]{1,6}[A-Za-zĐđ]?")
_ROOM: Final = re.compile(r"[.…_]*")
"""What stands where number, day or month are still to come."""
_NAME_AND_TITLE: Final = 12
"""Words a seal may lie over."""
_DATA: Final = ".json"
"""Ending of the frozen data among the attached files."""
_STRIP: Final = 8.0
"""Points above and below the line of number and date that a stamp may touch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyDifference:
    """One place where the copy is not what was sent."""

    page: int
    """Counted from 1; 0: of the whole document."""
    kind: str
    """`number`, `date`, `stamp`; `words`, `covered`, `look`, `pages`, `attachment`."""
    was: str = ""
    became: str = ""

    @property
    def allowed(self) -> bool:
        """Tell whether it is what signing elsewhere is for."""
        return self.kind in {"number", "date", "stamp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What a copy has in common with what was sent."""

    added_only: bool
    """Its first bytes are those that were sent: something was only put behind them."""
    differences: tuple[CopyDifference, ...]
    head: Head
    """Number and date that stand on it now."""

    @property
    def same(self) -> bool:
        """Tell whether it is the document that was sent."""
        return all(one.allowed for one in self.differences)


@dataclass(frozen=True, slots=True)
class Signed:
    """Where signatures are seen on what was sent, and on what came back."""

    before: dict[int, list[Box]]
    now: dict[int, list[Box]]


def compare(sent: bytes, received: bytes, *, redrawn: bool = False) -> Comparison:
    """Compare words, looks and attached files of two PDFs, page by page.

    Args:
        sent: What was sent.
        received: What came back.
        redrawn: Whether what was sent is gone, and was drawn once more: then of the
            attached files only the frozen data must be the same.

    Raises:
        ValueError: One of them cannot be read.
    """
    try:
        before, after = words_of(sent), words_of(received)
        signed = Signed(_signed_boxes(sent), _signed_boxes(received))
        found = (
            *_words(before, after, signed),
            *_attached(sent, received, _DATA if redrawn else ""),
            *_looks(sent, received, after, signed.now),
        )
    except ValueError:
        raise
    except Exception as error:  # hostile files raise anything in the parsers
        raise ValueError(type(error).__name__) from error
    return Comparison(
        added_only=received.startswith(sent),
        differences=found,
        head=read_head(after),
    )


def _words(
    before: Sequence[Page], after: Sequence[Page], signed: Signed
) -> Iterator[CopyDifference]:
    if len(before) != len(after):
        yield CopyDifference(
            page=0, kind="pages", was=str(len(before)), became=str(len(after))
        )
    for number, (old, new) in enumerate(zip(before, after, strict=False)):
        boxes = signed.now.get(number, [])
        left, rest = _outside(old, boxes), _outside(new, boxes)
        if boxes and boxes != signed.before.get(number, []):
            stamp = " ".join(_texts(one for one in new if one not in rest))
            yield CopyDifference(page=number + 1, kind="stamp", became=stamp)
        covered = _outside(
            tuple(one for one in old if one not in left), signed.before.get(number, ())
        )
        if _matters(covered):
            told = " ".join(_texts(covered))
            yield CopyDifference(page=number + 1, kind="covered", was=told)
        yield from _page(number + 1, left, rest)


def _matters(covered: Page) -> bool:
    """Tell whether a signature lies over figures or whole lines.

    A seal may lie over the name and the title of who signs.
    """
    with_digits = any(any(map(str.isdigit, one.text)) for one in covered)
    return with_digits or len(covered) > _NAME_AND_TITLE


def _outside(page: Page, boxes: Sequence[Box]) -> Page:
    return tuple(one for one in page if not any(one.within(box) for box in boxes))


def _page(number: int, old: Page, new: Page) -> Iterator[CopyDifference]:
    if _texts(old) == _texts(new):
        return
    first, second = _reading(old), _reading(new)
    texts, others = _texts(first), _texts(second)
    matcher = SequenceMatcher(None, texts, others, autojunk=False)
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            continue
        was, became = " ".join(texts[a0:a1]), " ".join(others[b0:b1])
        known = _of_head(was, became, others[:b0]) if number == 1 else ""
        yield CopyDifference(page=number, kind=known or "words", was=was, became=became)


def _of_head(was: str, became: str, before: Sequence[str]) -> str:
    """Tell whether a word is the number, or the day or month, put in its room."""
    last = before[-1] if before else ""
    if _DIGITS.fullmatch(became) and _ROOM.fullmatch(was):
        if last.startswith("Số"):
            return "number"
        if last in {"ngày", "tháng"}:
            return "date"
    if was and became.endswith(was) and last.startswith("Số"):
        return "number" if _DIGITS.fullmatch(became.removesuffix(was)) else ""
    return ""


def _reading(page: Page) -> Page:
    return tuple(word for line in in_lines(page) for word in line)


def _texts(page: Iterable[Word]) -> list[str]:
    return [unicodedata.normalize("NFC", one.text) for one in page]


def _looks(
    sent: bytes, received: bytes, after: Sequence[Page], boxes: dict[int, list[Box]]
) -> Iterator[CopyDifference]:
    free = {number: list(found) for number, found in boxes.items()}
    free.setdefault(0, []).extend(_head_strips(after))
    for number in unlike(sent, received, free):
        yield CopyDifference(page=number + 1, kind="look")


def _head_strips(pages: Sequence[Page]) -> Iterator[Box]:
    """Yield the strips of the first page that number and date may be stamped in."""
    for line in in_lines(pages[0])[:8] if pages else ():
        texts = [word.text for word in line]
        if any(one.startswith("Số") for one in texts) or "tháng" in texts:
            low, high = min(one.y0 for one in line), max(one.y1 for one in line)
            yield (0.0, low - _STRIP, 10_000.0, high + _STRIP)


def _attached(sent: bytes, received: bytes, ending: str) -> Iterator[CopyDifference]:
    old, new = _files(sent), _files(received)
    for name in sorted(old.keys() | new.keys()):
        if name.endswith(ending) and old.get(name) != new.get(name):
            yield CopyDifference(
                page=0,
                kind="attachment",
                was=name if name in old else "",
                became=name if name in new else "",
            )


def _files(pdf: bytes) -> dict[str, str]:
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        return {
            name: hashlib.sha256(spec.get_file().read_bytes()).hexdigest()
            for name, spec in document.attachments.items()
        }


def _signed_boxes(pdf: bytes) -> dict[int, list[Box]]:
    """Return where signatures are seen, by page."""
    import pikepdf

    with pikepdf.open(BytesIO(pdf)) as document:
        return {
            number: [box for one in page.get("/Annots", []) if (box := _seen(one))]
            for number, page in enumerate(document.pages)
        }


def _seen(annotation: Any) -> Box | None:  # noqa: ANN401  a library without types
    field = annotation
    while "/FT" not in field and "/Parent" in field:
        field = field.Parent
    if str(field.get("/FT", "")) != "/Sig" or "/V" not in field:
        return None
    x0, y0, x1, y1 = (float(one) for one in annotation.Rect)
    box = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return box if box[0] < box[2] and box[1] < box[3] else None
