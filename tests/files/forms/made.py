"""Forms as workbooks, for tests of writing them."""

import datetime as dt
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from openpyxl import load_workbook

from desktop.files.forms.form_head import FormHead, form_head
from desktop.files.forms.form_words import form_words
from desktop.files.forms.writing import form_bytes
from desktop.rules.forms.drafting import FormDraft
from tests import builders
from tests.rules.forms.drafts import a_draft


def a_head(**changes: Any) -> FormHead:
    values: dict[str, Any] = {
        "form_id": "0123456789abcdef",
        "unit_id": builders.UNIT,
        "unit": "UBND xã Đăk Mar",
        "office": "Phòng VHTT",
        "period_code": "2024",
        "period_words": "năm 2024",
        "document": "Kế hoạch số 12/KH-UBND",
        "due": dt.date(2024, 11, 24),
        "version": 1,
        "practice": False,
        "year": 2024,
    }
    return form_head(form_words(), **(values | changes))


@cache
def the_bytes() -> bytes:
    return form_bytes(a_draft(), a_head())


def bytes_of(draft: FormDraft, **changes: Any) -> bytes:
    return form_bytes(draft, a_head(**changes))


def opened(data: bytes) -> Any:
    return load_workbook(BytesIO(data))


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
