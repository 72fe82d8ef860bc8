"""Say in words what a target asked for and what was reached."""

from collections.abc import Iterator, Mapping

from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.result import Measured, Part, Result, Verdict
from desktop.records.target import (
    Basis,
    Direction,
    Formula,
    Supplied,
    Target,
    Training,
)
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_decimal, format_percent
from desktop.rules.reports import targets as report_targets
from desktop.rules.targets import set_by_plan
from desktop.wording.labels import label
from desktop.wording.parts import doubt_sentence, part_label

COLOURS = {
    Verdict.MET: "good",
    Verdict.ABOVE: "good",
    Verdict.NOT_MET: "bad",
    Verdict.UNKNOWN: "warn",
    Verdict.TEXT: "quiet",
}
"""Colour in the theme that repeats what a verdict says."""

_COUNTED = {
    Formula.SPOKESPERSON: "Cơ quan có cơ chế đang hoạt động / Cơ quan thuộc phạm vi",
    Formula.FIGURE: "Số đã làm / Số giao trong kế hoạch",
    Formula.RATIO: "Số liệu của chỉ tiêu / Số liệu làm mẫu số",
    Formula.GROWTH: "(Số kỳ này - Số kỳ trước) / Số kỳ trước",
    Formula.PRODUCT_SHARE: "Sản phẩm đáp ứng / Tất cả sản phẩm",
    Formula.DIGITISED: (
        "Mục đã số hóa, kết nối và phổ biến / Tất cả nguồn dữ liệu, sản phẩm"
    ),
    Formula.MILESTONE: "có văn bản, kết quả ghi trong sổ",
}
_TRAINED = {
    Training.BOTH: "Người đã được cập nhật và tập huấn đủ",
    Training.EITHER: "Người đã được cập nhật hoặc tập huấn",
    Training.SKILL: "Người đã được tập huấn",
    Training.EQUIPPED: "Người đã được tập huấn và cấp tài liệu",
}
_SUPPLIED = {
    Supplied.HANDLED_OF_DETECTED: "Số đã xử lý / Số phát hiện",
    Supplied.DETECTED_OF_ALL: "Số phát hiện / Tổng số thông tin",
}


def value(measured: Measured, target: Target) -> str:
    """Return what was reached, short enough for a column."""
    if measured.numerator is None:
        return "–"
    if target.formula is Formula.MILESTONE:
        return _milestone(measured)
    counting = target.formula is Formula.FIGURE and target.unit != "%"
    if target.direction is Direction.COUNT or counting:
        planned = measured.denominator
        done = format_decimal(measured.numerator)
        return f"{done}/{format_decimal(planned)}" if planned else done
    return "–" if measured.value is None else format_percent(measured.value)


def goal(result: Result, labels: Mapping[str, str]) -> str:
    """Return what a target asks for."""
    said = report_targets.goal(result, labels)
    return said[:1].upper() + said[1:]


def fraction(measured: Measured, target: Target) -> str:
    """Return numerator, denominator and percent of one span."""
    top, bottom = measured.numerator, measured.denominator
    if target.formula is Formula.MILESTONE:
        return _milestone(measured)
    if top is None and measured.verdict is Verdict.TEXT:
        return "Không tính"
    if _bare(measured, target):
        return _number(top)
    growth = target.formula is Formula.GROWTH
    said = f"{_number(top)} {'so với' if growth else '/'} {_number(bottom)}"
    if measured.value is None:
        return f"{said} ({label(Verdict.UNKNOWN).lower()})"
    if growth:
        sign = "+" if measured.value > 0 else ""
        return f"{said}: {sign}{format_percent(measured.value)}"
    return f"{said} = {format_percent(measured.value)}"


def _bare(measured: Measured, target: Target) -> bool:
    """Tell whether a number stands alone, because the plan asks for none."""
    in_words = target.direction is Direction.TEXT
    return target.formula is Formula.FIGURE and in_words and not measured.denominator


def _milestone(measured: Measured) -> str:
    return "Đã hoàn thành" if measured.numerator else "Chưa hoàn thành"


def counted(target: Target) -> str:
    """Return what the numerator and the denominator of a target count."""
    match target.formula:
        case Formula.TRAINED:
            return f"{_TRAINED[target.training]} / Người của nhóm"
        case Formula.SUPPLIED:
            return _SUPPLIED[target.supplied]
        case _:
            return _COUNTED.get(target.formula, "Tử số / Mẫu số")


def notes(
    result: Result, agencies: Mapping[AgencyId, Agency], missing: str
) -> Iterator[str]:
    """Yield what is missing or doubtful, and how the target is judged.

    Args:
        result: What was counted.
        agencies: Every agency by its id.
        missing: The sentence of what is missing; blank when nothing is.
    """
    target = result.target
    if missing:
        yield missing
    yield from (doubt_sentence(one) for one in result.doubts)
    yield from _version(target)
    if result.estimate is not None:
        said = report_targets.amount(result.estimate, target.unit)
        yield f"Ước thực hiện cả năm: {said} (không tính vào kết quả)."
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


def _version(target: Target) -> Iterator[str]:
    """Yield which version of the target holds, when it is not the plan's own."""
    if set_by_plan(target):
        return
    days = [
        f"{word} ngày {format_date(day)}"
        for word, day in (("từ", target.valid_from), ("đến", target.valid_to))
        if day
    ]
    source = f"theo {target.decision}" if target.decision else "đã điều chỉnh"
    yield f"Chỉ tiêu {' '.join((source, *days))}."


def parts(result: Result) -> Iterator[tuple[str, str]]:
    """Yield the part-shares beside a result: their name, and their fraction."""
    for part in result.parts:
        yield part_label(part.code), _part(part)


def _part(part: Part) -> str:
    if part.numerator is None:
        day = "" if part.day is None else f"ngày {format_date(part.day)}"
        return " ".join(text for text in (part.text, day) if text)
    if part.denominator is None:
        return _number(part.numerator)
    said = f"{_number(part.numerator)} / {_number(part.denominator)}"
    return said if part.value is None else f"{said} = {format_percent(part.value)}"


def _number(value: object) -> str:
    return "?" if value is None else format_decimal(value)  # type: ignore[arg-type]
