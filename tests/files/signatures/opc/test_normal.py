"""A workbook is brought into the one form that all verifiers read alike."""

import pytest

from desktop.files.signatures.opc import parts, relationships
from desktop.files.signatures.opc.normal import normal_parts
from desktop.files.signatures.opc.parts import UnfitError
from desktop.files.workbook import workbook
from tests.files.report_builder import a_report
from tests.files.signatures.opc import workbooks

SHEET_RELS = "xl/worksheets/_rels/sheet1.xml.rels"


def fault(workbook: bytes) -> tuple[str, ...]:
    with pytest.raises(UnfitError) as caught:
        normal_parts(parts.read(workbook))
    return caught.value.code, *caught.value.facts


def test_relationships_become_plain_and_nothing_else_changes() -> None:
    before = parts.read(workbooks.rich())
    after = normal_parts(before)
    assert after.keys() == before.keys()
    assert next(iter(after)) == "[Content_Types].xml"
    for name, content in after.items():
        if relationships.is_relationships(name):
            assert content == relationships.plain(name, before[name])
            assert b'Target="/' not in content
        else:
            assert content == before[name]
    assert after["_rels/.rels"] != before["_rels/.rels"]


def test_every_relationship_still_leads_to_the_same_part() -> None:
    before = parts.read(workbooks.rich())
    after = normal_parts(before)

    def led(held: dict[str, bytes]) -> list[tuple[str, str, str]]:
        return [
            (name, one.id, relationships.target_part(name, one.target))
            for name in held
            if relationships.is_relationships(name)
            for one in relationships.read(held[name])
            if not one.external
        ]

    assert led(after) == led(before)
    assert {part for _, _, part in led(after)} <= after.keys()


def test_what_is_normal_comes_back_as_it_was_and_in_the_same_order() -> None:
    once = normal_parts(parts.read(workbooks.rich()))
    assert list(normal_parts(once).items()) == list(once.items())


def test_what_the_program_exports_is_normal_already() -> None:
    exported = parts.read(workbook.draw(a_report(), "báo cáo.xlsx"))
    assert list(normal_parts(exported).items()) == list(exported.items())


@pytest.mark.parametrize("letter", ["&", "<", ">", '"', "'"])
def test_a_link_other_verifiers_would_call_forged_is_refused(letter: str) -> None:
    found = fault(workbooks.rich(f"https://example.invalid/?a=1{letter}b=2"))
    assert found[:2] == ("relationship_target", SHEET_RELS)


def test_relationships_that_cannot_be_read_are_refused() -> None:
    broken = workbooks.changed(workbooks.rich(), {SHEET_RELS: b"<x/>"})
    assert fault(broken) == ("relationships_unread", SHEET_RELS)
