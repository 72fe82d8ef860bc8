"""A plan that ships comes into an office that works by another."""

import pytest

from desktop.errors import UnknownNameError
from desktop.files.plans import load_plan, plan_names
from desktop.operations.figures.compute_results import compute_results
from desktop.operations.plans.add_plan import add_plan, match
from desktop.operations.plans.choose_plan import choose_plan
from desktop.records.agency import Agency
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.calendar import span
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.plan_office import conflict, every, is_one_deed, the_plan

OTHERS = [one.name for one in plan_names() if one.name != builders.PLAN]


def an_agency(agency_id: str, name: str, **more: object) -> Agency:
    return Agency(id=agency_id, name=name, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", OTHERS)
def test_every_other_plan_comes_in_one_step_and_computes(
    store: Store, name: str
) -> None:
    office = {one.id: one for one in records.find(store.reader, Agency)}
    added = is_one_deed(store, lambda: add_plan(store, name), "add_plan")
    file = load_plan(name)
    assert len(every(store, Task, added.plan.id)) == len(file.tasks)
    assert added.agencies + added.merged == len(file.agencies)
    now = {one.id: one for one in records.find(store.reader, Agency)}
    assert len(now) == len(office) + added.agencies
    assert {key: now[key] for key in office} == office, "nothing is overwritten"
    choose_plan(store, added.plan.id)
    year = span(added.plan.first_day, added.plan.last_day)
    assert len(compute_results(store, year)) == len(
        {one.code for one in every(store, Target, added.plan.id)}
    )


@pytest.mark.parametrize("name", OTHERS)
def test_every_agency_a_plan_names_is_in_the_office(store: Store, name: str) -> None:
    plan = add_plan(store, name).value.plan
    known = {one.id for one in records.find(store.reader, Agency)}
    for one in every(store, Task, plan.id):
        assert {*one.leads, *one.partners} <= known, one.code
    for target in every(store, Target, plan.id):
        assert {*target.scope, *filter(None, [target.supplier])} <= known, target.code
    assert plan.issuer in known


def test_a_plan_that_is_here_is_refused(store: Store) -> None:
    reason = ("plan_here", the_plan(store).title)
    assert conflict(store, lambda: add_plan(store, builders.PLAN)) == reason


def test_a_plan_that_does_not_ship_is_told(store: Store) -> None:
    with pytest.raises(UnknownNameError):
        add_plan(store, "none")


OURS = (
    an_agency("top", "Cơ quan cấp trên", tier="upper", aliases=("Cấp trên",)),
    an_agency("culture", "Phòng Văn hóa A", tier="lower", parent="top"),
)


@pytest.mark.parametrize(
    ("theirs", "same"),
    [
        (an_agency("culture", "Tên khác hẳn"), "culture"),
        (an_agency("x", "phòng văn hoá a", tier="lower", parent="top"), "culture"),
        (an_agency("x", "Phòng VH", aliases=("Phòng Văn hóa A",)), "culture"),
        (an_agency("x", "Cấp trên", tier="upper"), "top"),
        (an_agency("x", "Phòng Văn hóa B"), None),
        (an_agency("x", "phòng văn hoá a", tier="upper"), None),
        (an_agency("x", "phòng văn hoá a", parent="elsewhere"), None),
        (an_agency("x", "Phòng Văn hóa A", tier="upper", parent="else"), "culture"),
    ],
)
def test_an_agency_is_one_with_ours_by_id_name_or_alias(
    theirs: Agency, same: str | None
) -> None:
    assert match((theirs,), OURS).get(theirs.id) == same


def test_a_name_two_of_ours_answer_to_is_a_new_agency() -> None:
    twins = (
        an_agency("a", "Trường A", aliases=("Trường",)),
        an_agency("b", "Trường B", aliases=("Trường",)),
    )
    assert match((an_agency("x", "Trường"),), twins) == {}


def test_superiors_are_known_by_our_ids() -> None:
    theirs = (
        an_agency("their-top", "Cấp trên", tier="upper"),
        an_agency("x", "Phòng văn hóa a", parent="their-top"),
    )
    assert match(theirs, OURS) == {"their-top": "top", "x": "culture"}
