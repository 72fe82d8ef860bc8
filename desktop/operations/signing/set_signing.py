"""Set how an office signs its reports, and who signs them by a key."""

from collections.abc import Collection
from dataclasses import replace

from desktop.errors import InputError, Problem
from desktop.operations.figures.compute_results import read_office
from desktop.operations.outcome import Outcome
from desktop.records.preferences import Preferences
from desktop.records.signing import SignerRole, SigningWay
from desktop.rules import signers
from desktop.store import preferences as kept
from desktop.store.store import Store


def set_signing(
    store: Store,
    way: SigningWay | None = None,
    roles: Collection[SignerRole] | None = None,
) -> Outcome[Preferences]:
    """Keep the way and the roles; what is None stays as it was.

    Reports issued before expect those they were issued with. An office that signs on
    paper keeps its roles for the day it has a key.

    Raises:
        InputError: Nobody is left to sign by a key.
        ConflictError: The file holds no office yet.
    """
    before = read_office(store).preferences
    wanted = replace(
        before,
        signing=way or before.signing,
        signers=before.signers if roles is None else signers.in_order(roles),
    )
    if not wanted.signers:
        raise InputError((Problem("signers", "missing"),))
    with store.change("set_signing") as change:
        kept.put(change, wanted)
    return Outcome(wanted, change.touched)
