"""The words and numbers the standing sentences of a template are filled with."""

import datetime as dt
import re
from collections import Counter
from decimal import Decimal

from desktop.records.identity import Code
from desktop.records.result import Result, Verdict
from desktop.records.target import Formula
from desktop.records.task import Task, TaskProgress
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.sentences import marked
from desktop.rules.task_tree import groups

_GIVEN = re.compile(r"\{(plan|period|territory|agency)\}")

_STILL_WRITTEN = 120
"""Days after the end of a period in which its report may still be written."""


def counts(facts: Facts) -> dict[Code, Decimal]:
    """Return every number a sentence may name beside the figures, as `count:NAME`."""
    targets = Counter(_said(one) for one in facts.results)
    tasks = Counter(f"tasks_{one}" for one in _progress(facts))
    found = {
        **{str(verdict): targets[verdict] for verdict in Verdict},
        "all": sum(targets.values()) - targets[Verdict.TEXT],
        **{f"tasks_{one}": tasks[f"tasks_{one}"] for one in TaskProgress},
        "tasks_all": len(_alone(facts)),
        "tasks_told": sum(tasks.values()),
        "shared_events": facts.shared.events,
        "shared_entries": facts.shared.entries,
        "planned": sum(one.planned for one in facts.spending),
        "spent": sum(one.spent for one in facts.spending),
    }
    return {Code(f"count:{name}"): Decimal(many) for name, many in found.items()}


def _alone(facts: Facts) -> list[Task]:
    """Return the tasks somebody does: a group of them is none."""
    heads = groups(facts.tasks)
    return [one for one in facts.tasks if one.id not in heads]


def _progress(facts: Facts) -> list[TaskProgress]:
    states = (facts.task_states.get(one.id) for one in _alone(facts))
    return [one.progress for one in states if one]


def about_targets(verdict: str, facts: Facts) -> str:
    """Return the names of the targets with a verdict, or blank.

    Each with what was reached, marked; of `estimated` with what the year will probably
    reach, which is part of nothing else.
    """
    if verdict == "estimated":
        told = [
            (one, one.estimate) for one in facts.results if one.estimate is not None
        ]
        return "; ".join(_named(one, value, "estimate") for one, value in told)
    named = (one for one in facts.results if _said(one) == verdict)
    return "; ".join(_named(one, _value(one), "target") for one in named)


def _said(result: Result) -> str:
    verdict = result.headline.verdict
    return str(Verdict.MET if verdict is Verdict.ABOVE else verdict)


def _value(result: Result) -> Decimal | None:
    """Return what was reached; a milestone is reached or not, as the sentence says."""
    if result.target.formula is Formula.MILESTONE:
        return None
    return result.headline.value


def _named(result: Result, value: Decimal | None, mark: str) -> str:
    """Return a target's name, within a sentence, with a number."""
    target = result.target
    label = target.label
    small = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    if value is None:
        return small
    printed = marked(f"{mark}:{target.goal}", format_decimal(value))
    # What was reached is a percent even where the target counts pieces.
    unit = f" {target.unit}" if mark == "estimate" and target.unit != "%" else "%"
    return f"{small} ({printed}{unit.rstrip()})"


def standing(text: str, facts: Facts) -> str:
    """Return a standing sentence with plan, period, territory and agency."""
    title = facts.plan.title
    given = {
        "plan": title[:1].lower() + title[1:],
        "period": facts.period_words,
        "territory": facts.plan.territory,
        "agency": facts.agency(facts.preferences.agency),
    }
    return _GIVEN.sub(lambda found: given[found[1]], text)


def date_or_blank(day: dt.date | None) -> str:
    """Print a day, or nothing."""
    return "" if day is None else format_date(day)


def roman(number: int) -> str:
    """Return a number from 1 to 39 in Roman numerals, as annexes are numbered."""
    tens, ones = divmod(number, 10)
    units = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
    return "X" * tens + units[ones]


def month_of(day: dt.date) -> str:
    """Return a month's number: 1 and 2 take a zero (Decree 30/2020, Annex I)."""
    padded = 2
    return f"{day.month:02}" if day.month <= padded else str(day.month)


def year_of(facts: Facts) -> int:
    """Return the year a report without a date is dated in.

    A report is written in its period's last year or, for the time reports are
    still asked for, early in the next.
    """
    if facts.dated is not None:
        return facts.dated.year
    last, today = facts.period.last_day, facts.computed_at.date()
    late = last < today <= last + dt.timedelta(days=_STILL_WRITTEN)
    return today.year if late else last.year
