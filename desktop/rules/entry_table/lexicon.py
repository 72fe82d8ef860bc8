"""Every heading by which people call the fields of one register."""

import re
from collections.abc import Iterable, Iterator

from desktop.records.import_mapping import HeadingMatch, ImportMapping
from desktop.records.register import Field, Register
from desktop.rules.entry_table.columns import ID, parse_slot
from desktop.rules.entry_table.lines import SHAPES
from desktop.rules.entry_table.names import Names
from desktop.rules.entry_table.words import EntryWords
from desktop.rules.vietnamese import fold

BELOW = " – "
"""Stands between a heading over several columns and the one below it."""
NEAR = 84
"""Least likeness, of a hundred, of a heading that is proposed."""
_SHORTEST_NEAR = 5

_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_SIGNS = re.compile(r"[^a-z0-9]+")


class Lexicon:
    """Every heading known for the entries of one register."""

    def __init__(
        self,
        register: Register,
        names: Names,
        words: EntryWords,
        mappings: Iterable[ImportMapping] = (),
    ) -> None:
        """Collect labels, names, known words, codes and remembered headings."""
        self._register = register
        self._aside = {_key(one) for one in words.aside}
        self._parts = {
            _key(text): part for part, texts in words.parts.items() for text in texts
        }
        self._units = {_key(text) for unit in words.units for text in unit.texts}
        self._exact: dict[str, str] = {}
        self._in_table: dict[str, dict[str, str]] = {}
        for key, slot in _known(register, words):
            if parse_slot(slot, register):
                self._exact.setdefault(key, slot)
        for field in register.fields:
            if field.type in SHAPES:
                self._add_table(field, names)
        self.remembered: dict[str, HeadingMatch] = {}
        for mapping in mappings:
            if mapping.register == register.code:
                for one in mapping.headings:
                    self.remembered.setdefault(one.heading, one)

    def exact(self, heading: str) -> str | None:
        """Return the slot of a heading; blank for one known to tell nothing."""
        upper, _, lower = heading.rpartition(BELOW)
        for text in (heading, lower if upper else ""):
            key = _key(text)
            if not key:
                continue
            if key in self._aside:
                return ""
            slot = self._in_upper(upper, key) or self._exact.get(key)
            if slot:
                return slot
        if upper and _key(lower) in self._units:
            return self.exact(upper)
        bare = _key(_BRACKETS.sub(" ", lower))
        return self._exact.get(bare) or self._with_part(heading)

    def near(self, heading: str) -> str:
        """Return the slot whose heading is nearest; blank for none."""
        from rapidfuzz import fuzz, process

        key = _key(_BRACKETS.sub(" ", heading))
        if len(key) < _SHORTEST_NEAR:
            return ""
        for scorer in (fuzz.ratio, fuzz.token_sort_ratio):
            found = process.extractOne(
                key, self._exact.keys(), scorer=scorer, score_cutoff=NEAR
            )
            if found:
                return self._exact[found[0]]
        return ""

    def recall(self, heading: str) -> HeadingMatch | None:
        """Return what was settled of a heading before."""
        found = self.remembered.get(fold(heading))
        if found is None or not found.field:
            return found
        return found if parse_slot(found.field, self._register) else None

    def _add_table(self, field: Field, names: Names) -> None:
        table = self._in_table.setdefault(field.name, {})
        for code in names.values(field.catalogue):
            for text in names.spellings(field.catalogue, code):
                table.setdefault(_key(text), f"{field.name}#{code}")
        for key, slot in table.items():
            self._exact.setdefault(key, slot)

    def _in_upper(self, upper: str, key: str) -> str:
        """Return the slot of a heading below another that names its table or line."""
        above = self._exact.get(_key(_BRACKETS.sub(" ", upper))) if upper else None
        if above is None:
            return ""
        field, _, line = above.partition("#")
        if line and "." not in line:
            part = self._parts.get(key)
            return f"{above}.{part}" if part else ""
        return self._in_table.get(field, {}).get(key, "")

    def _with_part(self, heading: str) -> str | None:
        """Return the slot of `Phụ nữ: số người` and of `Nông thôn mới – dự kiến`."""
        for sign in (": ", BELOW, " - "):
            line, found, part = heading.rpartition(sign)
            slot = self._exact.get(_key(line)) if found else None
            named = self._parts.get(_key(part))
            if slot and named and "#" in slot and "." not in slot:
                whole = f"{slot}.{named}"
                return whole if parse_slot(whole, self._register) else None
        return None


def _known(register: Register, words: EntryWords) -> Iterator[tuple[str, str]]:
    """Yield every heading of a field, the surest first."""
    for text in words.id:
        yield _key(text), ID
    for field in register.fields:
        yield _key(field.label), field.name
        yield _key(f"{field.label} {field.unit}"), field.name
    for field in register.fields:
        yield _key(field.name), field.name
    own = {field.name for field in register.fields}
    for slot, texts in words.headings.items():
        if slot.partition("#")[0] in own:
            for text in texts:
                yield _key(text), slot


def _key(text: str) -> str:
    """Return the form in which headings are compared."""
    return _SIGNS.sub(" ", fold(text)).strip()
