"""The words of a report's sections: made from the records, and as an officer left them.

A text made from the records knows which of its numbers counts what. What an officer
wrote over it is kept together with it, so that it can be told later which numbers in
the officer's words no longer agree with the records, and what they are by now.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from desktop.rules.reports.sentences import split_marks

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|\w+|[^\w\s]")
_ANY_NUMBER = "#"
_NOTHING = "0"
"""What a number is by now whose sentence is left out: nothing of it was counted."""
_SURE = 2
"""Digits from which a number is known again wherever it stands alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedNumber:
    """A number in a text."""

    code: str
    """What it counts: a figure's code, `count:met`, `target:` and the goal."""
    start: int
    """Where it begins, in characters."""
    text: str
    """As printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """Words made from the records, one sentence a line."""

    text: str = ""
    numbers: tuple[PlacedNumber, ...] = ()

    @property
    def values(self) -> dict[str, str]:
        """Return what each number is, by what it counts."""
        return {one.code: one.text for one in self.numbers}


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionText:
    """What an officer wrote for a section, and what was made for it at that time."""

    text: str
    generated: Generated = Generated()

    @property
    def edited(self) -> bool:
        """Tell whether the officer changed anything."""
        return self.text.strip() != self.generated.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleNumber:
    """A number in an officer's words that does not agree with the records."""

    start: int
    """Where it stands in the officer's words, in characters."""
    old: str
    """As it stands there."""
    new: str
    """As the records tell it now."""
    code: str
    """What it counts."""
    own: bool = False
    """Whether the officer put it in the place of the one that was made."""


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()

    @property
    def key(self) -> str:
        return _ANY_NUMBER if self.is_number else self.text.casefold()


def generated(marked: str) -> Generated:
    """Return a text made with marks around its numbers, and where they stand."""
    text, numbers = "", []
    for words, code, number in split_marks(marked):
        text += words
        if code:
            numbers.append(PlacedNumber(code=code, start=len(text), text=number))
            text += number
    return Generated(text=text, numbers=tuple(numbers))


def stale(written: SectionText, now: Generated) -> tuple[StaleNumber, ...]:
    """Return the numbers in an officer's words that no longer agree, in order.

    Args:
        written: The officer's words with what was made when they were written.
        now: What is made from the records now.
    """
    by_now = now.values
    found = (
        _stale(number, token, by_now.get(number.code, _NOTHING))
        for number, token in _found_again(written)
    )
    return tuple(sorted((one for one in found if one), key=lambda one: one.start))


def reworded(written: SectionText, now: Generated) -> bool:
    """Tell whether what is made now differs in more than its numbers."""
    then = [token.key for token in _tokens(written.generated.text)]
    return then != [token.key for token in _tokens(now.text)]


def renewed(written: SectionText, now: Generated, *, own: bool = False) -> SectionText:
    """Return the officer's words with the numbers of now.

    Words nobody changed are taken as they are made now.

    Args:
        written: The officer's words with what was made when they were written.
        now: What is made from the records now.
        own: Whether numbers the officer put in are replaced too.
    """
    if not written.edited:
        return SectionText(text=now.text, generated=now)
    text = written.text
    for one in reversed(stale(written, now)):
        if own or not one.own:
            text = text[: one.start] + one.new + text[one.start + len(one.old) :]
    return SectionText(text=text, generated=now)


def number_at(text: str, made: Generated, at: int) -> PlacedNumber | None:
    """Return the number under a position of a section's words, and what it counts.

    In words somebody changed a number is known by its value, where one thing only
    was counted with it.

    Args:
        text: The words as they are now.
        made: What was made from the records when they were written.
        at: In characters; right before and right behind a number are under it, too.
    """
    if text.rstrip() == made.text.rstrip():
        return next((one for one in made.numbers if _under(one, at)), None)
    here = (one for one in _tokens(text) if one.is_number and _under(one, at))
    token = next(here, None)
    if token is None:
        return None
    codes = {one.code for one in made.numbers if one.text == token.text}
    if len(codes) != 1:
        return None
    return PlacedNumber(code=codes.pop(), start=token.start, text=token.text)


