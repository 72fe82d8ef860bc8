"""Words for importing a table of tasks: fates, fields, counts, times."""

from collections.abc import Mapping

from desktop.errors import Problem
from desktop.records.task import Task
from desktop.rules.task_table.fates import Fate, Preview, PreviewRow
from desktop.rules.task_time import TaskTime
from desktop.wording.problems import sentence

_FATES = {
    Fate.ADD: "Thêm",
    Fate.CHANGE: "Sửa",
    Fate.SAME: "Giữ nguyên",
    Fate.REFUSED: "Không nhập",
    Fate.LEFT_OUT: "Bỏ chọn",
}
_SHAPES = {
    Fate.ADD: "+",
    Fate.CHANGE: "~",
    Fate.SAME: "=",
    Fate.REFUSED: "▲",
    Fate.LEFT_OUT: "–",
}
_FIELDS = {
    "code": "số",
    "number": "số in ra",
    "text": "nội dung",
    "lead_text": "chủ trì",
    "leads": "đơn vị chủ trì",
    "partner_text": "phối hợp",
    "partners": "đơn vị phối hợp",
    "time_text": "thời gian",
    "position": "thứ tự",
}
_TEXTS = frozenset({"code", "number", "text", "lead_text", "partner_text", "time_text"})
"""Fields whose words can be shown before and after."""
_TOLD_TASKS = 6
"""Numbers of absent tasks named before the rest is only counted."""


def fate_label(fate: Fate) -> str:
    """Return what becomes of a row, as one word."""
    return _FATES[fate]


def fate_shape(fate: Fate) -> str:
    """Return the sign that tells a fate without any colour."""
    return _SHAPES[fate]


def fate_sentence(row: PreviewRow) -> str:
    """Return what becomes of a row, with the fields that change."""
    word = _FATES[row.fate]
    if row.fate is not Fate.CHANGE:
        return word
    names = dict.fromkeys(_FIELDS[name] for name in _told(row.changes))
    return f"{word} {', '.join(names)}"


def change_lines(row: PreviewRow) -> tuple[str, ...]:
    """Return for each text that changes what the plan says now and what it would."""
    if row.fate is not Fate.CHANGE or row.before is None or row.task is None:
        return ()
    told = (name for name in _told(row.changes) if name in _TEXTS)
    return tuple(
        f"{_FIELDS[name].capitalize()}: “{getattr(row.before, name) or '–'}” "
        f"→ “{getattr(row.task, name) or '–'}”"
        for name in told
    )


def _told(changes: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out what goes without saying: agencies beside the words that name them."""
    said = {"leads": "lead_text", "partners": "partner_text", "number": "code"}
    return tuple(name for name in changes if said.get(name) not in changes)


def counts_sentence(preview: Preview) -> str:
    """Return how many rows were seen, and what becomes of them; the sum is told."""
    parts = [
        f"{_FATES[fate].lower()} {number}"
        for fate, number in preview.counts.items()
        if number
    ]
    return f"{len(preview.rows)} dòng: {', '.join(parts)}."


def absent_sentence(absent: tuple[Task, ...]) -> str:
    """Return which tasks of the plan the table does not hold; blank when it has all."""
    if not absent:
        return ""
    named = ", ".join(task.number or task.code for task in absent[:_TOLD_TASKS])
    more = len(absent) - _TOLD_TASKS
    rest = f" và {more} nhiệm vụ nữa" if more > 0 else ""
    return f"Bảng không có nhiệm vụ {named}{rest}; trong kế hoạch vẫn giữ nguyên."


def problem_sentences(problems: tuple[Problem, ...]) -> tuple[str, ...]:
    """Return the sentences of problems, faults before doubts."""
    ordered = sorted(problems, key=lambda problem: not problem.blocking)
    return tuple(sentence(problem) for problem in ordered)


def time_label(time: TaskTime | None, kinds: Mapping[str, str]) -> str:
    """Return when a task is to be done; `kinds` names the values of the catalogue."""
    if time is None:
        return ""
    kind = kinds.get(time.kind, str(time.kind))
    if time.first_year is None:
        return kind
    if time.last_year is None:
        return f"{kind}: từ {time.first_year}"
    if time.first_year == time.last_year:
        return f"{kind}: {time.first_year}"
    return f"{kind}: {time.first_year}–{time.last_year}"
