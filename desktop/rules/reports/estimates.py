"""What targets will probably reach by the end of the year: apart from the results."""

from collections.abc import Mapping

from desktop.records.report import Column, Row, Table
from desktop.rules.calendar import year_of
from desktop.rules.dates import format_date
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.targets import amount, goal, reached, words

Labels = Mapping[str, str]


def estimates_table(facts: Facts, labels: Labels) -> Table | None:
    """Return what was counted up to the closing day beside the estimate of the year.

    None where nobody estimated anything: nothing is reckoned on from what there is.
    """
    told = [(one, one.estimate) for one in facts.results if one.estimate is not None]
    if not told:
        return None
    closing = min(facts.period.last_day, facts.period.closing_day)
    return Table(
        code="estimates",
        title=labels["estimates_title"],
        sheet=labels["estimates_sheet"],
        columns=(
            words("ordinal", labels["targets_ordinal"], 5),
            Column(key="label", heading=(labels["targets_text"],), weight=40),
            words("unit", labels["targets_unit"], 10),
            words("goal", labels["targets_goal_open"], 18),
            words(
                "period_value",
                labels["estimates_counted"].format(date=format_date(closing)),
                18,
            ),
            words(
                "estimate",
                labels["years_estimate"].format(year=year_of(facts.period)),
                18,
            ),
        ),
        rows=tuple(
            Row(
                key=one.target.goal,
                values=(
                    number,
                    one.target.label,
                    one.target.unit,
                    goal(one, labels),
                    reached(one.headline, one.target, labels),
                    amount(value, one.target.unit),
                ),
            )
            for number, (one, value) in enumerate(told, start=1)
        ),
        notes=(labels["estimates_note"],),
        landscape=True,
    )
