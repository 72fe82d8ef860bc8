"""The way of signing acts at once, and somebody with a key is always left."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.pages.settings.signing_way import LEAST, SigningWayBox, way_sentence
from desktop.records.signing import SignerRole, SigningWay
from desktop.store import preferences
from tests.gui import walking
from tests.gui.pages.report_desk import Desk

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


@pytest.fixture
def box(desk: Desk, qtbot: QtBot) -> SigningWayBox:
    made = SigningWayBox(desk.session)
    qtbot.addWidget(made)
    made.show()
    return made


def kept(desk: Desk) -> tuple[SigningWay, tuple[SignerRole, ...]]:
    own = preferences.get(desk.store.reader)
    assert own is not None
    return own.signing, own.signers


def test_an_office_can_sign_on_paper_and_back(
    desk: Desk, box: SigningWayBox, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(box.told) as told:
        box.ways[SigningWay.PAPER].click()
    assert told.args == ["Từ nay báo cáo được in ra, ký tay và đóng dấu."]
    assert kept(desk)[0] is SigningWay.PAPER
    assert not box.roles[PERSON].isEnabled()
    box.ways[SigningWay.DIGITAL].click()
    assert kept(desk) == (SigningWay.DIGITAL, (PERSON, AGENCY))


def test_one_of_the_two_may_have_no_key_but_not_both(
    desk: Desk, box: SigningWayBox, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(box.told) as told:
        box.roles[PERSON].click()
    assert told.args == ["Từ nay báo cáo được ký số: cơ quan."]
    with qtbot.waitSignal(box.told) as told:
        box.roles[AGENCY].click()
    assert told.args == [LEAST]
    assert kept(desk)[1] == (AGENCY,)
    assert box.roles[AGENCY].isChecked()


def test_the_way_it_is_already_changes_nothing(desk: Desk, box: SigningWayBox) -> None:
    before = desk.store.last_change()
    box.ways[SigningWay.DIGITAL].click()
    assert desk.store.last_change() == before


def test_both_signers_are_told_in_their_order(desk: Desk, box: SigningWayBox) -> None:
    said = way_sentence(desk.session.preferences)
    assert said == "Từ nay báo cáo được ký số: người ký rồi cơ quan."
    assert not walking.nameless(box)
