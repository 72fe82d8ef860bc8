"""Every list of targets tells the period, all of it, and the verdict alike."""

from desktop.gui.pages import target_words
from desktop.gui.pages.target_columns import result_columns
from desktop.gui.session import Session
from desktop.operations.figures.compute_results import compute_results
from desktop.wording.labels import verdict_label


def test_two_values_and_the_verdict_of_a_result(session: Session) -> None:
    one = compute_results(session.store, session.period)[1]
    period, cumulative, verdict = result_columns(numbers=9, verdict=15, whole=True)
    assert period.text(one) == target_words.value(one.period, one.target)
    assert cumulative.text(one) == target_words.value(one.cumulative, one.target)
    assert verdict.text(one) == verdict_label(one.headline.verdict)
    assert (period.weight, verdict.weight, verdict.whole) == (9, 15, True)
