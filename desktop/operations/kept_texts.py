"""Read what an officer wrote in the draft of a report, with what was made for it."""

from desktop.records.period import Period
from desktop.rules.calendar import period_name
from desktop.rules.draft_text import SectionText, read_kept
from desktop.store import drafts
from desktop.store.store import Store

REGISTER = "report"
"""What drafts of reports are kept under, among those of the registers."""


def kept_texts(store: Store, kind: str, period: Period) -> dict[str, SectionText]:
    """Return the words kept of a draft, by the section's place in the outline."""
    wanted = f"{REGISTER}/{kind}/{period_name(period)}"
    for name, _, values, _ in drafts.all_kept(store.reader):
        texts = values.get("texts")
        if name == wanted and isinstance(texts, dict):
            read = {place: read_kept(one) for place, one in texts.items()}
            return {place: one for place, one in read.items() if one and one.text}
    return {}
