"""Numbers as people type them and as an office prints them.

Dot for thousands, comma for decimals, half up.
"""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

from desktop.rules.vietnamese import half_width, normalise

MOST_DIGITS = 15
"""As many as a spreadsheet keeps exactly."""

_MONEY = re.compile(r"\s*(?:đồng|đ|₫|vnđ|vnd)$", re.IGNORECASE)
_SAME_SIGNS = str.maketrans({"−": "-", "–": "-", "’": "'"})
_SPACES = re.compile(r"[^\S\n\t]+")
"""Any run of space in a line: two lines of a cell are never one number."""

_NUMBER = re.compile(r"[0-9]*(?:[ .,'][0-9]+)*")
_ONE_WAY_GROUPED = r"[1-9][0-9]{0,2}([ .,'])[0-9]{3}(?:\1[0-9]{3})*"
_GROUPED = re.compile(_ONE_WAY_GROUPED)
_MIXED = re.compile(r"[1-9][0-9]{0,2}(?:[ .,'][0-9]{3})+")
_DECIMAL = re.compile(rf"(?:[0-9]*|{_ONE_WAY_GROUPED})(?!\1)[.,]([0-9]+)")
_UNSURE = re.compile(r"[1-9][0-9]{3,}[.,][0-9]{3}|[1-9][0-9]*[.,][0-9]{4,}")
"""A lone sign that custom reads neither as decimals nor as thousands."""

_EXACT = 60
"""Digits of precision that no count of ours can exhaust."""


@dataclass(frozen=True, slots=True)
class ParsedNumber:
    """What a typed number means, or why it means nothing certain."""

    value: Decimal | None = None
    reason: str = ""
    """`blank`, `not_number`, `grouping`, `ambiguous`, `fraction` or `too_large`;
    blank when there is a value."""
    readings: tuple[Decimal, ...] = ()
    """Every way to read it, the one taken first; more than one is worth a question
    where a whole column is read."""

    @property
    def certain(self) -> bool:
        """Tell whether there is a value and no other way to read it."""
        return self.value is not None and len(self.readings) == 1


def parse_decimal(text: str) -> ParsedNumber:
    """Read a number with or without decimals.

    A lone dot or comma before one or two digits marks decimals, before three it
    groups thousands, otherwise it is not guessed.
    """
    sign, digits = _split(text)
    if not digits:
        return ParsedNumber(reason="not_number" if sign else "blank")
    if not _NUMBER.fullmatch(digits):
        return ParsedNumber(reason="not_number")
    if sum(map(str.isdigit, digits)) > MOST_DIGITS:
        return ParsedNumber(reason="too_large")
    return _choose(digits, tuple(Decimal(sign + one) for one in _readings(digits)))


def parse_integer(text: str) -> ParsedNumber:
    """Read a whole number, such as a count or an amount of đồng.

    Readings with decimals are left out, so that `1.500` is certain.
    """
    parsed = parse_decimal(_MONEY.sub("", text.strip()))
    if parsed.value is None:
        return parsed
    whole = tuple(one for one in parsed.readings if one == one.to_integral_value())
    if parsed.value not in whole:
        return ParsedNumber(reason="fraction", readings=parsed.readings)
    return ParsedNumber(Decimal(int(parsed.value)), readings=whole)


def _split(text: str) -> tuple[str, str]:
    """Return the minus sign, and plain digits without a spreadsheet's text mark."""
    plain = half_width(normalise(text)).translate(_SAME_SIGNS)
    body = _SPACES.sub(" ", plain).removeprefix("'")
    return ("-", body[1:].strip()) if body.startswith("-") else ("", body)


def _readings(digits: str) -> list[str]:
    """Return every way to read digits with signs among them, grouped first."""
    if digits.isdigit():
        return [digits]
    readings = []
    decimal = _DECIMAL.fullmatch(digits)
    if _GROUPED.fullmatch(digits) or (decimal and _MIXED.fullmatch(digits)):
        readings.append(_digits_of(digits))
    if decimal:
        tail = decimal[2]
        head = _digits_of(digits[: -len(tail)]) or "0"
        readings.append(f"{head}.{tail}")
    return readings


def _digits_of(text: str) -> str:
    """Return the digits alone."""
    return re.sub(r"\D", "", text)


def _choose(digits: str, readings: tuple[Decimal, ...]) -> ParsedNumber:
    """Take the customary reading, or say that there is none."""
    if not readings:
        return ParsedNumber(reason="grouping")
    mixed = len(readings) > 1 and not _GROUPED.fullmatch(digits)
    if mixed or _UNSURE.fullmatch(digits):
        return ParsedNumber(reason="ambiguous", readings=readings)
    return ParsedNumber(readings[0], readings=readings)


def percent(part: Decimal | int | None, whole: Decimal | int | None) -> Decimal | None:
    """Return 100 x part / whole with one decimal, half up.

    None when either is missing or the whole is 0: that is not zero percent.
    """
    if part is None or not whole:
        return None
    with localcontext() as context:
        context.prec = _EXACT
        return _rounded(100 * Decimal(part) / Decimal(whole), 1)


def round_half_up(value: Decimal, places: int = 1) -> Decimal:
    """Round to a number of decimals, halves away from zero as people do."""
    with localcontext() as context:
        context.prec = _EXACT
        return _rounded(value, places)


def _rounded(value: Decimal, places: int) -> Decimal:
    """Round half up, never to a negative zero."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) + 0


def format_integer(value: Decimal | int) -> str:
    """Print a whole number as `1.234.567`, rounding half up if it is not whole."""
    return f"{int(round_half_up(Decimal(value), 0)):,}".replace(",", ".")


def format_decimal(value: Decimal | int, places: int = 1) -> str:
    """Print a number as `1.234,5`, with no more decimals than it needs."""
    rounded = round_half_up(Decimal(value), places)
    text = f"{rounded:,f}"
    whole, _, tail = text.partition(".")
    tail = tail.rstrip("0")
    whole = whole.replace(",", ".")
    return f"{whole},{tail}" if tail else whole


def format_percent(value: Decimal | int) -> str:
    """Print a percentage already times one hundred as `15,5%`."""
    return f"{format_decimal(value)}%"
