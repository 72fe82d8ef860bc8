"""Cells arrive in Excel as what they are."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from desktop.gui.forms.fields import Offer
from desktop.gui.session import Session
from desktop.gui.sheet.cell_editors import around
from desktop.gui.tables.columns import Column, columns_of
from desktop.gui.tables.copying import copied_text, mime_of
from desktop.gui.tables.reading_names import read_names
from desktop.records.activity import AudienceCount
from desktop.records.target import Estimate
from desktop.rules.cell_text import Around
from tests import builders
from tests.gui.entry_office import register


def offered(session: Session) -> Around:
    today = dt.date(2024, 12, 20)
    return around(Offer(read_names(session), tuple, today, 2024))


def columns(session: Session, *names: str, code: str = "training") -> Sequence[Column]:
    known = columns_of(register(session, code), read_names(session))
    return [one for name in names for one in known if one.field.name == name]


def test_text_stays_text_and_numbers_stay_numbers(session: Session) -> None:
    record = builders.an_activity(
        title='=1+1 "thử"', note="hai\ndòng <b>", place="007", attendance=1234
    )
    chosen = columns(session, "title", "place", "note", "people", "attendance")
    mime = mime_of([(record, chosen)], offered(session))
    assert mime.text() == '"\'=1+1 ""thử"""\t007\t"hai\ndòng <b>"\t\t1234\r\n'
    html = mime.html()
    assert "<td style=\"mso-number-format:'\\@'\">007</td>" in html
    assert "<td style=\"mso-number-format:'\\@'\">=1+1 &quot;thử&quot;</td>" in html
    assert '<td x:num="1234">1234</td>' in html
    assert 'hai<br style="mso-data-placement:same-cell">dòng &lt;b&gt;' in html


def test_a_negative_number_is_a_number_and_no_formula(session: Session) -> None:
    record = Estimate(
        id="e",  # type: ignore[arg-type]
        goal="g",  # type: ignore[arg-type]
        year=2024,
        made_on=dt.date(2024, 6, 5),
        value=Decimal("-1.50"),
    )
    chosen = columns(session, "value", code="estimate")
    assert mime_of([(record, chosen)], offered(session)).text() == "-1.50\r\n"


def test_cells_left_out_are_blank(session: Session) -> None:
    record = builders.an_activity(place="x")
    (place,) = columns(session, "place")
    assert mime_of([(record, [None, place])], offered(session)).text() == "\tx\r\n"


def test_a_small_table_is_copied_as_its_sum(session: Session) -> None:
    counts = (AudienceCount(audience="women", attendance=12),)  # type: ignore[arg-type]
    record = builders.an_activity(audiences=counts)
    (column,) = columns(session, "audiences")
    assert copied_text(column, record, offered(session)) == "12"
