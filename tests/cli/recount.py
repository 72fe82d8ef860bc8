"""Count every target once more, from nothing but the data sheets of the workbook.

Written as an officer would check it with a filter and a sum, by the headings as
printed, and with none of the program's code.
"""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl

Row = dict[str, Any]
Pair = tuple[int, int]
"""Numerator and denominator."""

OFFICE_ABOVE = "Sở TTTT Kon Tum"
STAFF = {
    "T2a": ("Cán bộ, công chức làm công tác quyền con người", None),
    "T2b": ("Cán bộ, công chức làm công tác quản lý thông tin, truyền thông", None),
    "T2c": ("Cán bộ chủ chốt của các tổ chức chính trị - xã hội", "Cấp huyện"),
}
"""Group and level of staff of each target."""


class Book:
    """The data sheets of one workbook, over its period or from the plan's start."""

    def __init__(self, path: Path, year: int, *, cumulative: bool) -> None:
        self.book = openpyxl.load_workbook(path, data_only=True)
        self.cumulative = cumulative
        self.year = year

    def rows(self, sheet: str, *, everything: bool = False) -> Iterator[Row]:
        """Yield the rows of a sheet by their headings: those that count here."""
        table = iter(self.book[sheet].iter_rows(values_only=True))
        heading = next(row for row in table if "Tính trong kỳ" in row)
        for values in table:
            row = {str(name): one for name, one in zip(heading, values, strict=True)}
            if everything or self.cumulative or row["Tính trong kỳ"] == "x":
                yield row

    def done(self, sheet: str) -> list[Row]:
        return [row for row in self.rows(sheet) if row["Tình trạng"] == "Đã thực hiện"]


def recounted(book: Book) -> dict[str, Pair]:
    """Return numerator and denominator of every target that the sheets can give."""
    return {
        "T1": spokesperson(book),
        **{code: trained(book, *which) for code, which in STAFF.items()},
        "T4": product_share(book),
        "T5b": digitised(book),
        "T5c": handled(book),
    }


def counted(book: Book) -> dict[str, int]:
    """Return the targets held against a number of the plan, not of the sheets."""
    shown = [
        row
        for row in book.done("Triển lãm")
        if OFFICE_ABOVE in (row["Đơn vị phối hợp"] or "").split("; ")
    ]
    types = {row["Loại sản phẩm"] for row in book.rows("Sản phẩm truyền thông")}
    return {"T3": len(shown), "T5a": len(types)}


def spokesperson(book: Book) -> Pair:
    checks = [
        row
        for row in book.rows("Kiểm tra cơ chế phát ngôn", everything=True)
        if row["Năm"] == book.year
    ]
    informing = {
        row["Cơ quan cung cấp"] for row in book.done("Cung cấp thông tin cho báo chí")
    }
    working = [
        row
        for row in checks
        if row["Số văn bản giao người phát ngôn"]
        and row["Đã công bố người phát ngôn"] == "x"
        and row["Ngày văn bản"].year <= book.year
        and row["Cơ quan"] in informing
    ]
    return len(working), len(checks)


def trained(book: Book, group: str, level: str | None) -> Pair:
    def fits(row: Row) -> bool:
        return row["Nhóm cán bộ"] == group and level in {None, row["Cấp"]}

    complete = sum(
        row["Lần đầu đủ cả hai"]
        for row in book.rows("Cán bộ theo hoạt động")
        if fits(row)
    )
    if book.cumulative:
        left = "Số người đã tập huấn rời nhóm (người)"
        complete -= sum(row[left] for row in book.rows("Cán bộ rời nhóm") if fits(row))
    return complete, people(book, fits)


def people(book: Book, fits: Any) -> int:
    """Add up the newest number of each agency and level."""
    newest: dict[tuple[str, str], tuple[dt.datetime, int]] = {}
    for row in book.rows("Số cán bộ theo nhóm", everything=True):
        place = row["Cơ quan, đơn vị"], row["Cấp"]
        day = row["Tính đến ngày"]
        if fits(row) and (place not in newest or newest[place][0] <= day):
            newest[place] = day, row["Số người hiện có (người)"]
    return sum(number for _, number in newest.values())


def product_share(book: Book) -> Pair:
    products = list(book.rows("Sản phẩm truyền thông"))
    wanted = [
        row
        for row in products
        if row["Trên nền tảng số"] == "x"
        or set(row["Ngôn ngữ"].split("; ")) - {"Tiếng Việt"}
    ]
    return len(wanted), len(products)


def digitised(book: Book) -> Pair:
    items = [*book.rows("Sản phẩm truyền thông"), *book.rows("Nguồn dữ liệu")]
    steps = ("Đã số hóa", "Đã kết nối", "Đã phổ biến trên mạng")
    whole = [row for row in items if all(row[step] == "x" for step in steps)]
    return len(whole), len(items)


def handled(book: Book) -> Pair:
    supplied = list(book.rows("Số liệu cơ quan khác cung cấp"))
    return (
        sum(row["Số đã xử lý (trường hợp)"] for row in supplied),
        sum(row["Số phát hiện (trường hợp)"] for row in supplied),
    )
