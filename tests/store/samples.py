"""Records of every kind at random, dense around the ends of a span of days."""

import datetime as dt
from typing import Any

from hypothesis import strategies as st

from desktop.files import catalogue
from desktop.records.activity import Activity, ActivityKind, ActivityState
from desktop.records.agency import SpokespersonCheck, UnitPlan
from desktop.records.figure import Source
from desktop.records.product import Broadcast, DataSource, Posting, Product
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.rules.counting import Span
from tests.builders import OWN, PLAN, UNIT

RECIPIENT = "so-tttt-kon-tum"
NAMES = {"@agency": OWN, "@recipient": RECIPIENT}
SPAN = Span(dt.date(2024, 1, 1), dt.date(2024, 6, 30))
GROUPS = {
    (one.catalogue, str(one.code)): one.group for one in catalogue.load_catalogues()
}
FIGURES = catalogue.load_figures()

_ONE = dt.timedelta(days=1)
_DAYS = st.sampled_from(
    [
        SPAN.first - 200 * _ONE,
        SPAN.first - _ONE,
        SPAN.first,
        SPAN.first + _ONE,
        SPAN.first + 40 * _ONE,
        SPAN.last - _ONE,
        SPAN.last,
        SPAN.last + _ONE,
    ]
)
_AGENCIES = st.sampled_from([OWN, UNIT, RECIPIENT, "cong-an-huyen-dak-ha"])
_TASKS = st.sampled_from([f"{PLAN}/2.2", f"{PLAN}/3.1", f"{PLAN}/3.3"])
_COUNT = st.one_of(st.none(), st.integers(0, 400))
_FEW = st.integers(0, 99)


def _codes(name: str) -> st.SearchStrategy[str]:
    return st.sampled_from([code for kind, code in GROUPS if kind == name])


def _tuples(one: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(one, max_size=3, unique=True).map(tuple)


def _forms() -> st.SearchStrategy[str | None]:
    named = {
        value
        for figure in FIGURES.values()
        for condition in figure.where
        if condition.field == "form"
        for value in condition.values
    }
    return st.sampled_from([None, "another", *sorted(named)])


def _build(cls: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(fields).map(lambda found: cls(id="", **found))


_TEXT = st.just("x")
_PILLARS = st.sampled_from([None, "knowledge", "achievements", "clarification"])
_SPANNED = {"first_day": st.just(dt.date(2023, 1, 1)), "last_day": _DAYS}
_FLAGS = {name: st.booleans() for name in ("digitised", "connected", "online")}

RECORDS: dict[Source, st.SearchStrategy[Any]] = {
    Source.ACTIVITY: _build(
        Activity,
        kind=st.sampled_from(ActivityKind),
        title=_TEXT,
        state=st.sampled_from([ActivityState.DONE, *ActivityState]),
        agency=_AGENCIES,
        partners=_tuples(_AGENCIES),
        tasks=_tuples(_TASKS),
        pillar=_PILLARS,
        form=_forms(),
        channel=st.one_of(st.none(), _codes("channel")),
        integrated=st.booleans(),
        digital=st.booleans(),
        **_SPANNED,
        **dict.fromkeys(
            (
                "sessions",
                "attendance",
                "people",
                "agencies_reached",
                "places_reached",
                "pieces",
                "documents",
                "schools",
                "lessons",
                "entries",
                "prizes",
            ),
            _COUNT,
        ),
    ),
    Source.PRODUCT: _build(
        Product,
        title=_TEXT,
        type=_codes("product_type"),
        first_published=_DAYS,
        agency=_AGENCIES,
        tasks=_tuples(_TASKS),
        languages=_tuples(_codes("language")),
        pillar=_PILLARS,
        copies=_COUNT,
        minutes=_COUNT,
        digital=st.booleans(),
        **_FLAGS,
    ),
    Source.DATA_SOURCE: _build(
        DataSource, name=_TEXT, agency=_AGENCIES, recorded_on=_DAYS, **_FLAGS
    ),
    Source.POSTING: _build(
        Posting,
        title=_TEXT,
        agency=_AGENCIES,
        channel=_codes("channel"),
        tasks=_tuples(_TASKS),
        languages=_tuples(_codes("language")),
        pillar=_PILLARS,
        items=_FEW,
        views=_COUNT,
        interactions=_COUNT,
        followers=_COUNT,
        **_SPANNED,
    ),
    Source.BROADCAST: _build(
        Broadcast,
        title=_TEXT,
        agency=_AGENCIES,
        channel=_codes("channel"),
        tasks=_tuples(_TASKS),
        language=_codes("language"),
        pillar=_PILLARS,
        minutes=_FEW,
        times=_FEW,
        **_SPANNED,
    ),
    Source.TALLY: _build(
        Tally,
        subject=st.sampled_from(["false_information", "another"]),
        agency=_AGENCIES,
        detected=_FEW,
        handled=_FEW,
        document_number=_TEXT,
        document_date=_DAYS,
        **_SPANNED,
    ),
    Source.UNIT_PLAN: _build(
        UnitPlan, agency=_AGENCIES, issued_on=_DAYS, year=st.just(2024)
    ),
    Source.HEADCOUNT: _build(
        Headcount,
        agency=_AGENCIES,
        group=st.sampled_from(["G1", "G2"]),
        as_of=_DAYS,
        people=_FEW,
    ),
    Source.DEPARTURE: _build(
        Departure,
        agency=_AGENCIES,
        group=st.sampled_from(["G1", "G2"]),
        left_on=_DAYS,
        people=_FEW,
    ),
    Source.SPOKESPERSON_CHECK: _build(
        SpokespersonCheck,
        agency=_AGENCIES,
        year=st.sampled_from([2023, 2024, 2025]),
        made_public=st.booleans(),
    ),
}
"""A way to make records of each source; their ids are still blank."""
