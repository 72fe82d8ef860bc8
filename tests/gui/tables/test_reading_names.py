"""Names come from the office as it now stands."""

from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names, read_products
from tests import builders
from tests.gui.entry_office import keep


def test_the_office_has_names_for_everything_an_entry_holds(session: Session) -> None:
    names = read_names(session)
    assert names.name("@agency", builders.OWN) == session.agencies[builders.OWN].name  # type: ignore[index]
    assert names.name("@task", builders.task("2.2"), short=True) == "2.2"
    assert names.task_ids["2.2"] == builders.task("2.2")
    assert names.name("training_mode", "training_updated").startswith("Cập nhật")
    assert {one.value for one in names.tiers} >= {"commune", "province"}


def test_products_are_offered_by_title_newest_first(session: Session) -> None:
    old = builders.a_product(
        id="p1", title="Cũ", first_published=builders.DAY.replace(day=1)
    )
    keep(session, old, builders.a_product(id="p2", title="Mới"))
    assert read_products(session) == (("p2", "Mới"), ("p1", "Cũ"))
    names = read_names(session)
    assert names.name("@product", "p1") == "Cũ"
    assert names.name("@product", "gone") == "gone"
