"""A letter asked for from another place says to whom it goes."""

import pytest

from desktop.gui.pages.report.addressed import Addressed
from desktop.gui.pages.report.draft import DraftForm
from desktop.records.identity import AgencyId
from tests.gui.pages.report_desk import Desk

UNIT = AgencyId("ubnd-xa-dak-mar")


@pytest.mark.parametrize(
    ("asked", "kind", "units"),
    [
        (Addressed("letter-reminder", (UNIT,)), "letter-reminder", (UNIT,)),
        (Addressed("letter-reminder", ()), "letter-reminder", ()),
        ("letter-reminder", "letter-reminder", ()),
    ],
)
def test_a_draft_takes_to_whom_it_goes(
    desk: Desk, asked: object, kind: str, units: tuple[AgencyId, ...]
) -> None:
    draft = DraftForm(desk.session)
    assert draft.address(asked) == kind
    draft.show_draft(draft.request.period, kind)
    assert draft.request.units == units
    draft.show_draft(draft.request.period, "report-year")
    assert draft.request.units == (), "another report goes to whom it always does"
