"""How an office signs is kept, and somebody is always left to sign."""

import pytest

from desktop.errors import InputError
from desktop.operations.history.undo import undo
from desktop.operations.signing.set_signing import set_signing
from desktop.records.signing import SignerRole, SigningWay
from desktop.store import preferences
from tests.operations.desk import Desk

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def test_what_is_not_named_stays(desk: Desk) -> None:
    paper = set_signing(desk.store, SigningWay.PAPER).value
    assert (paper.signing, paper.signers) == (SigningWay.PAPER, (PERSON, AGENCY))
    seal = set_signing(desk.store, roles=(AGENCY,)).value
    assert (seal.signing, seal.signers) == (SigningWay.PAPER, (AGENCY,))
    assert preferences.get(desk.store.reader) == seal


def test_roles_are_kept_in_the_order_of_signing(desk: Desk) -> None:
    assert set_signing(desk.store, roles={AGENCY, PERSON}).value.signers == (
        PERSON,
        AGENCY,
    )


def test_nobody_is_not_a_choice(desk: Desk) -> None:
    before = preferences.get(desk.store.reader)
    with pytest.raises(InputError) as caught:
        set_signing(desk.store, roles=())
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("signers", "missing")
    assert preferences.get(desk.store.reader) == before


def test_it_can_be_undone(desk: Desk) -> None:
    set_signing(desk.store, SigningWay.PAPER)
    undo(desk.store)
    kept = preferences.get(desk.store.reader)
    assert kept is not None
    assert kept.signing is SigningWay.DIGITAL
