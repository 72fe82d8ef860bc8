"""The figures of a period held against those of the periods before, in office words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from desktop.records.identity import Code
from desktop.records.report import Column, ColumnType, Row, Table
from desktop.records.template import ReportTemplate, TableTemplate
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, percent
from desktop.rules.reports.facts import Earlier, Facts
from desktop.rules.reports.sentences import marked

Labels = Mapping[str, str]

EARLIER = "earlier"
_TIMES = (2, 10)
"""From so many times as much on, and below so many, it is told as so many times."""
_MOST = 8
"""Results told in one sentence; the table tells all."""
_FEW = 3
"""Results told where others are judged, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure now and before."""

    code: Code
    label: str
    unit: str
    before: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        """Return by how much there is more now."""
        return self.now - self.before

    @property
    def share(self) -> Decimal | None:
        """Return the difference in percent; None where there was nothing before."""
        return percent(self.difference, self.before) if self.before else None


def growth_table(template: TableTemplate, facts: Facts, labels: Labels) -> Table | None:
    """Return the figures beside those of the periods before; None without any.

    A figure that was nothing then and is nothing now has no row; one that was nothing
    then is held against nothing.
    """
    told = {one.kind: list(changes(template, facts, one)) for one in facts.earlier}
    codes = [
        one.figure for one in template.columns if one.figure and _any(one.figure, told)
    ]
    if not codes:
        return None
    return Table(
        code=f"table_{template.code.lower()}",
        title=template.title,
        sheet=template.sheet,
        unit=template.unit,
        columns=tuple(_columns(facts, labels)),
        rows=tuple(
            _row(number, code, told, facts) for number, code in enumerate(codes, 1)
        ),
        notes=(*template.notes, *_notes(facts, labels)),
        landscape=template.landscape,
    )


def changes(
    template: TableTemplate, facts: Facts, earlier: Earlier
) -> Iterator[Change]:
    """Yield every figure of a table now and in an earlier period."""
    zero = Decimal(0)
    for one in template.columns:
        if one.figure is not None:
            yield Change(
                code=one.figure,
                label=one.heading[-1],
                unit=facts.figures[one.figure].unit,
                before=earlier.totals.get(one.figure, zero),
                now=facts.totals.get(one.figure, zero),
            )


def sentences(template: ReportTemplate, facts: Facts) -> Iterator[str]:
    """Yield what became more and less, a sentence for each period before, marked."""
    labels = template.labels
    for earlier in facts.earlier:
        said = [
            _said(one, earlier, labels)
            for one in _compared(template, facts, earlier)
            if one.before
        ]
        if said:
            told = "; ".join(said[:_MOST])
            yield labels["growth_sentence"].format(
                earlier=earlier_words(earlier, labels), changes=told
            )


def listed(template: ReportTemplate, facts: Facts, *, up: bool) -> str:
    """Return which figures rose, or fell, against the first period before; or blank."""
    for earlier in facts.earlier[:1]:
        said = [
            _said(one, earlier, template.labels)
            for one in _compared(template, facts, earlier)
            if one.before and (one.difference > 0 if up else one.difference < 0)
        ]
        if said:
            words = earlier_words(earlier, template.labels)
            changes = "; ".join(said[:_FEW])
            return template.labels["growth_listed"].format(
                earlier=words, changes=changes
            )
    return ""


def earlier_words(earlier: Earlier, labels: Labels) -> str:
    """Return what an earlier period is called, with its days or its year."""
    first, last = earlier.first_day, earlier.last_day
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole and first.year == last.year:
        return labels["growth_year"].format(year=first.year)
    return labels[f"growth_{earlier.kind}"].format(
        first=format_date(first), last=format_date(last)
    )


def _compared(
    template: ReportTemplate, facts: Facts, earlier: Earlier
) -> Iterator[Change]:
    for table in template.tables:
        if table.rows == EARLIER:
            yield from changes(table, facts, earlier)


def _said(change: Change, earlier: Earlier, labels: Labels) -> str:
    """Return a change in words: more, less, many times as much, or the same."""

    def mark(what: str, value: Decimal) -> str:
        return marked(
            f"growth:{earlier.kind}:{change.code}:{what}", format_decimal(value)
        )

    times = change.now / change.before
    kind = _kind(change)
    return labels[f"growth_{kind}"].format(
        label=change.label[:1].lower() + change.label[1:],
        unit=change.unit,
        difference=mark("difference", abs(change.difference)),
        percent=mark("percent", abs(change.share or Decimal(0))),
        times=mark("times", times),
        before=mark("before", change.before),
        now=mark("now", change.now),
    )


def _kind(change: Change) -> str:
    if not change.difference:
        return "same"
    if change.difference < 0:
        return "down"
    least, most = _TIMES
    if change.now < least * change.before:
        return "up"
    return "many" if change.now < most * change.before else "from"


def _any(code: Code, told: Mapping[str, list[Change]]) -> bool:
    return any(
        one.code == code and (one.now or one.before)
        for found in told.values()
        for one in found
    )


def _columns(facts: Facts, labels: Labels) -> Iterator[Column]:
    yield Column(
        key="ordinal", heading=(labels["ordinal"],), type=ColumnType.ORDINAL, weight=5
    )
    yield Column(key="name", heading=(labels["growth_name"],), weight=40)
    yield Column(
        key="unit",
        heading=(labels["targets_unit"],),
        type=ColumnType.ORDINAL,
        weight=10,
    )
    yield _number("now", (labels["growth_now"],), 12)
    for one in facts.earlier:
        group = _capital(earlier_words(one, labels))
        yield _number(f"{one.kind}_value", (group, labels["growth_value"]), 12)
        yield _number(
            f"{one.kind}_difference", (group, labels["growth_difference"]), 12
        )
        yield Column(
            key=f"{one.kind}_percent",
            heading=(group, labels["growth_percent"]),
            type=ColumnType.PERCENT,
            weight=10,
        )


def _number(key: str, heading: tuple[str, ...], weight: int) -> Column:
    return Column(key=key, heading=heading, type=ColumnType.DECIMAL, weight=weight)


def _row(
    number: int, code: Code, told: Mapping[str, list[Change]], facts: Facts
) -> Row:
    found = [
        next(one for one in told[earlier.kind] if one.code == code)
        for earlier in facts.earlier
    ]
    beside = (
        (one.before, one.difference if one.before else None, one.share) for one in found
    )
    return Row(
        key=code,
        values=(
            number,
            found[0].label,
            found[0].unit,
            found[0].now,
            *(value for each in beside for value in each),
        ),
    )


def _notes(facts: Facts, labels: Labels) -> Iterator[str]:
    """Say where the plan began within a period before: it holds less than it seems."""
    began = facts.plan.first_day
    for one in facts.earlier:
        if one.first_day < began:
            yield labels["growth_partial"].format(
                earlier=_capital(earlier_words(one, labels)), date=format_date(began)
            )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
