"""Write notes of cells into a sheet's comments, behind what the sender wrote himself.

ECMA-376 part 1, 18.7. A cell under discussion ([MS-XLSX] 2.6.205, threaded comments)
gets a reply as well, since Excel shows the discussion instead of the note.
"""

import uuid
from collections.abc import Iterator
from typing import Final

from lxml import etree

from desktop.files.forms.marks.parts import Element, Parts
from desktop.files.forms.marks.sheet_cells import MAIN
from desktop.files.workbook.text import carried

COMMENTS: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
)
_KIND: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
)
_EMPTY: Final = (
    b'<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<authors/><commentList/></comments>"
)
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_THREADS: Final = (
    "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
)
_GIVEN: Final = uuid.UUID("5b0b4f6e-6f1f-4d0e-9a6b-2f2b6f0c8a11")
"""What ids of speakers and replies are made from, the same each time."""


class Comments:
    """The comments of one sheet."""

    def __init__(self, parts: Parts, sheet: str, author: str, moment: str) -> None:
        """Find the comments of a sheet, or begin them.

        Args:
            parts: The workbook.
            sheet: The part of the sheet.
            author: Who speaks.
            moment: When, in ISO form.

        Raises:
            ValueError: A part is damaged.
        """
        self._parts = parts
        self._sheet = sheet
        self._author = carried(author)
        self._moment = moment
        self._root = parts.root(self._part())
        self._list = self._root.find(f"{MAIN}commentList")
        if self._list is None:
            self._list = etree.SubElement(self._root, f"{MAIN}commentList")
        each = self._list.iterfind(f"{MAIN}comment")
        self._told = {str(one.get("ref")): one for one in each}
        self._discussed = dict(self._threads())

    def say(self, address: str, text: str) -> None:
        """Put a note at a cell, below what is there already.

        What was said there last is not said once more.
        """
        told = self._told.get(address)
        if told is None:
            told = etree.SubElement(
                self._list,
                f"{MAIN}comment",
                ref=address,
                authorId=str(self._author_id()),
                shapeId="0",
            )
            self._told[address] = told
            holder = etree.SubElement(told, f"{MAIN}text")
        else:
            holder = _opened(told)
            if "".join(holder.itertext(f"{MAIN}t")).endswith(carried(text)):
                return
            text = f"\n\n{self._author}:\n{text}"
        _run(holder, text)
        self._reply(address, text.strip())

    def _part(self) -> str:
        found = self._parts.related(self._sheet, "comments")
        if found:
            return found[0]
        name, _ = self._parts.free_name("xl/comments", ".xml")
        made = self._parts.add(name, _EMPTY, _KIND)
        self._parts.relation_id(self._sheet, COMMENTS, made)
        return made

    def _author_id(self) -> int:
        authors = self._root.find(f"{MAIN}authors")
        if authors is None:
            authors = etree.Element(f"{MAIN}authors")
            self._root.insert(0, authors)
        names = [one.text or "" for one in authors]
        if self._author not in names:
            etree.SubElement(authors, f"{MAIN}author").text = self._author
            names.append(self._author)
        return names.index(self._author)

    # --- discussions -------------------------------------------------------------

    def _threads(self) -> Iterator[tuple[str, tuple[Element, Element]]]:
        """Yield cells under discussion: the whole part, and where each began."""
        for part in self._parts.related(self._sheet, "threadedComment"):
            root = self._parts.root(part)
            for one in reversed(root.findall(f"{_THREADS}threadedComment")):
                yield str(one.get("ref")), (root, one)

    def _reply(self, address: str, text: str) -> None:
        if address in self._discussed:
            root, first = self._discussed[address]
            self._answer(root, first, address, text)

    def _answer(self, root: Element, first: Element, address: str, text: str) -> None:
        made = etree.SubElement(root, f"{_THREADS}threadedComment", ref=address)
        made.set("dT", self._moment)
        made.set("personId", self._person())
        made.set("id", _id(f"{self._sheet} {address} {text} {len(root)}"))
        made.set("parentId", first.get("parentId") or first.get("id"))
        etree.SubElement(made, f"{_THREADS}text").text = carried(text)

    def _person(self) -> str:
        """Return the id of who speaks, put on the workbook's list if wanting."""
        own = _id(self._author)
        book = self._parts.related("", "officeDocument")[0]
        for part in self._parts.related(book, "person"):
            root = self._parts.root(part)
            if all(one.get("id") != own for one in root):
                made = etree.SubElement(root, f"{_THREADS}person")
                made.set("displayName", self._author)
                made.set("id", own)
                made.set("userId", self._author)
                made.set("providerId", "None")
        return own


def _id(told: str) -> str:
    return f"{{{uuid.uuid5(_GIVEN, told)}}}".upper()


def _opened(told: Element) -> Element:
    """Return the text of a comment, as runs, so that one more may follow."""
    holder = told.find(f"{MAIN}text")
    if holder is None:
        holder = etree.SubElement(told, f"{MAIN}text")
    plain = holder.find(f"{MAIN}t")
    if plain is not None:
        run = etree.Element(f"{MAIN}r")
        plain.addprevious(run)
        run.append(plain)
    return holder


def _run(holder: Element, text: str) -> None:
    """Add text behind the runs; what tells of its sound must stay the last."""
    run = etree.Element(f"{MAIN}r")
    look = etree.SubElement(run, f"{MAIN}rPr")
    for name, value in (("sz", "9"), ("color", "81"), ("rFont", "Tahoma")):
        kind = "indexed" if name == "color" else "val"
        etree.SubElement(look, f"{MAIN}{name}").set(kind, value)
    inner = etree.SubElement(run, f"{MAIN}t")
    inner.set(_SPACE, "preserve")
    inner.text = carried(text)
    runs = holder.findall(f"{MAIN}r")
    if runs:
        runs[-1].addnext(run)
    else:
        holder.insert(0, run)
