"""Every reason for which a file is not believed has a sentence of its own."""

import re
from pathlib import Path

import pytest

import desktop
from desktop.files.signatures.opc import faults
from desktop.files.signatures.pdf import findings as pdf_findings
from desktop.files.verifying.process import UNCHECKED
from desktop.records.verification import Finding, SheetName
from desktop.wording.signature_findings import (
    SENTENCES,
    finding_sentence,
    named,
    signature_name,
)
from tests.wording.words import assert_a_sentence

PROGRAM = Path(desktop.__file__).parent
FACTS = ("_xmlsignatures/sig1.xml", "2", "3", "4")


def codes_written() -> set[str]:
    """Return the codes that stand as texts where the program tells a finding."""
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    return {
        code
        for text in sources
        for code in re.findall(r"Finding\(code=\"(\w+)\"", text)
    }


def codes() -> set[str]:
    return {*codes_written(), *pdf_findings.CODES, *faults.CODES, *UNCHECKED}


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_finding_has_a_sentence_of_its_own(code: str) -> None:
    general = finding_sentence(Finding(code="never_heard_of"))
    for facts in ((), FACTS):
        told = finding_sentence(Finding(code=code, facts=facts))
        assert told != general
        assert told[-1] == "."
        assert told[0].isupper()
    assert_a_sentence(finding_sentence(Finding(code=code, facts=FACTS)))
    assert_a_sentence(general)


def test_no_two_reasons_are_told_alike_and_none_is_left_over() -> None:
    told = [finding_sentence(Finding(code=one, facts=FACTS)) for one in SENTENCES]
    assert len(set(told)) == len(told)
    assert set(SENTENCES) == codes()


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (
            Finding(code="hash", facts=("so{lieu}.xlsx",)),
            "Tệp “so{lieu}.xlsx” không khớp với bảng kê đã ký.",
        ),
        (
            Finding(code="part_changed", facts=("xl/worksheets/sheet2.xml",)),
            "Phần trang tính “xl/worksheets/sheet2.xml” đã bị thay đổi sau khi ký.",
        ),
        (
            Finding(code="relationship_unsigned", facts=("_rels/.rels", "rId9")),
            (
                "Trong liên kết bên trong “_rels/.rels” có mục “rId9” không được ký: "
                "có thể đã được thêm sau khi ký."
            ),
        ),
        (
            Finding(code="page_changed", facts=("KyCaNhan", "3")),
            "Sau khi có chữ ký của người ký, nội dung trang 3 bị thay đổi.",
        ),
        (
            Finding(code="signature_value_wrong", facts=("KyCoQuan",)),
            (
                "Giá trị của chữ ký của cơ quan không khớp với chứng thư số: chữ ký đã "
                "bị sửa hoặc không do người này ký."
            ),
        ),
    ],
)
def test_a_finding_names_what_it_is_about(finding: Finding, words: str) -> None:
    assert finding_sentence(finding) == words


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("KyCaNhan", "chữ ký của người ký"),
        ("KyCoQuan", "chữ ký của cơ quan"),
        ("/_xmlsignatures/sig2.xml", "chữ ký số thứ 2"),
        ("manifest.json.2.p7s", "chữ ký thứ hai của gói"),
        ("Signature1", "chữ ký “Signature1”"),
        ("", "chữ ký"),
    ],
)
def test_signatures_have_names_people_know(field: str, words: str) -> None:
    assert signature_name(field) == words


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("/xl/styles.xml", "định dạng “xl/styles.xml”"),
        ("xl/worksheets/_rels/a.rels", "liên kết của trang tính “xl/worksheets/_rels/"),
        ("custom/item1.xml", "“custom/item1.xml”"),
        ("", "không rõ tên"),
    ],
)
def test_parts_have_names_people_know(part: str, words: str) -> None:
    assert named(part).startswith(words)


SHEETS = (
    SheetName(part="xl/worksheets/sheet2.xml", name="Tổng hợp"),
    SheetName(part="xl/worksheets/sheet3.xml", name="a”.\n\x1b[2J"),
)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("xl/worksheets/sheet2.xml", "trang tính “Tổng hợp” ({part})"),
        (
            "xl/worksheets/_rels/sheet2.xml.rels#rId1",
            "liên kết của trang tính “Tổng hợp” ({part})",
        ),
        ("xl/worksheets/sheet9.xml", "trang tính “{part}”"),
    ],
)
def test_a_sheet_is_called_what_people_see_in_excel(part: str, words: str) -> None:
    told = words.format(part=part)
    assert named(part, SHEETS) == named(f"/{part}", SHEETS) == told
    finding = Finding(code="part_changed", facts=(part,))
    assert finding_sentence(finding, SHEETS).startswith(f"Phần {told} đã bị")


def test_names_in_a_file_cannot_write_a_sentence_of_their_own() -> None:
    forged = "a”.\nTệp tin được.\x1b[2J"
    for code in ("attachment_changed", "part_unsigned", "unlisted", "unsupported"):
        told = finding_sentence(Finding(code=code, facts=(forged, forged)))
        assert told.isprintable(), code
    assert named(forged).isprintable()
    assert named("xl/worksheets/sheet3.xml", SHEETS).isprintable()
