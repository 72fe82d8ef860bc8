"""Name locked packages after what is in them."""

from typing import Final

ENDING: Final = ".age"
"""What a locked file's name adds to that of its content."""
ARCHIVE: Final = "_khoa.zip"
"""What the name of an archive with a password ends in."""
_PACKAGE: Final = ".zip"


def unlocked_name(name: str) -> str:
    """Return the name of the package that a file is, or was locked around."""
    if name.endswith(ARCHIVE):
        return name.removesuffix(ARCHIVE) + _PACKAGE
    return name.removesuffix(ENDING)
