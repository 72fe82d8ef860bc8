"""Keep the footnotes of a document in their own part, each under its own number.

The numbers are the report's, the same as on the printed page, and not counted by
whoever opens the document; the library itself knows no footnotes.
"""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from desktop.files.pdf.words import words
from desktop.files.word.elements import (
    Element,
    Face,
    Set,
    element,
    paragraph,
    run,
)
from desktop.records.report import Footnote

REFERENCE: Final = "FootnoteReference"
TEXT: Final = "FootnoteText"
_SEPARATORS: Final = (("-1", "separator"), ("0", "continuationSeparator"))


def mark(number: int) -> str:
    """Return the mark of a note, as the printed page has it."""
    return words("notes")["mark"].format(number=number)


class Footnotes:
    """The notes of one document; each is referred to at its place, once.

    Whoever opens the document numbers the notes, which all programs can, unless the
    report's own numbers do not follow the order of their places: then each mark is
    written out.
    """

    def __init__(self, notes: Iterable[Footnote]) -> None:
        """Know the notes by number."""
        self._notes = {note.number: note for note in notes}
        self._placed: dict[int, Element] = {}

    def references(self, numbers: Sequence[int]) -> list[Element]:
        """Return the raised marks of some notes, for the end of a paragraph."""
        return [self._reference(number) for number in numbers]

    def _reference(self, number: int) -> Element:
        made = element("w:r", element("w:rPr", element("w:rStyle", val=REFERENCE)))
        if number in self._placed:
            made.append(_text(mark(number)))
        else:
            self._placed[number] = made
            made.append(element("w:footnoteReference", id=str(number)))
        return made

    @property
    def counted(self) -> bool:
        """Whether the numbers of the notes are those of their places."""
        return list(self._placed) == list(range(1, len(self._placed) + 1))

    def attach(self, document: Any) -> None:  # noqa: ANN401  the library's document
        """Give the document the part that holds every note referred to."""
        if not self._placed:
            return
        if not self.counted:
            for number, made in self._placed.items():
                made[-1].set(qn("w:customMarkFollows"), "1")
                made.append(_text(mark(number)))
        package = document.part.package
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            serialize_part_xml(self._root()),
            package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        kept = (element("w:footnote", id=place) for place, _kind in _SEPARATORS)
        settings = document.settings.element
        place = settings.find(f"{{{settings.nsmap['w']}}}compat")
        place.addprevious(element("w:footnotePr", *kept))

    def _root(self) -> Element:
        root = element("w:footnotes")
        for place, kind in _SEPARATORS:
            line = element("w:p", element("w:r", element(f"w:{kind}")))
            root.append(element("w:footnote", line, type=kind, id=place))
        for number in sorted(self._placed):
            root.append(element("w:footnote", self._note(number), id=str(number)))
        return root

    def _note(self, number: int) -> Element:
        shown = run(mark(number), Face(style=REFERENCE))
        if self.counted:
            shown[-1:] = [element("w:footnoteRef")]
        return paragraph(Set(style=TEXT), shown, run(f" {self._notes[number].text}"))


def _text(words: str) -> Element:
    made = element("w:t")
    made.text = words
    return made
