"""Read when a task is to be done from the words of the plan's time column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.records.identity import Code
from desktop.rules.vietnamese import fold, one_line

RANGE_OF_YEARS = Code("range_of_years")
ONE_YEAR = Code("one_year")

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_FROM = re.compile(r"\btu (?:nam )?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words that stand for one value of the catalogue `task_time`."""

    kind: Code
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskTime:
    """When a task is to be done (002-D2, 003-D5)."""

    kind: Code
    """Code in the catalogue `task_time`."""
    first_year: int | None = None
    last_year: int | None = None
    """None with a first year: from then on, without an end."""


def parse_time(text: str, words: Sequence[TimeWords]) -> TaskTime | None:
    """Return when a task is to be done; None where the words are not understood.

    `Từ năm 2023 – 2028`, `Năm 2018`, `2018-2020`, `Thường xuyên trong năm`,
    `Hằng năm`, `khi có chỉ đạo`, `trong vòng 24 giờ` and the like; years beside
    words bound them.
    """
    folded = fold(one_line(text))
    if not folded:
        return None
    years = _years(folded)
    kind = _kind(folded, words)
    if kind is not None:
        return TaskTime(kind=kind, first_year=years[0], last_year=years[1])
    if years[0] is None:
        return None
    kind = ONE_YEAR if years[0] == years[1] else RANGE_OF_YEARS
    return TaskTime(kind=kind, first_year=years[0], last_year=years[1])


def _kind(folded: str, words: Sequence[TimeWords]) -> Code | None:
    """Return what the words say beside years, the longest phrase first."""
    known = sorted(
        ((fold(text), one.kind) for one in words for text in one.texts),
        key=lambda pair: -len(pair[0]),
    )
    spaced = f" {re.sub(r'[.,;:/()]', ' ', folded)} "
    return next((kind for text, kind in known if f" {text} " in spaced), None)


def _years(folded: str) -> tuple[int | None, int | None]:
    """Return the first and the last year told; a backward range tells none."""
    found = list(_YEAR.finditer(folded))
    if not found:
        return None, None
    first, last = int(found[0][0]), int(found[-1][0])
    if len(found) == 1:
        started = _FROM.search(folded[: found[0].start()])
        return first, None if started else first
    return (first, last) if first <= last else (None, None)
