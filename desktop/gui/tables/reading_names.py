"""Read from the open office what ids and codes stand for."""

from desktop.gui.session import Session
from desktop.gui.tables.names import Names
from desktop.records.catalogue import CatalogueItem
from desktop.records.product import Product
from desktop.store import records

TABLES = frozenset({"agencies", "tasks", "catalogue_items"})
"""Tables whose change makes the names out of date."""

_MOST_PRODUCTS = 2_000


def read_names(session: Session) -> Names:
    """Return the names of an office as they now stand."""
    from desktop.files.catalogue import load_tiers

    return Names(
        session.agencies.values(),
        session.tasks.values(),
        records.find(session.store.reader, CatalogueItem),
        {one.code: one.name for one in load_tiers().levels},
        product=lambda product_id: _title(session, product_id),
    )


def read_products(session: Session) -> tuple[tuple[str, str], ...]:
    """Return ids and titles of the newest products, to choose from."""
    from desktop.store import listing

    view = listing.View(record=Product, day="first_published")
    found = listing.block(session.store.reader, view, 0, _MOST_PRODUCTS)
    return tuple((one.id, one.title) for one in found)


def _title(session: Session, product_id: str) -> str:
    product = records.get(session.store.reader, Product, product_id)
    return product_id if product is None else product.title
