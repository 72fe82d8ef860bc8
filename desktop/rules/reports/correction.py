"""Lay out a slip that corrects an issued report: old, new, reason, what follows.

The report itself is never touched: a slip holds only what changed since, and says that
everything else stands (peers, idea 5).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.records.issued import IssuedReport
from desktop.records.report import (
    Block,
    Column,
    ColumnType,
    FigureChange,
    FigureKey,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
    Value,
)
from desktop.rules.dates import format_date
from desktop.rules.reports.compare import effect, printed_once

KIND = "correction"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a slip is laid out from."""

    issued: IssuedReport
    """The report it corrects."""
    original: Report
    """That report as it was drawn, with its number and date."""
    fresh: Report
    """The same report as it would be now: its letterhead and signer are the slip's."""
    slip: int
    changes: tuple[FigureChange, ...]
    number: str = ""
    dated: dt.date | None = None


def with_reasons(
    changes: Iterable[FigureChange], reasons: Mapping[FigureKey, str], reason: str
) -> tuple[FigureChange, ...]:
    """Return changes with their reasons; what only follows from others has none."""
    return tuple(
        one
        if one.total
        else replace(one, reason=reasons.get(one.at, "").strip() or reason.strip())
        for one in changes
    )


def lay_out_correction(facts: Correction, words: Words) -> Report:
    """Return the whole slip, ready to be drawn as a report is."""
    fresh = facts.fresh
    names = _names(facts, words)
    return replace(
        fresh,
        code=f"{facts.original.code}-{words['file_stem']}-{facts.slip}",
        kind=KIND,
        letterhead=replace(
            fresh.letterhead,
            number=facts.number,
            date=facts.dated,
            year=(facts.dated or fresh.computed_at).year,
            document_type=words["document_type"],
            subject=words["subject"].format_map(names),
        ),
        blocks=tuple(_blocks(facts, words, names)),
        annexes=(),
        data=(),
        traces=(),
        footnotes=(),
        template_version=facts.original.template_version,
        template_sha256=facts.original.template_sha256,
        target_versions=facts.original.target_versions,
        slip=facts.slip,
        corrects=facts.issued.id,
        changes=facts.changes,
    )


def _names(facts: Correction, words: Words) -> dict[str, str]:
    return {
        "slip": str(facts.slip),
        "previous": str(facts.slip - 1),
        "agency": facts.fresh.agency,
        "report": _named(facts, words),
        "subject": _small(facts.original.letterhead.subject),
    }


def _named(facts: Correction, words: Words) -> str:
    """Name the report by its number and date; without them by which issue it is."""
    head = facts.original.letterhead
    number = words["report_number"].format(number=head.number, symbol=head.symbol)
    day = words["report_day"].format(day=format_date(head.date)) if head.date else ""
    if not head.number:
        version = facts.issued.version
        number = words["report_version"].format(version=version)
    return words["report_named"].format(number=number, day=day)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _blocks(facts: Correction, words: Words, names: Words) -> Iterator[Block]:
    told = printed_once(facts.changes)
    counted = [one for one in told if not one.total]
    following = [one for one in told if one.total]
    yield Paragraph(text=words["opening"].format_map(names))
    if facts.slip > 1:
        yield Paragraph(text=words["opening_again"].format_map(names))
    yield from _part("changes", counted, words, place="I", reasons=True)
    yield from _part("totals", following, words, place="II", reasons=False)
    yield Heading(level=1, text=words["rest_heading"], place="III")
    yield Paragraph(text=words["rest"].format_map(names))
    yield Paragraph(text=words["closing"].format_map(names))


def _part(
    name: str,
    changes: Sequence[FigureChange],
    words: Words,
    *,
    place: str,
    reasons: bool,
) -> Iterator[Block]:
    yield Heading(level=1, text=words[f"{name}_heading"], place=place)
    if not changes:
        yield Paragraph(text=words[f"{name}_none"])
        return
    yield Table(
        code=f"correction_{name}",
        title=words[f"{name}_title"],
        sheet=words[f"{name}_sheet"],
        columns=_columns(words, reasons=reasons),
        rows=tuple(
            Row(
                key=f"{one.at.table}/{one.at.row}/{one.at.column}",
                values=_values(number, one, reasons=reasons),
            )
            for number, one in enumerate(changes, start=1)
        ),
    )


def _columns(words: Words, *, reasons: bool) -> tuple[Column, ...]:
    numbers = (("old", 16), ("new", 16), ("difference", 14))
    found = [
        Column(
            key="ordinal",
            heading=(words["ordinal"],),
            type=ColumnType.ORDINAL,
            weight=6,
        ),
        Column(key="label", heading=(words["figure"],), weight=46),
        *(
            Column(
                key=key, heading=(words[key],), type=ColumnType.DECIMAL, weight=weight
            )
            for key, weight in numbers
        ),
    ]
    if reasons:
        found.append(Column(key="reason", heading=(words["reason"],), weight=30))
    return tuple(found)


def _values(number: int, change: FigureChange, *, reasons: bool) -> tuple[Value, ...]:
    found = (number, change.label, change.old, change.new, effect(change))
    return (*found, change.reason) if reasons else found
