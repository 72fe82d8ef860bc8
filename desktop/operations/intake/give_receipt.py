"""Give a sender a receipt for what was taken in: version and control total."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.operations.outcome import Outcome
from desktop.progress import Progress, silent
from desktop.records.exchange import Receipt
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key, Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenReceipt:
    """A receipt that was written, and the file to hand back."""

    path: Path
    receipt: Receipt


def give_receipt(  # noqa: PLR0913  for what, where to and by whose key
    store: Store,
    return_id: str,
    folder: Path,
    key: "Key | None",
    progress: Progress = silent,
    *,
    scheme: "Scheme" = "plain",
) -> Outcome[GivenReceipt]:
    """Write the receipt of an accepted return into a folder; without a key unsigned.

    Raises:
        UnknownNameError: There is no such return.
        ConflictError: `not_accepted`.
        FileError: The folder cannot be written to.
        SignatureError: The key cannot sign.
        Cancelled: The user asked to stop.
    """
    raise NotImplementedError