def kept(written: SectionText) -> dict[str, object]:
    """Return a section's words as plain values, for the draft that is kept."""
    made = written.generated
    return {
        "text": written.text,
        "generated": made.text,
        "numbers": [[one.code, one.start, one.text] for one in made.numbers],
    }


def read_kept(values: object) -> SectionText | None:
    """Return a section's words from plain values; None when they are not that.

    A bare text is the words of somebody who wrote them from nothing.
    """
    match values:
        case str():
            return SectionText(text=values)
        case {"text": str(text), "generated": str(made), "numbers": list(numbers)}:
            placed = tuple(_placed(numbers, made))
            return SectionText(
                text=text, generated=Generated(text=made, numbers=placed)
            )
    return None


def _under(one: "PlacedNumber | _Token", at: int) -> bool:
    return one.start <= at <= one.start + len(one.text)


def _placed(numbers: list[object], made: str) -> Iterator[PlacedNumber]:
    """Yield the numbers that do stand where they are said to."""
    for one in numbers:
        match one:
            case [str(code), int(start), str(text)] if made[start:].startswith(text):
                yield PlacedNumber(code=code, start=start, text=text)


def _stale(number: PlacedNumber, token: _Token, now: str) -> StaleNumber | None:
    if token.text == now:
        return None
    return StaleNumber(
        start=token.start,
        old=token.text,
        new=now,
        code=number.code,
        own=token.text != number.text,
    )


def _found_again(written: SectionText) -> Iterator[tuple[PlacedNumber, _Token]]:
    """Yield each number that was made with where it stands in the officer's words."""
    then, words = _tokens(written.generated.text), _tokens(written.text)
    same = dict(_alike(then, words))
    placed = {one.start: one for one in written.generated.numbers}
    taken: set[int] = set()
    missed: list[int] = []
    for index, token in enumerate(then):
        number = placed.get(token.start)
        if number is None:
            continue
        at = same.get(index)
        if at is None or not _trusted(then, words, index, at):
            missed.append(index)
            continue
        taken.add(at)
        yield number, words[at]
    for index in missed:
        at = _elsewhere(then, words, index, taken)
        if at is not None:
            taken.add(at)
            yield placed[then[index].start], words[at]


def _tokens(text: str) -> list[_Token]:
    return [_Token(one[0], one.start()) for one in _TOKEN.finditer(text)]


def _alike(then: list[_Token], words: list[_Token]) -> Iterator[tuple[int, int]]:
    """Yield the places of tokens that stand in both texts in one order."""
    matcher = SequenceMatcher(
        None, [one.key for one in then], [one.key for one in words], autojunk=False
    )
    for a, b, size in matcher.get_matching_blocks():
        yield from ((a + step, b + step) for step in range(size))


def _trusted(then: list[_Token], words: list[_Token], index: int, at: int) -> bool:
    """Tell whether a number is the same one: by itself, or by both its neighbours."""
    if then[index].text == words[at].text:
        return True
    return all(_key(then, index + step) == _key(words, at + step) for step in (-1, 1))


def _elsewhere(
    then: list[_Token], words: list[_Token], index: int, taken: set[int]
) -> int | None:
    """Return where a number stands that was moved: once only, or before its word."""
    text = then[index].text
    free = [
        at for at, token in enumerate(words) if token.text == text and at not in taken
    ]
    near = [at for at in free if _key(words, at + 1) == _key(then, index + 1)]
    if near:
        return near[0]
    alone = sum(token.text == text for token in then) == 1
    return free[0] if alone and len(free) == 1 and len(text) >= _SURE else None


def _key(tokens: list[_Token], at: int) -> str:
    return tokens[at].key if 0 <= at < len(tokens) else ""
