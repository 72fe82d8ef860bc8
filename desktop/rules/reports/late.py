"""What was recorded of a period after its report was issued: told in the next one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby

from desktop.records.report import Column, ColumnType, Row, Table
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.rules.reports.facts import Facts, LateEntry, LateKind, ReportIssued
from desktop.rules.reports.sentences import marked

Labels = Mapping[str, str]


def late_table(facts: Facts, labels: Labels) -> Table | None:
    """Return every late entry, report by report; None when there is none."""
    if not facts.late:
        return None
    return Table(
        code="late",
        title=labels["late_heading"],
        sheet=labels["late_sheet"],
        columns=(
            Column(
                key="ordinal",
                heading=(labels["ordinal"],),
                type=ColumnType.ORDINAL,
                weight=5,
            ),
            *(_column(key, kind, weight, labels) for key, kind, weight in _COLUMNS),
        ),
        rows=tuple(
            _row(number, one, facts, labels)
            for number, one in enumerate(facts.late, start=1)
        ),
        notes=(labels["late_note"],),
        landscape=True,
    )


def sentences(facts: Facts, labels: Labels) -> Iterator[str]:
    """Yield how much was recorded late, a sentence for each report, marked."""
    for report, entries in groupby(facts.late, key=lambda one: one.report):
        yield _sentence(report, list(entries), labels)


_COLUMNS = (
    ("register", ColumnType.TEXT, 20),
    ("title", ColumnType.TEXT, 44),
    ("agency", ColumnType.TEXT, 24),
    ("day", ColumnType.DATE, 13),
    ("recorded", ColumnType.DATE, 13),
    ("kind", ColumnType.ORDINAL, 12),
    ("report", ColumnType.TEXT, 26),
    ("counted", ColumnType.ORDINAL, 14),
)


def _column(key: str, kind: ColumnType, weight: int, labels: Labels) -> Column:
    return Column(key=key, heading=(labels[f"late_{key}"],), type=kind, weight=weight)


def _row(number: int, entry: LateEntry, facts: Facts, labels: Labels) -> Row:
    first, last = facts.period.first_day, facts.period.last_day
    counted = "here" if first <= entry.day <= last else "cumulative"
    return Row(
        key=entry.place,
        values=(
            number,
            entry.register,
            entry.title,
            entry.agency,
            entry.day,
            entry.recorded_on,
            labels[f"late_{entry.kind}"],
            _named(entry.report, labels),
            labels[f"late_{counted}"],
        ),
    )


def _sentence(report: ReportIssued, entries: list[LateEntry], labels: Labels) -> str:
    many = Counter(one.kind for one in entries)
    parts = [
        labels[f"late_sentence_{kind}"].format(
            many=marked(f"late:{report.id}:{kind}", format_integer(many[kind]))
        )
        for kind in LateKind
        if many[kind]
    ]
    return labels["late_sentence"].format(
        report=_named(report, labels), changes=", ".join(parts)
    )


def _named(report: ReportIssued, labels: Labels) -> str:
    """Return what a report is called: by its number, or by the days it speaks of."""
    dated = format_date(report.issued_on)
    if report.number:
        return labels["late_report_numbered"].format(number=report.number, date=dated)
    return labels["late_report_bare"].format(
        first=format_date(report.first_day), last=format_date(report.last_day)
    )
