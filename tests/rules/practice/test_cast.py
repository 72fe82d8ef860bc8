"""Tests of who takes part in a practice year."""

from dataclasses import replace

from desktop.records.activity import Activity, ActivityKind
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.task import Task
from desktop.rules.practice.cast import (
    Cast,
    local_language,
    pillar,
    symbol,
    themes,
    where,
)
from tests.rules.practice_office import CENTRE, OFFICE, UNIT, book, cast, stream


def activity(kind: ActivityKind, form: str) -> Activity:
    day = stream().day(3)
    return Activity(
        id=RecordId("a"),
        kind=kind,
        form=Code(form),
        title="Việc",
        agency=OFFICE,
        first_day=day,
        last_day=day,
    )


def codes(cast: Cast, tasks: tuple[str, ...]) -> list[str]:
    by_id: dict[str, Task] = {one.id: one for one in cast.tasks}
    return [by_id[one].code for one in tasks]


def test_roles_and_kinds_stand_for_agencies_each_once() -> None:
    whole = cast()
    found = whole.who(("@office", "specialised", "@issuer"))
    assert found[0].id == OFFICE
    assert found[-1].id == whole.plan.issuer
    assert len({one.id for one in found}) == len(found)
    assert len(whole.who(("commune",))) == 11


def test_the_supplier_of_totals_is_read_from_the_targets() -> None:
    assert [one.id for one in cast().who(("@supplier",))] == ["cong-an-huyen-dak-ha"]


def test_a_plan_without_a_kind_gives_nobody_of_it() -> None:
    assert not cast(without=("commune",)).who(("commune",))


def test_an_entry_carries_the_tasks_whose_figures_count_it() -> None:
    whole = cast()
    training = activity(ActivityKind.TRAINING, "training_both")
    digest = activity(ActivityKind.COORDINATION, "digest")
    advisory = activity(ActivityKind.COORDINATION, "advisory")
    assert codes(whole, whole.tasks_of(training)) == ["2.2"]
    assert codes(whole, whole.tasks_of(digest)) == ["1.2"]
    assert codes(whole, whole.tasks_of(advisory)) == ["4.1"]


def test_the_leads_are_those_of_the_tasks() -> None:
    whole = cast()
    found = whole.leads_of(activity(ActivityKind.SCHOOL_SESSION, "curricular"))
    assert found == ("phong-gddt-dak-ha", "thpt-tran-quoc-tuan", "thpt-nguyen-du")


def test_a_unit_works_in_its_own_territory_and_others_in_the_plans() -> None:
    whole = cast()
    assert where(whole, whole.named(UNIT)) == "xã Đăk La"
    assert where(whole, whole.named(OFFICE)) == "huyện Đăk Hà"
    assert where(whole, whole.named(AgencyId("so-tttt-kon-tum"))) == "huyện Đăk Hà"


def test_a_symbol_is_the_initials_of_the_name_without_the_territory() -> None:
    whole = cast()
    joining = book().setting.joining_words
    names = {one.id: symbol(whole, one, joining) for one in whole.agencies}
    assert names[OFFICE] == "VHTT"
    assert names[UNIT] == "UBND"
    assert names[AgencyId("phong-tckh-dak-ha")] == "TCKH"
    assert names[AgencyId("ldld-huyen-dak-ha")] == "LĐLĐ"
    assert names[AgencyId("cong-an-huyen-dak-ha")] == "CA"
    assert all(names.values())


def test_a_topic_finds_its_theme_and_pillar() -> None:
    whole = cast()
    children = next(one for one in book().setting.topics if one.code == "children")
    assert themes(whole, children) == ("theme_1e",)
    assert pillar(whole, children) == "knowledge"


def test_a_plan_without_that_theme_or_pillar_takes_none_and_the_first() -> None:
    whole = cast()
    topic = book().setting.topics[0]
    bare = replace(whole, items=tuple(i for i in whole.items if i.catalogue != "theme"))
    other = replace(topic, pillar=Code("another"))
    assert themes(bare, topic) == ()
    assert pillar(bare, other) == "knowledge"
    none = replace(whole, items=())
    assert pillar(none, topic) is None


def test_languages_follow_the_territory() -> None:
    whole = cast()
    spoken = {
        code
        for one in whole.who(("commune",))
        for code in local_language(whole, one, book().setting.local_languages)
    }
    assert spoken == {"xo_dang", "ba_na"}
    centre = whole.named(CENTRE)
    elsewhere = replace(whole, plan=replace(whole.plan, territory="nơi khác"))
    known = book().setting.local_languages
    assert local_language(elsewhere, centre, known) == ("other_ethnic",)
    assert local_language(whole, centre, ()) == ()
