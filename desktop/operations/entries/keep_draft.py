"""Keep, list and drop what is being typed in a form."""

import datetime as dt
from dataclasses import dataclass

from desktop.operations.outcome import Outcome
from desktop.store import drafts
from desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one form as last typed."""

    id: str
    register: str
    values: dict[str, object]
    kept_at: dt.datetime


def keep(
    store: Store, draft_id: str, register: str, values: dict[str, object]
) -> Outcome[None]:
    """Keep a form's fields, in the place of what was kept of it before."""
    drafts.keep(store, draft_id, register, values)
    return Outcome(None)


def drop(store: Store, draft_id: str) -> Outcome[None]:
    """Forget a draft."""
    drafts.drop(store, draft_id)
    return Outcome(None)


def kept(store: Store) -> tuple[Draft, ...]:
    """Return every draft, newest first."""
    return tuple(Draft(*one) for one in drafts.all_kept(store.reader))
