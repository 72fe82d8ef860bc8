"""Know for which agencies a sender speaks: no unit writes the entries of another."""

from collections.abc import Iterable, Iterator, Mapping

from desktop.records.agency import Agency
from desktop.records.identity import AgencyId


def strangers(
    sender: AgencyId,
    named: Iterable[str],
    agencies: Iterable[Agency],
    own: AgencyId,
) -> tuple[Agency, ...]:
    """Return the agencies for which a sender does not speak, in the order of lists.

    It speaks for itself and all that stands under it; a body of an authority, which is
    of the same level, for all that stands under that one, unless the office does too.

    Args:
        sender: The sender as it is known here.
        named: Whose entries it sent, by their ids here.
        agencies: All that are known here, those the package adds included.
        own: The office that takes the package in.
    """
    known = {one.id: one for one in agencies}
    root = _root(sender, known, own)
    wanted = {AgencyId(one) for one in named}
    found = (one for one in known.values() if one.id in wanted)
    return tuple(one for one in found if root not in _line(one.id, known))


def _root(
    sender: AgencyId, known: Mapping[AgencyId, Agency], own: AgencyId
) -> AgencyId:
    """Return the highest agency of the sender's level above it."""
    level = known[sender].tier if sender in known else ""
    among = set(_line(own, known))
    root = sender
    for one in _line(sender, known):
        if not level or one in among or known[one].tier != level:
            break
        root = one
    return root


def _line(agency: AgencyId, known: Mapping[AgencyId, Agency]) -> Iterator[AgencyId]:
    """Yield an agency and those above it; a ring is gone round once."""
    passed: set[AgencyId] = set()
    one: AgencyId | None = agency
    while one is not None and one in known and one not in passed:
        passed.add(one)
        yield one
        one = known[one].parent
