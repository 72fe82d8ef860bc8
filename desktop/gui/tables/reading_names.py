"""Read from the open office what ids and codes stand for."""

from collections.abc import Mapping

from desktop.gui.session import Session
from desktop.gui.tables.names import Named, Names, of_plan
from desktop.records.catalogue import CatalogueItem
from desktop.records.plan import PlanState, RoadmapStep
from desktop.records.product import OwnChannel, Product
from desktop.records.target import Target
from desktop.store import records
from desktop.store.views import View

TABLES = frozenset(
    {
        "agencies",
        "tasks",
        "targets",
        "roadmap_steps",
        "own_channels",
        "plans",
        "catalogue_items",
        "preferences",
    }
)
"""Tables whose change makes the names out of date."""

_MOST_PRODUCTS = 2_000


def read_names(session: Session) -> Names:
    """Return the names of an office as they now stand."""
    from desktop.files.catalogue import load_tiers

    plans = open_plans(session)
    return Names(
        session.agencies.values(),
        sorted(session.tasks.values(), key=lambda one: bool(plans.get(one.plan))),
        records.find(session.store.reader, CatalogueItem),
        product=lambda product_id: _title(session, product_id),
        plans=plans,
        others={
            "@tier": [Named(one.code, one.name) for one in load_tiers().levels],
            "@goal": _goals(session, plans),
            "@step": _steps(session, plans),
            "@figure": _figures(session),
            "@channel": _channels(session),
        },
    )


def read_products(session: Session) -> tuple[tuple[str, str], ...]:
    """Return ids and titles of the newest products, to choose from."""
    from desktop.store import listing

    view = View(record=Product, day="first_published")
    found = listing.block(session.store.reader, view, 0, _MOST_PRODUCTS)
    return tuple((one.id, one.title) for one in found)


def open_plans(session: Session) -> dict[str, str]:
    """Return the plans carried out, the one worked by first.

    Behind each of the others stands what tells its parts from those of that one.
    """
    chosen = session.preferences.plan
    others = {
        str(one.id): one.territory
        for one in session.plans
        if one.id != chosen and one.state is PlanState.IN_FORCE
    }
    return {str(chosen): "", **others}


def _goals(session: Session, plans: Mapping[str, str]) -> list[Named]:
    """Return targets whatever their version, by the words of the latest one."""
    found: dict[str, Named] = {}
    for one in records.each(session.store.reader, Target):
        text = f"{one.code} {one.label or one.text}"
        found[one.goal] = of_plan(Named(one.goal, text, one.code), one.plan, plans)
    return list(found.values())


def _steps(session: Session, plans: Mapping[str, str]) -> list[Named]:
    return [
        of_plan(
            Named(one.id, f"{_years(one)}: {one.text}", _years(one)), one.plan, plans
        )
        for one in records.each(session.store.reader, RoadmapStep)
    ]


def _years(step: RoadmapStep) -> str:
    if step.last_year is None:
        return f"Từ {step.first_year}"
    if step.last_year == step.first_year:
        return str(step.first_year)
    return f"{step.first_year}-{step.last_year}"


def _figures(session: Session) -> list[Named]:
    return [
        Named(code, f"{one.label} ({one.unit})", one.label)
        for code, one in session.figures.items()
    ]


def _channels(session: Session) -> list[Named]:
    return [
        Named(one.id, one.name)
        for one in records.each(session.store.reader, OwnChannel)
    ]


def _title(session: Session, product_id: str) -> str:
    product = records.get(session.store.reader, Product, product_id)
    return product_id if product is None else product.title
