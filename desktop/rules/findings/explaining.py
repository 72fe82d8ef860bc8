"""Hold what an officer said of findings against them, and print it as footnotes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from desktop.records.finding import Explanation, Finding
from desktop.records.report import Block, FigureKey, Footnote, Heading, Report, Table

WORK = "tasks"
"""Code of the table that holds something of everything that was done."""


def explained(
    findings: Iterable[Finding], explanations: Iterable[Explanation]
) -> tuple[Finding, ...]:
    """Return findings with what was said of them.

    What was said of other numbers is only offered again: it may no longer be true.
    """
    said = {one.key: one for one in explanations}
    return tuple(_with(one, said.get(one.key)) for one in findings)


def unexplained(finding: Finding) -> Finding:
    """Return a finding as it was found, before anybody said anything of it."""
    return replace(finding, explanation="", offered="")


def _with(finding: Finding, said: Explanation | None) -> Finding:
    text = "" if said is None else said.text.strip()
    if said is None or not text or not finding.explainable:
        return finding
    if said.facts != (finding.detail, *finding.facts):
        return replace(finding, offered=text)
    return replace(finding, explanation=text)


def explanation_of(finding: Finding, text: str) -> Explanation:
    """Return what is kept of an explanation: its words, and the numbers it is for."""
    return Explanation(
        key=finding.key, facts=(finding.detail, *finding.facts), text=text.strip()
    )


def footnotes(report: Report, findings: Iterable[Finding]) -> tuple[Footnote, ...]:
    """Return the footnotes of explained findings, numbered as they are printed."""
    places = _Places(tuple(_printed(report)))
    found = [
        (places.of(one), number, one)
        for number, one in enumerate(findings)
        if one.explanation and one.explainable
    ]
    found.sort(key=lambda one: (one[0].order, one[1]))
    return tuple(
        Footnote(number=number, text=one.explanation, section=at.section, at=at.figure)
        for number, (at, _, one) in enumerate(found, start=1)
    )


def with_footnotes(report: Report, findings: Iterable[Finding]) -> Report:
    """Return a report with the footnotes of its explained findings."""
    return replace(report, footnotes=footnotes(report, findings))


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a footnote stands, and how early that is printed."""

    order: tuple[int, int, int]
    """Block, row and column."""
    section: str = ""
    figure: FigureKey | None = None


def _printed(report: Report) -> Iterator[Block]:
    yield from report.blocks
    for annex in report.annexes:
        yield from annex.blocks


@dataclass(frozen=True, slots=True)
class _Places:
    """The blocks of a report in the order they are printed."""

    blocks: tuple[Block, ...]

    def of(self, finding: Finding) -> _Anchor:
        """Return where a finding's footnote stands.

        A figure that is not printed gives way to its row in another table, that to
        the table's title, that to the title of the table of tasks, and that to the
        heading of the section, else the last.
        """
        found = None
        if finding.at is not None:
            found = self._figure(finding.at) or self._row(finding.at.row)
            found = found or self._title(finding.at.table) or self._title(WORK)
        return found or self._heading(finding.section)

    def _figure(self, at: FigureKey) -> _Anchor | None:
        for number, block in enumerate(self.blocks):
            if isinstance(block, Table) and block.code == at.table:
                return _cell(number, block, at)
        return None

    def _row(self, row: str) -> _Anchor | None:
        for number, block in enumerate(self.blocks):
            if isinstance(block, Table) and row:
                found = _cell(
                    number, block, FigureKey(table=block.code, row=row, column="")
                )
                if found is not None:
                    return found
        return None

    def _title(self, table: str) -> _Anchor | None:
        for number, block in enumerate(self.blocks):
            if isinstance(block, Table) and block.code == table:
                return _Anchor(
                    (number, -1, -1), figure=FigureKey(table=table, row="", column="")
                )
        return None

    def _heading(self, section: str) -> _Anchor:
        headings = [
            (number, block)
            for number, block in enumerate(self.blocks)
            if isinstance(block, Heading)
        ]
        for number, block in headings:
            if section and block.place == section:
                return _Anchor((number, -1, -1), section=section)
        if not headings:
            return _Anchor((len(self.blocks), -1, -1), section=section)
        number, last = headings[-1]
        return _Anchor((number, -1, -1), section=last.place or section)


def _cell(number: int, table: Table, at: FigureKey) -> _Anchor | None:
    rows = [row.key for row in table.rows]
    if not at.row or at.row not in rows:
        return None
    columns = [column.key for column in table.columns]
    place = columns.index(at.column) if at.column in columns else -1
    column = at.column if place >= 0 else ""
    return _Anchor(
        (number, rows.index(at.row), place),
        figure=FigureKey(table=table.code, row=at.row, column=column),
    )
