"""Read XML that may mean harm, and bring elements into the form that is signed."""

from typing import Any, Final

from lxml import etree

_ENCODINGS: Final = frozenset({"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE"})
"""The only ones a part of a package may have; ECMA-376 part 2, 9.1.4."""
_DECLARES: Final = (b"<!DOCTYPE", b"<!ENTITY")


def parse(content: bytes) -> Any:  # noqa: ANN401  elements of lxml are untyped here
    """Return the root element, read without any entity, document type or network.

    Raises:
        ValueError: It is no XML, declares a document type, or is in an encoding that
            packages do not know.
    """
    # without its zero bytes a text in UTF-16 shows what it declares
    seen = content.replace(b"\x00", b"") if b"\x00" in content else content
    if any(sign in seen for sign in _DECLARES):
        raise ValueError("doctype")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise ValueError(str(error)) from error
    known: Any = root.getroottree().docinfo
    if known.doctype or (known.encoding or "UTF-8").upper() not in _ENCODINGS:
        raise ValueError("doctype")
    return root


def canonical(element: Any) -> bytes:  # noqa: ANN401
    """Return an element by Canonical XML 1.0, inclusive, without comments.

    It is written and read again first, so that it stands alone: lxml takes the
    default namespace away from the grandchildren of an element that inherited it.
    """
    alone = etree.fromstring(etree.tostring(element, with_tail=False))
    return bytes(etree.tostring(alone, method="c14n", with_comments=False))
