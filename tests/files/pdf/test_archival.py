"""The archival pass, read back with pikepdf."""

import datetime as dt
import hashlib
import io

import pikepdf
import pytest
from pikepdf import Name, Pdf

from desktop.files.pdf.archival import Properties, archive
from desktop.files.pdf.drawn import Attachment
from tests.files.report_builder import HANOI

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
