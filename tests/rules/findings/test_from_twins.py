"""Entries that may be counted twice."""

from collections.abc import Mapping

from desktop.records.finding import Finding
from desktop.records.report import FigureKey
from desktop.rules.findings.from_twins import from_twins
from desktop.rules.twins import Look, look, pairs
from tests import builders

AT = FigureKey(table="table_a", row="total", column="")


def found(*records: object, people: Mapping[str, int]) -> list[Finding]:
    looks: dict[str, Look] = {}
    for one in records:
        seen = look(one)
        assert seen is not None
        looks[seen.id] = seen
    told = people, 1_000
    return list(from_twins(pairs(looks.values()), looks, told, lambda _one: AT))


def twin(name: str, agency: str) -> object:
    return builders.an_activity(id=name, agency=agency, place="Nhà rông Kon Trang")


def test_one_event_of_two_agencies_may_be_joined() -> None:
    made = found(
        twin("a", builders.OWN),
        twin("b", builders.UNIT),
        people={"a": 300, "b": 200},
    )
    (only,) = made
    assert only.detail == "shared"
    assert only.key == "counted_twice:a+b"
    assert only.moved == 200
    assert only.effect == 50  # one of two activities weighs more than 200 of 1000
    assert only.facts[2] == "200"


def test_one_event_typed_twice_is_told_apart_from_that() -> None:
    (only,) = found(
        twin("a", builders.OWN), twin("b", builders.OWN), people={"a": 0, "b": 0}
    )
    assert only.detail == "twice"
    assert (only.moved, only.unit) == (1, "mục")


def test_what_is_only_planned_is_not_counted_twice() -> None:
    planned = twin("a", builders.OWN), twin("b", builders.OWN)
    assert not found(*planned, people={"a": 300})


def test_a_work_needs_no_people() -> None:
    works = (builders.a_product(id=one) for one in ("a", "b"))
    (only,) = found(*works, people={})
    assert only.where.table == "products"
