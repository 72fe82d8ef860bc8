"""Names come from the office as it now stands."""

from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names, read_products
from tests import builders
from tests.gui.entry_office import keep


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


def test_products_are_offered_by_title_newest_first(session: Session) -> None:
    old = builders.a_product(
        id="p1", title="Cũ", first_published=builders.DAY.replace(day=1)
    )
    keep(session, old, builders.a_product(id="p2", title="Mới"))
    assert read_products(session) == (("p2", "Mới"), ("p1", "Cũ"))
    names = read_names(session)
    assert names.name("@product", "p1") == "Cũ"
    assert names.name("@product", "gone") == "gone"
