"""Say in words what a target asked for and what was reached."""

from collections.abc import Iterator, Mapping

from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.result import Measured, Result, Verdict
from desktop.records.target import Basis, Direction, Formula, Target
from desktop.rules import report_targets
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_percent
from desktop.wording.labels import label
from desktop.wording.parts import doubt_sentence, missing_sentence, part_label

COLOURS = {
    Verdict.MET: "good",
    Verdict.ABOVE: "good",
    Verdict.NOT_MET: "bad",
    Verdict.UNKNOWN: "warn",
    Verdict.TEXT: "quiet",
}
"""Colour in the theme that repeats what a verdict says."""

_COUNTED = {
    Formula.SPOKESPERSON: ("Cơ quan có cơ chế đang hoạt động", "Cơ quan thuộc phạm vi"),
    Formula.TRAINED: ("Người đã được cập nhật và tập huấn đủ", "Người của nhóm"),
    Formula.FIGURE: ("Số đã làm", "Số giao trong kế hoạch"),
    Formula.PRODUCT_SHARE: ("Sản phẩm đáp ứng", "Tất cả sản phẩm"),
    Formula.DIGITISED: (
        "Mục đã số hóa, kết nối và phổ biến",
        "Tất cả nguồn dữ liệu, sản phẩm",
    ),
    Formula.SUPPLIED: ("Số đã xử lý", "Số phát hiện"),
}
"""What numerator and denominator of a formula are."""


def value(measured: Measured, target: Target) -> str:
    """Return what was reached, short enough for a column."""
    if measured.verdict is Verdict.TEXT or measured.numerator is None:
        return "–"
    if target.direction is Direction.COUNT:
        planned = measured.denominator
        done = format_decimal(measured.numerator)
        return f"{done}/{format_decimal(planned)}" if planned else done
    return "–" if measured.value is None else format_percent(measured.value)


def goal(result: Result, labels: Mapping[str, str]) -> str:
    """Return what a target asks for."""
    said = report_targets.goal(result, labels)
    return said[:1].upper() + said[1:]


def fraction(measured: Measured) -> str:
    """Return numerator, denominator and percent of one span."""
    top, bottom = measured.numerator, measured.denominator
    said = f"{_number(top)} / {_number(bottom)}"
    if measured.value is None:
        return f"{said} ({label(Verdict.UNKNOWN).lower()})"
    return f"{said} = {format_percent(measured.value)}"


def counted(target: Target) -> tuple[str, str]:
    """Return what the numerator and the denominator of a target count."""
    return _COUNTED.get(target.formula, ("Tử số", "Mẫu số"))


def notes(
    result: Result, agencies: Mapping[AgencyId, Agency], group: str
) -> Iterator[str]:
    """Yield what is missing or doubtful, and how the target is judged."""
    target = result.target
    if result.missing:
        yield missing_sentence(result.missing, group)
    yield from (doubt_sentence(one) for one in result.doubts)
    if target.formula is Formula.TEXT:
        yield "Mục tiêu này được đánh giá bằng lời trong báo cáo, không tính bằng số."
        return
    if target.basis is Basis.CUMULATIVE:
        yield "Đánh giá theo số lũy kế từ đầu giai đoạn."
    if result.denominator_date:
        yield f"Mẫu số lấy theo số ngày {format_date(result.denominator_date)}."
    if target.formula is Formula.TRAINED:
        yield "Mỗi người tính một lần; lượt người không tính vào đây."
    supplier = agencies.get(target.supplier) if target.supplier else None
    if supplier is not None:
        yield f"Số liệu do {supplier.name} cung cấp."


def parts(result: Result) -> Iterator[tuple[str, str]]:
    """Yield the part-shares beside a result: their name, and their fraction."""
    for part in result.parts:
        said = f"{_number(part.numerator)} / {_number(part.denominator)}"
        shown = said if part.value is None else f"{said} = {format_percent(part.value)}"
        yield part_label(part.code), shown


def _number(value: object) -> str:
    return "?" if value is None else format_decimal(value)  # type: ignore[arg-type]
