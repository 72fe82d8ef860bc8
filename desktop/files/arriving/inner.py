"""One file taken from inside another one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inner:
    """A file from an archive or a mail, or why it was not taken out."""

    name: str
    """As the archive or the mail names it: only ever shown, never a place to write."""
    data: bytes = b""
    reason: tuple[str, ...] = ()
    """Code and facts of why there is no data; blank where there is."""
