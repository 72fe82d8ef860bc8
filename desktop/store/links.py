"""Count what refers to the tasks and the goals of a plan, before they go."""

import json
import sqlite3
from collections.abc import Iterable

RECORDS = ("activities", "products", "postings", "broadcasts", "achievements")
"""Tables whose records carry out tasks."""
SAYINGS = ("task_states", "quantities")
"""Tables that say something of one task in a year."""


def of_tasks(db: sqlite3.Connection, tasks: Iterable[str]) -> int:
    """Return how many records carry out any of the tasks."""
    wanted = json.dumps(list(tasks))
    return sum(_listing(db, table, "tasks", wanted) for table in RECORDS)


def said_of_tasks(db: sqlite3.Connection, tasks: Iterable[str]) -> int:
    """Return how many states and planned quantities the tasks have."""
    wanted = json.dumps(list(tasks))
    return sum(_naming(db, table, "task", wanted) for table in SAYINGS)


def of_goals(db: sqlite3.Connection, goals: Iterable[str]) -> int:
    """Return how many achievements, estimates and inherited figures name a goal."""
    wanted = json.dumps(list(goals))
    named = _naming(db, "estimates", "goal", wanted)
    taken_over = _naming(db, "inherited_figures", "goal", wanted)
    return named + taken_over + _listing(db, "achievements", "goals", wanted)


def of_steps(db: sqlite3.Connection, steps: Iterable[str]) -> int:
    """Return how many achievements name a step of the road map."""
    return _listing(db, "achievements", "steps", json.dumps(list(steps)))


def reports_of(db: sqlite3.Connection, title: str) -> int:
    """Return how many issued reports speak of a plan, by the title they print."""
    found = db.execute(
        "select count(*) from issued_reports "
        "where json_extract(content, '$.report.plan_title') = ?",
        (title,),
    )
    return int(found.fetchone()[0])


def _listing(db: sqlite3.Connection, table: str, column: str, wanted: str) -> int:
    found = db.execute(
        f"select count(*) from {table} where exists (select 1 from "
        f'json_each({table}."{column}") as had join json_each(?) as wanted '
        "on had.value = wanted.value)",
        (wanted,),
    )
    return int(found.fetchone()[0])


def _naming(db: sqlite3.Connection, table: str, column: str, wanted: str) -> int:
    found = db.execute(
        f'select count(*) from {table} where "{column}" in '
        "(select value from json_each(?))",
        (wanted,),
    )
    return int(found.fetchone()[0])
