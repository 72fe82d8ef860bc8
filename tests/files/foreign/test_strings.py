"""Shared texts come in order, with the fonts of their runs and without their sounds."""

from pathlib import Path

import pytest

from desktop.files.foreign.archive import opened
from desktop.files.foreign.strings import Shared, shared_texts
from tests.files.foreign.workbooks import a_book, strings

RUN = '<r><rPr><b/><rFont val="{}"/></rPr><t xml:space="preserve">{}</t></r>'


def texts(folder: Path, *items: str) -> list[Shared]:
    path = a_book(folder / "a.xlsx", xl__sharedStrings=strings(*items))
    return shared_texts(opened(path), "xl/sharedStrings.xml")


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("<t>a</t>", "a"),
        ("<t/>", ""),
        ("", ""),
        ('<t xml:space="preserve"> a </t>', " a "),
        ("<t>a</t><rPh sb='0' eb='1'><t>x</t></rPh><phoneticPr fontId='1'/>", "a"),
        ("<r><t>a</t></r><r><t>b</t></r>", (("a", ""), ("b", ""))),
        (RUN.format(".VnTime", "a") + "<r><t>b</t></r>", (("a", ".VnTime"), ("b", ""))),
        (RUN.format("Arial", "") + RUN.format("Arial", "b"), (("b", "Arial"),)),
    ],
)
def test_each_item_is_a_text_or_its_runs(
    tmp_path: Path, item: str, text: Shared
) -> None:
    assert texts(tmp_path, "<t>before</t>", item, "<t>after</t>") == [
        "before",
        text,
        "after",
    ]


def test_a_workbook_without_shared_texts_has_none(tmp_path: Path) -> None:
    assert shared_texts(opened(a_book(tmp_path / "a.xlsx")), "") == []
