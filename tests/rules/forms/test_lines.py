"""Lines keep their entries' ids, and a fresh one is never taken for another's."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from desktop.files.entry_sheet import template_words
from desktop.rules.forms.columns import Limits, Lists, draft_columns
from desktop.rules.forms.lines import FEW, SPARE, LineDraft, draft_lines
from tests import builders
from tests.rules.entry_table.sheets import a_context
from tests.rules.forms.drafts import FIRST, LAST, a_training, registers


def lines(
    code: str = "training",
    entries: Sequence[Any] = (),
    version: int = 1,
    defaults: Sequence[Mapping[str, Any]] = (),
    fields: Sequence[str] = ("title", "last_day", "form", "attendance"),
) -> tuple[LineDraft, ...]:
    context = a_context()
    columns = draft_columns(
        registers()[code],
        fields,
        Lists(context.names, context.words, ()),
        template_words(),
        Limits(first_day=FIRST, last_day=LAST),
    )
    return draft_lines(
        registers()[code],
        columns,
        entries,
        context,
        version=version,
        defaults=defaults,
    )


def test_an_entry_stands_as_its_cells_hold_it_under_its_own_id() -> None:
    first = lines(entries=[a_training(id="abc")])[0]
    assert (first.key, first.record) == ("=abc", "abc")
    title, day, form, attendance = first.values
    assert (title, day, attendance) == (
        "Tập huấn kiến thức về quyền con người",
        builders.DAY,
        40,
    )
    assert str(form).startswith("Cập nhật thông tin và tập huấn")


def test_blank_lines_follow_each_with_a_key_of_its_own() -> None:
    found = lines(entries=[a_training()])
    fresh = found[1:]
    assert len(fresh) == SPARE
    assert len({one.key for one in found}) == len(found)
    assert all(value is None for one in fresh for value in one.values)


def test_a_fresh_line_of_a_later_form_has_another_key() -> None:
    # an entry that came in on a line of the first form is shown by its id in the second
    before = {one.key for one in lines(version=1)}
    after = {one.key for one in lines(version=2)}
    assert not before & after


def test_registers_of_few_entries_have_few_lines() -> None:
    assert len(lines("unit_plan", fields=("year", "issued_on"))) == FEW


def test_a_line_made_ready_holds_what_is_known_and_no_entry() -> None:
    day = dt.date(2024, 12, 20)
    given = {"group": "G1", "as_of": day, "people": 12}
    found = lines("headcount", defaults=[given], fields=("group", "as_of", "people"))
    group, as_of, people = found[0].values
    assert (as_of, people, found[0].record) == (day, 12, "")
    assert str(group).startswith("Cán bộ, công chức làm công tác quyền con người")
