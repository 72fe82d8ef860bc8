"""Read how large signatures and seals are on paper; `data/signature_places.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desktop.paths import DATA


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Room for what is seen of signatures, in millimetres."""

    signature: tuple[float, float]
    """Width and height."""
    seals: tuple[float, float]
    """Width of the smallest seal in use, and of the largest."""
    usual_seal: float
    cover: float
    """Part of the signature's picture that the seal lies over."""
    coarse: float
    """Dots to the inch under which a picture looks poor in print."""


@cache
def sizes(path: Path | None = None) -> Sizes:
    """Return the sizes of a table, the program's own if None.

    Raises:
        KeyError: The table lacks a size.
    """
    with (path or DATA / "signature_places.toml").open("rb") as file:
        table = tomllib.load(file)
    signature, seal, picture = table["signature"], table["seal"], table["picture"]
    return Sizes(
        signature=(float(signature["width"]), float(signature["height"])),
        seals=(float(seal["smallest"]), float(seal["largest"])),
        usual_seal=float(seal["usual"]),
        cover=float(seal["cover"]),
        coarse=float(picture["coarse"]),
    )
