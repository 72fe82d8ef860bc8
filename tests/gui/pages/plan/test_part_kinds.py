"""Each kind of part shows itself in two columns and is made of its fields."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.plan.part_kinds import (
    KINDS,
    PartKind,
    basis_words,
    recipient_words,
    writing,
)
from desktop.gui.session import Session
from desktop.operations.plans.read_plan import read_plan
from desktop.records.plan import LegalBasis, PlanRecipient


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.code)
def test_a_part_written_unchanged_is_the_same(
    session: Session, qtbot: QtBot, kind: PartKind
) -> None:
    book = read_plan(session.store, session.period)
    for part in kind.rows(book)[:2]:
        asked = writing(session, kind, book.plan, part)
        values = {one.field.name: one.value() for one in asked.editors}
        assert kind.made(part, values) == part
        assert not [one for one in asked.check(values) if one.blocking]
        assert kind.short(part, book)
        assert kind.long(part, book)


def test_a_basis_and_a_recipient_are_told_in_one_line() -> None:
    basis = LegalBasis(
        id="b",
        plan="p",  # type: ignore[arg-type]
        position=1,
        document_type="Công văn",
        number="",
        issuer="Sở A",
    )
    assert basis_words(basis) == "Công văn của Sở A"
    line = PlanRecipient(text="UBND", note="(b/c)", electronic=True)
    assert recipient_words(line) == "UBND (b/c) (Bản ĐT)"
