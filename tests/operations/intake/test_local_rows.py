"""Entries keep what they say; only whom and what they name becomes ours."""

import datetime as dt
from decimal import Decimal

from desktop.operations.intake.local_rows import LocalRows, named_by
from desktop.records.identity import AgencyId, Code, GoalId, RecordId
from desktop.records.product import Posting
from desktop.records.target import Estimate, Inherited
from desktop.rules.intake.translation import Translation
from desktop.store.rows import Row, to_row
from tests import builders
from tests.operations.intake.sent_packages import COMMUNE, OTHER, an_entry, entries_of

TASK = builders.task("2.2")
TOLD = Translation(
    sender=AgencyId(COMMUNE),
    agency=AgencyId(COMMUNE),
    agencies={COMMUNE: OTHER},
    tasks={"kh-xa/1": TASK, "kh-xa/2": TASK, "kh-xa/3": None},
    goals={"kh-xa/a": "kh/a", "kh-xa/b": None},
)
GOALS = {one: GoalId(one) for one in ("kh-xa/a", "kh-xa/b")}


def inherited(goal: str | None) -> Inherited:
    return Inherited(
        id=RecordId("k1"),
        goal=None if goal is None else GOALS[goal],
        figure=Code("direct_attendance") if goal is None else None,
        year=2023,
        numerator=Decimal(7),
        agency=AgencyId(COMMUNE),
    )


def row_of(*rows: object, **more: object) -> Row | None:
    """Return the row of the first of the entries of a package."""
    entries = entries_of(rows, **more)  # type: ignore[arg-type]
    return LocalRows(TOLD, entries).row(entries.rows[0])


def test_an_entry_without_references_changes_in_its_id_and_agency_alone() -> None:
    theirs = an_entry(1)
    made = row_of(theirs)
    assert made is not None
    assert made == to_row(theirs) | {"id": f"{COMMUNE}.a001", "agency": OTHER}


def test_two_tasks_that_are_one_here_are_named_once_and_none_left_out() -> None:
    made = row_of(an_entry(1, tasks=("kh-xa/1", "kh-xa/2", "kh-xa/3")))
    assert made is not None
    assert made["tasks"] == f'["{TASK}"]'


def test_an_entry_may_name_only_what_came_with_it() -> None:
    joined = an_entry(1, joined_to="a002")
    alone, beside = row_of(joined), row_of(joined, an_entry(2))
    assert alone is not None
    assert beside is not None
    assert (alone["joined_to"], beside["joined_to"]) == (None, f"{COMMUNE}.a002")


def test_what_was_inherited_for_a_target_without_its_like_has_no_place() -> None:
    found = row_of(inherited("kh-xa/a"))
    assert found is not None
    assert found["goal"] == "kh/a"
    assert row_of(inherited("kh-xa/b")) is None
    assert row_of(inherited(None)) is not None


def test_a_guess_of_the_senders_stays_with_the_sender() -> None:
    guess = Estimate(
        id=RecordId("e1"),
        goal=GOALS["kh-xa/a"],
        year=2024,
        value=Decimal(1),
        made_on=dt.date(2024, 6, 30),
    )
    assert row_of(guess) is None


def test_what_entries_name_is_gathered_by_table() -> None:
    product = builders.a_product(id="sp", agency=OTHER, tasks=())
    posting: Posting = builders.a_posting(
        id="p1", product="sp", agency=COMMUNE, tasks=("kh-xa/1",)
    )
    entries = entries_of([an_entry(1, tasks=("kh-xa/3",)), posting], earlier=(product,))
    named = named_by(entries)
    assert named["agencies"] == {COMMUNE, OTHER}
    assert named["tasks"] == {"kh-xa/1", "kh-xa/3"}
    assert named["products"] == {"sp"}
