"""Targets of all five plans, each figure worked out by hand on paper."""

import shutil
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop.operations.figures.compute_results import compute_results
from desktop.rules.calendar import parse_period
from desktop.store.store import Store
from tests.operations.worked import (
    OWN,
    PLANS,
    Example,
    Given,
    Number,
    a_clock,
    check,
    computed,
    day,
    event,
    figures,
    left,
    make_office,
    people,
    portal,
    posted,
    press,
    product,
    reached,
    source,
    taken_over,
    totals,
    training,
)

FLAGS = {"digitised": True, "connected": True, "online": True}
OFFICE = "phong-vhtt-dak-ha"
HEALTH = "phong-y-te-dak-ha"
RECIPIENT = "so-tttt-kon-tum"
UNKNOWN = (None, None, None, "unknown")
TEXT = (None, None, None, "text")


def firsts(both: int, updated: int = 0, trained: int = 0) -> dict[str, int]:
    """Return firsts of a class; without more words all had both at once."""
    return {
        "first_complete": both,
        "first_updated": updated or both,
        "first_trained": trained or both,
    }


def exhibition(on: str, **values: Any) -> Given:
    """Return an exhibition that ended on a day."""
    return event("exhibition", on, form="exhibition_on_site", **values)


DAK_HA = (
    Example(
        row="001-T0",
        what="the general goal is words",
        in_period=TEXT,
        in_all=TEXT,
        years={2023: TEXT, 2024: TEXT},
    ),
    Example(
        row="001-T1",
        what="one of fourteen has assignment, publication and an item",
        records=[
            check(OFFICE, 2024),
            press(OFFICE, "3/3/2024"),
            check(HEALTH, 2024),
            press(HEALTH, "30/12/2023"),
        ],
        # the other's only item is of the year before: enough in all, not in the year
        in_period=("1", "14", "7.1", "not_met"),
        in_all=("2", "14", "14.3", "not_met"),
        years={
            2023: ("0", "14", "0.0", "not_met"),
            2024: ("1", "14", "7.1", "not_met"),
        },
    ),
    Example(
        row="001-T1",
        what="an assignment after the closing day is none yet",
        records=[
            check(OFFICE, 2024, document_date=day("20/11/2024")),
            press(OFFICE, "3/3/2024"),
        ],
        period="2024@14/11",
        in_period=("0", "14", "0.0", "not_met"),
        in_all=("0", "14", "0.0", "not_met"),
    ),
    Example(
        row="001-T2a",
        what="people of two years, less those who left, of the last headcount",
        records=[
            people("G1", 40, "1/2/2023"),
            people("G1", 50, "1/1/2024"),
            training("10/6/2023", "G1", 20, **firsts(12)),
            training("10/6/2024", "G1", 30, **firsts(18, 20, 24)),
            left("G1", 5, "1/9/2024"),
        ],
        # 12 + 18 - 5 = 25 of 50; the year's leavers are not taken off the year
        in_period=("18", "50", "36.0", "not_met"),
        in_all=("25", "50", "50.0", "not_met"),
        years={
            2023: ("12", "40", "30.0", "not_met"),
            2024: ("18", "50", "36.0", "not_met"),
        },
    ),
    Example(
        row="001-T2a",
        what="all of them is met, and the half-year before it is not",
        records=[
            people("G1", 8, "1/1/2024"),
            training("10/3/2024", "G1", 3, **firsts(3)),
            training("10/9/2024", "G1", 5, **firsts(5)),
        ],
        period="2024-H1",
        in_period=("3", "8", "37.5", "not_met"),
        in_all=("3", "8", "37.5", "not_met"),
    ),
    Example(
        row="001-T2b",
        what="27 of 30 is exactly ninety",
        records=[
            people("G2", 30, "1/1/2024"),
            training("1/4/2024", "G2", 27, **firsts(27)),
        ],
        in_period=("27", "30", "90.0", "met"),
        in_all=("27", "30", "90.0", "met"),
        years={2023: ("0", None, None, "unknown"), 2024: ("27", "30", "90.0", "met")},
    ),
    Example(
        row="001-T2c",
        what="only the level the plan names, and a blank level in doubt",
        records=[
            people("G4", 20, "1/1/2024", tier="district"),
            people("G4", 90, "1/1/2024", tier="commune"),
            training("1/4/2024", "G4", 9, tier="district", **firsts(9)),
            training("1/5/2024", "G4", 60, tier="commune", **firsts(60)),
            training("1/6/2024", "G4", 4, **firsts(4)),
        ],
        in_period=("13", "20", "65.0", "not_met"),
        in_all=("13", "20", "65.0", "not_met"),
        doubts=("staff_tier_blank",),
    ),
    Example(
        row="001-T3",
        what="an exhibition counts on its first day, here and with the office above",
        records=[
            exhibition(
                "2/1/2025",
                first_day=day("20/12/2024"),
                partners=(RECIPIENT,),
            ),
            exhibition("5/5/2024", partners=(RECIPIENT,), outside=True),
            exhibition("6/5/2024"),
        ],
        in_period=("1", None, None, "unknown"),
        in_all=("1", None, None, "unknown"),
        missing="plan_number",
    ),
    Example(
        row="001-T3",
        what="held against the year's number, and the sum of both",
        records=[
            exhibition("5/9/2023", partners=(RECIPIENT,)),
            exhibition("5/5/2024", partners=(RECIPIENT,)),
            # led by the office above, and so held together with it
            exhibition("5/8/2024", agency=RECIPIENT, partners=(OFFICE,)),
        ],
        numbers=(Number(2023, 2), Number(2024, 2)),
        in_period=("2", "2", "100.0", "met"),
        in_all=("3", "4", "75.0", "not_met"),
        years={2023: ("1", "2", "50.0", "not_met"), 2024: ("2", "2", "100.0", "met")},
    ),
    Example(
        row="001-T3",
        what="half a year is held against its two quarters where the year was split",
        records=[
            exhibition("5/3/2024", partners=(RECIPIENT,)),
            exhibition("5/5/2024", partners=(RECIPIENT,)),
        ],
        numbers=(Number(2024, 6, (0, 2, 2, 2)),),
        period="2024-H1",
        in_period=("2", "2", "100.0", "met"),
        in_all=("2", None, None, "unknown"),
        missing="plan_number",
    ),
    Example(
        row="001-T3",
        what="a half by the decree holds the same quarters",
        records=[exhibition("20/12/2023", partners=(RECIPIENT,))],
        numbers=(Number(2023, 3), Number(2024, 8, (1, 3, 2, 2))),
        period="2024-H1@decree_09",
        # 15/12/2023 - 14/6/2024: quarters 1 and 2 make 4; in all 3 + 4
        in_period=("1", "4", "25.0", "not_met"),
        in_all=("1", "7", "14.3", "not_met"),
        years={
            2023: ("0", "3", "0.0", "not_met"),
            2024: ("1", "4", "25.0", "not_met"),
        },
    ),
    Example(
        row="001-T4",
        what="one product in two languages and on a platform counts once",
        records=[
            product("1/3/2024", languages=("xo_dang", "ba_na"), digital=True),
            product("2/3/2024", languages=("english",)),
            product("3/3/2024", digital=True),
            *(product("4/3/2024") for _ in range(14)),
        ],
        # 3 of 17 = 17,647
        in_period=("3", "17", "17.6", "met"),
        in_all=("3", "17", "17.6", "met"),
        years={2023: ("0", None, None, "unknown"), 2024: ("3", "17", "17.6", "met")},
    ),
    Example(
        row="001-T4",
        what="a quarter of them is above the range, and met",
        records=[
            product("1/3/2024", digital=True),
            *(product("4/3/2024") for _ in range(3)),
            *(product("4/3/2023") for _ in range(4)),
        ],
        in_period=("1", "4", "25.0", "above"),
        in_all=("1", "8", "12.5", "not_met"),
    ),
    Example(
        row="001-T5a",
        what="kinds count once in a year, and once in all",
        records=[
            product("1/3/2023", type="leaflet"),
            product("1/4/2023", type="video"),
            product("1/3/2024", type="video"),
            product("1/4/2024", type="skit"),
            product("1/5/2024", type="skit"),
        ],
        numbers=(Number(2023, 2), Number(2024, 3)),
        # 3 kinds in all, held against the larger of the two numbers
        in_period=("2", "3", "66.7", "not_met"),
        in_all=("3", "3", "100.0", "met"),
        years={2023: ("2", "2", "100.0", "met"), 2024: ("2", "3", "66.7", "not_met")},
    ),
    Example(
        row="001-T5b",
        what="all three flags, of sources and products together",
        records=[
            source("1/2/2024", **FLAGS),
            source("2/2/2024", digitised=True),
            product("3/2/2024", **FLAGS),
            product("3/2/2023", **FLAGS),
        ],
        in_period=("2", "3", "66.7", "not_met"),
        in_all=("3", "4", "75.0", "not_met"),
        years={2023: ("1", "1", "100.0", "met"), 2024: ("2", "3", "66.7", "not_met")},
    ),
    Example(
        row="001-T5c",
        what="nothing supplied is no zero",
        in_period=UNKNOWN,
        in_all=UNKNOWN,
        missing="supplied",
    ),
    Example(
        row="001-T5c",
        what="180 of 200 is ninety, and a year without totals is in doubt",
        records=[
            totals("1/1/2024", "30/6/2024", 120, 110),
            totals("1/7/2024", "31/12/2024", 80, 70),
        ],
        in_period=("180", "200", "90.0", "met"),
        in_all=("180", "200", "90.0", "met"),
        years={2023: UNKNOWN, 2024: ("180", "200", "90.0", "met")},
        doubts=("supplied_years_missing",),
    ),
    Example(
        row="001-T5c",
        what="figures of the office before enter their year and all",
        records=[
            totals("1/1/2024", "31/12/2024", 50, 45),
            taken_over(
                2023,
                30,
                goal="dak-ha-2023-2028/T5c",
                denominator=Decimal(50),
                document_number="3/BB",
            ),
        ],
        in_period=("45", "50", "90.0", "met"),
        in_all=("75", "100", "75.0", "not_met"),
        years={
            2023: ("30", "50", "60.0", "not_met"),
            2024: ("45", "50", "90.0", "met"),
        },
    ),
)

