"""Hold the pages of a PDF to the data attached to it, by the codes they print."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

from desktop.files.pdf.texts import page_texts
from desktop.records.verification import Finding

PAGES: Final = 600
"""Pages that are read; a report of more is not one of ours."""

_LETTER: Final = "[0-9A-HJKMNP-TV-Z]"
_CODE: Final = re.compile(rf"(?<!{_LETTER})(?:{_LETTER}{{5}}-){{4}}{_LETTER}")
"""A short code; `rules.short_code` tells how it is made."""
_HASH: Final = re.compile(r"SHA-256:([0-9a-f]{64})")
"""Printed where the report names its workbook."""
_BLANK: Final = re.compile(r"\s+")


def differences(pdf: bytes, code: str, workbook: bytes | None) -> Iterator[Finding]:
    """Yield what the pages print otherwise than the attached files have it.

    Findings: `code_differs`, with the page, and the code it prints, that is not the
    code of the data; `workbook_hash_differs`, with the page that prints another hash
    than that of the attached workbook. A page that prints none tells nothing: older
    reports have none. Never raises on what is in the bytes.
    """
    digest = "" if workbook is None else hashlib.sha256(workbook).hexdigest()
    try:
        for page, text in enumerate(page_texts(pdf, PAGES), 1):
            plain = _BLANK.sub("", text)
            if others := set(_CODE.findall(plain)) - {code}:
                yield Finding(code="code_differs", facts=(str(page), min(others)))
            if set(_HASH.findall(plain)) - {digest}:
                yield Finding(code="workbook_hash_differs", facts=(str(page),))
    except ValueError:
        return  # whoever checks its signatures tells what is wrong with it
