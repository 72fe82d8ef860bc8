"""Drafts of forms without an office file, for tests of forms going out."""

import datetime as dt
from decimal import Decimal
from functools import cache
from typing import Any

from desktop.files import catalogue, plans
from desktop.files.entry_sheet import template_words
from desktop.files.form_layouts import load_layouts, load_sheets
from desktop.records.register import Register
from desktop.rules.counting import groups_of
from desktop.rules.forms.drafting import FormDraft, FormFacts, SheetDraft, draft_form
from desktop.rules.forms.layout import FormLayout
from tests import builders
from tests.rules.entry_table.sheets import PLAN, a_context

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2024, 12, 31)
ASKED = ("training", "conference", "product", "headcount", "unit_plan")


@cache
def registers() -> dict[str, Register]:
    return {one.code: one for one in catalogue.load_registers()}


def layout(code: str = "09a", version: int = 2) -> FormLayout:
    found = load_layouts()
    return next(o for o in found if (o.code, o.version) == (code, version))


def some_tasks() -> tuple[Any, ...]:
    wanted = (builders.task("1.1"), builders.task("2.2"))
    return tuple(one for one in plans.load_plan(PLAN).tasks if one.id in wanted)


def a_training(**changes: Any) -> Any:
    return builders.an_activity(agency=builders.UNIT, **changes)


def facts(**changes: Any) -> FormFacts:
    """Return what the form of a commune with one training is drafted from."""
    values: dict[str, Any] = {
        "layout": layout(),
        "sheets": load_sheets(),
        "registers": registers(),
        "figures": catalogue.load_figures(),
        "asked": ASKED,
        "tasks": some_tasks(),
        "staff_groups": ("G1", "G2"),
        "headcounts": (),
        "entries": {"training": (a_training(),)},
        "totals": {
            "direct_events": Decimal(3),
            "direct_attendance": Decimal(40),
            "copies": Decimal(0),
        },
        "unlisted": ("direct_events", "direct_attendance"),
        "first_day": FIRST,
        "last_day": LAST,
        "version": 1,
        "context": a_context(),
        "words": template_words(),
        "groups": groups_of(catalogue.load_catalogues()),
    }
    return FormFacts(**(values | changes))


def a_draft(**changes: Any) -> FormDraft:
    return draft_form(facts(**changes))


def sheet_of(draft: FormDraft, register: str = "training") -> SheetDraft:
    return next(one for one in draft.sheets if one.register.code == register)
