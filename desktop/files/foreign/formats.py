"""Tell from a number format what a number in a cell is: a day, a time, a share.

ECMA-376 part 1, 18.8.30 (ids that need no code) and 18.8.31 (codes).
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

DAY: Final = "day"
MOMENT: Final = "moment"
TIME: Final = "time"
SPAN: Final = "span"
"""Hours that go on beyond a day."""
SHARE: Final = "share"
NUMBER: Final = "number"

_KNOWN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 16, 17), "d/m/yyyy"),
    **dict.fromkeys((18, 19, 20, 21, 45, 47), "h:mm"),
    22: "d/m/yyyy h:mm",
    **dict.fromkeys((*range(27, 32), 36, *range(50, 59)), "d/m/yyyy"),
    **dict.fromkeys((32, 33, 34, 35), "h:mm"),
    39: "#,##0.00",
    40: "#,##0.00",
    43: "#,##0.00",
    44: "#,##0.00",
    46: "[h]:mm:ss",
}
_SPAN: Final = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
_SAID: Final = re.compile(
    r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|General|E[+-][0#?]*|AM/PM|A/P', re.IGNORECASE
)
_DECIMALS: Final = re.compile(r"0\.(0+)")
_ZEROS: Final = re.compile(r"0{2,}")


@dataclass(frozen=True, slots=True)
class Form:
    """What a format makes of a number."""

    kind: str = NUMBER
    decimals: int = 0
    """Fewest decimals shown."""
    zeros: int = 0
    """Fewest digits shown, where there is nothing but digits: `007`."""


GENERAL: Final = Form()


def form_of(number: int, codes: dict[int, str]) -> Form:
    """Return the form of a format by its id and the codes a workbook defines."""
    return form(codes.get(number) or _KNOWN.get(number, ""))


@lru_cache(maxsize=1_000)
def form(code: str) -> Form:
    """Return the form of a format code; its first section tells."""
    first = _first_section(code)
    bare = _SAID.sub("", first)
    if _SPAN.search(first):
        return Form(SPAN)
    dated, timed = _calendar(bare, halves="/p" in first.lower())
    if dated or timed:
        return Form((MOMENT if timed else DAY) if dated else TIME)
    shown = _DECIMALS.search(bare)
    decimals = len(shown[1]) if shown else 0
    if "%" in bare:
        return Form(SHARE, decimals)
    zeros = len(bare) if _ZEROS.fullmatch(bare) else 0
    return Form(NUMBER, decimals, zeros)


def _first_section(code: str) -> str:
    quoted = False
    for at, sign in enumerate(code):
        if sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            return code[:at]
    return code


def _calendar(bare: str, *, halves: bool) -> tuple[bool, bool]:
    """Tell whether a bare code shows days, and whether times; `m` may be of either."""
    letters = set(bare.lower())
    timed = halves or bool(letters & set("hs"))
    dated = bool(letters & set("yd")) or ("m" in letters and not timed)
    return dated, timed
