"""Give a document its styles, its language and nothing of the library's own template.

Times New Roman throughout, 14 points in the body; Decree 30/2020, Annex I.
"""

from typing import Any, Final

from desktop.files.word.elements import Element, element, twips
from desktop.files.word.footnotes import REFERENCE, TEXT

FONT: Final = "Times New Roman"
BODY: Final = "Body"
TITLE: Final = "Centred"
CAPTION: Final = "Caption"
CELL: Final = "Cell"
NOTE: Final = "TableNote"
FOOT: Final = "Footer"
HEAD: Final = "Header"
HEADINGS: Final = {1: "Heading1", 2: "Heading2", 3: "Heading3"}
"""Real headings: the document's outline is made of them."""

_BODY_SIZE: Final = 14.0
_FIRST_LINE: Final = 36.0
"""First line of a paragraph: 1.27 cm."""
_LINE: Final = "276"
"""Line spacing in 240ths of a single one: 1.15."""
_KEPT_RELATIONSHIPS: Final = ("styles", "settings", "fontTable", "theme")


def clear(document: Any, language: str) -> None:  # noqa: ANN401  the library's document
    """Make the library's new document one of ours: our styles, none of its parts."""
    for owner in (document.part, document.part.package):
        kept = (*_KEPT_RELATIONSHIPS, "officeDocument", "core-properties")
        for key, link in list(owner.rels.items()):
            if not link.reltype.endswith(kept):
                del owner.rels[key]
    _set_styles(document.styles.element, language)
    _set_settings(document.settings.element, language)


# --- styles ------------------------------------------------------------------


def _set_styles(root: Element, language: str) -> None:
    for part in list(root):
        root.remove(part)
    root.append(_defaults(language))
    for style in (*_paragraph_styles(), *_letter_styles(), _ruled()):
        root.append(style)


def _defaults(language: str) -> Element:
    letters = element(
        "w:rPr",
        _fonts(),
        *_size(_BODY_SIZE),
        element("w:lang", val=language, eastAsia=language, bidi="ar-SA"),
    )
    spacing = element("w:spacing", before="0", after="0", line="240", lineRule="auto")
    return element(
        "w:docDefaults",
        element("w:rPrDefault", letters),
        element("w:pPrDefault", element("w:pPr", spacing)),
    )


def _fonts() -> Element:
    return element("w:rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _size(points: float) -> tuple[Element, Element]:
    half = str(round(points * 2))
    return element("w:sz", val=half), element("w:szCs", val=half)


def _paragraph_styles() -> list[Element]:
    normal = element("w:style", element("w:name", val="Normal"), type="paragraph")
    normal.set(_w("default"), "1")
    normal.set(_w("styleId"), "Normal")
    normal.append(element("w:qFormat"))
    spaced = element("w:spacing", before=twips(6), line=_LINE, lineRule="auto")
    first = element("w:ind", firstLine=twips(_FIRST_LINE))
    return [
        normal,
        _style(BODY, "Body Text", spaced, first, _aligned("both")),
        *_headings(),
        _style(TITLE, "Centred", element("w:keepNext"), _aligned("center"), bold=True),
        _style(
            CAPTION,
            "caption",
            element("w:keepNext"),
            element("w:spacing", before=twips(9), after=twips(3)),
            _aligned("center"),
            size=13,
            bold=True,
        ),
        _style(CELL, "Table Cell", size=11),
        _style(NOTE, "Table Note", element("w:spacing", before=twips(3)), size=11),
        _style(HEAD, "header", _aligned("center"), size=13),
        _style(FOOT, "footer", _aligned("center"), size=9),
        _style(TEXT, "footnote text", _aligned("both"), size=10),
    ]


def _headings() -> list[Element]:
    made = []
    for level, style_id in HEADINGS.items():
        outline = element("w:outlineLvl", val=str(level - 1))
        spacing = element(
            "w:spacing",
            before=twips(9 if level == 1 else 6),
            line=_LINE,
            lineRule="auto",
        )
        first = element("w:ind", firstLine=twips(_FIRST_LINE))
        style = _style(
            style_id,
            f"heading {level}",
            element("w:keepNext"),
            element("w:keepLines"),
            spacing,
            first,
            outline,
            bold=level < len(HEADINGS),
            capitals=level == 1,
        )
        made.append(style)
    return made


def _style(
    style_id: str,
    name: str,
    /,
    *setting: Element,
    size: float = 0.0,
    bold: bool = False,
    capitals: bool = False,
) -> Element:
    """Return a style of paragraphs; its parts are given in the order of the schema."""
    letters = []
    if bold:
        letters += [element("w:b"), element("w:bCs")]
    if capitals:
        letters.append(element("w:caps"))
    if size:
        letters += _size(size)
    made = element(
        "w:style",
        element("w:name", val=name),
        element("w:basedOn", val="Normal"),
        element("w:qFormat"),
        element("w:pPr", *setting),
        element("w:rPr", *letters),
        type="paragraph",
    )
    made.set(_w("styleId"), style_id)
    return made


def _letter_styles() -> list[Element]:
    usual = element(
        "w:style",
        element("w:name", val="Default Paragraph Font"),
        element("w:uiPriority", val="1"),
        type="character",
    )
    usual.set(_w("default"), "1")
    usual.set(_w("styleId"), "DefaultParagraphFont")
    raised = element(
        "w:style",
        element("w:name", val="footnote reference"),
        element("w:rPr", element("w:vertAlign", val="superscript")),
        type="character",
    )
    raised.set(_w("styleId"), REFERENCE)
    return [usual, raised]


def _ruled() -> Element:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (
        element(f"w:{side}", val="single", sz="4", space="0", color="auto")
        for side in sides
    )
    made = element(
        "w:style",
        element("w:name", val="Table Grid"),
        element("w:tblPr", element("w:tblBorders", *lines)),
        type="table",
    )
    made.set(_w("styleId"), "TableGrid")
    return made


def _aligned(side: str) -> Element:
    return element("w:jc", val=side)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


# --- settings ----------------------------------------------------------------


def _set_settings(root: Element, language: str) -> None:
    """Say that the document is of the format's present form, in the language given."""
    for part in list(root):
        root.remove(part)
    form = element(
        "w:compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    for part in (
        element("w:zoom", percent="100"),
        element("w:defaultTabStop", val=twips(_FIRST_LINE)),
        element("w:characterSpacingControl", val="doNotCompress"),
        element("w:compat", form),
        element("w:themeFontLang", val=language),
        element("w:decimalSymbol", val=","),
        element("w:listSeparator", val=";"),
    ):
        root.append(part)
