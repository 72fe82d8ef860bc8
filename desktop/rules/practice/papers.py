"""Make the checks, unit plans, totals and planned numbers of a practice year."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from desktop.records.agency import Agency, SpokespersonCheck, UnitPlan
from desktop.records.identity import Code
from desktop.records.tally import Tally
from desktop.records.target import Formula, Milestone, Target
from desktop.records.task import Task, TaskProgress, TaskState
from desktop.rules.practice.book import TaskStatePattern
from desktop.rules.practice.cast import symbol
from desktop.rules.practice.draw import Draw


def checks(draw: Draw, *, earlier: bool = False) -> tuple[SpokespersonCheck, ...]:
    """Return a check of every agency in the scope of a target (001-T1)."""
    cast = draw.cast
    scope = dict.fromkeys(
        agency
        for target in cast.targets
        if target.formula is Formula.SPOKESPERSON
        for agency in target.scope
    )
    pattern = draw.book.papers.checks
    percent = pattern.earlier_assigned if earlier else pattern.assigned
    return tuple(_check(draw, cast.named(agency), percent) for agency in scope)


def _check(draw: Draw, agency: Agency, percent: int) -> SpokespersonCheck:
    pattern = draw.book.papers.checks
    assigned = draw.chance(percent)
    made_public = assigned and draw.chance(pattern.published)
    number = _number(draw, pattern.number, pattern.n, agency)
    day = draw.day(draw.month((pattern.month,), 0))
    return SpokespersonCheck(
        id=draw.record_id(),
        agency=agency.id,
        year=draw.year,
        document_number=number if assigned else "",
        document_date=day if assigned else None,
        made_public=made_public,
    )


def unit_plans(draw: Draw, *, earlier: bool = False) -> tuple[UnitPlan, ...]:
    """Return the plans that agencies issued for the year (001-R2)."""
    pattern = draw.book.papers.unit_plans
    percent = pattern.earlier_issued if earlier else pattern.issued
    agencies = [one for one in draw.cast.who(pattern.agencies) if draw.chance(percent)]
    return tuple(
        UnitPlan(
            id=draw.record_id(),
            agency=agency.id,
            number=_number(draw, pattern.number, pattern.n, agency),
            issued_on=draw.day(draw.month(pattern.months, place)),
            year=draw.year,
        )
        for place, agency in enumerate(agencies)
    )


def tallies(draw: Draw) -> tuple[Tally, ...]:
    """Return the totals of every agency that supplies some (001-T5c)."""
    supplied = (one for one in draw.cast.targets if one.formula is Formula.SUPPLIED)
    return tuple(one for target in supplied for one in _supplied(draw, target))


def _supplied(draw: Draw, target: Target) -> Iterator[Tally]:
    if target.supplier is None or target.subject is None:
        return
    pattern = draw.book.papers.tallies
    supplier = draw.cast.named(target.supplier)
    first_month = 1
    for month in pattern.months:
        detected = draw.between(pattern.detected)
        first, last = draw.month_span(first_month)[0], draw.month_span(month)[1]
        yield Tally(
            id=draw.record_id(),
            subject=target.subject,
            agency=supplier.id,
            first_day=first,
            last_day=last,
            detected=detected,
            handled=detected * draw.between(pattern.handled) // 100,
            document_number=_number(draw, pattern.number, pattern.n, supplier),
            document_date=last + dt.timedelta(days=draw.between((3, 9))),
        )
        first_month = month + 1


def milestones(draw: Draw, *, earlier: bool = False) -> tuple[Milestone, ...]:
    """Return the numbers planned for the targets that count a figure."""
    values: dict[Code, int | None] = {
        one.figure: one.earlier if earlier else one.value
        for one in draw.book.papers.milestones
    }
    return tuple(
        Milestone(
            id=f"{target.id}/{draw.year}",
            target=target.id,
            year=draw.year,
            value=Decimal(value),
        )
        for target in draw.cast.targets
        if target.formula is Formula.FIGURE
        and (value := values.get(target.figure or Code(""))) is not None
    )


def task_states(draw: Draw) -> tuple[TaskState, ...]:
    """Return what is said of every task of the plan, groups left out."""
    groups = {one.parent for one in draw.cast.tasks}
    found = []
    for task in draw.cast.tasks:
        if task.id not in groups:
            said = _said(draw, task)
            found.append(
                TaskState(
                    id=f"{task.id}/{draw.year}",
                    task=task.id,
                    year=draw.year,
                    progress=said.progress if said else TaskProgress.UNDER_WAY,
                    result_text=said.text if said else "",
                )
            )
    return tuple(found)


def _said(draw: Draw, task: Task) -> TaskStatePattern | None:
    """Return the first pattern whose figure the task shows, or that fits any task."""
    fitting = (
        one
        for one in draw.book.papers.task_states
        if not one.figure or one.figure in task.figures
    )
    return next(fitting, None)


def _number(draw: Draw, pattern: str, ends: tuple[int, int], agency: Agency) -> str:
    initials = symbol(draw.cast, agency, draw.book.setting.joining_words)
    return pattern.format(n=draw.between(ends), symbol=initials)