SO = "so-tttt-binh-phuoc"
BINH_PHUOC = (
    Example(row="000-T0", what="words", in_period=TEXT, in_all=TEXT),
    Example(
        row="000-T1",
        what="an item in each half-year is periodic, two in one half are not",
        records=[
            check(SO, 2024),
            press(SO, "1/2/2024"),
            press(SO, "1/8/2024"),
            check("so-noi-vu-binh-phuoc", 2024),
            press("so-noi-vu-binh-phuoc", "1/2/2024"),
            press("so-noi-vu-binh-phuoc", "1/3/2024"),
        ],
        # the committee, 20 offices and 11 districts; in all: four halves, none has all
        in_period=("1", "32", "3.1", "not_met"),
        in_all=("0", "32", "0.0", "not_met"),
        years={
            2023: ("0", "32", "0.0", "not_met"),
            2024: ("1", "32", "3.1", "not_met"),
        },
    ),
    Example(
        row="000-T1",
        what="a year closed on 14/11 asks for its whole half only",
        records=[check(SO, 2023), press(SO, "1/2/2023")],
        period="2023@14/11",
        in_period=("1", "32", "3.1", "not_met"),
        in_all=("1", "32", "3.1", "not_met"),
    ),
    Example(
        row="000-T2a",
        what="all 60 is met",
        records=[
            people("G1", 60, "1/1/2024"),
            training("1/3/2023", "G1", 20, **firsts(20)),
            training("1/3/2024", "G1", 40, **firsts(40)),
        ],
        in_period=("40", "60", "66.7", "not_met"),
        in_all=("60", "60", "100.0", "met"),
    ),
    Example(
        row="000-T2b",
        what="99 of 100 misses a hundred",
        records=[
            people("G2", 100, "1/1/2024"),
            training("1/3/2024", "G2", 99, **firsts(99)),
        ],
        in_period=("99", "100", "99.0", "not_met"),
        in_all=("99", "100", "99.0", "not_met"),
    ),
    Example(
        row="000-T2c",
        what="those of the press bodies; none of another group",
        records=[
            people("G3", 9, "1/1/2024"),
            training("1/3/2024", "G3", 9, **firsts(6)),
            training("2/3/2024", "G1", 50, **firsts(50)),
        ],
        in_period=("6", "9", "66.7", "not_met"),
        in_all=("6", "9", "66.7", "not_met"),
    ),
    Example(
        row="000-T2d",
        what="two levels count together, a third does not",
        records=[
            people("G4", 30, "1/1/2024", tier="province"),
            people("G4", 70, "1/1/2024", tier="district"),
            people("G4", 500, "1/1/2024", tier="commune"),
            training("1/3/2024", "G4", 20, tier="province", **firsts(20)),
            training("1/4/2024", "G4", 50, tier="district", **firsts(50)),
            training("1/5/2024", "G4", 400, tier="commune", **firsts(400)),
        ],
        in_period=("70", "100", "70.0", "met"),
        in_all=("70", "100", "70.0", "met"),
    ),
    Example(
        row="000-T3a",
        what="a tenth is not too much",
        records=[totals("1/1/2024", "31/12/2024", 100, 60, total=1000)],
        in_period=("100", "1000", "10.0", "met"),
        in_all=("100", "1000", "10.0", "met"),
        doubts=("supplied_years_missing",),
    ),
    Example(
        row="000-T3a",
        what="a tenth and a little is too much; fewer a year before it was not",
        records=[
            totals("1/1/2023", "31/12/2023", 30, 10, total=600),
            totals("1/1/2024", "31/12/2024", 101, 60, total=1000),
        ],
        in_period=("101", "1000", "10.1", "not_met"),
        in_all=("131", "1600", "8.2", "met"),
        years={
            2023: ("30", "600", "5.0", "met"),
            2024: ("101", "1000", "10.1", "not_met"),
        },
    ),
    Example(
        row="000-T3a",
        what="totals that do not tell all items are none of this",
        records=[totals("1/1/2024", "31/12/2024", 100, 60)],
        in_period=UNKNOWN,
        in_all=UNKNOWN,
        missing="supplied",
    ),
    Example(
        row="000-T3b",
        what="handled of detected, from the same totals",
        records=[
            totals("1/1/2023", "31/12/2023", 40, 20, total=900),
            totals("1/1/2024", "31/12/2024", 60, 55),
        ],
        in_period=("55", "60", "91.7", "met"),
        in_all=("75", "100", "75.0", "not_met"),
        years={
            2023: ("20", "40", "50.0", "not_met"),
            2024: ("55", "60", "91.7", "met"),
        },
    ),
)

