"""Settle which line stands under which, by what number it is known, and what is off."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.errors import Problem
from desktop.rules.task_table.lines import Line
from desktop.rules.task_table.numbering import (
    NumberKind,
    follows,
    kind_of,
    ordinal,
    roman_value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line stands in the plan the table tells."""

    code: str
    """Number unique in the plan, as far as the table's own numbers are."""
    parent: int | None
    """Key of the line it stands under."""
    problems: tuple[Problem, ...] = ()


def places(lines: Sequence[Line], *, numbered: bool) -> dict[int, Place]:
    """Return the place of every line by its key.

    Args:
        lines: All lines, in the table's order.
        numbered: Whether the table has a column of numbers; where it has none, tasks
            are numbered in their order.
    """
    parents = _parents(lines)
    codes = _codes(lines, parents) if numbered else _counted(lines, parents)
    told = _told(lines, parents, codes) if numbered else {}
    return {
        line.key: Place(
            code=codes[line.key],
            parent=parents[line.key],
            problems=tuple(told.get(line.key, ())),
        )
        for line in lines
    }


# --- which stands under which ----------------------------------------------


def _parents(lines: Sequence[Line]) -> dict[int, int | None]:
    """Settle the parent of each line from its number and the groups above it."""
    found: dict[int, int | None] = {}
    groups: list[Line] = []
    """The group one is in, behind the groups around it."""
    plain: Line | None = None
    """The newest line whose number is no letter."""
    by_number: dict[str, int] = {}
    for line in lines:
        kind = kind_of(line.number)
        if line.group:
            _close(groups, line, found)
            found[line.key] = groups[-1].key if groups else None
            groups.append(line)
        elif kind is NumberKind.DOTTED:
            above = by_number.get(line.number.rpartition(".")[0])
            found[line.key] = above or (groups[-1].key if groups else None)
        elif kind is NumberKind.LETTER:
            found[line.key] = plain.key if plain else None
        else:
            found[line.key] = groups[-1].key if groups else None
        if kind is not NumberKind.LETTER:
            plain = line
        by_number[line.number] = line.key
    return found


def _close(groups: list[Line], new: Line, parents: dict[int, int | None]) -> None:
    """Leave the groups a new one does not stand in.

    A group is beside the one numbered in the same way; else it is in the newest
    group, unless that one has tasks already (003-F4: I, then 2, 3, 4).
    """
    kind = kind_of(new.number)
    alike = [n for n, one in enumerate(groups) if kind_of(one.number) is kind]
    if kind is NumberKind.DOTTED:
        above = [
            n for n, g in enumerate(groups) if new.number.startswith(f"{g.number}.")
        ]
        del groups[above[-1] + 1 if above else 0 :]
    elif alike:
        del groups[alike[-1] :]
    elif groups and groups[-1].key in parents.values():
        del groups[-1:]


# --- numbers ---------------------------------------------------------------


def _codes(lines: Sequence[Line], parents: dict[int, int | None]) -> dict[int, str]:
    """Return for each line a number that is unique where the table's numbers are."""
    restarts = _restart(lines, parents)
    dotted = {one.number.partition(".")[0] for one in lines if "." in one.number}
    codes: dict[int, str] = {}
    for line in lines:
        parent = parents[line.key]
        above = f"{codes[parent]}." if parent is not None else ""
        kind = kind_of(line.number)
        code = line.number
        if kind is NumberKind.LETTER or (restarts and kind is NumberKind.INTEGER):
            code = above + line.number
        elif kind is NumberKind.ROMAN and str(roman_value(line.number)) in dotted:
            code = str(roman_value(line.number))
        codes[line.key] = code
    return codes


def _restart(lines: Sequence[Line], parents: dict[int, int | None]) -> bool:
    """Tell whether plain numbers begin anew in each group."""
    seen: defaultdict[str, set[int | None]] = defaultdict(set)
    for line in lines:
        if kind_of(line.number) is NumberKind.INTEGER:
            seen[line.number].add(parents[line.key])
    return any(len(groups) > 1 for groups in seen.values())


def _counted(lines: Sequence[Line], parents: dict[int, int | None]) -> dict[int, str]:
    """Give lines without numbers 1, 1.1, 1.2, 2."""
    codes: dict[int, str] = {}
    counts: defaultdict[int | None, int] = defaultdict(int)
    for line in lines:
        parent = parents[line.key]
        counts[parent] += 1
        above = f"{codes[parent]}." if parent is not None else ""
        codes[line.key] = f"{above}{counts[parent]}"
    return codes


# --- what is off -----------------------------------------------------------


def _told(
    lines: Sequence[Line], parents: dict[int, int | None], codes: dict[int, str]
) -> dict[int, list[Problem]]:
    """Return the doubts and faults about numbers, by the line they are of."""
    told: defaultdict[int, list[Problem]] = defaultdict(list)
    for key, problem in (*_repeats(lines, codes), *_gaps(lines, parents)):
        told[key].append(problem)
    return told


def _repeats(
    lines: Sequence[Line], codes: dict[int, str]
) -> Iterator[tuple[int, Problem]]:
    """Yield each number given a second time, with the row that has it first."""
    first: dict[str, Line] = {}
    for line in lines:
        code = codes[line.key]
        if not code:
            continue
        if code in first:
            facts = (line.number, str(first[code].rows[0]))
            yield line.key, Problem("number", "number_repeated", facts)
        else:
            first[code] = line


def _gaps(
    lines: Sequence[Line], parents: dict[int, int | None]
) -> Iterator[tuple[int, Problem]]:
    """Yield numbers that do not follow the one before under the same group."""
    before: dict[tuple[int | None, bool], Line] = {}
    for line in lines:
        if not line.number or ordinal(line.number) is None:
            continue
        beside = (parents[line.key], line.group)
        last = before.get(beside)
        before[beside] = line
        if last is None or last.number == line.number:
            continue
        facts = (last.number, line.number)
        if not follows(last.number, line.number):
            yield line.key, Problem("number", "number_gap", facts, blocking=False)
        elif line.group and kind_of(last.number) is not kind_of(line.number):
            yield line.key, Problem("number", "number_mixed", facts, blocking=False)
