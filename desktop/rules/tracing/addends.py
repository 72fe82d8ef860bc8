"""Write the addends of numbers: records, other numbers, and what is told in words."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.records.report import Addend, Row, Table, Trace
from desktop.rules.tracing.codes import Codes
from desktop.rules.tracing.parts import Amounts, Number
from desktop.rules.tracing.places import Quantity, Spot

_LONGEST = 90
"""Letters of a row's name in a label."""
_NAMES = ("name", "label", "source", "text")
"""Keys of the columns that name a row, the best first."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A part that is no record: another number, or one told in words."""

    amount: Decimal
    text: str
    of: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one number is made of, before it has a code."""

    value: Decimal
    how: str
    name: str = ""
    """What is counted, where a cell tells several numbers."""
    amounts: Amounts = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    """What is to be said of a record, by its place."""
    extras: tuple[Extra, ...] = ()
    family: Hashable = None
    """Numbers of one family may be parts of one another; None: it has none."""
    joined: frozenset[str] = frozenset()
    """Records whose event is counted in another's entry."""
    unit: str = ""
    """What the amounts are in, where it is not the number's own unit."""

    @property
    def empty(self) -> bool:
        """Tell whether nothing at all is in it."""
        return not (self.amounts or self.extras or self.value)

    @property
    def parts(self) -> tuple[Quantity, ...]:
        """Return the other numbers it names."""
        return tuple(one.of for one in self.extras if one.of is not None)


@dataclass(frozen=True, slots=True)
class _Cover:
    """Numbers that are parts of another, and the records left over."""

    whole: tuple[Quantity, ...]
    left: Mapping[str, Number]


class Writer:
    """Write the trace of every number."""

    def __init__(
        self,
        known: Mapping[Quantity, Told],
        codes: Codes,
        rows: Mapping[str, tuple[str, int]],
        words: Mapping[str, str],
    ) -> None:
        """Find out which numbers are parts of which.

        Args:
            known: Every number with a code, in the order of the codes.
            codes: Their codes.
            rows: Table of data and number of the row of each record.
            words: Of `resources/templates/trace.toml`.
        """
        self._known = known
        self._codes = codes
        self._rows = rows
        self._placed = {place: number for number, place in enumerate(rows)}
        self._words = words
        self._covers = _covers(known)
        self._labels: dict[Quantity, str] = {}
        self._above: dict[Quantity, tuple[Quantity, str]] = {}
        for each, told in known.items():
            for one in told.extras:
                if one.of is not None:
                    self._above.setdefault(one.of, (each, one.text))

    def traces(self, outside: Mapping[str, str]) -> Iterator[Trace]:
        """Yield the traces in the order of their codes.

        Args:
            outside: Words for records that stand in no table of data.
        """
        for each, told in self._known.items():
            yield Trace(
                code=self._codes.of(each),
                at=tuple(spot.at for spot in self._codes.places(each)),
                label=self._label(each),
                value=told.value,
                how=told.how,
                addends=(
                    *self._of_records(each, told, outside),
                    *(self._extra(one) for one in told.extras),
                ),
            )

    def _of_records(
        self, each: Quantity, told: Told, outside: Mapping[str, str]
    ) -> Iterator[Addend]:
        cover = self._covers[each]
        for part in cover.whole:
            amount = sum(self._known[part].amounts.values())
            yield Addend(
                amount=Decimal(amount), code=self._codes.of(part), text=told.unit
            )
        for place in sorted(cover.left, key=self._in_data):
            number = cover.left[place]
            text = told.texts.get(place, "")
            if place not in told.amounts:  # taken off again: its event counts once
                text = self._words["joined"]
            yield self._record(place, Decimal(number), text, outside)

    def _in_data(self, place: str) -> int:
        """Return where a record stands in the data: they are added up in its order."""
        return self._placed.get(place, len(self._placed))

    def _record(
        self, place: str, amount: Decimal, text: str, outside: Mapping[str, str]
    ) -> Addend:
        if place in self._rows:
            table, row = self._rows[place]
            return Addend(amount=amount, table=table, row=row, text=text)
        named = outside.get(place, "")
        return Addend(amount=amount, text=text if named in text else named or text)

    def _extra(self, one: Extra) -> Addend:
        return Addend(amount=one.amount, code=self._codes.of(one.of), text=one.text)

    def _label(self, each: Quantity) -> str:
        places = self._codes.places(each)
        if places:
            name = self._known[each].name
            self._labels[each] = label(places[0], each, name, self._words)
        else:
            above, part = self._above[each]
            self._labels[each] = self._words["part"].format(
                label=self._labels[above], part=part
            )
        return self._labels[each]


