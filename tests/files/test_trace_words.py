"""There are words for every way a figure is made."""

import re
from pathlib import Path

import desktop
from desktop.files.trace_words import trace_words
from desktop.records.figure import Aggregate

PROGRAM = Path(desktop.__file__).parent
MADE = ("store/target_addends.py", "rules/tracing/sides.py")


def test_every_aggregate_has_its_words() -> None:
    assert {f"how_{one}" for one in Aggregate} <= set(trace_words())


def test_every_way_a_target_is_made_of_has_its_words() -> None:
    sources = "".join((PROGRAM / name).read_text("utf-8") for name in MADE)
    ways = set(re.findall(r'how="(\w+)"', sources))
    ways |= set(re.findall(r'of_records\([^"]*?, "(\w+)"', sources))
    assert {"planned", "headcount", "inherited_larger", "digitised"} <= ways
    assert not {one for one in ways if f"how_{one}" not in trace_words()}


def test_words_name_only_what_is_filled_in() -> None:
    known = {"span", "last", "first", "table", "row", "column", "label", "part"}
    known |= {"title", "day", "year", "years", "value", "heading", "name"}
    named = {
        name for text in trace_words().values() for name in re.findall(r"\{(\w+)", text)
    }
    assert named <= known
