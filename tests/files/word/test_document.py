"""The Word document holds what the page holds, and is the same every time."""

import datetime as dt
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from desktop.errors import Cancelled, FileError
from desktop.files.practice_mark import PRACTICE_KEYWORD
from desktop.files.word import document
from desktop.progress import Step
from desktop.records.report import Column, Paragraph, Report, Row, Table
from tests.files.report_builder import a_letterhead, a_report, a_sentence
from tests.files.traced_report import a_traced_report
from tests.files.word.reading import W, opened, parts, root, texts
from tests.files.workbook.test_workbook import PAYLOADS


def a_list(*values: str) -> Report:
    table = Table(
        code="t",
        title="Bảng",
        sheet="Bảng",
        columns=(Column(heading=("Nội dung",)),),
        rows=tuple(Row(values=(value,)) for value in values),
    )
    return a_report(blocks=(table,), annexes=(), data=())


def test_the_same_report_gives_the_same_bytes() -> None:
    first = document.draw(a_traced_report())
    assert first == document.draw(a_traced_report())
    assert first != document.draw(a_traced_report(practice=True))


def test_no_part_bears_the_clock_or_the_library_s_template() -> None:
    found = parts(document.draw(a_report()))
    core = found["docProps/core.xml"].decode()
    assert "python-docx" not in core
    assert re.findall(r">(20\d\d-[^<]*)<", core) == ["2024-12-16T02:15:30Z"] * 2
    assert not [n for n in found if "thumbnail" in n or "customXml" in n]
    assert sum(map(len, found.values())) < 400_000


def test_every_text_of_the_report_is_there_in_its_order() -> None:
    report = a_report()
    found = texts(opened(report))
    wanted = [
        "UBND HUYỆN ĐĂK HÀ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 05/BC-VHTT",
        "Đăk Hà, ngày 05 tháng 02 năm 2024",
        "BÁO CÁO",
        "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
        a_sentence(1),
        "Kết quả thực hiện các mục tiêu, chỉ tiêu",
        a_sentence(4),
        "Nơi nhận:",
        "- Lưu: VT, VHTT.",
        "PHÓ TRƯỞNG PHÒNG",
        "Trần Thị Thuỷ Tiên",
        "Phụ lục I",
        "Phụ lục II",
    ]
    places = [found.index(line) for line in wanted]
    assert places == sorted(places)


def test_figures_are_printed_as_on_the_page() -> None:
    found = texts(opened(a_report()))
    assert {"77,7", "1.204", "1.350.000.000", "10/01/2024"} <= set(found)


def test_headings_are_real_and_make_an_outline() -> None:
    made = opened(a_report())
    styles = [(p.style.name, p.text) for p in made.paragraphs]
    assert ("Heading 1", "II. KẾT QUẢ THỰC HIỆN") in styles
    assert ("Heading 2", "1. Các mục tiêu, chỉ tiêu") in styles
    assert ("Heading 3", "a) Truyền thông trực tiếp") in styles
    (first,) = [s for s in made.styles if s.name == "Heading 1"]
    assert first.font.bold
    assert first.font.all_caps
    assert first.paragraph_format.keep_with_next


def test_type_and_language_are_one_throughout() -> None:
    found = parts(document.draw(a_report()))
    every = b"".join(found.values()).decode("utf-8", "replace")
    assert set(re.findall(r'w:ascii="([^"]*)"', every)) == {"Times New Roman"}
    assert set(re.findall(r'<w:lang w:val="([^"]*)"', every)) == {"vi-VN"}
    assert 'w:themeFontLang w:val="vi-VN"' in every
    assert "asciiTheme" not in every


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_text_is_interpreted(payload: str) -> None:
    content = document.draw(a_list(payload))
    made = Document(BytesIO(content))
    shown = made.tables[1].rows[1].cells[0].text
    assert shown.strip() == payload.replace("\r", "\n").strip()


def test_fields_are_the_page_number_alone() -> None:
    nasty = '{ HYPERLINK "http://x.example" } <w:p/> &amp; { INCLUDETEXT "c:/x" }'
    content = document.draw(a_report(blocks=(Paragraph(text=nasty),)))
    every = b"".join(parts(content).values()).decode("utf-8", "replace")
    assert set(re.findall(r"<w:instrText[^>]*>([^<]*)<", every)) == {"PAGE"}
    assert "w:hyperlink" not in every
    assert 'TargetMode="External"' not in every
    assert f"{nasty}./." in texts(Document(BytesIO(content)))


def test_characters_xml_cannot_carry_are_left_out() -> None:
    made = opened(a_report(blocks=(Paragraph(text="a\x00b\ufffec😀"),)))
    assert "abc😀./." in texts(made)


def test_it_says_that_what_comes_back_is_not_read() -> None:
    made = opened(a_report())
    first = made.sections[0].first_page_footer
    assert "không được đọc lại" in first.paragraphs[0].text


def test_a_practice_report_says_so_on_every_page() -> None:
    made = opened(a_traced_report(practice=True))
    for foot in (made.sections[0].footer, made.sections[0].first_page_footer):
        assert "thực hành" in foot.paragraphs[-1].text
    assert all(section.footer.is_linked_to_previous for section in made.sections[1:])
    assert made.core_properties.keywords == PRACTICE_KEYWORD
    assert "thực hành" not in opened(a_report()).sections[0].footer.paragraphs[-1].text


def test_a_letter_of_words_alone_is_written() -> None:
    head = a_letterhead(document_type="", subject="đôn đốc báo cáo")
    report = a_report(letterhead=head, blocks=(), annexes=(), data=(), recipients=())
    found = texts(opened(report))
    assert "V/v đôn đốc báo cáo" in found
    assert "Nơi nhận:" not in found


def test_the_file_is_named_by_its_figures_day() -> None:
    properties = opened(a_report()).core_properties
    assert properties.created == dt.datetime(2024, 12, 16, 2, 15, 30, tzinfo=dt.UTC)
    assert properties.title.startswith("BÁO CÁO Kết quả thực hiện")
    assert properties.language == "vi-VN"
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    def stop(step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        document.write(a_report(), tmp_path / "a.docx", progress=stop)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        document.write(a_report(), tmp_path / "không có" / "a.docx")
    assert caught.value.reason == "no_folder"


def test_progress_reaches_the_end() -> None:
    steps: list[Step] = []
    document.draw(a_report(), progress=steps.append)
    assert steps[-1] == Step("writing_word", 3, 3)


def test_a_slip_is_written_like_any_other() -> None:
    slip = replace(a_report(), slip=1, corrects="x", letterhead=a_letterhead())
    assert "BÁO CÁO" in texts(opened(slip))


def test_numbers_of_notes_and_body_are_all_there() -> None:
    content = document.draw(a_traced_report())
    notes: Any = root(content, "word/footnotes.xml")
    words = ["".join(t.text for t in n.iter(f"{W}t")) for n in notes][2:]
    assert words == [
        " Xã Đăk Mar chưa báo cáo quý IV.",
        " Số liệu theo hồ sơ.",
        " Đơn vị mới thành lập.",
        " Gồm cả hai ngày.",
    ]