def label(spot: Spot, each: Quantity, name: str, words: Mapping[str, str]) -> str:
    """Return table, row and column of a number in words.

    Of a cell that tells several, also what is counted and over which days.
    """
    heading = " – ".join(dict.fromkeys(one for one in spot.column.heading if one))
    if len(spot.quantities) > 1:
        heading = words[f"days_{each.days}"].format(heading=heading, name=name)
    return words["label"].format(
        table=spot.table.title or spot.table.sheet,
        row=_short(row_name(spot.table, spot.row)),
        column=heading,
    )


def row_name(table: Table, row: Row) -> str:
    """Return what a row is called."""
    by_key = {
        one.key: value for one, value in zip(table.columns, row.values, strict=True)
    }
    found = (by_key.get(key) for key in _NAMES)
    return next((str(one) for one in found if one), "")


def _short(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    return f"{line[:_LONGEST].rsplit(' ', 1)[0]}…"


def _covers(known: Mapping[Quantity, Told]) -> dict[Quantity, _Cover]:
    """Tell for each number which smaller ones of its family are parts of it."""
    order = sorted(known, key=lambda one: len(known[one].amounts))
    printed = {one: place for place, one in enumerate(known)}
    smaller: dict[Hashable, list[Quantity]] = {}
    found: dict[Quantity, _Cover] = {}
    for each in order:
        told = known[each]
        before = smaller.setdefault(told.family, []) if told.family is not None else []
        cover = _cover(told, _best_first(each, before), known)
        whole = tuple(sorted(cover.whole, key=printed.__getitem__))
        found[each] = _Cover(whole, cover.left)
        if len(told.amounts) > 1:  # one record is as short as a code
            before.append(each)
    return found


def _best_first(each: Quantity, smaller: Sequence[Quantity]) -> list[Quantity]:
    """Return the same figure's numbers first, and the largest of them first."""
    largest_first = list(reversed(smaller))
    return [
        *(one for one in largest_first if one.code == each.code),
        *(one for one in largest_first if one.code != each.code),
    ]


def _cover(
    told: Told, best_first: Iterable[Quantity], known: Mapping[Quantity, Told]
) -> _Cover:
    """Take whole numbers as parts; what they hold beside is taken off again."""
    left: dict[str, Number] = dict(told.amounts)
    whole: list[Quantity] = []
    for part in best_first:
        amounts = known[part].amounts
        beside = _beside(amounts, left, told.joined)
        if beside is None:
            continue
        whole.append(part)
        for place in amounts:
            left.pop(place, None)
        left.update({place: -amounts[place] for place in beside})
    return _Cover(tuple(whole), left)


def _beside(
    amounts: Amounts, left: Mapping[str, Number], joined: frozenset[str]
) -> tuple[str, ...] | None:
    """Return what a part holds beside the whole; None when it is no part of it."""
    beside: list[str] = []
    for place, amount in amounts.items():
        if left.get(place) == amount:
            continue
        if place in left or place not in joined:
            return None
        beside.append(place)
    saved = len(amounts) - 2 * len(beside) - 1
    return tuple(beside) if saved > 0 else None
