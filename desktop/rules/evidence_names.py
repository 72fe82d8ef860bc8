"""Names of evidence: what is shown, and what a file is called where it is opened."""

import re
from pathlib import PurePosixPath
from typing import Final

from desktop.rules.vietnamese import one_line, slug

NAME_LENGTH: Final = 120
"""Signs of a name on screen."""

_NO_SIGN: Final = re.compile(r"[\x00-\x1f\x7f/\\<>:\"|?*]+")


def kept_name(wanted: str, before: str) -> str:
    """Return a new name with the ending of the old one; a blank one changes nothing."""
    ending = ending_of(before)
    stem = _NO_SIGN.sub(" ", one_line(wanted))
    stem = stem.removesuffix(ending).strip(" .")
    return f"{stem[: NAME_LENGTH - len(ending)]}{ending}" if stem else before


def file_name(name: str, ending: str) -> str:
    """Return a name every system takes, in plain letters: safety A13."""
    stem = name.removesuffix(ending_of(name))
    return f"{slug(stem) or 'minh-chung'}{ending}"


def ending_of(name: str) -> str:
    """Return the ending of a name with its dot; blank where it has none."""
    return PurePosixPath(name.replace("/", " ")).suffix
