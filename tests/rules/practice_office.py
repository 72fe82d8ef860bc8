"""The shipped plan and patterns, as a practice year takes them."""

from dataclasses import replace
from functools import cache

from desktop.files import catalogue, plans
from desktop.files.practice import load_practice
from desktop.records.identity import AgencyId
from desktop.rules.practice.book import PracticeBook
from desktop.rules.practice.cast import Cast
from desktop.rules.practice.draw import Draw, draw

PLAN = "dak-ha-2023-2028"
OFFICE = AgencyId("phong-vhtt-dak-ha")
CENTRE = AgencyId("trung-tam-vhttdltt-dak-ha")
UNIT = AgencyId("ubnd-xa-dak-la")


@cache
def book() -> PracticeBook:
    return load_practice()


def cast(*, without: tuple[str, ...] = ()) -> Cast:
    """Return the cast of the shipped plan, without the agencies of some kinds."""
    plan = plans.load_plan(PLAN)
    gone = {one.id for one in plan.agencies if one.kind in without}
    return Cast(
        plan=plan.plan,
        preferences=plan.preferences,
        agencies=tuple(one for one in plan.agencies if one.id not in gone),
        tasks=tuple(
            replace(one, leads=tuple(lead for lead in one.leads if lead not in gone))
            for one in plan.tasks
        ),
        targets=tuple(
            replace(
                one,
                scope=tuple(each for each in one.scope if each not in gone),
                supplier=None if one.supplier in gone else one.supplier,
            )
            for one in plan.targets
        ),
        figures=catalogue.load_figures(),
        items=catalogue.load_catalogues(),
    )


def stream(
    year: int = 2024,
    seed: int = 1,
    *,
    without: tuple[str, ...] = (),
    earlier: bool = False,
) -> Draw:
    """Return a fresh stream of chance for the shipped plan."""
    return draw(book(), cast(without=without), year, seed, earlier=earlier)
