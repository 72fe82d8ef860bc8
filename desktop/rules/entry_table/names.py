"""What ids and codes are called, and which of them a word may mean."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.records.register import Field, FieldType
from desktop.rules.task_table.parties import Directory, Found
from desktop.rules.vietnamese import exact_key, fold

NEAR = 62
"""Least likeness, of a hundred, of a name that is worth proposing."""
MOST_PROPOSALS = 5

AGENCY, TASK, STATE, TIER = "@agency", "@task", "@state", "@tier"
GOAL, STEP, FIGURE = "@goal", "@step", "@figure"
CHANNEL, PRODUCT = "@channel", "@product"

_KINDS = {
    FieldType.AGENCY: AGENCY,
    FieldType.AGENCIES: AGENCY,
    FieldType.TASKS: TASK,
    FieldType.TIER: TIER,
    FieldType.STATE: STATE,
    FieldType.GOAL: GOAL,
    FieldType.GOALS: GOAL,
    FieldType.STEPS: STEP,
    FieldType.FIGURE: FIGURE,
    FieldType.CHANNEL: CHANNEL,
    FieldType.PRODUCT: PRODUCT,
}
_LONG = frozenset({TASK, STEP, GOAL})
"""Kinds whose names are whole sentences, of which people write the beginning."""
_LEAST_BEGINNING = 12

_SIGNS = re.compile(r"(?:[^\w.]|\.(?!\w))+")
_ENDS = re.compile(r"^[\s.,:;()]+|[\s.,:;()]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One thing that can be chosen, and its spellings."""

    value: str
    text: str
    short: str = ""
    """What the table of a register shows; blank for the text itself."""
    others: tuple[str, ...] = ()
    retired: bool = False
    """Found only where no other has the name: of another plan, or no longer used."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word means: exactly these, or nothing certain."""

    values: tuple[str, ...] = ()
    certain: bool = False
    proposals: tuple[str, ...] = ()
    """What it may mean, best first, where that is not certain."""


class _Spellings:
    """Every spelling of the names of one kind."""

    def __init__(self, names: Sequence[Name], before: Iterable[str]) -> None:
        self.known = {one.value: one for one in names}
        self._before = tuple(sorted((fold(one) for one in before), key=len))[::-1]
        self._exact: dict[str, list[str]] = {}
        self._loose: dict[str, list[str]] = {}
        for one in names:
            for spelling in (one.value, one.text, one.short, *one.others):
                if spelling:
                    _add(self._exact, exact_key(spelling), one.value)
                    _add(self._loose, _loose(spelling), one.value)
                    _add(self._loose, self._bare(spelling), one.value)

    def find(self, word: str) -> list[str]:
        """Return every value of that name: as spelled, else without its marks."""
        if word in self.known:
            return [word]
        found = self._exact.get(exact_key(word)) or self._loose.get(_loose(word))
        return found or self._loose.get(self._bare(word), [])

    def begun(self, word: str) -> list[str]:
        """Return every value whose name begins with a word of some length."""
        loose = _loose(word)
        if len(loose) < _LEAST_BEGINNING:
            return []
        known = self._loose.items()
        found = (
            one
            for spelling, many in known
            if spelling.startswith(loose)
            for one in many
        )
        return list(dict.fromkeys(found))

    def only(self, values: list[str]) -> list[str]:
        """Return the values still in use, where there are any among them."""
        return [one for one in values if not self.known[one].retired] or values

    def near(self, word: str) -> tuple[str, ...]:
        """Return the values whose names are nearest, best first."""
        from rapidfuzz import fuzz, process

        found = process.extract(
            _loose(word),
            self._loose.keys(),
            scorer=fuzz.WRatio,
            score_cutoff=NEAR,
            limit=MOST_PROPOSALS * 3,
        )
        values = (one for spelling, _, _ in found for one in self._loose[spelling])
        kept = (one for one in values if not self.known[one].retired)
        return tuple(dict.fromkeys(kept))[:MOST_PROPOSALS]

    def _bare(self, word: str) -> str:
        """Return a word without what is said before a name, such as `nhiệm vụ`."""
        loose = _loose(word)
        for one in self._before:
            if loose.startswith(f"{one} "):
                return loose.removeprefix(f"{one} ")
        return loose


def _add(known: dict[str, list[str]], key: str, value: str) -> None:
    held = known.setdefault(key, [])
    if value not in held:
        held.append(value)


