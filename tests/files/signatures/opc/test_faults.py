"""Every code has one meaning, and the worst of them says what became of a signature."""

import re
from pathlib import Path

import pytest

from desktop.files.signatures.opc import faults
from desktop.files.signatures.opc.faults import CODES, GAPS, integrity_of
from desktop.records.verification import Integrity

READERS = (
    "algorithms",
    "checking",
    "coverage",
    "discovery",
    "envelope",
    "package",
    "parts",
    "references",
    "zip_headers",
)
NAMED = re.compile(r"(?:UnfitError|Finding|_refused)\(\s*(?:name, |code=)?\"(\w+)\"")
ONLY_SIGNING = {
    "content_type_unread",
    "content_type_missing",
    "relationships_unread",
    "relationship_target",
    "part_unreachable",
    "formula",
}


def test_no_code_stands_for_two_things() -> None:
    rooms = (faults.OF_PACKAGE, faults.OF_PARTS, faults.OF_SIGNATURES)
    assert sum(map(len, rooms)) == len(CODES)
    assert faults.OF_PARTS.keys() >= GAPS


def test_all_codes_that_readers_give_are_listed() -> None:
    folder = Path(faults.__file__).parent
    given = {
        code
        for name in READERS
        for code in NAMED.findall((folder / f"{name}.py").read_text("utf-8"))
    }
    assert len(given) > 15
    assert given - CODES <= ONLY_SIGNING


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        ((), Integrity.INTACT),
        (("part_unsigned", "relationship_unsigned"), Integrity.INTACT),
        (("weak",), Integrity.WEAK),
        (("weak", "unsupported"), Integrity.UNSUPPORTED),
        (("weak", "part_changed"), Integrity.CHANGED),
        (("unsupported", "part_missing"), Integrity.CHANGED),
        (("signature_malformed",), Integrity.UNREADABLE),
        (("duplicate_id", "part_changed"), Integrity.UNREADABLE),
        (("manifest_unsigned",), Integrity.CHANGED),
        (("certificate_differs",), Integrity.CHANGED),
    ],
)
def test_the_worst_finding_says_what_became_of_it(
    codes: tuple[str, ...], expected: Integrity
) -> None:
    assert integrity_of(frozenset(codes)) is expected


@pytest.mark.parametrize("code", sorted(CODES - GAPS))
def test_no_other_finding_leaves_a_signature_intact(code: str) -> None:
    assert integrity_of(frozenset({code})) is not Integrity.INTACT
