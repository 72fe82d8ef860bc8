"""Tests of what a practice year puts before the public."""

from collections import Counter

from desktop.records.product import Broadcast, DataSource, Posting, Product
from desktop.rules.practice.works import Published, published
from tests.rules.practice_office import CENTRE, book, stream


def year(*, without: tuple[str, ...] = ()) -> Published:
    return published(stream(without=without))


def test_products_in_other_languages_or_digital_are_15_to_20_percent() -> None:
    for without in ((), ("commune",), ("public_service", "mass_organisation")):
        products = year(without=without).products
        fitting = [
            one
            for one in products
            if one.digital or set(one.languages) - {"vietnamese"}
        ]
        assert 15 <= 100 * len(fitting) / len(products) <= 20


def test_each_unit_broadcasts_every_month_and_in_two_languages() -> None:
    made = [one for one in year().broadcasts if one.channel == "commune_radio"]
    months = {(one.agency, one.last_day.month) for one in made}
    assert len(months) == 11 * 12
    spoken = {(one.agency, one.language == "vietnamese") for one in made}
    assert len(spoken) == 11 * 2


def test_a_broadcast_shows_a_product_of_its_station_that_was_out() -> None:
    made = year()
    products = {one.id: one for one in made.products}
    shown = [one for one in made.broadcasts if one.product]
    assert len(shown) > 10
    for one in shown:
        product = products[one.product]  # type: ignore[index]
        assert product.agency == one.agency
        assert product.first_published <= one.first_day
        assert one.language in product.languages


def test_followers_grow_steadily() -> None:
    found = [
        one.followers
        for one in year().postings
        if one.channel == "facebook" and one.agency == CENTRE
    ]
    assert found == sorted(found)  # type: ignore[type-var]
    assert found[-1] == 6900


def test_a_product_online_was_put_there_with_day_and_place() -> None:
    made = year()
    both: tuple[Product | DataSource, ...] = (*made.products, *made.data_sources)
    for one in both:
        assert (one.online_since is not None) is one.online
        assert bool(one.online_place) is one.online


def test_some_products_are_not_yet_shared() -> None:
    shared = Counter(one.connected for one in year().products)
    assert shared[True] > shared[False] > 0


def test_every_entry_carries_a_task() -> None:
    made = year()
    entries: tuple[Product | Broadcast | Posting, ...] = (
        *made.products,
        *made.broadcasts,
        *made.postings,
    )
    assert not [one.title for one in entries if not one.tasks]


def test_the_year_before_has_a_little() -> None:
    made = published(stream(2023, earlier=True), earlier=True)
    counts = [
        sum(one.earlier for one in book().works.products),
        sum(one.earlier for one in book().works.data_sources),
    ]
    assert [len(made.products), len(made.data_sources)] == counts
    assert 0 < len(made.broadcasts) < 40
    assert 0 < len(made.postings) < 20
