"""A package that two readers would read in two ways is read by none."""

import pytest

from desktop.files.signatures.opc import package as packages
from desktop.files.signatures.opc import parts
from desktop.files.signatures.opc.package import read
from desktop.files.signatures.opc.parts import UnfitError
from tests.files.signatures.opc.forger import (
    BOOK,
    ROOT,
    SHEET,
    TYPES,
    held,
    related,
    signed,
    spoiled,
)
from tests.files.signatures.opc.workbooks import changed, plain

SAME = '<Relationship Id="rId1" Type="urn:x" Target="styles.xml"/>'


def refused(data: bytes) -> tuple[str, ...]:
    with pytest.raises(UnfitError) as caught:
        read(data)
    return (caught.value.code, *caught.value.facts)


def test_parts_kinds_and_relationships_are_read() -> None:
    package = read(signed())
    assert package.parts == parts.read(signed())
    assert package.types.of(SHEET).endswith("worksheet+xml")
    assert set(package.relationships) > {ROOT, BOOK}
    assert ("rId1", SHEET) in {(one.id, to) for one, to in package.targets(BOOK)}


def test_a_digest_is_reckoned_once() -> None:
    package = read(plain())
    first = package.digest(SHEET, "sha256")
    assert package.digest(SHEET, "sha256") is first
    assert package.digest(SHEET, "sha512") != first


# --- content types -----------------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        f'<Override PartName="/{SHEET}" ContentType="text/plain"/>',
        f'<Override PartName="/{SHEET.upper()}" ContentType="text/plain"/>',
        '<Default Extension="XML" ContentType="text/plain"/>',
        '<Default Extension="txt"/>',
        '<Default xmlns="urn:other" Extension="txt" ContentType="text/plain"/>',
        "<!-- -->",
        '<Override PartName="/a" ContentType="b"><Override/></Override>',
    ],
)
def test_what_is_said_twice_or_otherwise_of_kinds_is_ambiguous(more: str) -> None:
    double = spoiled(signed(), TYPES, "</Types>", f"{more}</Types>")
    assert refused(double) == ("ambiguous", TYPES)


@pytest.mark.parametrize(
    "content", [None, b"", b"<Types/>", b"<!DOCTYPE a><Types/>", b"\xff"]
)
def test_a_package_without_kinds_is_ambiguous(content: bytes | None) -> None:
    assert refused(changed(signed(), {TYPES: content})) == ("ambiguous", TYPES)


# --- relationships -------------------------------------------------------------


@pytest.mark.parametrize(
    "more",
    [
        "<!-- -->",
        "<?x y?>",
        '<Relationship xmlns="urn:x" Id="a" Type="b" Target="c"/>',
        '<Relationship Id="a" Type="b" Target="c"><Relationship/></Relationship>',
        '<Relationship Id="a" Type="b" Target="c" TargetMode="external"/>',
        '<Relationship Id="a" Type="b" Target="c" Other="d"/>',
        '<Relationship Id="a" Type="b"/>',
        "<Group>" + SAME + "</Group>",
    ],
)
def test_what_the_digest_would_pass_over_is_ambiguous(more: str) -> None:
    assert refused(related(signed(), BOOK, more)) == ("ambiguous", BOOK)


def test_a_base_to_reckon_targets_from_is_ambiguous() -> None:
    based = spoiled(signed(), BOOK, "<Relationships ", '<Relationships xml:base="x" ')
    assert refused(based) == ("ambiguous", BOOK)


def test_two_relationships_of_one_id_are_refused() -> None:
    """Only one of them is signed, and nobody knows which one is followed."""
    assert refused(related(signed(), BOOK, SAME)) == ("duplicate_id", BOOK, "rId1")


def test_relationships_with_a_document_type_are_refused() -> None:
    content = held(signed(), BOOK).replace(
        b"<Relationships", b'<!DOCTYPE a [<!ENTITY b "c">]><Relationships', 1
    )
    assert refused(changed(signed(), {BOOK: content})) == ("ambiguous", BOOK)


def test_more_markup_than_any_workbook_has_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A tree takes ten times the bytes, and the zip a hundredth of them."""
    package = read(signed())
    markup = (TYPES, *package.relationships)
    enough = sum(len(package.parts[name]) for name in markup)
    monkeypatch.setattr(packages, "MARKUP_LIMIT", enough)
    assert read(signed()).parts == package.parts
    one_more = changed(signed(), {BOOK: held(signed(), BOOK) + b" "})
    assert refused(one_more)[0] == "too_large"