KHANH_HOA = (
    Example(row="002-T0", what="words", in_period=TEXT, in_all=TEXT),
    Example(
        row="002-T1",
        what="an item in each half of both years",
        records=[
            check("so-tttt-khanh-hoa", 2023),
            check("so-tttt-khanh-hoa", 2024),
            *(
                press("so-tttt-khanh-hoa", on)
                for on in ("5/1/2023", "5/7/2023", "5/1/2024", "30/12/2024")
            ),
        ],
        # the committee, 21 offices and 9 districts
        in_period=("1", "31", "3.2", "not_met"),
        in_all=("1", "31", "3.2", "not_met"),
        years={
            2023: ("1", "31", "3.2", "not_met"),
            2024: ("1", "31", "3.2", "not_met"),
        },
    ),
    Example(
        row="002-T2a",
        what="who left and had been counted is taken off",
        records=[
            people("G5", 25, "1/6/2023"),
            training("1/7/2023", "G5", 25, **firsts(25)),
            left("G5", 1, "1/8/2024"),
        ],
        in_period=("0", "25", "0.0", "not_met"),
        in_all=("24", "25", "96.0", "not_met"),
        years={
            2023: ("25", "25", "100.0", "met"),
            2024: ("0", "25", "0.0", "not_met"),
        },
    ),
    Example(
        row="002-T2b",
        what="no headcount is no zero",
        records=[training("1/7/2024", "G3", 5, **firsts(5))],
        in_period=("5", None, None, "unknown"),
        in_all=("5", None, None, "unknown"),
        missing="headcount",
    ),
    Example(
        row="002-T2c",
        what="here all leaders are asked for, not seventy of a hundred",
        records=[
            people("G4", 40, "1/1/2024"),
            training("1/7/2024", "G4", 30, **firsts(30)),
        ],
        in_period=("30", "40", "75.0", "not_met"),
        in_all=("30", "40", "75.0", "not_met"),
    ),
    Example(
        row="002-T2c",
        what="more counted than there are is met and doubted",
        records=[
            people("G4", 10, "1/1/2024"),
            training("1/7/2024", "G4", 12, **firsts(12)),
        ],
        in_period=("12", "10", "120.0", "met"),
        in_all=("12", "10", "120.0", "met"),
        doubts=("numerator_above_denominator",),
    ),
    Example(
        row="002-T3",
        what="totals stand beside the words, without a verdict",
        records=[
            totals("1/1/2023", "31/12/2023", 60, 30, total=400),
            totals("1/1/2024", "31/12/2024", 40, 30, total=400),
        ],
        in_period=("40", "400", "10.0", "text"),
        in_all=("100", "800", "12.5", "text"),
        years={
            2023: ("60", "400", "15.0", "text"),
            2024: ("40", "400", "10.0", "text"),
        },
    ),
)

