"""Lists of packages taken in and of receipts brought back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.gui.pages.report.list import receipt_state
from desktop.gui.tables.short_list import Column, ShortList, ShortModel
from desktop.records.exchange import Receipt, ReceiptOutcome
from desktop.records.issued import IssuedReport
from desktop.records.returns import Return
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals


@dataclass(frozen=True, slots=True)
class Package:
    """A package that stands, and the last receipt given for it."""

    ret: Return
    receipt: Receipt | None


@dataclass(frozen=True, slots=True)
class Back:
    """A receipt that was brought back, and the period of the report it is for."""

    receipt: Receipt
    period_code: str


def brought_back(
    receipts: Iterable[Receipt], issued: Iterable[IssuedReport]
) -> tuple[Back, ...]:
    """Return the receipts of this office's own reports, each with its period."""
    codes = {str(one.id): one.period_code for one in issued}
    return tuple(
        Back(one, codes.get(one.report, ""))
        for one in receipts
        if one.outcome is not ReceiptOutcome.GIVEN
    )


def with_receipts(
    returns: Iterable[Return], receipts: Iterable[Receipt]
) -> tuple[Package, ...]:
    """Return packages with the last receipt of each; receipts come newest first."""
    given: dict[str, Receipt] = {}
    for one in receipts:
        if one.outcome is ReceiptOutcome.GIVEN:
            given.setdefault(one.report, one)
    return tuple(Package(ret, given.get(ret.id)) for ret in returns)


def version(number: int, slip: int) -> str:
    """Return a version as it is written: `1`, or `1, điều chỉnh 2`."""
    return f"{number}, điều chỉnh {slip}" if slip else str(number)


def packages(parent: QWidget) -> ShortList:
    """Return the list of packages that stand."""
    columns = (
        Column(heading="Đơn vị gửi", text=lambda one: one.ret.sender_name, weight=44),
        Column(
            heading="Kỳ",
            text=lambda one: arrivals.period_of(one.ret.period_code),
            weight=22,
        ),
        Column(
            heading="Bản",
            text=lambda one: version(one.ret.version, one.ret.slip),
            whole=True,
        ),
        Column(
            heading="Mục", text=lambda one: format_integer(one.ret.entries), number=True
        ),
        Column(heading="Biên nhận", text=_given, weight=28),
    )
    made = _made(columns, "Gói đã nhận", lambda one: str(one.ret.id), parent)
    made.when_empty = "Chưa nhận gói nào."
    return made


def receipts(parent: QWidget) -> ShortList:
    """Return the list of receipts brought back."""
    columns = (
        Column(heading="Nơi nhận", text=lambda one: one.receipt.agency, weight=30),
        Column(
            heading="Kỳ",
            text=lambda one: arrivals.period_of(one.period_code),
            weight=15,
        ),
        Column(
            heading="Bản",
            text=lambda one: version(one.receipt.version, one.receipt.slip),
            weight=11,
        ),
        Column(
            heading="Kết quả", text=lambda one: receipt_state(one.receipt), weight=22
        ),
        Column(
            heading="Nhận lúc",
            text=lambda one: f"{one.receipt.received_at:%d/%m/%Y %H:%M}",
            weight=18,
        ),
        Column(
            heading="Người ký",
            text=lambda one: one.receipt.signer or "không ký số",
            weight=22,
        ),
    )
    made = _made(columns, "Biên nhận mang về", lambda one: str(one.receipt.id), parent)
    made.when_empty = "Chưa có biên nhận nào mang về."
    return made


def _given(one: Package) -> str:
    if one.receipt is None:
        return "chưa lập"
    return f"lập {one.receipt.kept_at:%d/%m/%Y %H:%M}"


def _made(
    columns: tuple[Column, ...],
    name: str,
    key: Callable[[Any], str],
    parent: QWidget,
) -> ShortList:
    model = ShortModel(columns, key)
    made = ShortList(model, name, parent)
    model.setParent(made)
    return made
