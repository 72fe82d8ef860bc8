"""Tests of the words for entries that look alike and for shared events."""

import datetime as dt

from desktop.records.register import Field, FieldType
from desktop.rules.joint_events import Joining, Sum
from desktop.rules.twins import Sign
from desktop.wording import twins
from tests.builders import DAY, a_product, an_activity
from tests.wording.words import assert_a_sentence


def test_every_sign_has_words_and_none_is_the_same_as_another() -> None:
    said = [twins.why((one,)) for one in Sign]
    assert len(set(said)) == len(Sign)
    assert twins.why((Sign.SAME_DAYS, Sign.ALIKE_TITLE)) == "cùng ngày, tên gần giống"


def test_an_entry_is_called_in_one_line_without_gaps() -> None:
    one = an_activity(place="")
    said = twins.called(one, "Phòng", twins.days_of(one))
    assert said == f"05/06/2024 · {one.title} · Phòng"


def test_days_are_told_once_where_they_are_one() -> None:
    long = an_activity(first_day=DAY, last_day=DAY + dt.timedelta(days=2))
    assert twins.days_of(an_activity()) == "05/06/2024"
    assert twins.days_of(long) == "05/06/2024 – 07/06/2024"
    assert twins.days_of(a_product()) == "05/06/2024"


def test_what_joining_does_is_told_in_numbers() -> None:
    people = Field(
        name="attendance",
        type=FieldType.INTEGER,
        label="Số lượt người dự thi",
        unit="lượt người",
    )
    sums = (
        Sum(field=None, before=3, after=1),
        Sum(field=people, before=900, after=300),
    )
    planned = Joining(lead=an_activity(), joined=(), sums=sums)
    said = twins.effect(planned, "cuộc thi")
    assert said == (
        "Tổng số hiện nay: 3 cuộc thi; 900 lượt người.",
        "Sau khi ghép: 1 cuộc thi; 300 lượt người.",
    )


def test_what_is_said_of_a_shared_event_is_whole() -> None:
    for text in (twins.led(2), twins.joined("Phòng"), twins.COUNTED_AT_LEAD):
        assert_a_sentence(text)
    assert twins.chosen(an_activity(), "Phòng").endswith("40 lượt người")
    assert twins.chosen(an_activity(attendance=None), "Phòng").startswith("Phòng · ")


def test_a_doubt_names_the_other_entry_and_why() -> None:
    said = twins.doubted("05/06/2024 · Lớp", "cùng ngày")
    assert_a_sentence(said)
    assert said == "Có thể trùng với: 05/06/2024 · Lớp (cùng ngày)."
