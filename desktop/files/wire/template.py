"""Write a template as canonical JSON, and read it back.

Keys are sorted and nothing stands between tokens: equal templates, equal texts. What
an older program did not know is filled with what the record says of it; what a newer
one added is left aside.
"""

import hashlib
from dataclasses import replace

import msgspec

from desktop.errors import ConflictError
from desktop.records.template import ReportTemplate
from desktop.rules.reports.outline import numbered


def template_to_json(template: ReportTemplate) -> str:
    """Return a template as canonical JSON."""
    return msgspec.json.encode(template, order="sorted").decode()


def template_from_json(text: str, *, kind: str) -> ReportTemplate:
    """Read a template back; `kind` is the one errors speak of.

    Raises:
        ConflictError: It does not hold a template.
    """
    try:
        made = msgspec.json.decode(text, type=ReportTemplate)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise ConflictError("template_damaged", kind, str(error)) from error
    return replace(made, sections=numbered(made.sections))


def template_sha256(template: ReportTemplate) -> str:
    """Return the hash of a whole template, in hexadecimal digits."""
    return hashlib.sha256(template_to_json(template).encode()).hexdigest()
