"""Registers: which fields a kind of record has, for the form, the table and import."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.records.figure import Source


class FieldType(StrEnum):
    """What kind of value a field takes, and so which widget and parser."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    DATETIME = "datetime"
    """A day and a time of day (004-X1)."""
    INTEGER = "integer"
    MONEY = "money"
    FLAG = "flag"
    CHOICE = "choice"
    CHOICES = "choices"
    AGENCY = "agency"
    AGENCIES = "agencies"
    TASKS = "tasks"
    GOAL = "goal"
    """A target of a plan in this office."""
    GOALS = "goals"
    STEPS = "steps"
    """Steps of a road map."""
    FIGURE = "figure"
    DECIMAL = "decimal"
    CHANNEL = "own_channel"
    """An own channel recorded before."""
    TIER = "tier"
    PRODUCT = "product"
    AUDIENCES = "audiences"
    """A small table: audience, attendance."""
    STAFF = "staff"
    """A small table: staff group, people, three firsts."""
    SPENDING = "spending"
    """A small table: source, planned, spent."""
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a register: the record's attribute and how it is shown."""

    name: str
    type: FieldType
    label: str
    unit: str = ""
    help: str = ""
    catalogue: str = ""
    """Catalogue of a choice."""
    group: str = ""
    """Quiet heading under which the form shows it."""
    required: bool = False
    column: bool = False
    """Whether the table shows it from the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One register of the place `Hoạt động`: its record, kind and fields."""

    code: str
    name: str
    one: str
    """What one entry is called."""
    source: Source
    kind: str = ""
    """Kind of activity, where the record is an activity."""
    fields: tuple[Field, ...]