def _loose(text: str) -> str:
    """Return the form in which a name is found whatever its marks and signs."""
    return _ENDS.sub("", _SIGNS.sub(" ", fold(text)))


class Names:
    """All that an entry of an office may name."""

    def __init__(
        self,
        many: Mapping[str, Callable[[], Sequence[Name]]],
        directory: Directory,
        before: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Know where the names of each kind come from; they are asked for once.

        Args:
            many: By kind: a catalogue, or a constant of this module.
            directory: Every spelling of the agencies.
            before: Words that may stand before a name of a kind.
        """
        self._many = many
        self._directory = directory
        self._before = before or {}
        self._made: dict[str, _Spellings] = {}

    def find(self, kind: str, word: str) -> Meant:
        """Return what one name means."""
        spellings = self._of(kind)
        found = spellings.find(word)
        if not found and kind in _LONG:
            found = spellings.begun(word)
        if len(found) > 1:
            found = spellings.only(found)
        if len(found) == 1:
            return Meant((found[0],), certain=True)
        if kind == AGENCY:
            return self._agency(word, found)
        return Meant(proposals=tuple(found) or spellings.near(word))

    def holds(self, kind: str, value: str) -> bool:
        """Tell whether a value is one of its kind."""
        return value in self._of(kind).known

    def agencies(self, text: str) -> tuple[tuple[str, Meant], ...]:
        """Return the names in a text, however set apart, and whom each means."""
        parties = self._directory.match(text)
        return tuple((one.text, self._meant(one.text)) for one in parties)

    def show(self, kind: str, value: str) -> str:
        """Return what the table of a register shows of a value."""
        one = self._of(kind).known.get(value)
        return value if one is None else one.short or one.text

    def write(self, kind: str, value: str) -> str:
        """Return a name by which exactly this value is found again, or the value."""
        one = self._of(kind).known.get(value)
        if one is None:
            return value
        tried = (one.short, one.text) if kind == TASK else (one.text, one.short)
        for text in tried:
            if text and self.find(kind, text) == Meant((value,), certain=True):
                return text
        return value

    def texts(self, kind: str) -> tuple[str, ...]:
        """Return what may be chosen, as it is written into a sheet."""
        known = self._of(kind).known.values()
        return tuple(self.write(kind, one.value) for one in known if not one.retired)

    def choices(self, kind: str) -> tuple[tuple[str, str], ...]:
        """Return each value that may be chosen, with what is written of it."""
        known = [one for one in self._of(kind).known.values() if not one.retired]
        return tuple((one.value, self.write(kind, one.value)) for one in known)

    def values(self, kind: str) -> tuple[str, ...]:
        """Return the values of a kind in their order."""
        return tuple(self._of(kind).known)

    def spellings(self, kind: str, value: str) -> tuple[str, ...]:
        """Return every spelling of one value."""
        one = self._of(kind).known[value]
        return tuple(text for text in (one.text, one.short, *one.others) if text)

    def _meant(self, word: str) -> Meant:
        found = self._of(AGENCY).find(word)
        if len(found) == 1:
            return Meant((found[0],), certain=True)
        return self._agency(word, found)

    def _agency(self, word: str, found: Sequence[str]) -> Meant:
        """Return whom a word means that is no agency's own name, or not only one's."""
        parties = self._directory.match(word)
        if len(parties) == 1 and parties[0].found in (Found.EXACT, Found.GROUP):
            return Meant(tuple(parties[0].agencies), certain=True)
        if len(parties) == 1 and parties[0].found is Found.NOBODY:
            return Meant((), certain=True)
        near = (
            one.agencies[0]
            for party in parties[:1]
            for one in party.proposals
            if len(one.agencies) == 1
        )
        told = tuple(dict.fromkeys((*found, *near)))[:MOST_PROPOSALS]
        return Meant(proposals=told or self._of(AGENCY).near(word))

    def _of(self, kind: str) -> _Spellings:
        if kind not in self._made:
            many = self._many.get(kind, tuple)()
            self._made[kind] = _Spellings(many, self._before.get(kind, ()))
        return self._made[kind]


def kind_of(field: Field) -> str:
    """Return what a field chooses from, as `Names` calls it; blank for nothing."""
    return _KINDS.get(field.type, field.catalogue)
