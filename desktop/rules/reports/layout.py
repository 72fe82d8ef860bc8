"""Lay out a report: from facts and a template to every word, table and chart."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from desktop.records.report import (
    Annex,
    Block,
    Chart,
    Heading,
    Letterhead,
    Paragraph,
    Report,
    SignerBlock,
    Table,
)
from desktop.records.template import ReportTemplate, SectionTemplate, TableTemplate
from desktop.rules import signers
from desktop.rules.calendar import period_name
from desktop.rules.reports import growth as report_growth
from desktop.rules.reports import tables as report_tables
from desktop.rules.reports import targets as report_targets
from desktop.rules.reports import years as report_years
from desktop.rules.reports.agencies import by_agency
from desktop.rules.reports.estimates import estimates_table
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.late import late_table
from desktop.rules.reports.outline import by_section, places, section_keys
from desktop.rules.reports.received import received_table
from desktop.rules.reports.section_texts import section_texts
from desktop.rules.reports.words import month_of, roman, standing, year_of
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
        template_version=template.version,
        target_versions=tuple(one.target.id for one in facts.results),
        signers=signers.expected(facts.preferences),
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
    made = section_texts(facts, template)
    sections, written = template.sections, by_section(template.sections, facts.texts)
    for section, place, key in zip(
        sections, places(sections), section_keys(sections), strict=True
    ):
        yield Heading(level=section.level, text=_numbered(section), place=place)
        told = written.get(key, "").strip() or made[key].text
        below = tuple(_below(section, facts, template, annexes))
        if not below:
            told = told or section.empty
        yield from (Paragraph(text=line) for line in told.splitlines() if line.strip())
        yield from below
    yield Paragraph(text=standing(template.closing, facts))


def _numbered(section: SectionTemplate) -> str:
    dot = "" if section.number.endswith(")") else "."
    return f"{section.number}{dot} {section.heading}"


def _below(
    section: SectionTemplate,
    facts: Facts,
    template: ReportTemplate,
    annexes: tuple[Annex, ...],
) -> Iterator[Block]:
    """Yield what stands below the words of a section: tables, charts, references."""
    labels = template.labels
    match section.content:
        case "targets":
            yield report_targets.short_table(facts, labels)
            yield _see(annexes, "targets", labels)
        case "tasks":
            yield _see(annexes, "tasks", labels)
        case "charts":
            yield from _charts(facts, labels)
        case "comparison":
            yield from _see_tables(template, annexes)
        case "spending" if facts.spending:
            yield report_tables.spending(facts, labels)
        case content if content.startswith("table:"):
            code = f"table_{content.removeprefix('table:').lower()}"
            if (see := _see(annexes, code, labels)).text:
                yield see


def _charts(facts: Facts, labels: Labels) -> Iterator[Chart]:
    """Yield the charts; one of targets without a single value would show nothing."""
    targets = report_targets.chart(facts, labels)
    if any(bar.value is not None for bar in targets.bars):
        yield targets
    yield report_tables.months(facts, labels)


def _annexes(facts: Facts, template: ReportTemplate) -> tuple[Annex, ...]:
    labels = template.labels
    beside = {"targets": tuple(_beside_targets(facts, labels))}
    tables = tuple(_annex_tables(facts, template))
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


def _beside_targets(facts: Facts, labels: Labels) -> Iterator[Table]:
    """Yield the years of the targets, which tell the estimates, or those alone."""
    years = report_years.years_table(facts, labels)
    table = years or estimates_table(facts, labels)
    if table is not None:
        yield table


def _annex_tables(facts: Facts, template: ReportTemplate) -> Iterator[Table]:
    """Yield the tables of the annexes; one that has nothing to tell is left out."""
    labels = template.labels
    contents = {one.content for one in template.sections}
    if "targets" in contents:
        yield report_targets.whole_table(facts, labels)
    if "tasks" in contents:
        yield report_tables.tasks(facts, labels)
    for one in template.tables:
        table = _TABLES.get(one.rows, by_agency)(one, facts, labels)
        if table is not None:
            yield table
    if (received := received_table(facts, labels)) is not None:
        yield received
    if (late := late_table(facts, labels)) is not None:
        yield late


_TABLES: Mapping[str, Callable[[TableTemplate, Facts, Labels], Table | None]] = {
    report_growth.EARLIER: report_growth.growth_table,
    report_years.YEARS: report_years.figures_table,
}


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


def _see_tables(
    template: ReportTemplate, annexes: tuple[Annex, ...]
) -> Iterator[Paragraph]:
    """Lead to the tables of earlier periods and of late entries that there are."""
    compared = (one for one in template.tables if one.rows == report_growth.EARLIER)
    codes = (*(f"table_{one.code.lower()}" for one in compared), "late")
    found = (_label(annexes, code) for code in codes)
    if told := ", ".join(label for label in found if label):
        yield Paragraph(text=template.labels["see_annex"].format(annex=told))


def _see(annexes: tuple[Annex, ...], code: str, labels: Labels) -> Paragraph:
    label = _label(annexes, code)
    return Paragraph(text=labels["see_annex"].format(annex=label) if label else "")


def _label(annexes: tuple[Annex, ...], code: str) -> str:
    """Return what the annex with a table is called; blank where there is none."""
    return next(
        (
            annex.label
            for annex in annexes
            for block in annex.blocks
            if isinstance(block, Table) and block.code == code
        ),
        "",
    )