REACHED = ("1", "1", "100.0", "met")
NOT_YET = ("0", "1", "0.0", "not_met")
CAO_BANG = (
    Example(
        row="003-T1",
        what="reached in 2019 by a document, and from then on",
        records=[reached("4/3/2019", "cao-bang-2018-2020/T1", "12/QC-UBND")],
        period="2020",
        in_period=REACHED,
        in_all=REACHED,
        years={2018: NOT_YET, 2019: REACHED, 2020: REACHED},
    ),
    Example(
        row="003-T1",
        what="what is reached after the closing day is not yet reached",
        records=[reached("15/11/2019", "cao-bang-2018-2020/T1", "12/QC-UBND")],
        period="2019@14/11",
        in_period=NOT_YET,
        in_all=NOT_YET,
    ),
    Example(
        row="003-T2",
        what="a training alone is asked for",
        records=[
            people("G6", 20, "1/1/2019"),
            training("1/3/2019", "G6", 15, first_trained=15, first_updated=2),
        ],
        period="2019",
        in_period=("15", "20", "75.0", "not_met"),
        in_all=("15", "20", "75.0", "not_met"),
        years={
            2018: ("0", None, None, "unknown"),
            2019: ("15", "20", "75.0", "not_met"),
        },
    ),
    Example(
        row="003-T3a",
        what="a training and a set of documents, those with both",
        records=[
            people("G1", 16, "1/1/2019"),
            training(
                "1/3/2019",
                "G1",
                16,
                first_trained=16,
                first_equipped=12,
                document_sets=12,
            ),
            training("1/5/2020", "G1", 4, first_equipped=4, document_sets=4),
        ],
        period="2020",
        in_period=("4", "16", "25.0", "not_met"),
        in_all=("16", "16", "100.0", "met"),
        years={
            2018: ("0", None, None, "unknown"),
            2019: ("12", "16", "75.0", "not_met"),
            2020: ("4", "16", "25.0", "not_met"),
        },
    ),
    Example(
        row="003-T3b",
        what="those who manage the press are a group of their own",
        records=[
            people("G2b", 3, "1/1/2020"),
            training("1/3/2020", "G2b", 3, first_trained=3, first_equipped=3),
            training("1/3/2020", "G2", 90, first_trained=90, first_equipped=90),
        ],
        period="2020",
        in_period=("3", "3", "100.0", "met"),
        in_all=("3", "3", "100.0", "met"),
    ),
    Example(
        row="003-T4a",
        what="titles are counted, and nobody planned any",
        records=[
            product("1/3/2019", type="leaflet"),
            product("1/3/2020", type="book"),
            product("2/3/2020", type="book"),
            product("3/3/2020", type="video"),
        ],
        period="2020",
        in_period=("2", None, None, "text"),
        in_all=("3", None, None, "text"),
        years={
            2018: ("0", None, None, "text"),
            2019: ("1", None, None, "text"),
            2020: ("2", None, None, "text"),
        },
    ),
    Example(
        row="003-T4b",
        what="portals with a section of all that run on the last day",
        records=[
            portal("1/1/2018", section=True, section_since=day("1/6/2020")),
            portal("1/1/2019"),
            portal("1/1/2019", closed_on=day("1/1/2020")),
        ],
        period="2020",
        in_period=("1", "2", "50.0", "text"),
        in_all=("1", "2", "50.0", "text"),
        years={
            2018: ("0", "1", "0.0", "text"),
            2019: ("0", "3", "0.0", "text"),
            2020: ("1", "2", "50.0", "text"),
        },
    ),
    Example(
        row="003-T4b",
        what="without a portal there is nothing to take it of",
        period="2020",
        in_period=("0", None, None, "text"),
        in_all=("0", None, None, "text"),
        missing="divisor",
    ),
    Example(
        row="003-T4c",
        what="a data base that does not run yet",
        records=[reached("4/3/2019", "cao-bang-2018-2020/T1", "12/QC-UBND")],
        period="2020",
        in_period=NOT_YET,
        in_all=NOT_YET,
    ),
    Example(
        row="003-T4d",
        what="the last number of collaborators stands, not the sum",
        records=[
            people("collaborators", 30, "1/6/2019"),
            people("collaborators", 45, "1/6/2020"),
        ],
        period="2020",
        in_period=("45", None, None, "text"),
        in_all=("45", None, None, "text"),
        years={
            2018: ("0", None, None, "text"),
            2019: ("30", None, None, "text"),
            2020: ("45", None, None, "text"),
        },
    ),
)

