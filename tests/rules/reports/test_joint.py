"""A data sheet tells which entries are one event, and where it is counted."""

from desktop.records.identity import RecordId
from desktop.rules.reports.joint import shared_columns, shared_values
from tests.builders import UNIT, a_product, an_activity
from tests.rules.reported import labels

LEAD = RecordId("lead")
NAMES = {("event", "lead"): "Hội thi"}


def test_entries_that_stand_alone_need_no_column() -> None:
    assert shared_columns((an_activity(), a_product()), labels()) == ()
    assert shared_values((an_activity(), a_product()), NAMES, labels()) == {}


def test_each_account_names_the_row_in_which_the_event_is_counted() -> None:
    records = (
        an_activity(id="a", agency=UNIT, joined_to=LEAD),
        an_activity(id="lead"),
        an_activity(id="b", agency="third", joined_to=LEAD),
        an_activity(id="alone"),
    )
    assert [one.heading for one in shared_columns(records, labels())] == [
        ("Sự kiện chung",)
    ]
    assert shared_values(records, NAMES, labels()) == {
        "lead": ("Gồm 2 hoạt động phối hợp",),
        "a": ("Tính ở dòng 2",),
        "b": ("Tính ở dòng 2",),
    }


def test_an_event_counted_outside_the_sheet_is_named() -> None:
    records = (an_activity(id="a", agency=UNIT, joined_to=LEAD),)
    assert shared_values(records, NAMES, labels()) == {"a": ("Tính ở “Hội thi”",)}
