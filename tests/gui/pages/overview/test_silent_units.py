"""Who owes figures is told with a telephone and the last time it was asked."""

import datetime as dt

from pytestqt.qtbot import QtBot

from desktop.gui.pages.overview import silent_units
from desktop.gui.pages.overview.overview import OverviewPage
from desktop.gui.session import Session
from desktop.operations.units.keep_contact import keep_contact
from desktop.operations.units.log_call import log_call
from desktop.operations.units.read_units import Unit
from desktop.records.agency import Agency
from desktop.records.exchange import Call, Contact
from desktop.records.identity import AgencyId
from tests.builders import UNIT
from tests.gui.pages.asking import shown

AGENCY = AgencyId(UNIT)
NOON = dt.datetime(2024, 6, 5, 12, 0, tzinfo=dt.UTC)
ONE = Unit(agency=Agency(id=AGENCY, name="Xã A"), plan=None, entries=0, last_day=None)


def test_of_a_unit_nobody_reached_it_is_said() -> None:
    assert (silent_units.line(ONE), silent_units.asked(ONE)) == ("–", "–")
    assert silent_units.tip(ONE) == "Xã A\nĐiện thoại: –\nChưa liên hệ lần nào"


def test_the_answer_is_told_in_the_tip_alone() -> None:
    call = Call(
        id="c", agency=AGENCY, period_code="2024", at=NOON, way="phone", note="mai gửi"
    )
    one = Unit(
        agency=ONE.agency,
        plan=None,
        entries=0,
        last_day=None,
        contact=Contact(id=AGENCY, line="0260 3 822 000", mailbox="xa@a.vn"),
        call=call,
    )
    assert silent_units.asked(one) == "05/06/2024 gọi điện"
    assert silent_units.tip(one).splitlines() == [
        "Xã A",
        "Điện thoại: 0260 3 822 000",
        "Hộp thư: xa@a.vn",
        "Liên hệ gần nhất: 05/06/2024 gọi điện: mai gửi",
    ]


def test_the_overview_shows_how_to_reach_who_owes(
    session: Session, qtbot: QtBot
) -> None:
    keep_contact(session.store, Contact(id=AGENCY, line="0260 3 822 000"), "Xã A")
    log_call(session.store, [AGENCY], session.period, "phone", note="mai gửi")
    page = OverviewPage(session)
    shown(page, qtbot)
    row = page.units.model_.row_of(UNIT)
    assert row is not None
    said = [page.units.model_.index(row, column).data() for column in range(3)]
    assert said[1] == "0260 3 822 000"
    assert said[2].endswith(" gọi điện")
