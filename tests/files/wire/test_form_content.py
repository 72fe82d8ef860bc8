"""The content of a form is written one way, and read back whole or not at all."""

import json
from pathlib import Path

import pytest

from desktop.errors import PackageUnreadableError
from desktop.files.wire.form_content import content_from_json, content_to_json
from tests.rules.forms.drafts import a_draft

CONTENT = a_draft().content


def test_what_is_written_is_read_back_the_same() -> None:
    assert content_from_json(content_to_json(CONTENT)) == CONTENT
    assert content_from_json(content_to_json(CONTENT).encode()) == CONTENT


def test_equal_content_gives_equal_text() -> None:
    assert content_to_json(a_draft().content) == content_to_json(CONTENT)


def test_a_list_many_columns_offer_is_written_once() -> None:
    text = content_to_json(CONTENT)
    pillar = "Phổ biến, giáo dục kiến thức"
    offered = [
        one
        for sheet in CONTENT.sheets
        for one in sheet.columns
        if pillar in one.choice_names
    ]
    assert len(offered) > 1
    entries = sum(one.value == pillar for one in CONTENT.prefilled)
    assert text.count(f'"{pillar}"') == 1 + entries


def test_what_a_later_program_adds_is_passed_over() -> None:
    raw = json.loads(content_to_json(CONTENT))
    raw["colour"] = "red"
    assert content_from_json(json.dumps(raw)) == CONTENT


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '"a"',
        '{"sheets": 1}',
        '{"sheets": [{"columns": [{"list": 9}]}], "lists": []}',
        b"\xff\xfe",
    ],
)
def test_any_other_text_is_refused_by_the_file_it_stood_in(text: str | bytes) -> None:
    with pytest.raises(PackageUnreadableError) as caught:
        content_from_json(text, Path("a.xlsx"))
    assert caught.value.path == Path("a.xlsx")


def test_a_content_that_lost_a_part_is_refused() -> None:
    raw = json.loads(content_to_json(CONTENT))
    del raw["totals"]
    with pytest.raises(PackageUnreadableError):
        content_from_json(json.dumps(raw))
