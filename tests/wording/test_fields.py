"""Tests of what fields are called."""

from dataclasses import fields

import pytest

from desktop.rules.known import SOURCE_OF
from desktop.wording.fields import field_label


@pytest.mark.parametrize("record", SOURCE_OF, ids=lambda one: one.__name__)
def test_every_field_an_officer_fills_has_a_name(record: type) -> None:
    names = {field.name for field in fields(record)} - {"id"}
    assert not {name for name in names if not field_label(name)}


def test_a_field_nobody_named_stays_blank() -> None:
    assert field_label("never_heard_of") == ""
