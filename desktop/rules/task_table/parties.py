"""Match the words of a plan that name who leads and takes part with agencies."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.agency import Agency, FormerName
from desktop.records.identity import AgencyId
from desktop.rules.task_table.words import Phrase
from desktop.rules.vietnamese import fold, one_line

NEAR = 90
"""Least likeness, of a hundred, at which a misread name is taken for the nearest."""
WORTH_TELLING = 55
"""Least likeness of a name that is worth proposing at all."""
MOST_PROPOSALS = 5
_LEAST_TOKEN = 50
"""Least likeness of each word: names that differ in one whole word are two names."""

_AND = "và"
_BREAK = re.compile(rf"(\s*[,\n]\s*|\s+{_AND}\s+)", re.IGNORECASE)
_STRONG = re.compile(r"\s*;\s*")
_APART = re.compile(r"\n\s*(?:[-–+•]\s)?")
_ITEM = re.compile(r"\n\s*[-–+•]\s")
"""How a line begins that is an item of a list: it is no broken line."""
_NOT_IN_KEY = re.compile(r"[^a-z0-9]+")
_FILLERS = frozenset({"va"})


class Found(StrEnum):
    """How words were matched."""

    EXACT = "exact"
    """A name, short name or alias of one agency."""
    GROUP = "group"
    """A phrase that stands for all agencies of a kind."""
    NOBODY = "nobody"
    """A phrase that stands for whoever is concerned."""
    CHOSEN = "chosen"
    """Settled by the user."""
    NEAR = "near"
    """Not a name, but near one: proposed."""
    AMBIGUOUS = "ambiguous"
    """A name of several agencies."""
    EMPTY_GROUP = "empty_group"
    """A phrase for a kind of which the office knows no agency."""
    UNKNOWN = "unknown"


SETTLED = frozenset({Found.EXACT, Found.GROUP, Found.NOBODY, Found.CHOSEN})
"""What needs no second look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Agencies words may mean, and how near they are."""

    name: str
    agencies: tuple[AgencyId, ...]
    score: int
    """Likeness of a hundred."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One part of a lead's or partners' text, and whom it names."""

    text: str
    found: Found
    agencies: tuple[AgencyId, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    """The nearest names, best first, where the match needs a second look."""

    @property
    def settled(self) -> bool:
        """Tell whether the match needs no second look."""
        return self.found in SETTLED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """What one spelling stands for."""

    name: str
    """As the office writes it."""
    found: Found
    agencies: tuple[AgencyId, ...]


class Directory:
    """Every spelling by which an office knows its agencies."""

    def __init__(
        self,
        agencies: Sequence[Agency],
        *,
        former: Iterable[FormerName] = (),
        phrases: Iterable[Phrase] = (),
        territory: str = "",
    ) -> None:
        """Collect names, short names, aliases, former names and phrases.

        A plan leaves the name of its own territory out; so every name that ends in it
        is known without it too.
        """
        self.names = {one.id: one.short_name or one.name for one in agencies}
        self._known: dict[str, _Meaning] = {}
        self._folded: dict[str, str] = {}
        for phrase in phrases:
            self._add_phrase(phrase, agencies)
        by_id: defaultdict[AgencyId, list[str]] = defaultdict(list)
        for old in former:
            by_id[old.agency] += [old.name, old.short_name]
        spelled: defaultdict[str, dict[AgencyId, str]] = defaultdict(dict)
        for one in agencies:
            names = (one.name, one.short_name, *one.aliases, *by_id[one.id])
            for name in _spellings(names, territory):
                spelled[_key(name)].setdefault(one.id, name)
        for key, owners in spelled.items():
            self._add_names(key, owners)

    def match(self, text: str) -> tuple[Party, ...]:
        """Return the parts of a text, each with whom it names, in its order.

        Parts are set apart by semicolons; by commas and `và` only where a name or
        phrase does not hold them. A line break sets apart before an item of a list,
        or where both sides are known; else it is a broken line.
        """
        if "\n" in text:
            apart = self._parts(_APART.sub(";", text))
            if _ITEM.search(text) or all(party.settled for party in apart):
                return apart
        return self._parts(one_line(text))

    def _add_phrase(self, phrase: Phrase, agencies: Sequence[Agency]) -> None:
        members = tuple(
            one.id
            for one in agencies
            if one.kind in phrase.kinds
            and (not phrase.tiers or one.tier in phrase.tiers)
        )
        found = Found.GROUP if members else Found.EMPTY_GROUP
        for text in phrase.texts:
            meaning = _Meaning(
                name=text,
                found=found if phrase.kinds else Found.NOBODY,
                agencies=members,
            )
            self._known[_key(text)] = meaning
            self._folded[_spread(text)] = _key(text)

    def _add_names(self, key: str, owners: dict[AgencyId, str]) -> None:
        """Add a spelling; agencies stand before phrases of the same words."""
        if not key:
            return
        found = Found.EXACT if len(owners) == 1 else Found.AMBIGUOUS
        ids = tuple(owners)
        self._known[key] = _Meaning(
            name=self.names[ids[0]],
            found=found,
            agencies=ids[:1] if len(ids) == 1 else ids,
        )
        for name in owners.values():
            self._folded[_spread(name)] = key

    # --- taking a text apart -------------------------------------------------------

    def _parts(self, text: str) -> tuple[Party, ...]:
        strong = [part.strip(" .,;:-–+•") for part in _STRONG.split(text)]
        return tuple(party for part in strong if part for party in self._in_part(part))

    def _in_part(self, part: str) -> Iterator[Party]:
        """Yield the longest known runs of a part, and what lies between them."""
        pieces = _BREAK.split(part)
        start, gap = 0, 0
        while start < len(pieces):
            end = self._longest(pieces, start)
            if end is None:
                start += 2
                continue
            yield from self._unknown(pieces[gap : max(start - 1, gap)])
            yield self._party("".join(pieces[start:end]))
            start = gap = end + 1
        yield from self._unknown(pieces[gap:])

    def _longest(self, pieces: Sequence[str], start: int) -> int | None:
        """Return where the longest known run from a piece ends, or None."""
        ends = range(len(pieces), start, -2)
        return next(
            (end for end in ends if _key("".join(pieces[start:end])) in self._known),
            None,
        )

    def _unknown(self, pieces: Sequence[str]) -> Iterator[Party]:
        """Yield parts nobody has that name; runs near a name come as one."""
        start = 0
        while start < len(pieces):
            near = self._longest_near(pieces, start)
            if near is None:
                end = _to_comma(pieces, start)
                yield self._guess("".join(pieces[start:end]))
                start = end + 1
            else:
                end, party = near
                yield party
                start = end + 1

    def _longest_near(
        self, pieces: Sequence[str], start: int
    ) -> tuple[int, Party] | None:
        for end in range(len(pieces), start, -2):
            party = self._guess("".join(pieces[start:end]))
            if party.found is Found.NEAR:
                return end, party
        return None

    # --- what a run means -------------------------------------------------------------

    def _party(self, text: str) -> Party:
        """Return a run whose spelling is known."""
        meaning = self._known[_key(text)]
        if meaning.found is not Found.AMBIGUOUS:
            return Party(text=text, found=meaning.found, agencies=meaning.agencies)
        proposals = tuple(
            Proposal(name=self.names[one], agencies=(one,), score=100)
            for one in meaning.agencies
        )
        return Party(text=text, found=meaning.found, proposals=proposals)

    def _guess(self, text: str) -> Party:
        """Return a run with the names it is near to; the nearest may be meant."""
        proposals = self.proposals(text)
        if proposals and proposals[0].score >= NEAR and self._one_name(text, proposals):
            best = proposals[0]
            return Party(
                text=text,
                found=Found.NEAR,
                agencies=best.agencies,
                proposals=proposals,
            )
        return Party(text=text, found=Found.UNKNOWN, proposals=proposals)

    def proposals(self, text: str) -> tuple[Proposal, ...]:
        """Return what a text may mean, the nearest first."""
        from rapidfuzz import fuzz, process

        found = process.extract(
            _spread(text),
            self._folded.keys(),
            scorer=fuzz.ratio,
            score_cutoff=WORTH_TELLING,
            limit=MOST_PROPOSALS * 4,
        )
        made: dict[tuple[AgencyId, ...], Proposal] = {}
        for spelling, score, _ in found:
            meaning = self._known[self._folded[spelling]]
            if meaning.found in (Found.EXACT, Found.GROUP):
                made.setdefault(
                    meaning.agencies,
                    Proposal(
                        name=meaning.name, agencies=meaning.agencies, score=round(score)
                    ),
                )
        return tuple(made.values())[:MOST_PROPOSALS]

    def _one_name(self, text: str, proposals: Sequence[Proposal]) -> bool:
        """Tell whether no whole word differs, and no second name is as near."""
        from rapidfuzz import fuzz

        if len(proposals) > 1 and proposals[1].score == proposals[0].score:
            return False
        words = _spread(text).split()
        best = [
            spelling.split()
            for spelling, key in self._folded.items()
            if self._known[key].agencies == proposals[0].agencies
        ]
        return any(
            len(one) == len(words)
            and all(
                fuzz.ratio(a, b) >= _LEAST_TOKEN
                for a, b in zip(one, words, strict=True)
            )
            for one in best
        ) or any(fuzz.ratio(" ".join(one), " ".join(words)) >= 96 for one in best)  # noqa: PLR2004


def _spellings(names: Iterable[str], territory: str) -> Iterator[str]:
    """Yield each name, and without the territory, or without its proper name."""
    place = territory.partition(" ")[2]
    for name in names:
        if not name:
            continue
        yield name
        for ending in (territory, place):
            if ending and name.endswith(f" {ending}"):
                yield name.removesuffix(ending).strip(" ,-–")


def _spread(text: str) -> str:
    """Return a text's words without marks, signs and what begins a plural."""
    words = _NOT_IN_KEY.sub(" ", fold(text).replace("&", " ")).split()
    kept = [word for word in words if word not in _FILLERS]
    return " ".join(kept[1:] if len(kept) > 1 and kept[0] == "cac" else kept)


def _key(text: str) -> str:
    """Return the form in which spellings of one name are equal."""
    return _spread(text).replace(" ", "")


def _to_comma(pieces: Sequence[str], start: int) -> int:
    """Return where a run ends: at the next comma behind which a name may begin.

    `và` may be inside a name, and so may a comma before a small letter.
    """
    end = start + 1
    while end < len(pieces):
        after = pieces[end + 1]
        begins = after[:1].isupper() or _spread(after) != fold(after)
        if begins and pieces[end].strip().lower() != _AND:
            break
        end += 2
    return min(end, len(pieces))
