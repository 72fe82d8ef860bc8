"""What became of an office file when all that are known were to be backed up."""

from enum import StrEnum


class Fate(StrEnum):
    """What became of one office file."""

    KEPT = "kept"
    """A checked backup was made."""
    MISSING = "missing"
    """It is not there: removed, or on a drive that is not."""
    FOREIGN = "foreign"
    """What bears its name is no office file."""
    IN_USE = "in_use"
    """Somebody works in it."""
    FAILED = "failed"
