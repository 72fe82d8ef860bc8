"""Read XML piece by piece, without any entity, whatever its encoding says.

The names of elements are `namespace name`, as expat joins them.
"""

from collections.abc import Callable, Iterable
from typing import Final
from xml.parsers import expat

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "
RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships "
STRICT: Final = "http://purl.oclc.org/ooxml/"

_OUT_OF_MEMORY: Final = 1
"""XML_ERROR_NO_MEMORY of expat."""

Attributes = dict[str, str]
Start = Callable[[str, Attributes], object]
End = Callable[[str], object]
Data = Callable[[str], object]


class EntitiesError(ValueError):
    """A part declares a document type: no genuine workbook does, every attack does."""


class Feed:
    """Take the bytes of a part piece by piece, and call back for what is in them."""

    def __init__(
        self, start: Start, end: End | None = None, data: Data | None = None
    ) -> None:
        """Name what is called for elements that begin and end, and for text."""
        self._expat = expat.ParserCreate(namespace_separator=" ")
        self._expat.buffer_text = True
        self._expat.StartElementHandler = start
        self._expat.EndElementHandler = end
        self._expat.CharacterDataHandler = data
        self._expat.StartDoctypeDeclHandler = _refuse
        self._expat.EntityDeclHandler = _refuse

    def __call__(self, chunk: bytes, *, last: bool = False) -> None:
        """Read one piece.

        Raises:
            EntitiesError: The part declares a document type.
            ValueError: It is no XML.
        """
        try:
            self._expat.Parse(chunk, last)
        except expat.ExpatError as error:
            if error.code == _OUT_OF_MEMORY:
                raise MemoryError from error
            raise ValueError(str(error)) from error
        except LookupError as error:  # an encoding nobody knows, too
            raise ValueError(str(error)) from error

    def whole(self, chunks: Iterable[bytes]) -> None:
        """Read all pieces of a part. Raise what one piece raises."""
        for chunk in chunks:
            self(chunk)
        self(b"", last=True)


def _refuse(*_told: object) -> None:
    raise EntitiesError
