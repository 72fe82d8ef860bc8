"""Where in a report a footnote about an entry stands: the first figure counting it."""

from collections.abc import Mapping

from desktop.records.figure import Figure, Source
from desktop.records.identity import Code
from desktop.records.report import FigureKey
from desktop.records.template import ReportTemplate, TableTemplate
from desktop.rules.counting import RECORD_OF

TOTAL = "total"


def table_code(table: TableTemplate) -> str:
    """Return the code under which a template's table stands in a report."""
    return f"table_{table.code.lower()}"


def figure_of(
    template: ReportTemplate,
    figures: Mapping[Code, Figure],
    entry: tuple[type, str],
    field: str = "",
) -> tuple[str, str]:
    """Return table and column of the first figure that counts entries of a kind.

    Of several the one that adds up a certain field goes before. Both are blank when no
    table of the template counts them.

    Args:
        template: Of the report.
        figures: By code.
        entry: Class of the record, and kind of activity or blank.
        field: The number told, such as `attendance`.
    """
    found = [
        (table_code(table), str(column.figure))
        for table in template.tables
        for column in table.columns
        if column.figure
        and column.figure in figures
        and _counts(figures[column.figure], *entry)
    ]
    summed = (
        one for one in found if figures[Code(one[1])].field == field and bool(field)
    )
    return next(summed, None) or next(iter(found), ("", ""))


def row_of_agency(template: ReportTemplate, agency: str) -> FigureKey | None:
    """Return an agency's row in the first table by agency, or None without any."""
    first = next(iter(template.tables), None)
    if first is None:
        return None
    return FigureKey(table=table_code(first), row=agency, column="")


def _counts(figure: Figure, record: type, kind: str) -> bool:
    if RECORD_OF[figure.source] is not record:
        return False
    kinds = [one.values for one in figure.where if one.field == "kind"]
    of_kind = all(kind in values for values in kinds)
    return of_kind if figure.source is Source.ACTIVITY else True
