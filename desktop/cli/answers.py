"""Say what a verb did: as lines for a person, or as JSON for a program.

A verb exits with 0 when it is done and good, with 1 when it is done and found
something wanting, and with 2 when it could not be done.
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import click

from desktop.errors import (
    DesktopError,
    InputError,
    PackageForgedError,
    Problem,
    UnknownNameError,
)
from desktop.progress import Progress, Step
from desktop.wording import faults
from desktop.wording.steps import stage_label

GOOD = 0
WANTING = 1
COULD_NOT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a verb has to say."""

    lines: tuple[str, ...]
    """For a person, in Vietnamese."""
    data: Mapping[str, Any]
    """For a program, with English keys that never change their meaning."""
    good: bool = True


def give(answer: Answer, *, as_json: bool) -> int:
    """Print an answer; return what the program exits with."""
    if as_json:
        text = json.dumps(answer.data, ensure_ascii=False, indent=2, default=_plain)
        click.echo(text)
    else:
        for line in answer.lines:
            click.echo(line)
    return GOOD if answer.good else WANTING


def give_fault(error: DesktopError, *, as_json: bool) -> int:
    """Print the four lines of a fault; return what the program exits with."""
    fault = Fault(
        kind=type(error).__name__,
        reason=getattr(error, "reason", ""),
        problems=error.problems if isinstance(error, InputError) else (),
    )
    give_message(faults.explain(error), fault, as_json=as_json)
    return _code(error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a program needs to know of a fault beside its four lines."""

    kind: str
    reason: str = ""
    problems: tuple[Problem, ...] = ()


def give_message(message: faults.Message, fault: Fault, *, as_json: bool) -> None:
    """Print the four lines of a fault, and as JSON what a program needs of it."""
    if as_json:
        data = {
            "kind": fault.kind,
            "reason": fault.reason,
            "problems": [
                {"field": one.field, "code": one.code, "entry": one.entry}
                for one in fault.problems
            ],
            "what": message.what,
            "why": message.why,
            "data": message.data,
            "next": message.next,
        }
        click.echo(json.dumps({"error": data}, ensure_ascii=False, indent=2))
    click.echo(faults.render(message), err=True)


def _code(error: DesktopError) -> int:
    # A row the rules refuse and a forged package are findings, not failures; a name
    # that stands for nothing is a slip in the command itself.
    if isinstance(error, UnknownNameError):
        return COULD_NOT
    return WANTING if isinstance(error, InputError | PackageForgedError) else COULD_NOT


def number(value: Decimal | None) -> int | float | None:
    """Return a figure as JSON writes numbers."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def teller(*, quiet: bool) -> Progress:
    """Return what tells progress on the error stream: once for each stage."""
    told: list[str] = []

    def tell(step: Step) -> None:
        if quiet:
            return
        words = stage_label(step.stage)
        if not told or told[-1] != words:
            told.append(words)
            click.echo(f"… {words}", err=True)

    return tell


def use_utf8() -> None:
    """Let Vietnamese through whatever the console's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, Path):
        return str(value)
    return str(value)
