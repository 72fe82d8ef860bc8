"""What stands above a form and in its stamp: who is asked, by whom, for when."""

import datetime as dt
from dataclasses import dataclass

from desktop.files.forms.form_words import FormWords
from desktop.rules.dates import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class FormHead:
    """The texts of one form's head, and what its hidden stamp says."""

    form_id: str
    unit_id: str
    unit: str
    office: str
    period_code: str
    period_words: str
    """The period in the middle of a sentence."""
    version: int
    practice: bool
    year: int
    document: str
    received: str
    reporter: str
    recipient: str
    period: str
    stamp: str


def form_head(  # noqa: PLR0913  all told by name
    words: FormWords,
    *,
    form_id: str,
    unit_id: str,
    unit: str,
    office: str,
    period_code: str,
    period_words: str,
    document: str,
    due: dt.date | None,
    version: int,
    practice: bool,
    year: int,
) -> FormHead:
    """Return the head of one unit's form.

    Args:
        words: What a form says.
        form_id: Id of the form.
        unit_id: Id of the unit that fills it in.
        unit: Its name.
        office: Name of the office that asks.
        period_code: Code of the period.
        period_words: The period in the middle of a sentence.
        document: The plan by which it asks, in words.
        due: Last acceptable day; None where nobody knows.
        version: 1 for the first form of the unit and period.
        practice: Whether it is a form of a practice office.
        year: Year of the line of the date.
    """
    day = words.received.format(day=format_date(due)) if due else ""
    return FormHead(
        form_id=form_id,
        unit_id=unit_id,
        unit=unit,
        office=office,
        period_code=period_code,
        period_words=period_words,
        version=version,
        practice=practice,
        year=year,
        document=words.document.format(document=document),
        received=day or words.received_blank,
        reporter=words.reporter.format(name=unit),
        recipient=words.recipient.format(name=office),
        period=words.period.format(period=period_words),
        stamp=words.stamp.format(code=form_id[:8].upper(), version=version),
    )
