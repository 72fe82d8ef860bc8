"""Change the office's own settings."""

from desktop.operations.outcome import Outcome
from desktop.records.preferences import Preferences
from desktop.store import preferences as kept
from desktop.store.store import Store


def set_preferences(store: Store, preferences: Preferences) -> Outcome[Preferences]:
    """Keep the office's settings."""
    with store.change("set_preferences") as change:
        kept.put(change, preferences)
    return Outcome(preferences, change.touched)
