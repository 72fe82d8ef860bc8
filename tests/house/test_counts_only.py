"""Counts only: nothing anywhere can hold a watched or trained person's particulars.

Rows 001-T5c and 001-N4 of the plan touch false and hostile information: of these the
program keeps totals supplied by the competent agency, with a document and its date.
"""

import datetime as dt
import re
import sqlite3
import typing

import pytest

from desktop.records.identity import AgencyId, Code, RecordId
from desktop.records.tally import Tally
from desktop.store import migrations
from tests.house.record_classes import field_names, records

PARTICULARS = {
    "account",
    "accounts",
    "address",
    "birth",
    "birthday",
    "cccd",
    "citizen",
    "cmnd",
    "email",
    "ethnicity",
    "face",
    "gender",
    "image",
    "images",
    "link",
    "links",
    "offender",
    "offenders",
    "participant",
    "participants",
    "passport",
    "person",
    "persons",
    "phone",
    "photo",
    "photos",
    "picture",
    "profile",
    "religion",
    "screenshot",
    "sex",
    "suspect",
    "suspects",
    "telephone",
    "trainee",
    "trainees",
    "uri",
    "url",
    "urls",
    "username",
    "video",
    "violator",
    "violators",
    "website",
}
TALLY_MAY_HOLD = {
    "id": RecordId,
    "subject": Code,
    "agency": AgencyId,
    "first_day": dt.date,
    "last_day": dt.date,
    "detected": int,
    "handled": int,
    "total": int | None,
    "document_number": str,
    "document_date": dt.date,
}


def smells(name: str) -> bool:
    """Tell whether a field's name speaks of somebody's particulars."""
    return bool(PARTICULARS & set(re.split(r"[\W_\d]+", name.lower())))


def columns() -> list[str]:
    """List every table and column of a fresh office file."""
    db = sqlite3.connect(":memory:")
    migrations.apply(db)
    rows = db.execute(
        "select m.name, c.name from sqlite_master m, pragma_table_xinfo(m.name) c"
        " where m.type in ('table', 'view')"
    ).fetchall()
    db.close()
    return [f"{table}.{column}" for table, column in rows]


def test_no_record_has_a_field_for_particulars_of_a_person() -> None:
    found = {
        f"{record.__name__}.{name}"
        for record in records()
        for name in (record.__name__, *field_names(record))
        if smells(name)
    }
    assert not found


def test_no_column_of_the_office_file_holds_particulars_of_a_person() -> None:
    every = columns()
    assert "activities.attendance" in every
    assert not [column for column in every if smells(column)]


def test_a_supplied_total_is_numbers_and_a_document_and_nothing_more() -> None:
    assert typing.get_type_hints(Tally) == TALLY_MAY_HOLD


def test_supplied_totals_are_kept_in_no_other_column() -> None:
    kept = {name.split(".")[1] for name in columns() if name.startswith("tallies.")}
    assert kept == set(TALLY_MAY_HOLD)


@pytest.mark.parametrize("name", ["account_url", "phone", "posts.link", "person_name"])
def test_the_search_knows_a_smell(name: str) -> None:
    assert smells(name)


@pytest.mark.parametrize("name", ["people", "personnel", "pieces", "linked_on"])
def test_the_search_spares_counts(name: str) -> None:
    assert not smells(name)
