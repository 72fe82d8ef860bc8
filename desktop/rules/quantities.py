"""Numbers planned for a year, and what of them falls to each of the four quarters."""

from decimal import ROUND_DOWN, Decimal

QUARTERS = 4


def split(value: Decimal) -> tuple[Decimal, ...]:
    """Return a year's number in four parts as even as its own decimals allow.

    What does not divide goes to the later quarters: 10 becomes 2, 2, 3, 3.
    """
    unit = Decimal(1).scaleb(min(int(value.as_tuple().exponent), 0))
    least = (value / QUARTERS).quantize(unit, rounding=ROUND_DOWN)
    over = int((value - QUARTERS * least) / unit)
    return tuple(
        least + unit if quarter >= QUARTERS - over else least
        for quarter in range(QUARTERS)
    )


def is_split(quarters: tuple[Decimal, ...], value: Decimal) -> bool:
    """Tell whether the quarters are left out, or are four that make the year's number.

    Quarters of a share, in percent, are levels to stand at and not parts; they are
    never given.
    """
    return not quarters or (len(quarters) == QUARTERS and sum(quarters) == value)
