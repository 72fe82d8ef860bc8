"""Shapes of records accept exactly their fields, inside other records too."""

import msgspec
import pytest

from desktop.files.wire.entry_shapes import many, shape_of
from desktop.records.activity import Activity, StaffCount


def test_a_shape_has_the_fields_of_its_record_and_is_made_once() -> None:
    shape = shape_of(StaffCount)
    assert shape.__struct_fields__ == tuple(StaffCount.__slots__)
    assert shape_of(StaffCount) is shape


def test_a_field_that_is_not_there_is_refused_at_any_depth() -> None:
    row = {
        "id": "a",
        "kind": "training",
        "title": "x",
        "first_day": "2024-01-01",
        "last_day": "2024-01-01",
        "agency": "b",
        "staff": [{"group": "g"}],
    }
    shape = shape_of(Activity)
    held = msgspec.convert([row], many(shape))[0]
    assert held.staff[0].people == 0
    for bad in ({"who": 1}, {"staff": [{"group": "g", "who": 1}]}):
        with pytest.raises(msgspec.ValidationError, match="who"):
            msgspec.convert(row | bad, shape)
