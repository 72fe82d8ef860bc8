"""Take a form that came back as what it is: a unit's whole statement for its period."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop.records.activity import Activity
from desktop.records.arrival import CellFault
from desktop.records.exchange import ControlTotal
from desktop.records.form import FormContent
from desktop.rules.forms.addresses import cell_at, letters_at
from desktop.rules.forms.against import FormAgainst, Whose
from desktop.rules.forms.entries import Told, told_entries
from desktop.rules.forms.laying import Laid, lay
from desktop.rules.forms.totals import ToldTotal, told_totals
from desktop.rules.grid import TableSource
from desktop.rules.short_code import short_code

Reason = tuple[str, ...]
Texts = Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Everything a form says, and everything that is wrong with it."""

    content: FormContent
    laid: Laid
    whose: Whose
    entries: tuple[Told, ...]
    totals: tuple[ToldTotal, ...]
    shown: Mapping[str, Texts]
    """What the form showed of each entry here when it left, by its id."""

    @cached_property
    def faults(self) -> tuple[CellFault, ...]:
        """Return every fault and doubt, from the first sheet on."""
        of_totals = (fault for one in self.totals for fault in one.faults)
        of_entries = (fault for one in self.entries for fault in one.faults)
        return tuple(dict.fromkeys((*self.laid.faults, *of_totals, *of_entries)))

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return what is to be known of the workbook as a whole."""
        return self.laid.reasons

    @cached_property
    def sha256(self) -> str:
        """Return the hash of what it says, whatever file and program say it."""
        rows = sorted(
            [one.register.code, one.key, sorted(one.texts.items())]
            for one in self.entries
        )
        totals = sorted(
            [one.total.key, one.text if one.value is None else f"{one.value:f}"]
            for one in self.totals
        )
        said = [rows, totals, *self._unsaid]
        told = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(told.encode()).hexdigest()

    @property
    def _unsaid(self) -> list[list[Any]]:
        """Return what stands in it and is not read: without it, it is another file."""
        faults = sorted([one.code, one.label, *one.facts] for one in self.laid.faults)
        unread = sorted(self.laid.unread)
        return [faults, unread] if faults else []

    @property
    def control(self) -> ControlTotal:
        """Return what a receiver may count again."""
        activities = (one.record for one in self.entries)
        attendance = sum(
            one.attendance or 0 for one in activities if isinstance(one, Activity)
        )
        return ControlTotal(
            entries=len(self.entries),
            attendance=attendance,
            code=short_code(self.sha256),
        )


def read_statement(
    content: FormContent, source: TableSource, whose: Whose, against: FormAgainst
) -> Statement:
    """Return what a form says.

    Args:
        content: What it asked for when it left, as the office remembers it.
        source: The workbook as it was read.
        whose: Whose statement it is.
        against: What is known here.
    """
    laid = lay(content, source, against.row_total)
    shown, ready = _prefilled(content)
    entries = tuple(_entries(laid, whose, against, shown, ready))
    kept = [one.record for one in entries if not one.refused]
    totals = told_totals(content, laid, kept, whose, against)
    return Statement(
        content=content,
        laid=laid,
        whose=whose,
        entries=entries,
        totals=totals,
        shown=shown,
    )


def _entries(
    laid: Laid,
    whose: Whose,
    against: FormAgainst,
    shown: Mapping[str, Texts],
    ready: Iterable[Texts],
) -> Iterator[Told]:
    """Yield every entry; a line made ready in which nothing was written is none."""
    known = frozenset(shown)
    untouched = list(ready)
    for one in laid.sheets:
        register = against.registers.get(one.sheet.register)
        if register is None:
            continue
        for told in told_entries(one, register, whose, against, known):
            if told.row_id in known or dict(told.texts) not in untouched:
                yield told


def _prefilled(content: FormContent) -> tuple[dict[str, Texts], list[Texts]]:
    """Return what stood in the form: of each entry by its id, and of other lines."""
    fields = {
        (sheet.sheet, column.column): column.field
        for sheet in content.sheets
        for column in sheet.columns
    }
    lines: dict[tuple[str, int], dict[str, str]] = {}
    ids: dict[tuple[str, int], str] = {}
    for one in content.prefilled:
        row, column = cell_at(one.cell)
        field = fields.get((one.sheet, letters_at(column)))
        if field is not None:
            place = one.sheet, row
            lines.setdefault(place, {})[field] = " ".join(one.value.split())
            ids[place] = one.record
    shown: dict[str, Texts] = {ids[at]: held for at, held in lines.items() if ids[at]}
    return shown, [held for at, held in lines.items() if not ids[at]]
