"""Refuse to go on, with the reason for whoever builds."""

from __future__ import annotations

from machine import SetUpError


class BuildError(SetUpError):
    """What was built or fetched is not what it must be."""


def refuse_any(what: str, found: list[str]) -> None:
    """Raise BuildError with each thing found, if there is any."""
    if found:
        raise BuildError("\n".join([f"{what}:", *(f"  {each}" for each in found)]))
