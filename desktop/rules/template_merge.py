"""Bring an office's template together with the one a newer program ships."""

import re
from collections.abc import Mapping
from dataclasses import replace

from desktop.records.template import ReportTemplate

_NAMED = re.compile(r"\{(\w+)\}")


def effective(
    base: ReportTemplate, office: ReportTemplate, shipped: ReportTemplate
) -> ReportTemplate:
    """Return what reports are laid out by: the office's, with every word they need.

    A standing word the office did not change follows the program, as does one that
    asks for something the program no longer gives.
    """
    return replace(office, labels=_labels(base.labels, office.labels, shipped.labels))


def _labels(
    base: Mapping[str, str], office: Mapping[str, str], shipped: Mapping[str, str]
) -> dict[str, str]:
    made = dict(shipped)
    for key, words in office.items():
        changed = words != base.get(key)
        if key in shipped and changed and named_in(words) <= named_in(shipped[key]):
            made[key] = words
    return made


def named_in(text: str) -> frozenset[str]:
    """Return the names in braces a standing word is filled by."""
    return frozenset(_NAMED.findall(text))
