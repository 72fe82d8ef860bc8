"""Keep signed files when a report is written once more: nothing signed is lost unasked.

A report that is signed stays so when its files are written to another folder, for
reading. Only whoever asks for it makes it one that is to be signed again, and then the
signed files are kept aside under other names.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Final

from desktop.errors import FileError
from desktop.operations.reports.read_report import newest_copy
from desktop.operations.signing.finish_signing import SIGNED_TOGETHER
from desktop.records.issued import CopyFormat
from desktop.store.store import Store

ASIDE: Final = "da-ky"
"""What the name of a signed file bears once it was made anew."""
_SIGNED_INSIDE: Final = frozenset({".pdf", ".xlsx"})


def clear_places(paths: Iterable[Path], *, anew: bool) -> None:
    """Refuse to write over signed files; or keep them aside where that was asked for.

    Raises:
        FileError: `holds_signature`: a signed file stands there; `unreadable`: nobody
            can tell; `read_only`: it cannot be given another name.
    """
    for path in tuple(_signed(paths)):
        if not anew:
            raise FileError(path, "holds_signature")
        _set_aside(path)


def stays_signed(store: Store, report_id: str) -> frozenset[CopyFormat]:
    """Return the formats whose newest copy is signed, and stays the one that counts."""
    document = newest_copy(store, report_id, CopyFormat.PDF)
    signed = document is not None and bool(document.signed_by)
    return frozenset(SIGNED_TOGETHER) if signed else frozenset()


def _signed(paths: Iterable[Path]) -> Iterator[Path]:
    from desktop.files.bears_signature import bears_signature

    for path in paths:
        try:
            if path.suffix in _SIGNED_INSIDE and bears_signature(path):
                yield path
        except OSError as error:
            raise FileError(path, "unreadable") from error


def _set_aside(path: Path) -> None:
    """Give a file another name, under which nothing stands yet."""
    free = next(
        place
        for number in count(1)
        if not (place := path.with_stem(f"{path.stem}-{ASIDE}-{number}")).exists()
    )
    try:
        path.rename(free)
    except OSError as error:
        raise FileError(path, "read_only") from error
