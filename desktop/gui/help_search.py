"""Find pages of help by their words."""

import html
import re
from dataclasses import dataclass
from functools import cache

from desktop import paths
from desktop.rules import search_words

_TITLE = re.compile("<h2>(.*?)</h2>", re.DOTALL)
_NOT_SHOWN = re.compile("<head>.*?</head>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of help."""

    name: str
    """Of its file, without the ending."""
    title: str
    words: frozenset[str]


def find_pages(text: str) -> tuple[HelpPage, ...]:
    """Return the pages that hold every word of a text, with marks or without."""
    typed = search_words.wanted(text)
    if not typed:
        return ()
    return tuple(page for page in _pages() if search_words.fits(page.words, typed))


@cache
def _pages() -> tuple[HelpPage, ...]:
    """Read every page once: they ship with the program and do not change."""
    files = sorted((paths.RESOURCES / "help").glob("*.html"))
    return tuple(_page(file.stem, file.read_text("utf-8")) for file in files)


def _page(name: str, source: str) -> HelpPage:
    found = _TITLE.search(source)
    title = _plain(found.group(1)) if found else name
    return HelpPage(name, title, frozenset(search_words.words(_plain(source))))


def _plain(source: str) -> str:
    return " ".join(html.unescape(_NOT_SHOWN.sub(" ", source)).split())
