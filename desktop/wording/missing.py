"""What a result lacks, in a sentence, and where it is entered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.records.figure import Figure, Source
from desktop.records.identity import AgencyId, Code
from desktop.records.register import Register
from desktop.records.result import Result
from desktop.rules.figure_registers import register_of
from desktop.wording.parts import missing_sentence

_SOURCES = {
    "headcount": Source.HEADCOUNT,
    "products": Source.PRODUCT,
    "supplied": Source.TALLY,
}
"""Kind of record that is missing, where it is the same for every target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What a result lacks."""

    sentence: str
    where: str
    """Where it is entered, in words."""
    register: Register | None = None
    """Register it is entered in; None: it stands in the plan itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What names and registers an office has, to tell by."""

    registers: tuple[Register, ...]
    figures: Mapping[Code, Figure]
    group_name: Callable[[Code], str]
    """What a staff group is called."""
    agency_name: Callable[[AgencyId], str]


def missing_of(result: Result, known: Known) -> Missing | None:
    """Return what a result lacks and where it is entered; None when nothing is."""
    if not result.missing:
        return None
    register = _register(result, known)
    sentence = missing_sentence(result.missing, _about(result, known))
    if register is None:
        where = _IN_THE_PLAN.get(result.missing, _PLAN)
        return Missing(sentence=sentence, where=where)
    return Missing(sentence=sentence, where=f"Sổ “{register.name}”", register=register)


_PLAN = "Kế hoạch, thẻ Chỉ tiêu"
_IN_THE_PLAN = {
    "nothing_planned": f"{_PLAN}, số giao",
    "plan_number": f"{_PLAN}, số giao",
    "scope": f"{_PLAN}, phạm vi",
}


def _about(result: Result, known: Known) -> str:
    target = result.target
    match result.missing:
        case "headcount" if target.staff_group:
            return known.group_name(target.staff_group)
        case "supplied" if target.supplier:
            return known.agency_name(target.supplier)
        case "divisor" | "before":
            figure = _figure(result, known)
            return "" if figure is None else figure.label
        case _:
            return ""


def _figure(result: Result, known: Known) -> Figure | None:
    target = result.target
    code = target.divisor if result.missing == "divisor" else target.figure
    return known.figures.get(code) if code else None


def _register(result: Result, known: Known) -> Register | None:
    if result.missing in _IN_THE_PLAN:
        return None
    figure = _figure(result, known)
    if result.missing not in _SOURCES and figure is not None:
        return register_of(figure, known.registers)
    return _of_source(_SOURCES.get(result.missing), known.registers)


def _of_source(source: Source | None, registers: Iterable[Register]) -> Register | None:
    return next((one for one in registers if one.source is source), None)
