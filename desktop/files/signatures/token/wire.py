"""What is said between the program and the helper that holds a token: JSON lines.

A question is `{"ask": name, ...}`; its answer `{"good": value}` or `{"reason": key,
"facts": [...]}`. Bytes travel as base64. Nothing in a line can run.
"""

import base64
import json
from typing import Any, Final

LINE_LIMIT: Final = 64_000_000
"""Bytes of one line; a workbook's signed text is a few thousand."""


class RefusedError(Exception):
    """The helper cannot do what it was asked."""

    def __init__(self, reason: str, *facts: str) -> None:
        """Name the reason as `errors.SignatureError` does."""
        super().__init__(reason, *facts)
        self.reason = reason
        self.facts = facts


class NonsenseError(ValueError):
    """A line that is neither question nor answer."""


def pack(message: dict[str, Any]) -> bytes:
    """Return a message as one line."""
    return json.dumps(message, separators=(",", ":")).encode("ascii") + b"\n"


def unpack(line: bytes) -> dict[str, Any]:
    """Return the message of a line. Raise NonsenseError for anything else."""
    try:
        message = json.loads(line)
    except ValueError as error:
        raise NonsenseError(len(line)) from error
    if not isinstance(message, dict):
        raise NonsenseError(type(message).__name__)
    return message


def written(data: bytes) -> str:
    """Return bytes as they travel."""
    return base64.b64encode(data).decode("ascii")


def read(text: object) -> bytes:
    """Return bytes that travelled. Raise NonsenseError for anything else."""
    if not isinstance(text, str):
        raise NonsenseError(type(text).__name__)
    try:
        return base64.b64decode(text, validate=True)
    except ValueError as error:
        raise NonsenseError(len(text)) from error


def value_of(message: dict[str, Any]) -> Any:  # noqa: ANN401  whatever was asked for
    """Return what was asked for.

    Raises:
        RefusedError: It could not be done.
        NonsenseError: The line is no answer.
    """
    if "good" in message:
        return message["good"]
    reason, facts = message.get("reason"), message.get("facts", [])
    if not isinstance(reason, str) or not isinstance(facts, list):
        raise NonsenseError(sorted(message))
    raise RefusedError(reason, *map(str, facts))
