"""Rows arrive in Excel as what they are."""

from desktop.gui.session import Session
from desktop.gui.tables.columns import columns_of
from desktop.gui.tables.copying import mime_of
from desktop.gui.tables.reading_names import read_names
from tests import builders
from tests.gui.entry_office import register


def test_text_stays_text_and_numbers_stay_numbers(session: Session) -> None:
    record = builders.an_activity(
        title='=1+1 "thử"\tx <b>', attendance=1234, place="007"
    )
    wanted = ("title", "place", "attendance", "pieces", "people")
    columns = [
        one
        for one in columns_of(register(session, "training"), read_names(session))
        if one.field.name in wanted
    ]
    mime = mime_of([record], columns)
    assert mime.text() == '"=1+1 ""thử"" x <b>"\t007\t\t1234\r\n'
    html = mime.html()
    assert "<td style=\"mso-number-format:'\\@'\">007</td>" in html
    assert "<td>1234</td>" in html
    assert "&lt;b&gt;" in html
