"""Lay out a report: from facts and a template to every word, table and chart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from desktop.records.report import (
    Annex,
    Block,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    SignerBlock,
    Table,
)
from desktop.records.template import ReportTemplate, SectionTemplate
from desktop.rules import report_tables, report_targets, report_years
from desktop.rules.calendar import period_name
from desktop.rules.facts import Facts
from desktop.rules.numbers import format_integer
from desktop.rules.report_words import (
    about_targets,
    month_of,
    roman,
    sentence,
    standing,
    year_of,
)
from desktop.rules.vietnamese import slug

Labels = Mapping[str, str]


def lay_out(facts: Facts, template: ReportTemplate) -> Report:
    """Return the whole report; nothing is computed after this."""
    annexes = _annexes(facts, template)
    return Report(
        id=facts.report_id,
        code=file_stem(facts, template),
        kind=template.code,
        plan_title=facts.plan.title,
        agency=facts.agency(facts.preferences.agency),
        agency_id=facts.preferences.agency,
        period=facts.period,
        computed_at=facts.computed_at,
        letterhead=_letterhead(facts, template),
        blocks=tuple(_body(facts, template, annexes)),
        signer=SignerBlock(
            authority=facts.preferences.authority, name=facts.preferences.signer_name
        ),
        recipients=(*facts.preferences.recipients, facts.preferences.filing_line),
        annexes=annexes,
        data=facts.data,
        practice=facts.preferences.practice,
    )


def file_stem(facts: Facts, template: ReportTemplate) -> str:
    """Return the start of the names of a report's files, in ASCII."""
    return slug(f"{template.labels['file_stem']} {period_name(facts.period)}")


def _letterhead(facts: Facts, template: ReportTemplate) -> Letterhead:
    superior, agency = facts.preferences.issuer_lines
    return Letterhead(
        superior=superior,
        agency=agency,
        number=facts.number,
        symbol=facts.preferences.symbol,
        place=facts.preferences.place,
        date=facts.dated,
        year=year_of(facts),
        document_type=template.document_type,
        subject=standing(template.subject, facts),
        addressees=tuple(
            name for name in (facts.agency(facts.preferences.recipient),) if name
        ),
    )


def _body(
    facts: Facts, template: ReportTemplate, annexes: tuple[Annex, ...]
) -> Iterator[Block]:
    for text in template.opening:
        yield Paragraph(text=standing(text, facts))
    for section, place in places(template.sections):
        yield Heading(level=section.level, text=_numbered(section), place=place)
        yield from _content(section, place, facts, template, annexes)
    yield Paragraph(text=standing(template.closing, facts))


def places(
    sections: Iterable[SectionTemplate],
) -> Iterator[tuple[SectionTemplate, str]]:
    """Yield each section with its place in the outline: `II`, `II.2`, `II.2.a`.

    A place has every number above it, so that no two sections share one.
    """
    above: list[str] = []
    for section in sections:
        above = [*above[: section.level - 1], section.number.rstrip(")")]
        yield section, ".".join(above)


def _numbered(section: SectionTemplate) -> str:
    dot = "" if section.number.endswith(")") else "."
    return f"{section.number}{dot} {section.heading}"


def _content(
    section: SectionTemplate,
    place: str,
    facts: Facts,
    template: ReportTemplate,
    annexes: tuple[Annex, ...],
) -> Iterator[Block]:
    labels = template.labels
    written = facts.texts.get(place, "")
    for line in written.splitlines():
        yield Paragraph(text=line)
    match section.content:
        case "text":
            yield from _sentences(section, facts, written=bool(written))
        case "targets":
            yield report_targets.short_table(facts, labels)
            yield _see(annexes, "targets", labels)
        case "tasks":
            yield _see(annexes, "tasks", labels)
            yield from _shared(facts, labels)
        case "charts":
            yield report_targets.chart(facts, labels)
            yield report_tables.months(facts, labels)
        case "spending":
            yield from _spending(section, facts, labels, written=bool(written))


def _shared(facts: Facts, labels: Labels) -> Iterator[Block]:
    """Say how many entries events held together have, which totals count once."""
    if facts.shared.entries:
        yield Paragraph(
            text=labels["shared_sentence"].format(
                events=format_integer(facts.shared.events),
                entries=format_integer(facts.shared.entries),
            )
        )


def _sentences(
    section: SectionTemplate, facts: Facts, *, written: bool
) -> Iterator[Block]:
    said = _said(section, facts)
    yield from said
    if not said and not written and section.empty:
        yield Paragraph(text=section.empty)


def _said(section: SectionTemplate, facts: Facts) -> list[Paragraph]:
    """Return the sentences of a section that have something to tell."""
    said = (
        sentence(about_targets(text, facts), facts.totals) for text in section.sentences
    )
    return [Paragraph(text=text) for text in said if text]


def _spending(
    section: SectionTemplate, facts: Facts, labels: Labels, *, written: bool
) -> Iterator[Block]:
    said = _said(section, facts)
    yield from said
    if facts.spending:
        yield Paragraph(
            text=labels["spending_sentence"].format(
                spent=format_integer(sum(one.spent for one in facts.spending)),
                planned=format_integer(sum(one.planned for one in facts.spending)),
            )
        )
        yield report_tables.spending(facts, labels)
    elif not said and not written:
        yield Paragraph(text=section.empty)


def _annexes(facts: Facts, template: ReportTemplate) -> tuple[Annex, ...]:
    labels = template.labels
    years = report_years.years_table(facts, labels)
    beside = {"targets": (years,)} if years else {}
    tables: tuple[Table, ...] = (
        report_targets.whole_table(facts, labels),
        report_tables.tasks(facts, labels),
        *(report_tables.by_agency(one, facts, labels) for one in template.tables),
    )
    return tuple(
        Annex(
            label=labels["annex_numbered"].format(number=roman(number)),
            title=table.title.upper(),
            reference=_reference(facts, labels),
            blocks=(replace(table, title=""), *beside.get(table.code, ())),
            landscape=table.landscape,
        )
        for number, table in enumerate(tables, start=1)
    )


def _reference(facts: Facts, labels: Labels) -> str:
    blank = "\u00a0" * 5
    day = facts.dated
    return labels["annex_reference"].format(
        number=f"{facts.number or blank}/{facts.preferences.symbol}",
        day=blank if day is None else f"{day.day:02}",
        month=blank if day is None else month_of(day),
        year=year_of(facts),
        agency=facts.agency(facts.preferences.agency),
    )


def _see(annexes: tuple[Annex, ...], code: str, labels: Labels) -> Paragraph:
    label = next(
        (
            annex.label
            for annex in annexes
            for block in annex.blocks
            if isinstance(block, Table) and block.code == code
        ),
        "",
    )
    return Paragraph(text=labels["see_annex"].format(annex=label))
