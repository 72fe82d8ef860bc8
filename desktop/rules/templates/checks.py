"""What makes an office's template fit to lay out reports by."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from desktop.errors import Problem
from desktop.records.template import (
    CONTENTS,
    ReportTemplate,
    SectionTemplate,
    TableTemplate,
)
from desktop.rules.reports import names
from desktop.rules.reports.outline import LEVELS, numbered
from desktop.rules.templates.merge import named_in
from desktop.rules.templates.parts import HEAD, Part, part_at, path_of
from desktop.rules.vietnamese import normalise, one_line

SHEET_LENGTH = 31
"""Letters in the name of a sheet, as Excel allows."""

MOST_SECTIONS = 60
LONGEST = 4_000
"""Letters of one text."""

_NOT_IN_SHEET = frozenset("[]:*?/\\")


def cleaned(template: ReportTemplate) -> ReportTemplate:
    """Return a template with every text in its stored form, without blank lines."""
    return replace(
        template,
        document_type=one_line(template.document_type),
        symbol=one_line(template.symbol),
        subject=one_line(template.subject),
        addressee=one_line(template.addressee),
        opening=_lines(template.opening),
        closing=normalise(template.closing),
        sections=numbered(_section(one) for one in template.sections),
        tables=tuple(_table(one) for one in template.tables),
        labels={key: one_line(words) for key, words in template.labels.items()},
    )


def _section(one: SectionTemplate) -> SectionTemplate:
    return replace(
        one,
        heading=one_line(one.heading),
        sentences=_lines(one.sentences),
        empty=one_line(one.empty),
        level=min(max(one.level, 1), LEVELS),
    )


def _table(one: TableTemplate) -> TableTemplate:
    return replace(
        one,
        title=one_line(one.title),
        sheet=one_line(one.sheet),
        unit=one_line(one.unit),
        notes=_lines(one.notes),
        columns=tuple(
            replace(column, heading=tuple(one_line(text) for text in column.heading))
            for column in one.columns
        ),
    )


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for raw in texts if (text := one_line(raw)))


def usable(
    template: ReportTemplate,
    shipped: ReportTemplate,
    figures: Collection[str],
    *,
    letter: bool = False,
) -> ReportTemplate:
    """Return a template without what can no longer be filled in.

    A newer program may have given up a figure an office's template still names: its
    sentence or column is left out, and where the head names what there is not, the
    program's own words stand. The editor tells of it; no report fails for it.
    """
    broken = {
        part_at(one.field)
        for one in template_problems(template, shipped, figures, letter=letter)
        if one.blocking
    }
    head = {
        one.field: getattr(shipped, one.field) for one in broken if one.kind == "head"
    }
    codes = {table.code for table in template.tables}
    return replace(
        template,
        sections=tuple(
            _usable_section(one, figures, codes) for one in template.sections
        ),
        tables=tuple(_usable_table(one, figures) for one in template.tables),
        **head,
    )


def _usable_section(
    one: SectionTemplate, figures: Collection[str], codes: Collection[str]
) -> SectionTemplate:
    kind, _, code = one.content.partition(":")
    known = code in codes if kind == "table" else one.content in CONTENTS
    return replace(
        one,
        content=one.content if known else "text",
        sentences=tuple(
            text
            for text in one.sentences
            if not any(names.sentence_faults(text, figures))
        ),
    )


def _usable_table(one: TableTemplate, figures: Collection[str]) -> TableTemplate:
    kept = (c for c in one.columns if c.figure is None or c.figure in figures)
    return replace(one, columns=tuple(kept))


def template_problems(
    template: ReportTemplate,
    shipped: ReportTemplate,
    figures: Collection[str],
    *,
    letter: bool = False,
) -> tuple[Problem, ...]:
    """Return everything wrong or doubtful with an office's template.

    The field of a problem is the path of its part: `rules.templates.parts.path_of`.
    """
    found = (
        *_head(template, figures, letter=letter),
        *_sections(template, figures, letter=letter),
        *_tables(template, figures),
        *_labels(template, shipped),
    )
    return tuple(dict.fromkeys(found))


def _head(
    template: ReportTemplate, figures: Collection[str], *, letter: bool
) -> Iterator[Problem]:
    allowed = names.LETTER if letter else names.STANDING
    for field in HEAD:
        value = getattr(template, field)
        path = path_of(Part("head", field=field))
        for text in value if isinstance(value, tuple) else (value,):
            if letter and field == "opening":
                yield from _told(path, names.letter_faults(text, figures))
            else:
                yield from _told(path, names.standing_faults(text, allowed))
            yield from _length(path, text)
    for field in ("subject", "closing"):
        if not getattr(template, field):
            yield Problem(path_of(Part("head", field=field)), "template_blank")


def _told(path: str, faults: Iterator[names.NameFault]) -> Iterator[Problem]:
    for fault in faults:
        yield Problem(path, fault.code, (fault.fact,))


def _length(path: str, text: str) -> Iterator[Problem]:
    if len(text) > LONGEST:
        yield Problem(path, "template_too_long", (str(LONGEST),))


def _sections(
    template: ReportTemplate, figures: Collection[str], *, letter: bool
) -> Iterator[Problem]:
    outline = path_of(Part("section"))
    if not template.sections and not letter:
        yield Problem(outline, "template_no_sections")
    if len(template.sections) > MOST_SECTIONS:
        yield Problem(outline, "template_too_many", (str(MOST_SECTIONS),))
    keys = [one.key for one in template.sections]
    before = 0
    for one in template.sections:
        path = path_of(Part("section", one.key))
        if keys.count(one.key) > 1 or not one.key:
            yield Problem(path, "template_section_twice", (one.heading,))
        if one.level > before + 1:
            heading = path_of(Part("section", one.key, field="level"))
            yield Problem(heading, "template_level_skipped", blocking=False)
        before = one.level
        yield from _one_section(one, template, figures)


def _one_section(
    one: SectionTemplate, template: ReportTemplate, figures: Collection[str]
) -> Iterator[Problem]:
    heading, content, sentences, empty = (
        path_of(Part("section", one.key, field=field))
        for field in ("heading", "content", "sentences", "empty")
    )
    if not one.heading:
        yield Problem(heading, "template_blank")
    yield from _told(heading, names.standing_faults(one.heading, ()))
    yield from _content(content, one.content, template)
    for text in one.sentences:
        yield from _told(sentences, names.sentence_faults(text, figures))
        yield from _length(sentences, text)
    yield from _told(empty, names.standing_faults(one.empty, ()))
    if one.content == "text" and not one.empty:
        yield Problem(empty, "template_nothing_said", blocking=False)


def _content(path: str, content: str, template: ReportTemplate) -> Iterator[Problem]:
    kind, _, code = content.partition(":")
    tables = {table.code for table in template.tables}
    if kind == "table" and code not in tables:
        yield Problem(path, "template_no_table", (code,))
    elif kind != "table" and content not in CONTENTS:
        yield Problem(path, "template_unknown_content", (content,))


def _tables(template: ReportTemplate, figures: Collection[str]) -> Iterator[Problem]:
    sheets = [table.sheet for table in template.tables]
    for table in template.tables:
        title, sheet = (
            path_of(Part("table", table.code, field=field))
            for field in ("title", "sheet")
        )
        if not table.title:
            yield Problem(title, "template_blank")
        if not is_sheet_name(table.sheet):
            yield Problem(sheet, "template_sheet_name", (str(SHEET_LENGTH),))
        elif sheets.count(table.sheet) > 1:
            yield Problem(sheet, "template_sheet_twice", (table.sheet,))
        yield from _columns(table, figures)


def _columns(table: TableTemplate, figures: Collection[str]) -> Iterator[Problem]:
    for number, column in enumerate(table.columns, start=1):
        path = path_of(Part("column", table.code, str(number)))
        if not column.heading or not all(column.heading):
            yield Problem(path, "template_blank")
        if column.figure is not None and column.figure not in figures:
            yield Problem(path, "template_unknown_figure", (column.figure,))


def is_sheet_name(name: str) -> bool:
    """Tell whether Excel takes a text as the name of a sheet."""
    return 0 < len(name) <= SHEET_LENGTH and not set(name) & _NOT_IN_SHEET


def _labels(template: ReportTemplate, shipped: ReportTemplate) -> Iterator[Problem]:
    for key, words in template.labels.items():
        path = path_of(Part("label", key))
        given = shipped.labels.get(key)
        if given is None or words == given:
            continue
        if not words:
            yield Problem(path, "template_blank")
        yield from _told(path, names.standing_faults(words, named_in(given)))
        if key.endswith("_sheet") and not is_sheet_name(words):
            yield Problem(path, "template_sheet_name", (str(SHEET_LENGTH),))
