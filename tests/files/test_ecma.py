"""What is written follows the schemas of ECMA-376, and who checks it would see."""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from lxml import etree

from desktop.files.word import document
from desktop.files.workbook import workbook
from desktop.records.report import Report
from tests.files import ecma
from tests.files.report_builder import a_letterhead, a_report
from tests.files.traced_report import a_traced_report

LETTER = a_letterhead(
    document_type="",
    urgency="HỎA TỐC",
    circulation="LƯU HÀNH NỘI BỘ",
    contact=("Số 1 Hùng Vương", "ĐT: 0260 3822 000"),
    addressees=("UBND các xã", "Công an huyện"),
)
REPORTS: dict[str, Callable[[], Report]] = {
    "full": a_report,
    "traced": a_traced_report,
    "practice": lambda: a_traced_report(practice=True),
    "letter": lambda: a_report(
        letterhead=LETTER, blocks=a_report().blocks[:3], annexes=(), data=()
    ),
    "empty": lambda: a_report(blocks=(), annexes=(), data=(), recipients=()),
    "notes out of order": lambda: a_traced_report(
        footnotes=a_traced_report().footnotes[1:]
    ),
}


@cache
def written(name: str, kind: str) -> bytes:
    report = REPORTS[name]()
    if kind == "word":
        return document.draw(report)
    return workbook.draw(report, "a.xlsx")


@pytest.mark.parametrize("kind", ["workbook", "word"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_element_of_every_part_follows_the_schemas(name: str, kind: str) -> None:
    assert ecma.faults(written(name, kind)) == []


def stranger(root: Any) -> None:
    deepest = [one for one in root.iter() if isinstance(one.tag, str)][-1]
    namespace = etree.QName(deepest).namespace
    deepest.append(etree.Element(f"{{{namespace}}}khong-co"))


def strange_attribute(root: Any) -> None:
    root[-1].set("khong-co", "1")


def doubled(root: Any) -> None:
    """Repeat the first child behind the last."""
    root.append(etree.fromstring(etree.tostring(root[0])))


SPOILT: dict[str, Callable[[Any], None]] = {
    "stranger": stranger,
    "attribute": strange_attribute,
    "order": doubled,
}
LISTS = ("Types", "Relationships", "coreProperties", "Properties", "footnotes", "hdr")
"""Roots whose children may stand in any order or number."""
PROSE = (*LISTS, "ftr", "wsDr", "fonts")


@pytest.mark.parametrize("kind", ["workbook", "word"])
@pytest.mark.parametrize("how", SPOILT)
def test_a_fault_planted_in_any_part_is_seen(how: str, kind: str) -> None:
    with zipfile.ZipFile(BytesIO(written("traced", kind))) as archive:
        contents = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }
    blind = []
    for name, content in contents.items():
        root = etree.fromstring(content)
        if how == "order" and etree.QName(root).localname in PROSE:
            continue
        if not len(root):
            continue
        SPOILT[how](root)
        if not list(ecma.part_faults(etree.tostring(root))):
            blind.append(name)
    assert blind == []
    assert len(contents) > 8


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/styles.xml", b'horizontal="center"', b'horizontal="middle"'),
        ("xl/worksheets/sheet1.xml", b'orientation="portrait"', b'orientation="up"'),
        ("xl/worksheets/sheet2.xml", b'<row r="', b'<row r="x'),
        ("xl/charts/chart1.xml", b'<barDir val="bar"', b'<barDir val="pie"'),
        ("xl/workbook.xml", b'state="veryHidden"', b'state="gone"'),
    ],
)
def test_a_value_no_schema_knows_is_seen(part: str, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(BytesIO(written("traced", "workbook"))) as archive:
        content = archive.read(part)
    assert old in content
    assert list(ecma.part_faults(content)) == []
    assert list(ecma.part_faults(content.replace(old, new)))
