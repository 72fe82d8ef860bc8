"""Read what an officer wrote in the draft of a report, with what was made for it."""

from desktop.operations.reports.read_templates import load_for
from desktop.records.period import Period
from desktop.rules.calendar import period_name
from desktop.rules.reports.draft_text import SectionText, read_kept
from desktop.rules.reports.outline import by_section
from desktop.store import drafts
from desktop.store.store import Store

REGISTER = "report"
"""What drafts of reports are kept under, among those of the registers."""


def kept_texts(store: Store, kind: str, period: Period) -> dict[str, SectionText]:
    """Return the words kept of a draft, by the section's key.

    An earlier program kept them by the section's place in the outline.

    Raises:
        UnknownNameError: There is no such kind of report.
    """
    wanted = f"{REGISTER}/{kind}/{period_name(period)}"
    for name, _, values, _ in drafts.all_kept(store.reader):
        texts = values.get("texts")
        if name == wanted and isinstance(texts, dict):
            read = {key: read_kept(one) for key, one in texts.items()}
            told = {key: one for key, one in read.items() if one and one.text}
            return by_section(load_for(store, kind).sections, told)
    return {}
