"""Names come from the office as it now stands."""

from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names, read_products
from desktop.operations.plans.add_plan import add_plan
from tests import builders
from tests.gui.entry_office import keep

OTHER = "khanh-hoa-2023-2028"


def test_the_office_has_names_for_everything_an_entry_holds(session: Session) -> None:
    names = read_names(session)
    assert names.name("@agency", builders.OWN) == session.agencies[builders.OWN].name  # type: ignore[index]
    assert names.name("@task", builders.task("2.2"), short=True) == "2.2"
    assert names.name("training_mode", "training_updated").startswith("Cập nhật")
    assert {one.value for one in names.of("@tier")} >= {"commune", "province"}


def test_targets_figures_and_channels_have_names_too(session: Session) -> None:
    keep(session, builders.a_channel())
    names = read_names(session)
    goal = f"{builders.PLAN}/T2a"
    assert names.name("@goal", goal).startswith("T2a ")
    assert names.name("@goal", goal, short=True) == "T2a"
    assert names.name("@figure", "portals").endswith("(trang)")
    assert names.name("@channel", "channel") == "Fanpage của huyện"
    assert not any(one.retired for one in names.of("@goal"))


def test_parts_of_every_open_plan_are_offered_the_one_worked_by_first(
    session: Session,
) -> None:
    session.start(lambda _progress: add_plan(session.store, OTHER))
    tasks = [one for one in read_names(session).tasks if not one.retired]
    assert tasks[0].value == builders.task("1.1")
    assert tasks[-1].value.startswith(OTHER)
    assert tasks[-1].text.endswith(" – tỉnh Khánh Hòa")


def test_products_are_offered_by_title_newest_first(session: Session) -> None:
    old = builders.a_product(
        id="p1", title="Cũ", first_published=builders.DAY.replace(day=1)
    )
    keep(session, old, builders.a_product(id="p2", title="Mới"))
    assert read_products(session) == (("p2", "Mới"), ("p1", "Cũ"))
    names = read_names(session)
    assert names.name("@product", "p1") == "Cũ"
    assert names.name("@product", "gone") == "gone"
