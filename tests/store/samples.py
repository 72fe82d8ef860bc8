"""Records of every kind at random, dense around the ends of a span of days."""

import datetime as dt
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from desktop.files import catalogue
from desktop.records.activity import (
    Activity,
    ActivityKind,
    ActivityState,
    Spending,
    StaffCount,
)
from desktop.records.agency import Budget, SpokespersonCheck, UnitPlan
from desktop.records.figure import Source
from desktop.records.product import Broadcast, DataSource, OwnChannel, Posting, Product
from desktop.records.returns import UnlistedTotal
from desktop.records.staff import Departure, Headcount
from desktop.records.tally import Tally
from desktop.records.target import Achievement, Estimate, Inherited
from desktop.rules.counting import Span, groups_of
from tests.builders import OWN, PLAN, UNIT

RECIPIENT = "so-tttt-kon-tum"
NAMES = {"@agency": OWN, "@recipient": RECIPIENT}
SPAN = Span(dt.date(2024, 1, 1), dt.date(2024, 6, 30))
GROUPS = groups_of(catalogue.load_catalogues())
FIGURES = catalogue.load_figures()

FIRST = "r0"
"""Id of the first record kept, to which others may be joined."""

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


def _days_in_order(one: Activity) -> Activity:
    """Return the activity with its first day first."""
    first, last = sorted((one.first_day, one.last_day))
    return replace(one, first_day=first, last_day=last)


def _closed_in_order(one: OwnChannel) -> OwnChannel:
    """Return the channel without an end that the file would refuse."""
    if one.closed_on is not None and one.closed_on < one.opened_on:
        return replace(one, closed_on=None)
    return one


def _build(cls: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(fields).map(lambda found: cls(id="", **found))


_TEXT = st.just("x")
_PILLARS = st.sampled_from([None, "knowledge", "achievements", "clarification"])
_SPANNED = {"first_day": st.just(dt.date(2023, 1, 1)), "last_day": _DAYS}
_FLAGS = {name: st.booleans() for name in ("digitised", "connected", "online")}

_DECIMALS = st.decimals(0, 1000, places=2)
_SURFACE = st.one_of(st.none(), _DECIMALS)
_MAYBE_DAYS = st.one_of(st.none(), _DAYS)
_ASKED = dt.datetime.combine(SPAN.first, dt.time(8, 0, 30))
_MOMENTS = st.one_of(
    st.none(),
    st.sampled_from([-86_401, -61, -59, 0, 59, 86_399, 86_400, 86_459, 86_460]).map(
        lambda seconds: _ASKED + dt.timedelta(seconds=seconds)
    ),
)
"""Moments around the ends of a minute, and of twenty-four hours."""

_STAFF = st.lists(
    st.builds(
        StaffCount,
        group=st.sampled_from(["G1", "G2"]),
        people=_FEW,
        document_sets=_FEW,
        first_equipped=_FEW,
    ),
    max_size=2,
).map(tuple)
_LEADS = st.sampled_from([None, None, FIRST])
_SPENDING = st.lists(
    st.builds(Spending, source=st.just("regular"), planned=_FEW, spent=_FEW), max_size=2
).map(tuple)

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
        outside=st.booleans(),
        combined=st.booleans(),
        mode=st.one_of(st.none(), _codes("training_form")),
        occasion=st.one_of(st.none(), _codes("occasion")),
        content_source=st.one_of(st.none(), _codes("content_source")),
        organiser_tier=st.sampled_from(["", "commune", "district", "province"]),
        themes=_tuples(
            st.sampled_from(["theme_1", "theme_1a", "theme_2a", "theme_2b"])
        ),
        area_types=_tuples(_codes("area_type")),
        checked=_tuples(_AGENCIES),
        co_chairs=_tuples(_AGENCIES),
        programme=st.sampled_from(["", "Nông thôn mới", "Giảm nghèo"]),
        requested_at=_MOMENTS,
        held_at=_MOMENTS,
        staff=_STAFF,
        surface=_SURFACE,
        spending=_SPENDING,
        joined_to=_LEADS,
        first_day=_DAYS,
        last_day=_DAYS,
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
                "invited",
                "attended",
                "press_bodies",
                "reporters",
                "questions",
                "answers",
            ),
            _COUNT,
        ),
    ).map(_days_in_order),
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
        pieces=_COUNT,
        surface=_SURFACE,
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
        sent=_COUNT,
        contributed=_COUNT,
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
        subject=st.one_of(_codes("tally_subject"), st.just("another")),
        total=_COUNT,
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
        group=st.sampled_from(["G1", "collaborators", "rapporteurs"]),
        tier=st.sampled_from(["", "district"]),
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
    Source.OWN_CHANNEL: _build(
        OwnChannel,
        name=_TEXT,
        channel=_codes("channel"),
        agency=_AGENCIES,
        languages=_tuples(_codes("language")),
        opened_on=_DAYS,
        closed_on=_MAYBE_DAYS,
        section=st.booleans(),
        section_since=_MAYBE_DAYS,
    ).map(_closed_in_order),
    Source.BUDGET: _build(
        Budget,
        agency=_AGENCIES,
        year=st.sampled_from([2023, 2024, 2025]),
        source=_codes("funding_source"),
        estimated=_FEW,
        allocated=_FEW,
        spent=_FEW,
    ),
    Source.ACHIEVEMENT: _build(
        Achievement,
        title=_TEXT,
        reached_on=_DAYS,
        agency=_AGENCIES,
        tasks=_tuples(_TASKS),
    ),
    Source.ESTIMATE: _build(
        Estimate,
        goal=st.just(f"{PLAN}/T1"),
        year=st.sampled_from([2023, 2024, 2025]),
        value=_DECIMALS,
        made_on=_DAYS,
    ),
    Source.UNLISTED: _build(
        UnlistedTotal,
        agency=_AGENCIES,
        figure=st.sampled_from(sorted(FIGURES)),
        value=_DECIMALS,
        whole=st.booleans(),
        **_SPANNED,
    ),
    Source.INHERITED: _build(
        Inherited,
        goal=st.just(f"{PLAN}/T1"),
        year=st.sampled_from([2023, 2024]),
        numerator=_DECIMALS,
        denominator=st.one_of(st.none(), _DECIMALS),
        agency=_AGENCIES,
    ),
}
"""A way to make records of each source; their ids are still blank."""


def told_beside(codes: list[str]) -> st.SearchStrategy[list[UnlistedTotal]]:
    """Return some totals told without entries, of some figures."""
    one = _build(
        UnlistedTotal,
        agency=_AGENCIES,
        figure=st.sampled_from(codes),
        value=_DECIMALS,
        whole=st.booleans(),
        **_SPANNED,
    )
    return st.lists(one, max_size=5)
