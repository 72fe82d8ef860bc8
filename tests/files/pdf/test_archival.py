"""The archival pass, read back with pikepdf."""

import datetime as dt
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Name, Pdf, pdfa

from desktop.files.pdf.archival import Properties, archive
from desktop.files.pdf.document import draw
from desktop.files.pdf.drawn import Attachment, PrintedCode
from desktop.files.pdf.signing_guide import draw_guide
from desktop.records.report import FigureKey, Footnote, Report, Row
from tests.files.report_builder import (
    HANOI,
    a_letterhead,
    a_report,
    a_targets_table,
    an_annex,
)

PROPERTIES = Properties(
    title="BÁO CÁO Kết quả năm 2024",
    author="Phòng Văn hóa và Thông tin",
    program="Sổ Truyền Thông",
    moment=dt.datetime(2024, 12, 16, 9, 15, 30, tzinfo=HANOI),
    language="vi-VN",
)
DATA = Attachment(
    file_name="số liệu.json",
    data=b'{"a": 1}',
    mime="application/json",
    description="Số liệu",
)
CODE = PrintedCode(
    typed="79QB0-Y8F76-P8FJA-F71BB-F", scanned="STT1/PHONGVANHOA/2024/79QB0"
)
SOURCE = Attachment(
    file_name="bao-cao.xlsx",
    data=b"PK",
    mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    description="Bảng tính",
    relationship="Source",
)


@pytest.fixture(scope="module")
def plain() -> bytes:
    with Pdf.new() as document:
        page = document.add_blank_page(page_size=(595, 842))
        page.obj[Name.Trans] = pikepdf.Dictionary()
        written = io.BytesIO()
        document.save(written)
    return written.getvalue()


@pytest.fixture
def document(plain: bytes) -> Pdf:
    return Pdf.open(io.BytesIO(archive(plain, PROPERTIES, (DATA, SOURCE))))


def test_it_claims_part_3_level_u_of_version_1_7(document: Pdf) -> None:
    assert document.pdf_version == "1.7"
    with document.open_metadata() as xmp:
        assert xmp.pdfa_status == "3U"


def test_colours_are_those_of_an_embedded_profile(document: Pdf) -> None:
    (intent,) = document.Root.OutputIntents
    assert intent.S == Name.GTS_PDFA1
    profile = intent.DestOutputProfile
    assert profile.N == 3
    assert profile.read_bytes()[36:40] == b"acsp"
    assert profile.read_bytes()[16:20] == b"RGB "


def test_both_descriptions_say_the_same(document: Pdf) -> None:
    info = document.docinfo
    moments = str(info.CreationDate), str(info.ModDate)
    assert moments == ("D:20241216091530+07'00'",) * 2
    with document.open_metadata(update_docinfo=False) as xmp:
        assert xmp["dc:title"] == str(info.Title) == PROPERTIES.title
        assert xmp["dc:creator"] == [str(info.Author)] == [PROPERTIES.author]
        assert xmp["xmp:CreatorTool"] == str(info.Creator) == PROPERTIES.program
        assert xmp["pdf:Producer"] == str(info.Producer)
        assert xmp["xmp:CreateDate"] == "2024-12-16T09:15:30+07:00"
        assert xmp["xmp:ModifyDate"] == xmp["xmp:CreateDate"]


def test_readers_are_told_the_language_and_to_show_the_title(document: Pdf) -> None:
    assert str(document.Root.Lang) == "vi-VN"
    assert document.Root.ViewerPreferences.DisplayDocTitle == True  # noqa: E712  a PDF object


def test_nothing_is_left_that_an_archive_forbids(document: Pdf) -> None:
    assert "/Trans" not in document.pages[0].obj
    assert "/AcroForm" not in document.Root
    assert "/OpenAction" not in document.Root
    assert not document.is_encrypted


def test_attached_files_are_named_in_order_and_associated(document: Pdf) -> None:
    names = document.Root.Names.EmbeddedFiles.Names
    assert [str(name) for name in list(names)[::2]] == ["bao-cao.xlsx", "số liệu.json"]
    relations = [str(spec.AFRelationship) for spec in document.Root.AF]
    assert relations == ["/Source", "/Data"]


@pytest.mark.parametrize("attachment", [DATA, SOURCE])
def test_an_attached_file_is_whole_and_described(
    document: Pdf, attachment: Attachment
) -> None:
    (spec,) = (
        spec for spec in document.Root.AF if str(spec.UF) == attachment.file_name
    )
    stream = spec.EF.F
    assert stream.read_bytes() == attachment.data
    assert str(stream.Subtype) == f"/{attachment.mime}"
    assert stream.Params.Size == len(attachment.data)
    checksum = hashlib.md5(attachment.data, usedforsecurity=False).digest()
    assert bytes(stream.Params.CheckSum) == checksum
    assert str(spec.F) == attachment.file_name
    assert str(spec.Desc) == attachment.description


