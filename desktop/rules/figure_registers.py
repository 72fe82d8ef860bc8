"""Which register the records are entered in that a figure is counted from."""

from collections.abc import Iterable

from desktop.records.figure import Figure
from desktop.records.register import Register


def register_of(figure: Figure, registers: Iterable[Register]) -> Register | None:
    """Return the register of a figure's kind of records, or None when there is none.

    Of a figure over events of several kinds it is the first of their registers.
    """
    kinds = {
        value
        for condition in figure.where
        if condition.field == "kind"
        for value in condition.values
    }
    fitting = [one for one in registers if one.source is figure.source]
    of_kind = (one for one in fitting if one.kind in kinds)
    return next(of_kind, None) or next(iter(fitting), None)
