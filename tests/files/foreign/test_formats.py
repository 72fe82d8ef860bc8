"""Number formats tell days from numbers; openpyxl's opinion is asked as well."""

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from desktop.files.foreign import formats
from desktop.files.foreign.formats import Form, form, form_of

DATED = {formats.DAY, formats.MOMENT, formats.TIME, formats.SPAN}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("", Form()),
        ("General", Form()),
        ("@", Form()),
        ("0.00", Form(decimals=2)),
        ("#,##0.00 [$₫-42A]", Form(decimals=2)),
        ('_-* #,##0 "đ"_-;-* #,##0 "đ"_-', Form()),
        ("0.00E+00", Form(decimals=2)),
        ("0.0%", Form(formats.SHARE, 1)),
        ("000", Form(zeros=3)),
        ("dd/mm/yyyy", Form(formats.DAY)),
        ("[$-42A]d/m/yyyy;@", Form(formats.DAY)),
        ('"ngày" dd "tháng" mm "năm" yyyy', Form(formats.DAY)),
        ("mmm-yy", Form(formats.DAY)),
        ("mm", Form(formats.DAY)),
        ("d/m/yyyy h:mm", Form(formats.MOMENT)),
        ("h:mm", Form(formats.TIME)),
        ("h:mm AM/PM", Form(formats.TIME)),
        ("mm:ss", Form(formats.TIME)),
        ("[h]:mm:ss", Form(formats.SPAN)),
        ('0 "buổi; ngày"', Form()),
        (r"0\d", Form()),
        ("[Red]0", Form()),
    ],
)
def test_a_code_tells_what_a_number_is(code: str, told: Form) -> None:
    assert form(code) == told


def test_the_formats_that_need_no_code_are_known() -> None:
    for number, code in BUILTIN_FORMATS.items():
        ours = form_of(number, {})
        assert (ours.kind in DATED) == is_date_format(code), number
        assert (ours.kind == formats.SPAN) == is_timedelta_format(code), number


def test_a_code_of_the_workbook_comes_before_its_id() -> None:
    assert form_of(14, {14: "0.0"}) == Form(decimals=1)
    assert form_of(200, {200: "dd/mm"}) == Form(formats.DAY)
    assert form_of(201, {200: "dd/mm"}) == Form()
