"""A form is one workbook anybody can fill in, and it is known again by its stamp."""

import hashlib
import re
import time
from dataclasses import replace

import pytest

from desktop.files.forms.writing import CELL_LIMIT, LISTS_SHEET, form_bytes, stamp_cells
from desktop.files.wire.form_content import content_from_json
from desktop.rules.forms.drafting import draft_form
from desktop.rules.forms.found import STAMP_SHEET, stamp_of
from tests import builders
from tests.files import ecma
from tests.files.forms.made import a_head, bytes_of, opened, parts_of, the_bytes
from tests.rules.forms.drafts import a_draft, a_training, facts, layout

LAYOUTS = [("09a", 1), ("09a", 2), ("09e", 1)]


@pytest.mark.parametrize(("code", "version"), LAYOUTS)
def test_a_form_keeps_to_the_schemas(code: str, version: int) -> None:
    draft = draft_form(replace(facts(), layout=layout(code, version)))
    assert ecma.faults(bytes_of(draft)) == []


def test_the_same_form_gives_the_same_bytes() -> None:
    assert form_bytes(a_draft(), a_head()) == the_bytes()


def test_it_holds_nothing_that_runs_or_leads_elsewhere() -> None:
    parts = parts_of(the_bytes())
    names = " ".join(parts).lower()
    assert "vba" not in names
    assert "externallink" not in names
    assert not any(b'TargetMode="External"' in part for part in parts.values())


def test_only_functions_of_2007_are_used() -> None:
    used = set()
    for name, part in parts_of(the_bytes()).items():
        if name.startswith("xl/worksheets/"):
            for formula in re.findall(rb"<f>(.*?)</f>", part):
                plain = re.sub(rb'"[^"]*"|&quot;.*?&quot;', b"", formula)
                used |= set(re.findall(rb"([A-Z.]+)\(", plain))
    assert used <= {
        b"SUMPRODUCT",
        b"IF",
        b"AND",
        b"SUM",
        b"COUNT",
        b"ISNUMBER",
        b"SEARCH",
    }
    assert b"SUMPRODUCT" in used


def test_the_stamp_tells_what_the_form_is() -> None:
    found = opened(the_bytes())[STAMP_SHEET]
    assert found.sheet_state == "veryHidden"
    cells = tuple(str(row[0]) for row in found.iter_rows(values_only=True))
    stamp = stamp_of(cells)
    assert stamp is not None
    assert (stamp.form_id, stamp.unit) == ("0123456789abcdef", builders.UNIT)
    assert (stamp.period_code, stamp.version, stamp.layout) == ("2024", "1", "09a/2")
    assert not stamp.practice
    content = "".join(cells[8:])
    assert content_from_json(content) == a_draft().content
    assert stamp.content_sha256 == hashlib.sha256(content.encode()).hexdigest()


def test_a_long_content_is_cut_into_cells_that_hold_it() -> None:
    many = tuple(a_training(id=f"id{n:04d}", title="Tên dài " * 20) for n in range(150))
    draft = a_draft(entries={"training": many})
    cells = stamp_cells(draft, a_head())[8:]
    assert len(cells) > 1
    assert max(map(len, cells)) <= CELL_LIMIT
    found = opened(bytes_of(draft))[STAMP_SHEET]
    kept = "".join(str(row[0]) for row in found.iter_rows(min_row=9, values_only=True))
    assert content_from_json(kept) == draft.content


def test_a_practice_form_says_so_in_its_stamp() -> None:
    assert stamp_cells(a_draft(), a_head(practice=True))[7] == "1"


def test_lists_stand_on_a_hidden_sheet_under_their_names() -> None:
    book = opened(the_bytes())
    assert book[LISTS_SHEET].sheet_state == "hidden"
    for name, texts in a_draft().lists.items():
        _place, area = next(iter(book.defined_names[name].destinations))
        values = tuple(cell.value for row in book[LISTS_SHEET][area] for cell in row)
        assert values == texts, name


def test_sheets_cannot_be_lost_by_a_slip() -> None:
    security = opened(the_bytes()).security
    assert security.lockStructure
    assert not security.workbookPassword


def test_every_sheet_is_named_as_the_content_says() -> None:
    draft = a_draft()
    expected = [draft.content.summary, *(one.sheet for one in draft.content.sheets)]
    assert opened(the_bytes()).sheetnames == [*expected, LISTS_SHEET, STAMP_SHEET]


def test_a_form_takes_a_fraction_of_a_second() -> None:
    draft, head = a_draft(), a_head()
    form_bytes(draft, head)
    start = time.process_time()
    form_bytes(draft, head)
    assert time.process_time() - start < 1.0
