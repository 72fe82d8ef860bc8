"""What an operation answers: a value, and which tables it touched."""

from dataclasses import dataclass
from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[ValueT]):
    """The answer of one operation."""

    value: ValueT
    touched: frozenset[str] = frozenset()
    """Names of the tables written to, by which each screen knows what to reload."""
