"""The first words of every section, made from the records in an office's register."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from desktop.records.agency import Agency
from desktop.records.identity import Code
from desktop.records.result import Verdict
from desktop.records.template import ReportTemplate, SectionTemplate
from desktop.rules.reports import growth as report_growth
from desktop.rules.reports import late as report_late
from desktop.rules.reports.agencies import entering, silent
from desktop.rules.reports.draft_text import Generated, generated
from desktop.rules.reports.facts import Facts
from desktop.rules.reports.outline import section_keys
from desktop.rules.reports.received import missing
from desktop.rules.reports.sentences import marked_sentence
from desktop.rules.reports.words import about_targets, counts, standing

Totals = Mapping[Code, Decimal]

_NAMES = re.compile(r"\{(targets|growth|causes|units):(\w+)\}")


def section_texts(facts: Facts, template: ReportTemplate) -> dict[str, Generated]:
    """Return what is made for each section, by its key.

    Blank where the records tell nothing; `SectionTemplate.empty` is printed then.
    """
    totals = {
        **facts.totals,
        **counts(facts),
        Code("count:active"): Decimal(len(entering(facts))),
        Code("count:missing"): Decimal(len(missing(facts))),
        Code("count:silent"): Decimal(len(silent(facts, template.labels))),
    }
    return {
        key: generated("\n".join(_lines(section, facts, totals, template)))
        for section, key in zip(
            template.sections, section_keys(template.sections), strict=True
        )
    }


def _lines(
    section: SectionTemplate, facts: Facts, totals: Totals, template: ReportTemplate
) -> Iterator[str]:
    """Yield the sentences of a section that have something to tell, marked."""
    for text in section.sentences:
        said = marked_sentence(_with_names(text, facts, template), totals)
        if said:
            yield said
    if section.content == "comparison":
        yield from report_growth.sentences(template, facts)
        yield from report_late.sentences(facts, template.labels)


def _with_names(text: str, facts: Facts, template: ReportTemplate) -> str:
    """Fill in the names a sentence tells; blank when there is none of them."""
    text = standing(text, facts)
    for kind, which in _NAMES.findall(text):
        names = _names(kind, which, facts, template)
        if not names:
            return ""
        text = text.replace(f"{{{kind}:{which}}}", names)
    return text


def _names(kind: str, which: str, facts: Facts, template: ReportTemplate) -> str:
    match kind:
        case "targets":
            return about_targets(which, facts)
        case "growth":
            return report_growth.listed(template, facts, up=which == "up")
        case "causes":
            return "; ".join(_causes(facts, template))
        case _:
            lacking = which == "missing"
            found = missing(facts) if lacking else silent(facts, template.labels)
            more = "units_more_missing" if lacking else "units_more"
            return _units(found, template.labels[more])


_MOST_UNITS = 10
"""Names told in one sentence; of more than these only how many there are."""
_LEFT_UNTOLD = 3
"""Fewer than these are named, too: their number would be no shorter."""


def _units(found: Iterable[Agency], and_more: str) -> str:
    names = [one.short_name or one.name for one in found]
    more = len(names) - _MOST_UNITS
    if more < _LEFT_UNTOLD:
        return ", ".join(names)
    told = ", ".join(names[:_MOST_UNITS])
    return and_more.format(names=told, many=more)


def _causes(facts: Facts, template: ReportTemplate) -> list[str]:
    """Return why targets cannot be judged, each reason once."""
    unknown = (
        one
        for one in facts.results
        if one.missing and one.headline.verdict is Verdict.UNKNOWN
    )
    said = (
        template.labels[f"missing_{one.missing}"].format(
            agency=facts.agency(one.target.supplier)
        )
        for one in unknown
    )
    bare = (text.removesuffix(".") for text in said)
    return list(dict.fromkeys(text[:1].lower() + text[1:] for text in bare))
