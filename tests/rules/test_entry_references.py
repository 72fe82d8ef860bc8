"""An entry's references lead to every record and code that it names."""

from desktop.records.activity import AudienceCount, Spending
from desktop.records.exchange_entries import EntryRecord
from desktop.rules.entry_references import codes, references
from tests import builders
from tests.builders import OWN, UNIT, task


def named(record: EntryRecord) -> set[tuple[str, str]]:
    return set(references(record))


def test_agencies_tasks_and_entries_are_named() -> None:
    activity = builders.an_activity(partners=(UNIT,), joined_to="lead", checked=("x",))
    assert named(activity) == {
        ("agencies", OWN),
        ("agencies", UNIT),
        ("agencies", "x"),
        ("tasks", task("2.2")),
        ("activities", "lead"),
    }
    posting = builders.a_posting(product="product")
    assert ("products", "product") in named(posting)


def test_codes_are_named_in_small_tables_too() -> None:
    audiences = (AudienceCount(audience="youth", attendance=1),)  # type: ignore[arg-type]
    spending = (Spending(source="state"),)  # type: ignore[arg-type]
    activity = builders.an_activity(
        audiences=audiences,
        spending=spending,
        staff=(builders.staff("leaders", 1),),
        themes=("rights",),
    )
    wanted = {"youth", "state", "leaders", "rights", "knowledge", "training_both"}
    assert set(codes(activity)) == wanted
    assert not any(place in {"code", "figure", ""} for place, _ in named(activity))
