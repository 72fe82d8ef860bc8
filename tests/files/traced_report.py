"""Build a report whose figures are traced, footnoted, and add up by hand."""

from dataclasses import replace
from decimal import Decimal

from desktop.records.report import (
    Addend,
    Chart,
    Column,
    ColumnType,
    FigureKey,
    Footnote,
    Heading,
    Paragraph,
    Report,
    Row,
    RowKind,
    Table,
    Trace,
)
from tests.files.report_builder import a_data_table, a_report, a_sentence, an_annex

AGENCIES = ("Phòng Văn hóa và Thông tin", "Xã Đăk Ui", "Xã Đăk Mar")


def a_register(rows: int = 12) -> Table:
    """Return a register whose columns have keys and whose rows lead to records."""
    bare = a_data_table(rows)
    keys = ("ordinal", "first_day", "title", "place", "attendance", "hours", "spent")
    columns = tuple(
        replace(column, key=key) for column, key in zip(bare.columns, keys, strict=True)
    )
    agency = Column(heading=("Đơn vị",), key="agency", weight=20)
    return replace(
        bare,
        code="data_conference",
        columns=(*columns, agency),
        rows=tuple(
            Row(
                values=(*row.values, AGENCIES[place % 3]),
                record=f"activities/{place:04}",
            )
            for place, row in enumerate(bare.rows)
        ),
    )


def an_inner_list(register: Table) -> Table:
    """Return the audiences of every second record, as the inner lists are kept."""
    return Table(
        code="data_audiences",
        title="Đối tượng theo hoạt động",
        sheet="Đối tượng",
        columns=(
            Column(heading=("Sổ",), key="register"),
            Column(heading=("Dòng",), key="row", type=ColumnType.ORDINAL),
            Column(heading=("Đối tượng",), key="audience"),
            Column(heading=("Lượt",), key="attendance", type=ColumnType.INTEGER),
        ),
        rows=tuple(
            Row(
                values=(register.title, place + 1, "Cán bộ, công chức", 10 + place),
                record=row.record,
            )
            for place, row in enumerate(register.rows)
            if place % 2 == 0
        ),
    )


def a_traced_table(register: Table) -> Table:
    """Return a table of agencies and a total, each figure with its code."""
    columns = (
        Column(heading=("TT",), type=ColumnType.ORDINAL, weight=5, key="ordinal"),
        Column(heading=("Đơn vị",), weight=40, key="name"),
        Column(heading=("Số cuộc",), type=ColumnType.INTEGER, key="events"),
        Column(heading=("Lượt người",), type=ColumnType.INTEGER, key="attendance"),
    )
    rows = []
    for place, agency in enumerate(AGENCIES, 1):
        own = [row for row in register.rows if row.values[-1] == agency]
        people = sum(int(str(row.values[4])) for row in own)
        rows.append(
            Row(
                values=(place, agency, len(own), people),
                key=f"agency-{place}",
                codes=("", "", f"A{2 * place - 1}", f"A{2 * place}"),
            )
        )
    events, people = (sum(int(str(row.values[n])) for row in rows) for n in (2, 3))
    total = Row(
        values=(None, "Cộng", events, people),
        kind=RowKind.TOTAL,
        key="total",
        codes=("", "", "A7", "A8"),
    )
    return Table(
        code="table_a",
        title="Kết quả theo đơn vị",
        sheet="Bảng A",
        columns=columns,
        rows=(*rows, total),
    )


def _at(row: str, column: str) -> tuple[FigureKey, ...]:
    return (FigureKey(table="table_a", row=row, column=column),)


def traces(register: Table) -> tuple[Trace, ...]:
    """Return the traces of the table's eight figures."""
    found: list[Trace] = []
    for place, agency in enumerate(AGENCIES, 1):
        own = [
            (number, row)
            for number, row in enumerate(register.rows, 1)
            if row.values[-1] == agency
        ]
        for code, column in ((2 * place - 1, None), (2 * place, 4)):
            addends = tuple(
                Addend(
                    amount=Decimal(1 if column is None else str(row.values[column])),
                    table=register.code,
                    row=number,
                )
                for number, row in own
            )
            found.append(
                Trace(
                    code=f"A{code}",
                    at=_at(f"agency-{place}", "attendance" if column else "events"),
                    label=f"{agency}: {'lượt người' if column else 'số cuộc'}",
                    value=sum((one.amount for one in addends), Decimal(0)),
                    how="Cộng các bản ghi",
                    addends=addends,
                )
            )
    for total, parts, figure in (
        ("A7", (0, 2, 4), "events"),
        ("A8", (1, 3, 5), "attendance"),
    ):
        addends = tuple(
            Addend(amount=found[n].value, code=found[n].code) for n in parts
        )
        found.append(
            Trace(
                code=total,
                at=_at("total", figure),
                label="Cộng",
                value=sum((one.amount for one in addends), Decimal(0)),
                how="Cộng các đơn vị",
                addends=addends,
            )
        )
    return tuple(found)


def footnotes() -> tuple[Footnote, ...]:
    """Return a note of every kind: of a section, a title, a row, a figure."""
    return (
        Footnote(number=1, text="Xã Đăk Mar chưa báo cáo quý IV.", section="II.1"),
        Footnote(
            number=2,
            text="Số liệu theo hồ sơ.",
            at=FigureKey(table="table_a", row="", column=""),
        ),
        Footnote(
            number=3,
            text="Đơn vị mới thành lập.",
            at=FigureKey(table="table_a", row="agency-2", column=""),
        ),
        Footnote(
            number=4, text="Gồm cả hai ngày.", at=_at("agency-3", "attendance")[0]
        ),
    )


def a_traced_report(rows: int = 12, **changes: object) -> Report:
    """Return a report with traces, inner lists and footnotes of every kind."""
    register = a_register(rows)
    inner = an_inner_list(register)
    extra = Trace(
        code="T1",
        at=(),
        label="Cán bộ, công chức dự",
        value=sum((Decimal(str(row.values[-1])) for row in inner.rows), Decimal(0)) - 5,
        how="Cộng đối tượng, trừ phần trùng",
        addends=(
            *(
                Addend(
                    amount=Decimal(str(row.values[-1])), table=inner.code, row=number
                )
                for number, row in enumerate(inner.rows, 1)
            ),
            Addend(amount=Decimal(-5), text="Đã tính ở đơn vị khác"),
        ),
    )
    report = a_report(
        blocks=(
            Heading(level=1, text="II. KẾT QUẢ", place="II"),
            Heading(level=2, text="1. Theo đơn vị", place="II.1"),
            Paragraph(text=a_sentence(1)),
            a_traced_table(register),
            *(block for block in a_report().blocks if isinstance(block, Chart)),
        ),
        annexes=(an_annex(),),
        data=(register, inner),
        traces=(*traces(register), extra),
        footnotes=footnotes(),
    )
    return replace(report, **changes)  # type: ignore[arg-type]  # any field
