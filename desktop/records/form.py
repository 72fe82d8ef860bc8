"""Collecting forms: what a unit is asked for, and where in the workbook it stands."""

import datetime as dt
from dataclasses import dataclass

from desktop.records.identity import AgencyId, Code, PlanId
from desktop.records.register import FieldType


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTotal:
    """One number of the summary sheet: a cell under the headings of the official form.

    Where the unit lists entries one by one on a register sheet too, the number is the
    whole, and what it exceeds the listed ones by is kept as `UnlistedTotal`.
    """

    key: str
    """Stable name across layout versions, such as `direct_attendance`."""
    cell: str
    """Such as `C9`, on the summary sheet."""
    label: str
    """Heading from the top down, joined by `: `."""
    unit: str
    figures: tuple[Code, ...]
    """Figures the number counts under; the first one is counted in the lists."""
    part_of: str = ""
    """Key of the total whose parts add up to it; blank where it is no part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column of a register sheet."""

    field: str
    """Name of the register's field, as `records.register.Field.name`."""
    column: str
    """Letter of the column."""
    label: str
    type: FieldType
    required: bool = False
    choices: tuple[str, ...] = ()
    """Codes that the list of the cell offers, in its order; empty for no list."""
    choice_names: tuple[str, ...] = ()
    """Names of the choices as they stand in the cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One sheet on which a unit lists its entries, one a row."""

    register: Code
    sheet: str
    """Name of the sheet."""
    first_row: int
    last_row: int
    """Rows made ready for entries; a unit may insert more."""
    key_column: str
    """Letter of the hidden column with the key of each row."""
    columns: tuple[FormColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefilled:
    """One value that stood in the form when it left."""

    sheet: str
    cell: str
    value: str
    """As text; numbers and days in ISO form."""
    record: str = ""
    """Id of the entry here that the row shows; blank in a total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """One value as it stood in a form when that went back marked."""

    sheet: str
    """Name of the sheet as the form was made with it."""
    row: str
    """Key of the row; its place among the rows that have none; blank in a total."""
    field: str
    """Name of the field; key of the total."""
    cell: str
    value: str
    """As text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One cell that a unit was asked to look at again, in a marked copy."""

    sheet: str
    row: str = ""
    field: str = ""
    """Blank where the fault is of the sheet as a whole."""
    cell: str
    code: str
    """What was wrong with it, as `records.arrival.CellFault.code`."""
    doubt: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContent:
    """All that must be known of a form to read it back and to hold it against."""

    layout: str
    """Code of the layout in `data/forms`, such as `09a`."""
    layout_version: int
    summary: str
    """Name of the summary sheet."""
    totals: tuple[FormTotal, ...]
    sheets: tuple[FormSheet, ...]
    prefilled: tuple[Prefilled, ...] = ()
    asked: tuple[Asked, ...] = ()
    """The marked cells of a marked copy; empty in a form as it is first made."""
    stood: tuple[Stood, ...] = ()
    """Every value as it stood when a marked copy went back; empty likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectingForm:
    """One form made for one unit and period; its id stands hidden in the workbook."""

    id: str
    agency: AgencyId
    plan: PlanId
    period_code: str
    first_day: dt.date
    last_day: dt.date
    version: int
    """1 for the first form of a unit and period; a later one replaces it."""
    layout: str
    layout_version: int
    made_at: dt.datetime
    file_name: str
    sha256: str
    """Of the workbook as it left."""
    content: str
    """`FormContent` as canonical JSON."""
    marked_from: str | None = None
    """Id of the return of which this is the marked copy (phiếu trả lại)."""