def test_without_attached_files_there_is_no_list_of_them(plain: bytes) -> None:
    with Pdf.open(io.BytesIO(archive(plain, PROPERTIES))) as document:
        assert "/AF" not in document.Root
        assert "/Names" not in document.Root


def test_equal_input_gives_equal_bytes(plain: bytes) -> None:
    first = archive(plain, PROPERTIES, (DATA, SOURCE))
    assert archive(plain, PROPERTIES, (SOURCE, DATA)) == first
    assert archive(plain, PROPERTIES, (DATA,)) != first


def a_full_report() -> Report:
    """Return a report with everything that is ever drawn."""
    table = a_targets_table()
    rows = tuple(
        Row(values=row.values, kind=row.kind, key=f"r{place}", codes=("A1",) * 7)
        for place, row in enumerate(table.rows)
    )
    noted = Footnote(
        number=1, text="Vì sao", at=FigureKey(table="targets", row="r1", column="")
    )
    return a_report(
        letterhead=a_letterhead(urgency="KHẨN", contact=("Thị trấn Đăk Hà",)),
        annexes=(an_annex(), an_annex(blocks=(replace(table, rows=rows),))),
        footnotes=(noted, Footnote(number=2, text="Cả báo cáo")),
        practice=True,
    )


@pytest.fixture(scope="module")
def finished() -> dict[str, bytes]:
    """Return whole documents: everything, and a letter, with files and without."""
    letter = a_report(letterhead=a_letterhead(document_type=""), annexes=())
    return {
        "everything": draw(a_full_report(), attachments=(DATA, SOURCE)).pdf,
        "letter": draw(letter).pdf,
        "by_hand": draw(a_full_report(), code=CODE, by_hand=True).pdf,
        "guide": draw_guide(None, PROPERTIES.moment),
    }


KINDS = ("everything", "letter", "by_hand", "guide")


@pytest.mark.parametrize("kind", KINDS)
def test_a_checker_of_another_hand_finds_nothing_against_the_standard(
    finished: dict[str, bytes], kind: str
) -> None:
    """It knows level B, of which U is more: only that it is called U is told."""
    report = pdfa.validate_written(io.BytesIO(finished[kind]), "3b")
    found = {(finding.rule, finding.message) for finding in report.findings}
    assert found == {("ISO_19005_3:6.6.4-3", "pdfaid:conformance is 'U', expected 'B'")}


def without_colours(document: Pdf) -> None:
    del document.Root[Name.OutputIntents]


def without_a_face(document: Pdf) -> None:
    for font in document.pages[0].Resources.Font.values():
        if Name.FontDescriptor in font:
            del font.FontDescriptor[Name.FontFile2]


def with_a_script(document: Pdf) -> None:
    document.Root[Name.OpenAction] = pikepdf.Dictionary(
        S=Name.JavaScript, JS=pikepdf.String("app.alert(1)")
    )


def without_relation(document: Pdf) -> None:
    del document.Root.AF[0][Name.AFRelationship]


@pytest.mark.parametrize(
    "spoil", [without_colours, without_a_face, with_a_script, without_relation]
)
def test_the_checker_does_find_what_is_wrong(
    finished: dict[str, bytes], spoil: Callable[[Pdf], None]
) -> None:
    written = io.BytesIO()
    with Pdf.open(io.BytesIO(finished["everything"])) as document:
        spoil(document)
        document.save(written)
    assert len(pdfa.validate_written(written, "3b").findings) > 1


def shown(document: Pdf) -> Iterator[tuple[pikepdf.Object, bytes]]:
    """Yield each font with the codes that are shown in it."""
    for page in document.pages:
        font = None
        for step in pikepdf.parse_content_stream(page):
            if str(step.operator) == "Tf":
                font = page.Resources.Font[str(step.operands[0])]
            elif str(step.operator) == "Tj":
                assert font is not None
                yield font, bytes(step.operands[0])


def known_codes(font: pikepdf.Object) -> set[int]:
    """Return the codes that the font's map leads to letters."""
    text = font.ToUnicode.read_bytes().decode("ascii")
    codes: set[int] = set()
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last in re.findall(r"<(\w\w)>\s*<(\w\w)>", block):
            codes |= set(range(int(first, 16), int(last, 16) + 1))
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        codes |= {int(code, 16) for code in re.findall(r"<(\w\w)>\s*<", block)}
    return codes


@pytest.mark.parametrize("kind", KINDS)
def test_level_u_every_letter_shown_has_its_unicode(
    finished: dict[str, bytes], kind: str
) -> None:
    counted = 0
    with Pdf.open(io.BytesIO(finished[kind])) as document:
        known: dict[str, set[int]] = {}
        for font, codes in shown(document):
            name = str(font.BaseFont)
            if name not in known:
                known[name] = known_codes(font)
            assert set(codes) <= known[name], name
            counted += len(codes)
    assert counted > 500
