"""Cells only a form has: formulas, limits of what may be typed, protection."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from xml.sax.saxutils import escape

from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from desktop.files.forms.form_words import FormWords
from desktop.files.workbook.book import Book
from desktop.files.workbook.cells import ReadyCell
from desktop.files.workbook.sheet import Sheet
from desktop.files.workbook.styles import DATE, TABLE_SIZE, WHOLE, ColumnStyles, Look
from desktop.rules.dates import format_date
from desktop.rules.forms.columns import ColumnDraft, Rule

PROMPT, TITLE = 250, 32
"""Characters Excel takes of a hint beside a cell, and of its title."""
LARGEST = 999_999_999_999
"""Largest number that may be told: no office counts further."""
_DAY_ZERO = dt.date(1899, 12, 30)
_ALLOWED = ("formatCells", "formatColumns", "formatRows", "insertRows")
_ALLOWED_TOO = ("deleteRows", "sort", "autoFilter")
_YEAR = "0"
_HUNDREDTHS = "#,##0.##"


class FormulaCell(ReadyCell):
    """A cell that works out its value; no value is kept, so every program does."""

    def written(self, row: int) -> str:
        """Return the cell as the sheet's file has it."""
        place = f'r="{self.letter}{row}" s="{self.number}"'
        return f"<c {place}><f>{escape(str(self._value))}</f></c>"


def formula(made: Sheet, column: int, text: str, look: Look) -> FormulaCell:
    """Return a cell of a column with a formula, written without its equals sign."""
    cell = FormulaCell(made.sheet, column, made.book.words)
    cell._value, cell.number = text, made.book.styles.number(look)  # noqa: SLF001
    return cell


def append(made: Sheet, cells: Sequence[ReadyCell], height: float) -> int:
    """Add a row of ready cells below the others; return its number."""
    made.rows += 1
    made.sheet.row_dimensions[made.rows].height = height
    for cell in cells:
        cell.row = made.rows
    made.sheet.append(list(cells))
    return made.rows


def protect(sheet: Any) -> None:  # noqa: ANN401  openpyxl is untyped inside
    """Protect a sheet against slips, without a password; rows may come and go."""
    sheet.protection.sheet = True
    for name in (*_ALLOWED, *_ALLOWED_TOO):
        setattr(sheet.protection, name, False)  # what is not locked is allowed


def name_list(book: Book, name: str, sheet: str, column: str, many: int) -> None:
    """Let the limits of cells find a list by its name."""
    area = f"'{sheet}'!${column}$2:${column}${many + 1}"
    book.workbook.defined_names[name] = DefinedName(name, attr_text=area)


def entry_styles(book: Book, column: ColumnDraft) -> ColumnStyles:
    """Return the looks of a column's cells: what is typed as text stays text."""
    text = Look(size=TABLE_SIZE, boxed=True, form="@", entry=True)
    look = _number_look(column, text)
    number = book.styles.number(look)
    return ColumnStyles(
        blank=number,
        text=book.styles.number(text),
        guarded=book.styles.number(replace(text, guarded=True)),
        whole=number,
        broken=number,
        date=number,
    )


def _number_look(column: ColumnDraft, text: Look) -> Look:
    if column.rule is Rule.DAY:
        return replace(text, form=DATE, horizontal="center")
    if column.rule is Rule.WHOLE:
        form = _YEAR if column.field.name == "year" else WHOLE
        return replace(text, form=form, horizontal="right", wrap=False)
    if column.rule is Rule.DECIMAL:
        return replace(text, form=_HUNDREDTHS, horizontal="right", wrap=False)
    return text


def limit(sheet: Any, column: ColumnDraft, area: str, words: FormWords) -> None:  # noqa: ANN401
    """Say what belongs into the cells of a column, and refuse what does not."""
    made = DataValidation(
        **_rule(column, words),
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=column.rule not in (Rule.FREE, Rule.SEVERAL_OF),
        errorStyle="stop",
        errorTitle=words.error_title,
        promptTitle=prompt_title(column.heading),
        prompt=column.prompt[:PROMPT],
    )
    made.add(area)
    sheet.data_validations.append(made)


def prompt_title(heading: str) -> str:
    """Return as much of a heading as Excel takes above a hint, no word cut in two."""
    if len(heading) <= TITLE:
        return heading
    bare = heading.partition(" (")[0]
    if len(bare) <= TITLE:
        return bare
    return f"{bare[: TITLE - 1].rpartition(' ')[0] or bare[: TITLE - 1]}…"


def limit_total(sheet: Any, cell: str, title: str, words: FormWords) -> None:  # noqa: ANN401
    """Let a total be a whole number and nothing else."""
    made = DataValidation(
        **_whole(words),
        allow_blank=True,
        showInputMessage=True,
        showErrorMessage=True,
        errorStyle="stop",
        errorTitle=words.error_title,
        promptTitle=prompt_title(title),
        prompt=words.total_prompt[:PROMPT],
    )
    made.add(cell)
    sheet.data_validations.append(made)


def _rule(column: ColumnDraft, words: FormWords) -> dict[str, Any]:
    if column.list_name:
        return {
            "type": "list",
            "formula1": column.list_name,
            "error": words.list_error,
        }
    if column.rule is Rule.DAY:
        return _day(column, words)
    if column.rule is Rule.WHOLE:
        return _whole(words)
    if column.rule is Rule.DECIMAL:
        return {**_whole(words), "type": "decimal", "error": words.decimal_error}
    return {"type": None}


def _day(column: ColumnDraft, words: FormWords) -> dict[str, Any]:
    first, last = format_date(column.earliest), format_date(column.latest)
    return {
        "type": "date",
        "operator": "between",
        "formula1": str((column.earliest - _DAY_ZERO).days),
        "formula2": str((column.latest - _DAY_ZERO).days),
        "error": words.day_error.format(first=first, last=last),
    }


def _whole(words: FormWords) -> dict[str, Any]:
    return {
        "type": "whole",
        "operator": "between",
        "formula1": "0",
        "formula2": str(LARGEST),
        "error": words.whole_error,
    }
