"""Tables written in a line or two, and an office to hold them against."""

import datetime as dt
from collections.abc import Sequence

from desktop.files.task_table.words import load_words
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, PlanId, TaskId
from desktop.records.plan import Plan
from desktop.records.task import Task
from desktop.rules.grid import Cell, Grid, GridRow, TableSource
from desktop.rules.task_table.comparing import Against
from desktop.rules.task_table.fates import Choices, Preview
from desktop.rules.task_table.headings import find_headings
from desktop.rules.task_table.lines import Line, read_lines
from desktop.rules.task_table.parties import Directory
from desktop.rules.task_table.preview import preview

WORDS = load_words()
HEADING = "TT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian thực hiện"


def a_row(text: str, number: int = 1, **changes: object) -> GridRow:
    """Make a row of `a | b`; `[a]` is a cell merged over all that follow it."""
    cells: list[Cell] = []
    for part in text.split("|"):
        word = part.strip().replace("⏎", "\n")
        merged = word.startswith("[") and word.endswith("]")
        cells += [Cell(text=word.strip("[]"), block=number)] * 4 if merged else []
        cells += [] if merged else [Cell(text=word)]
    return GridRow(number=number, cells=tuple(cells), **changes)  # type: ignore[arg-type]


def a_grid(*rows: str, heading: str = HEADING) -> Grid:
    """Make a sheet of rows below a heading; a blank one stays blank."""
    texts = [heading, *rows] if heading else list(rows)
    return Grid(rows=tuple(a_row(text, n) for n, text in enumerate(texts, 1)))


def lines_of(*rows: str, heading: str = HEADING) -> tuple[Line, ...]:
    """Read the lines of rows below a heading."""
    grid = a_grid(*rows, heading=heading)
    headings = find_headings(grid, WORDS)
    assert headings is not None
    return read_lines(grid, headings)


def an_agency(name: str, kind: str = "", **fields: object) -> Agency:
    """Make an agency whose id is its name."""
    return Agency(id=AgencyId(name), name=name, kind=kind, **fields)  # type: ignore[arg-type]


AGENCIES = (
    an_agency("Sở Thông tin và Truyền thông", "department", short_name="Sở TTTT"),
    an_agency("Sở Ngoại vụ", "department"),
    an_agency("Công an tỉnh", "armed_forces"),
    an_agency("Báo Sông Hồng", "press"),
    an_agency("UBND xã A", "commune"),
    an_agency("UBND xã B", "commune"),
)


def a_plan() -> Plan:
    """Make the plan all tasks here are of."""
    return Plan(
        id=PlanId("ke-hoach"),
        document_type="KẾ HOẠCH",
        title="Truyền thông",
        issuer=AgencyId("UBND tỉnh"),
        territory="tỉnh Sông Hồng",
        first_day=dt.date(2018, 1, 1),
        last_day=dt.date(2020, 12, 31),
    )


def a_task(code: str, text: str, parent: str = "", **fields: object) -> Task:
    """Make a task of the plan whose id ends in its number."""
    plan = a_plan().id
    return Task(
        id=TaskId(f"{plan}/{code}"),
        plan=plan,
        code=code,
        text=text,
        parent=TaskId(f"{plan}/{parent}") if parent else None,
        **{"position": 1, **fields},  # type: ignore[arg-type]
    )


def an_against(*tasks: Task) -> Against:
    """Make what a table is held against; places are counted in the order given."""
    from dataclasses import replace

    placed = tuple(replace(one, position=n) for n, one in enumerate(tasks, 1))
    directory = Directory(AGENCIES, phrases=WORDS.phrases, territory="tỉnh Sông Hồng")
    return Against(plan=a_plan(), tasks=placed, directory=directory, words=WORDS)


def shown(
    *rows: str,
    tasks: Sequence[Task] = (),
    choices: Choices | None = None,
    heading: str = HEADING,
) -> Preview:
    """Preview rows below a heading."""
    source = TableSource(grids=(a_grid(*rows, heading=heading),))
    return preview(source, an_against(*tasks), choices)
