"""Standing sentences with figures, and what of them is left out when nothing was done.

`{figure:CODE}` is a figure, `{count:NAME}` another number of the report, such as of the
targets met. A sentence all of whose numbers are zero is left out. So is a part in
brackets, `[ với {figure:people} người]`, by its own numbers, and each item of a
list, `<họp báo {figure:a} lần|giao ban {figure:b} lần>`, whose items that are left are
set with commas between, or after `<;` with semicolons. A sentence whose list has no
item left is left out too. Brackets and lists stand in one another; without a number
inside they are ordinary signs.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeGuard

from desktop.records.identity import Code
from desktop.rules.numbers import format_decimal

_FIGURE = re.compile(r"\{figure:(\w+)\}")
_NUMBER = re.compile(r"\{(?:figure:(\w+)|(count:\w+))\}")
_TOKEN = re.compile(r"\{(?:figure|count):\w+\}|<;|[\[\]<>|]")
_CLOSED_BY = {"[": "]", "<": ">", "<;": ">"}
_BETWEEN = {"[": "", "<": ", ", "<;": "; "}

OPEN, MIDDLE, CLOSE = "\ue000", "\ue001", "\ue002"
"""Marks around a number while a text is made: code, and the number as printed."""

_MARKED = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")

Totals = Mapping[Code, Decimal]
"""Figures by code; other numbers by their name with `count:` before it."""


@dataclass(frozen=True, slots=True)
class _Number:
    code: Code


@dataclass(frozen=True, slots=True)
class _Part:
    """A part that may be left out; of a list it is one of several items."""

    items: tuple["_Nodes", ...]
    between: str = ""
    """What its items are set apart by; blank for a part in brackets."""


_Nodes = tuple["str | _Number | _Part", ...]


def figure_codes(sentence: str) -> tuple[Code, ...]:
    """Return the codes of the figures a sentence names."""
    return tuple(Code(code) for code in _FIGURE.findall(sentence))


def _numbers(text: str) -> tuple[Code, ...]:
    return tuple(Code(one[0] or one[1]) for one in _NUMBER.findall(text))


def sentence(text: str, totals: Totals) -> str:
    """Return a sentence with its numbers, or blank when all of them are zero."""
    return plain(marked_sentence(text, totals))


def marked_sentence(text: str, totals: Totals) -> str:
    """Return a sentence with marks around its numbers, or blank when all are zero.

    It begins with a capital letter whichever of its parts comes first.
    """
    codes = _numbers(text)
    if codes and not any(totals.get(code) for code in codes):
        return ""
    nodes = _parsed(text)
    if any(_is_list(node) and not _part_said(node, totals) for node in nodes):
        return ""
    said = _said(nodes, totals)
    return f"{said[:1].upper()}{said[1:]}"


def well_formed(text: str) -> bool:
    """Tell whether every bracket and list of a sentence with numbers is closed."""
    said = sentence(text, dict.fromkeys(_numbers(text), Decimal(1)))
    return not (_numbers(text) and re.search(r"[\[\]<>|]", said))


def marked(code: str, printed: str) -> str:
    """Return a number as printed, with marks that tell what it counts."""
    return f"{OPEN}{code}{MIDDLE}{printed}{CLOSE}"


def plain(text: str) -> str:
    """Return a text without the marks around its numbers."""
    return _MARKED.sub(lambda found: found[2], text)


def split_marks(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the words before each marked number, its code, and the number.

    The words after the last come at the end, with neither.
    """
    end = 0
    for found in _MARKED.finditer(text):
        yield text[end : found.start()], found[1], found[2]
        end = found.end()
    yield text[end:], "", ""


def _parsed(text: str) -> _Nodes:
    tokens = _tokens(text)
    made: list[str | _Number | _Part] = []
    at = 0
    while at < len(tokens):
        node, at = _node(tokens, at)
        made.append(node)
    return tuple(made)


def _tokens(text: str) -> list[str]:
    found: list[str] = []
    end = 0
    for one in _TOKEN.finditer(text):
        found += [text[end : one.start()], one[0]]
        end = one.end()
    return [token for token in (*found, text[end:]) if token]


def _node(tokens: list[str], at: int) -> tuple[str | _Number | _Part, int]:
    """Return what begins at a token, and where the next does."""
    token = tokens[at]
    if number := _NUMBER.fullmatch(token):
        return _Number(Code(number[1] or number[2])), at + 1
    if token in _CLOSED_BY and (part := _part(tokens, at)):
        return part
    return token, at + 1


def _part(tokens: list[str], at: int) -> tuple[_Part, int] | None:
    """Return a part and where it ends; None for an ordinary sign."""
    close, between = _CLOSED_BY[tokens[at]], _BETWEEN[tokens[at]]
    items: list[list[str | _Number | _Part]] = [[]]
    inside = at + 1
    while inside < len(tokens) and tokens[inside] != close:
        if tokens[inside] == "|" and close == ">":
            items.append([])
            inside += 1
            continue
        node, inside = _node(tokens, inside)
        items[-1].append(node)
    if inside == len(tokens) or not any(_codes(tuple(one)) for one in items):
        return None
    return _Part(tuple(tuple(one) for one in items), between), inside + 1


def _codes(nodes: _Nodes) -> tuple[Code, ...]:
    found: list[Code] = []
    for node in nodes:
        if isinstance(node, _Number):
            found.append(node.code)
        elif isinstance(node, _Part):
            found += [code for item in node.items for code in _codes(item)]
    return tuple(found)


def _said(nodes: _Nodes, totals: Totals) -> str:
    return "".join(_SAYS[type(node)](node, totals) for node in nodes)


def _number(node: _Number, totals: Totals) -> str:
    value = totals.get(node.code, Decimal(0))
    return marked(node.code, format_decimal(value))


def _part_said(node: _Part, totals: Totals) -> str:
    kept = (one for one in node.items if any(totals.get(c) for c in _codes(one)))
    return node.between.join(_said(one, totals) for one in kept)


def _is_list(node: "str | _Number | _Part") -> TypeGuard[_Part]:
    return isinstance(node, _Part) and bool(node.between)


_SAYS: dict[type, Callable[..., str]] = {
    str: lambda node, _: node,
    _Number: _number,
    _Part: _part_said,
}