DL = "so-tttt-dak-lak"


def ad_hoc(asked: str, held: str) -> Any:
    """Return a conference called at short notice; both as `5/8/2024 9:30`."""
    import datetime as dt

    moments = []
    for text in (asked, held):
        date, _, clock = text.partition(" ")
        hour, minute = map(int, clock.split(":"))
        moments.append(dt.datetime.combine(day(date), dt.time(hour, minute)))
    return press(
        DL,
        held.partition(" ")[0],
        form="press_conference",
        occasion="ad_hoc",
        requested_at=moments[0],
        held_at=moments[1],
    )


DAK_LAK = (
    Example(row="004-T0", what="words", in_period=TEXT, in_all=TEXT),
    Example(
        row="004-T1",
        what="questions answered of those asked, without a verdict",
        records=[
            press(DL, "5/8/2024", questions=20, answers=15),
            press(DL, "5/8/2025", questions=10, answers=10),
        ],
        period="2025",
        in_period=("10", "10", "100.0", "text"),
        in_all=("25", "30", "83.3", "text"),
        years={
            2024: ("15", "20", "75.0", "text"),
            2025: ("10", "10", "100.0", "text"),
        },
    ),
    Example(
        row="004-T1",
        what="no question is nothing to take it of",
        records=[press(DL, "5/8/2024")],
        in_period=("0", None, None, "text"),
        in_all=("0", None, None, "text"),
        missing="divisor",
    ),
    Example(
        row="004-T2",
        what="thirty after twenty is half as many again",
        records=[posted("5/8/2024", 20), posted("5/8/2025", 30)],
        period="2025",
        in_period=("30", "20", "50.0", "text"),
        in_all=TEXT,
        years={
            2024: ("20", None, None, "text"),
            2025: ("30", "20", "50.0", "text"),
        },
    ),
    Example(
        row="004-T2",
        what="fewer than in the half-year before is a minus",
        records=[posted("5/8/2024", 16), posted("5/2/2025", 12)],
        period="2025-H1",
        in_period=("12", "16", "-25.0", "text"),
        in_all=TEXT,
    ),
    Example(
        row="004-T2",
        what="nothing before is no growth of any number",
        records=[posted("5/8/2024", 16)],
        in_period=("16", None, None, "text"),
        in_all=TEXT,
        missing="before",
    ),
    Example(
        row="004-T3",
        what="the value of spokespersons, without a verdict",
        records=[check(DL, 2024), press(DL, "5/8/2024")],
        # the committee, 20 offices and 15 districts
        in_period=("1", "36", "2.8", "text"),
        in_all=("1", "36", "2.8", "text"),
    ),
    Example(
        row="004-X1",
        what="24 hours to the minute is in time, a minute more is not",
        records=[
            ad_hoc("5/8/2024 9:30", "6/8/2024 9:30"),
            ad_hoc("9/9/2024 9:30", "10/9/2024 9:31"),
            ad_hoc("1/10/2024 8:00", "1/10/2024 15:00"),
        ],
        in_period=("2", "3", "66.7", "not_met"),
        in_all=("2", "3", "66.7", "not_met"),
        years={2024: ("2", "3", "66.7", "not_met")},
    ),
    Example(
        row="004-X1",
        what="nothing called at short notice is not enough to judge",
        records=[press(DL, "5/8/2024", form="press_conference", occasion="periodic")],
        in_period=("0", None, None, "unknown"),
        in_all=("0", None, None, "unknown"),
        missing="divisor",
    ),
    Example(
        row="004-R8",
        what="spokespersons who came, of those invited",
        records=[
            press(DL, "5/8/2024", form="press_conference", invited=35, attended=28),
            press(DL, "5/9/2025", form="press_conference", invited=35, attended=35),
        ],
        period="2025",
        in_period=("35", "35", "100.0", "text"),
        in_all=("63", "70", "90.0", "text"),
        years={
            2024: ("28", "35", "80.0", "text"),
            2025: ("35", "35", "100.0", "text"),
        },
    ),
)

