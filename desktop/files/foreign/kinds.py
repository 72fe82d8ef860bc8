"""Read a file by its kind: a workbook, a saved web page, a list, a text with tabs."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from desktop.files.foreign.lines import LineWriter
from desktop.rules.grid import TableSource

_PAGES: Final = (".html", ".htm")
_TEXTS: Final = (".txt", ".tsv")
_LISTS: Final = (".csv",)


def tell_file(path: Path, writer: LineWriter) -> None:
    """Tell what is in a file; whatever has no ending of a text must be a workbook.

    Raises:
        FileError: It is not what its ending says, or more than is read.
        InputError: It holds more than is read (`table_too_large`).
    """
    ending = path.suffix.lower()
    if ending in (*_PAGES, *_TEXTS, *_LISTS):
        writer.source(_text_file(path, ending))
    else:
        from desktop.files.foreign.book import tell_book

        tell_book(path, writer)


def _text_file(path: Path, ending: str) -> TableSource:
    from desktop.files.foreign.text import read_text

    text, notes = read_text(path)
    if ending in _PAGES:
        from desktop.files.foreign.html import read_html

        source = read_html(text)
    elif ending in _LISTS:
        from desktop.files.foreign.plain import read_list

        source = read_list(text)
    else:
        from desktop.files.foreign.plain import read_plain

        source = read_plain(text)
    return replace(source, name=path.name, notes=(*source.notes, *notes))
