"""Turn the bytes of a text file into text, by what the bytes themselves tell."""

import re
import unicodedata
from pathlib import Path
from typing import Final

from desktop.errors import FileError, Problem
from desktop.files.foreign.archive import bytes_of
from desktop.files.foreign.limits import TEXT_LIMIT
from desktop.rules.healing import guess
from desktop.rules.syllables import is_syllable

_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE: Final = 4_096
_WINDOWS: Final = "windows-1258"
"""What Vietnamese Windows calls its own encoding: letters and tones apart."""
_WESTERN: Final = "windows-1252"
_HALF: Final = 0.5
_MARKED: Final = re.compile(r"\w*[^\W\d_\x00-\x7f]\w*")
_MOST: Final = 0.6
"""Share of the words with marks that must be syllables: names of others are not."""


def read_text(path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return the text of a file, and what is to be known of its letters.

    Letters of TCVN3 and VNI are left as they are: whoever reads the cells heals them,
    with the text before and after in sight.

    Raises:
        FileError: `missing`, `unreadable`, `too_large`, or `unknown_letters` when no
            encoding makes sense of it.
    """
    data = bytes_of(path, TEXT_LIMIT)
    for encoding in _by_marks(data):
        try:
            return data.decode(encoding), ()
        except UnicodeDecodeError:
            continue
    return _by_words(data, path)


def _by_marks(data: bytes) -> tuple[str, ...]:
    """Return the Unicode encodings to try: by the first bytes, or by zero bytes."""
    if data.startswith(_WIDE_MARKS):
        return ("utf-16",)
    sample = data[:_SAMPLE]
    halves = (sample[0::2], sample[1::2])
    even, odd = (half.count(0) / max(len(half), 1) for half in halves)
    if max(even, odd) > _HALF:
        return ("utf-16-be" if even > odd else "utf-16-le",)
    return ("utf-8-sig",)


def _by_words(data: bytes, path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Return a text of one byte a letter by whether its words can be syllables."""
    western = data.decode(_WESTERN, "replace")
    found = guess(western.splitlines())
    if found.letters:
        return western, (Problem("table", "foreign_letters", (found.letters,)),)
    try:
        read = unicodedata.normalize("NFC", data.decode(_WINDOWS))
    except UnicodeDecodeError as error:
        raise FileError(path, "unknown_letters") from error
    if _vietnamese(read):
        return read, (Problem("table", "foreign_letters", (_WINDOWS,)),)
    raise FileError(path, "unknown_letters")


def _vietnamese(text: str) -> bool:
    """Tell whether most words with marks can be syllables."""
    words = _MARKED.findall(text)
    return sum(map(is_syllable, words)) > _MOST * len(words)