EXAMPLES = (*DAK_HA, *BINH_PHUOC, *KHANH_HOA, *CAO_BANG, *DAK_LAK)


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Make one empty office of each plan."""
    folder = tmp_path_factory.mktemp("offices")
    return {group: make_office(folder, group) for group in PLANS}


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_target_is_what_it_is_on_paper(
    example: Example, offices: dict[str, Path], tmp_path: Path
) -> None:
    office = Path(shutil.copy(offices[example.group], tmp_path / "so.stt"))
    with Store(office, clock=a_clock) as store:
        found = computed(store, example)
    assert figures(found.period) == example.in_period
    assert figures(found.cumulative) == example.in_all
    by_year = {one.year: figures(one.measured) for one in found.years}
    wanted = example.years or by_year
    assert by_year == wanted
    assert found.missing == example.missing
    assert found.doubts == example.doubts


@pytest.mark.parametrize("group", PLANS)
def test_every_target_of_the_plan_has_an_example_and_a_result(
    group: str, offices: dict[str, Path]
) -> None:
    year = {"003": "2019", "004": "2024"}.get(group, "2024")
    with Store(offices[group], writable=False) as store:
        found = compute_results(store, parse_period(year))
    worked = {one.code for one in EXAMPLES if one.group == group}
    assert [one.target.code for one in found if one.target.code not in worked] == []
    assert worked == {one.target.code for one in found}


def test_there_are_examples_of_every_plan() -> None:
    many = Counter(one.group for one in EXAMPLES)
    assert set(many) == set(PLANS) == set(OWN)
    assert len(EXAMPLES) >= 45
    assert len({str(one) for one in EXAMPLES}) == len(EXAMPLES)
