"""Keep what an officer says of findings with the draft, and print it as footnotes."""

from collections.abc import Iterator

from desktop.operations.outcome import Outcome
from desktop.operations.reports.draft_report import Request
from desktop.records.finding import Explanation, Finding
from desktop.records.period import Period
from desktop.rules.calendar import period_name
from desktop.rules.findings.explaining import explanation_of
from desktop.store import drafts
from desktop.store.store import Store

REGISTER = "findings"
"""What explanations are kept under, among the drafts of the registers."""


def draft_id(kind: str, period: Period) -> str:
    """Return the id under which the explanations of a report are kept."""
    return f"{REGISTER}/{kind}/{period_name(period)}"


def kept_explanations(
    store: Store, kind: str, period: Period
) -> tuple[Explanation, ...]:
    """Return what was said of findings in the draft of a report."""
    wanted = draft_id(kind, period)
    for name, _, values, _ in drafts.all_kept(store.reader):
        if name == wanted:
            return tuple(_read(values))
    return ()


def explain(
    store: Store, request: Request, finding: Finding, text: str
) -> Outcome[tuple[Explanation, ...]]:
    """Keep why a finding stays as it is; a blank text takes back what was said."""
    kind, period = request.kind, request.period
    kept = [o for o in kept_explanations(store, kind, period) if o.key != finding.key]
    if text.strip():
        kept.append(explanation_of(finding, text))
    values: dict[str, object] = {
        one.key: {"facts": list(one.facts), "text": one.text} for one in kept
    }
    name = draft_id(kind, period)
    if values:
        drafts.keep(store, name, REGISTER, values)
    else:
        drafts.drop(store, name)
    return Outcome(tuple(kept))


def _read(values: dict[str, object]) -> Iterator[Explanation]:
    """Yield the explanations of a draft; what is none is passed over."""
    for key, one in values.items():
        match one:
            case {"facts": list(facts), "text": str(text)}:
                yield Explanation(key=key, facts=tuple(map(str, facts)), text=text)
