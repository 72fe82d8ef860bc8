"""Know the fixed words of a collecting form; they are kept with the templates."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from desktop import paths
from desktop.files.catalogue import build


@dataclass(frozen=True, slots=True, kw_only=True)
class FormWords:
    """What a form and the mail that brings it say, besides names and numbers."""

    number: str
    document: str
    document_numbered: str
    document_undated: str
    document_issued: str
    received: str
    received_blank: str
    reporter: str
    recipient: str
    period: str
    period_days: str
    stamp: str
    practice: str
    hint: str
    subject: str
    row_total: str
    row_listed: str
    row_check: str
    check_good: str
    check_number: str
    check_less: str
    check_parts: str
    total_prompt: str
    date_line: str
    signs: tuple[str, ...]
    sign_hints: tuple[str, ...]
    tasks: str
    sheet_title: str
    sheet_hint: str
    sheet_groups: str
    sheet_inherited: str
    old_unit: str
    inherited: str
    list_error: str
    day_error: str
    whole_error: str
    decimal_error: str
    error_title: str
    file_stem: str
    file_version: str
    mail_subject: str
    mail_body: str
    mail_due: str
    mail_inherited: str
    meanings: Mapping[str, str]
    """What is written into a column, by the type of its field."""


@cache
def form_words() -> FormWords:
    """Read the words from `resources/templates/form.toml`.

    Raises:
        FileError: They cannot be read.
    """
    path = paths.RESOURCES / "templates" / "form.toml"
    return build(tomllib.loads(path.read_text("utf-8")), FormWords, path)
