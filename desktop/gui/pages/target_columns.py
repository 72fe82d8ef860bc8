"""The columns every list of targets has: its two values, and what is said of them."""

from desktop.gui.pages import target_words
from desktop.gui.tables.short_list import Column
from desktop.wording.labels import verdict_label


def result_columns(
    *, numbers: int, verdict: int, whole: bool = False
) -> tuple[Column, ...]:
    """Return the period's value, the cumulative one and the verdict of a `Result`.

    Args:
        numbers: Share of the width of each value.
        verdict: Share of the width of the verdict.
        whole: Whether the verdict is never cut.
    """
    return (
        Column(
            heading="Trong kỳ",
            text=lambda one: target_words.value(one.period, one.target),
            weight=numbers,
            number=True,
        ),
        Column(
            heading="Lũy kế",
            text=lambda one: target_words.value(one.cumulative, one.target),
            weight=numbers,
            number=True,
        ),
        Column(
            heading="Đánh giá",
            text=lambda one: verdict_label(one.headline.verdict),
            weight=verdict,
            whole=whole,
            colour=lambda one: target_words.COLOURS[one.headline.verdict],
        ),
    )
