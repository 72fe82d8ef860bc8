"""What forms are held against is worked out once for all of them."""

import datetime as dt

from tests.rules.forms.sheets import against


def test_the_period_tells_the_year_of_days_written_without_one() -> None:
    known = against()
    told = known.context_of(dt.date(2023, 6, 30))
    assert (told.year, told.year_told) == (2023, True)
    assert known.context_of(dt.date(2023, 3, 31)) is told


def test_values_are_shown_as_people_read_them() -> None:
    known = against()
    register = known.registers["conference"]
    show = known.show(register, "attendance")
    assert show(1500) == "1.500"
    assert show(None) == ""
    assert known.show(register, "attendance") is show


def test_readings_are_kept_by_field_and_year() -> None:
    known = against()
    assert known.readings("a", "b", 2024) is known.readings("a", "b", 2024)
    assert known.readings("a", "b", 2024) is not known.readings("a", "b", 2023)
