"""Take a number as people type one; Qt's own field stores others than those typed.

It is a line of text to the last: nothing in it changes by itself while one types.
Whole numbers have no ceiling but the parser's 15 digits: a year's spending in đồng
does not fit into Qt's 32 bits.
"""

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.gui.widgets.marking import mark
from desktop.gui.widgets.typed_line import TypedLine
from desktop.rules.numbers import (
    ParsedNumber,
    format_decimal,
    format_integer,
    parse_decimal,
    parse_integer,
)

SENTENCES = {
    "not_number": "Chưa phải là số.",
    "grouping": "Dấu chấm, dấu phẩy đặt chưa đúng chỗ. Ví dụ: 1.250.000 hoặc 1,5.",
    "fraction": "Chỗ này nhận số nguyên.",
    "too_large": "Số có quá 15 chữ số.",
    "below_zero": "Số này không thể âm.",
}
"""What is said beside the field, by the reason of the parser."""


class NumberField(TypedLine):
    """A number, or none; grouped by thousands once the field is left."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        decimals: int = 0,
        below_zero: bool = False,
    ) -> None:
        """Begin blank; with 0 decimals it takes whole numbers, money among them."""
        super().__init__(parent)
        self.decimals = decimals
        self._below_zero = below_zero
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def value(self) -> Decimal | None:
        """Return the number the text now means; None when blank or not certain."""
        return None if self.problem else self._parsed().value

    @property
    def whole(self) -> int | None:
        """Return the value of a field without decimals, as counts and đồng are kept."""
        value = self.value
        return None if value is None else int(value)

    @property
    def problem(self) -> str:
        """Return why the text is no number, by the parser's word; blank when well."""
        parsed = self._parsed()
        if parsed.value is not None and parsed.value < 0 and not self._below_zero:
            return "below_zero"
        return "" if parsed.reason == "blank" else parsed.reason

    def set_value(self, value: Decimal | int | None) -> None:
        """Show a number, or nothing."""
        self.show_value("" if value is None else self._shown(Decimal(value)))

    def _settle(self) -> None:
        value = self.value
        if value is not None and not self._loses(value):
            self.set_value(value)
        mark(self, self._sentence())

    def _sentence(self) -> str:
        reason = self.problem
        if reason == "ambiguous":
            ways = " hay ".join(
                format_decimal(each, 6) for each in self._parsed().readings
            )
            return f"Có hơn một cách đọc: {ways}? Viết lại cho rõ."
        return SENTENCES.get(reason, "")

    def _loses(self, value: Decimal) -> bool:
        # More decimals typed than the field shows: what was typed stays to be seen.
        return parse_decimal(self._shown(value)).value != value

    def _shown(self, value: Decimal) -> str:
        if self.decimals:
            return format_decimal(value, self.decimals)
        return format_integer(value)

    def _parsed(self) -> ParsedNumber:
        return (parse_decimal if self.decimals else parse_integer)(self.text())
