"""What an operation answers: a value, and which tables it touched."""

from dataclasses import dataclass
from typing import Generic, TypeVar

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Value]):
    """The answer of one operation."""

    value: Value
    touched: frozenset[str] = frozenset()
    """Names of the tables written to, by which each screen knows what to reload."""
