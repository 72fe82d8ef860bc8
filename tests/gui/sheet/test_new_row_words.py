"""A draft of the new row is one the form reads too."""

import datetime as dt
import json
from decimal import Decimal

from desktop.gui.sheet.new_row_words import OWN_TABLES, kept_of


def test_values_are_kept_as_the_form_keeps_them() -> None:
    kept = {
        kept_of(dt.date(2024, 5, 1)): "01/05/2024",
        kept_of(Decimal("1.5")): "1,5",
        kept_of(15): "15",
        kept_of("x"): "x",
    }
    assert all(one == other for one, other in kept.items())
    assert kept_of(dt.datetime(2024, 5, 1, 8, 30)) == ["01/05/2024", "08:30"]  # noqa: DTZ001
    assert kept_of(("a", "b")) == ["a", "b"]
    assert kept_of(value=True) is True
    assert json.dumps(list(kept))


def test_entries_do_not_make_names_out_of_date_but_channels_do() -> None:
    assert "activities" in OWN_TABLES
    assert "own_channels" not in OWN_TABLES
