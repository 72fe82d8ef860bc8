"""Lay out the letters of an office: reminders, covers of reports, submissions."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from desktop.records.identity import Code
from desktop.records.period import Period
from desktop.records.plan import Plan
from desktop.records.preferences import Preferences
from desktop.records.report import (
    Block,
    Letterhead,
    Paragraph,
    Report,
    SignerBlock,
    Table,
)
from desktop.records.template import ReportTemplate
from desktop.rules import signers
from desktop.rules.calendar import period_name
from desktop.rules.dates import format_date, long_date
from desktop.rules.letters.late_units import LateUnit, late_annex, late_table
from desktop.rules.reports.names import LETTER
from desktop.rules.reports.sentences import sentence
from desktop.rules.vietnamese import slug

MOST_ADDRESSED = 8
"""Units named one by one above a letter; more are listed on an annex."""

_NAME = re.compile(r"\{(\w+)\}")
_PART = re.compile(r"\[([^\[\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """Everything a letter is laid out from."""

    preferences: Preferences
    plan: Plan
    period: Period
    period_words: str
    computed_at: dt.datetime
    letter_id: str
    agency: str
    """Name of the office."""
    recipient: str = ""
    number: str = ""
    dated: dt.date | None = None
    late: tuple[LateUnit, ...] = ()
    reply: dt.date | None = None
    about: Report | None = None
    """The report it goes with."""
    totals: Mapping[Code, Decimal] = field(default_factory=dict)
    """Figures its words name, and other numbers with `count:` before their names."""

    @property
    def day(self) -> dt.date:
        """Return the day of the letter: its date, or today's where it has none."""
        return self.dated or self.computed_at.date()


def lay_out_letter(facts: LetterFacts, template: ReportTemplate) -> Report:
    """Return the whole letter, ready to be drawn as a report is."""
    words = _words(facts, template.labels)
    head = _letterhead(facts, template, words)
    many = len(facts.late) > MOST_ADDRESSED
    return Report(
        id=facts.letter_id,
        code=slug(f"{template.labels['file_stem']} {period_name(facts.period)}"),
        kind=template.code,
        plan_title=facts.plan.title,
        agency=facts.agency,
        agency_id=facts.preferences.agency,
        period=facts.period,
        computed_at=facts.computed_at,
        letterhead=head,
        blocks=tuple(_body(facts, template, words)),
        signer=SignerBlock(
            authority=facts.preferences.authority, name=facts.preferences.signer_name
        ),
        recipients=(template.labels["as_above"], facts.preferences.filing_line),
        annexes=(
            (late_annex(_table(facts, template), head, facts.agency, template.labels),)
            if many
            else ()
        ),
        practice=facts.preferences.practice,
        signers=signers.expected(facts.preferences),
    )


def office_symbol(preferences: Preferences) -> str:
    """Return the office's short name, as the symbol of its reports has it."""
    kind, dash, office = preferences.symbol.partition("-")
    return office if dash else kind


def said(text: str, words: Mapping[str, str]) -> str:
    """Return a text with its words; blank when it names one that is blank.

    So is a part of it in brackets, by its own words; one that names none of them is
    left for the figures in it.
    """
    text = _PART.sub(lambda found: _part(found, words), text)
    names = [name for name in _NAME.findall(text) if name in words]
    if any(not words[name] for name in names):
        return ""
    return _NAME.sub(lambda found: words.get(found[1], found[0]), text)


def _part(found: re.Match[str], words: Mapping[str, str]) -> str:
    named = any(name in words for name in _NAME.findall(found[1]))
    return said(found[1], words) if named else found[0]


def _words(facts: LetterFacts, labels: Mapping[str, str]) -> dict[str, str]:
    """Return what every name in braces stands for; blank where there is nothing."""
    about = facts.about
    dues = [one.due for one in facts.late if one.due is not None]
    return dict.fromkeys(LETTER, "") | {
        "plan": _low(facts.plan.title),
        "period": facts.period_words,
        "territory": facts.plan.territory,
        "agency": facts.agency,
        "office": office_symbol(facts.preferences),
        "recipient": facts.recipient,
        "report": _named(about, labels) if about else "",
        "report_subject": _low(about.letterhead.subject) if about else "",
        "deadline": format_date(min(dues)) if dues else "",
        "reply": format_date(facts.reply) if facts.reply else "",
        "today": format_date(facts.day),
        "closing_day": format_date((about or facts).period.closing_day),
        "late": f"{len(facts.late):02}" if facts.late else "",
    }


def _named(report: Report, labels: Mapping[str, str]) -> str:
    """Return a report as another paper names it, as far as it has a number and day.

    What is named first is named in full, its day in words (Decree 30/2020, Annex I).
    """
    head = report.letterhead
    words = {
        "type": head.document_type.capitalize(),
        "number": f"{head.number}/{head.symbol}" if head.number else "",
        "day": long_date(head.date) if head.date else "",
        "subject": _low(head.subject),
    }
    return said(labels["report_named"], words)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def _letterhead(
    facts: LetterFacts, template: ReportTemplate, words: Mapping[str, str]
) -> Letterhead:
    superior, agency = facts.preferences.issuer_lines
    return Letterhead(
        superior=superior,
        agency=agency,
        number=facts.number,
        symbol=said(template.symbol, words) or facts.preferences.symbol,
        place=facts.preferences.place,
        date=facts.dated,
        year=facts.day.year,
        document_type=template.document_type,
        subject=said(template.subject, words),
        addressees=_addressees(facts, template, words),
        contact=facts.preferences.contact,
    )


def _addressees(
    facts: LetterFacts, template: ReportTemplate, words: Mapping[str, str]
) -> tuple[str, ...]:
    wording = template.addressee or "{recipient}"
    if "{unit}" not in wording:
        return tuple(name for name in (said(wording, words),) if name)
    if len(facts.late) > MOST_ADDRESSED:
        return (template.labels["late_many"],)
    return tuple(said(wording, {**words, "unit": one.name}) for one in facts.late)


def _body(
    facts: LetterFacts, template: ReportTemplate, words: Mapping[str, str]
) -> Iterator[Block]:
    for text in template.opening:
        told = sentence(said(text, words), facts.totals)
        if told:
            yield Paragraph(text=told)
    if 0 < len(facts.late) <= MOST_ADDRESSED:
        yield _table(facts, template)
    closing = said(template.closing, words)
    if closing:
        yield Paragraph(text=closing)


def _table(facts: LetterFacts, template: ReportTemplate) -> Table:
    return late_table(facts.late, facts.day, facts.period_words, template.labels)
