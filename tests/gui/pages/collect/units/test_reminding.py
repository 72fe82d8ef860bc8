"""What each unit is asked, gathered from how it stands."""

from dataclasses import replace

from desktop.gui.pages.collect.units.reminding import Asking, asked
from desktop.records.returns import ReturnState
from desktop.rules.unit_states import Standing
from tests.gui.pages.collect.units.test_units_list import ONE
from tests.operations.reported import a_form, a_return
from tests.wording.test_reminders import FAULT

BY = Asking(office="Phòng", plan="Kế hoạch", period="năm 2024")
BACK = a_return(state=ReturnState.RETURNED, faults=3)


def test_a_unit_whose_form_went_back_is_asked_about_its_faults() -> None:
    unit = replace(ONE, standing=Standing.FAULTY, ret=BACK, form=a_form(), left=-2)
    found = asked(unit, BY, {BACK.id: (FAULT,)})
    assert (found.sent, found.faults, found.many_faults) == ("bieu.xlsx", (FAULT,), 3)
    assert (found.form, found.late_days) == ("bieu.xlsx", 2)


def test_what_was_accepted_is_no_file_to_be_mended() -> None:
    unit = replace(ONE, standing=Standing.ACCEPTED, ret=a_return(), left=-2)
    found = asked(unit, BY, {})
    assert (found.sent, found.faults, found.late_days) == ("", (), 0)
