"""Read which certificates and lists of revoked ones end, and when."""

from pathlib import Path

from desktop import paths
from desktop.operations.office_time import office_time
from desktop.records.ending import Ending
from desktop.records.signing import ReportSignature
from desktop.records.trust import RevocationList
from desktop.rules import endings
from desktop.store import records
from desktop.store.store import Store

_LISTS = frozenset({".crl", ".pem"})


def read_endings(store: Store) -> tuple[Ending, ...]:
    """Return the certificates the office signs with and the lists it asks.

    The first to end stands first; `soon` tells those that must be seen to now. No key
    is opened: what a certificate says is noted at each signing.
    """
    now = office_time(store)
    signed = endings.of_certificates(records.find(store.reader, ReportSignature), now)
    listed = endings.of_lists(_lists(), now)
    return tuple(sorted((*signed, *listed), key=lambda one: one.ends))


def _lists() -> tuple[RevocationList, ...]:
    """Return the lists kept on this machine that a known certificate signed.

    The overview is the first page of all: where no list was ever brought, nothing
    that reads one is loaded.
    """
    folders = (paths.DATA / "trust", paths.user_folder() / "trust")
    if not any(map(_has_lists, folders)):
        return ()
    from desktop.operations.trust.read_trust import read_trust

    return tuple(one for one in read_trust().value.lists if one.known)


def _has_lists(folder: Path) -> bool:
    try:
        return any(one.suffix in _LISTS for one in (folder / "crls").iterdir())
    except OSError:
        return False
