"""All files are made of the frozen report, whole, and known by their hash."""

import hashlib
import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from openpyxl import load_workbook

from desktop.errors import Cancelled, FileError
from desktop.files.pdf.texts import first_text
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.export_report import (
    Exported,
    draw_copies,
    draw_preview,
    export_report,
)
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.reports.read_report import newest_copy, read_issued, read_report
from desktop.progress import Step
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.signing import SigningWay
from desktop.rules.short_code import read_code, short_code
from desktop.store import preferences, records
from tests.builders import an_activity
from tests.files.pdf_reader import page_sizes, read_lines
from tests.files.scanner import scanned_codes
from tests.operations.desk import REPORT, Desk


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_both_files_are_there_and_known_by_hash_and_size(desk: Desk) -> None:
    assert names(desk.files.folder) == [desk.pdf.name, desk.workbook.name]
    for path, kind in (
        (desk.pdf, CopyFormat.PDF),
        (desk.workbook, CopyFormat.WORKBOOK),
    ):
        copy = newest_copy(desk.store, REPORT, kind)
        assert copy is not None
        assert (copy.sha256, copy.size) == (digest(path), path.stat().st_size)
        assert copy.signed_by == ""
    newest = desk.store.last_change()
    assert newest is not None
    assert (newest.verb, newest.tables) == ("export_report", ("issued_copies",))


def test_later_records_do_not_reach_the_files(desk: Desk, tmp_path: Path) -> None:
    before = digest(desk.workbook)
    record(desk.store, an_activity(attendance=999))
    again = export_report(desk.store, REPORT, tmp_path / "again").value
    assert digest(again.workbook) == before
    assert again.report.id == REPORT


def test_word_is_written_where_it_is_asked_for(desk: Desk, tmp_path: Path) -> None:
    made = export_report(desk.store, REPORT, tmp_path / "w", word=True).value
    assert names(tmp_path / "w") == [
        "bao-cao-2024-v1.docx",
        "bao-cao-2024-v1.pdf",
        "bao-cao-2024-v1.xlsx",
    ]
    assert made.word is not None
    copy = newest_copy(desk.store, REPORT, CopyFormat.WORD)
    assert copy is not None
    assert copy.sha256 == digest(made.word)
    plain = export_report(desk.store, REPORT, tmp_path / "p").value
    assert plain.word is None
    assert len(names(tmp_path / "p")) == 2


def test_every_file_comes_out_again_with_the_same_bytes(
    desk: Desk, tmp_path: Path
) -> None:
    for place in ("a", "b"):
        export_report(desk.store, REPORT, tmp_path / place, word=True)
    for one in names(tmp_path / "a"):
        assert digest(tmp_path / "a" / one) == digest(tmp_path / "b" / one), one
    assert digest(tmp_path / "a" / desk.pdf.name) == digest(desk.pdf)


def test_the_pdf_carries_the_frozen_data_and_the_workbook(desk: Desk) -> None:
    issued = read_issued(desk.store, REPORT)
    with pikepdf.open(desk.pdf) as document:
        held = {
            name: spec.get_file().read_bytes()
            for name, spec in document.attachments.items()
        }
        kinds = {
            name: str(spec.obj["/AFRelationship"])
            for name, spec in document.attachments.items()
        }
    assert held[desk.workbook.name] == desk.workbook.read_bytes()
    data = held["bao-cao-2024-v1.json"]
    assert hashlib.sha256(data).hexdigest() == issued.content_sha256
    assert kinds == {"bao-cao-2024-v1.json": "/Data", desk.workbook.name: "/Supplement"}


def test_the_workbook_bears_the_hash_of_what_was_frozen_in_whatever_format(
    desk: Desk,
) -> None:
    issued = read_issued(desk.store, REPORT)
    first = json.loads(issued.content)
    first["format"] = 1
    content = json.dumps(first, ensure_ascii=False, separators=(",", ":"))
    frozen = hashlib.sha256(content.encode()).hexdigest()
    old = replace(issued, content=content, content_sha256=frozen)
    report = read_report(desk.store, old)
    book = load_workbook(BytesIO(draw_copies(old, report).workbook))
    held = {row[0]: row[1] for row in book["_machine"].iter_rows(values_only=True)}
    assert held["sha256"] == frozen != issued.content_sha256


def test_a_file_that_cannot_be_drawn_leaves_none_written(
    desk: Desk, tmp_path: Path
) -> None:
    def stop(step: Step) -> None:
        if step.stage == "writing_word":
            raise Cancelled

    with pytest.raises(Cancelled):
        export_report(desk.store, REPORT, tmp_path / "new", stop, word=True)
    assert names(tmp_path / "new") == []


def test_a_stopped_export_notes_nothing_and_leaves_no_half_file(
    desk: Desk, tmp_path: Path
) -> None:
    def stop(step: Step) -> None:
        if step.stage == "recording":
            raise Cancelled

    before = records.count(desk.store.reader, IssuedCopy)
    with pytest.raises(Cancelled):
        export_report(desk.store, REPORT, tmp_path / "new", stop)
    assert records.count(desk.store.reader, IssuedCopy) == before
    assert not [one for one in names(tmp_path / "new") if one.endswith(".part")]


def test_a_place_that_cannot_be_written_is_told(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    before = records.count(desk.store.reader, IssuedCopy)
    with pytest.raises(FileError):
        export_report(desk.store, REPORT, tmp_path / "file")
    assert records.count(desk.store.reader, IssuedCopy) == before


def test_a_preview_is_a_document_and_leaves_no_trace(desk: Desk) -> None:
    before = desk.store.last_change()
    report = read_report(desk.store, read_issued(desk.store, REPORT))
    assert draw_preview(report).startswith(b"%PDF-")
    assert desk.store.last_change() == before


def by_hand(desk: Desk, folder: Path) -> Exported:
    return export_report(desk.store, REPORT, folder, way=SigningWay.PAPER).value


def test_a_paper_to_sign_by_hand_has_a_name_of_its_own_and_nothing_to_sign(
    desk: Desk, tmp_path: Path
) -> None:
    made = by_hand(desk, tmp_path / "p")
    assert names(tmp_path / "p") == [
        "bao-cao-2024-v1-ban-giay.pdf",
        "bao-cao-2024-v1.xlsx",
    ]
    copy = newest_copy(desk.store, REPORT, CopyFormat.PAPER)
    assert copy is not None
    assert (copy.sha256, copy.file_name) == (digest(made.pdf), made.pdf.name)
    with pikepdf.open(made.pdf) as document:
        assert "/AcroForm" not in document.Root
        assert sorted(document.attachments) == [
            "bao-cao-2024-v1.json",
            "bao-cao-2024-v1.xlsx",
        ]
    with pikepdf.open(desk.pdf) as document:
        assert len(document.Root.AcroForm.Fields) == 2


def test_an_office_without_a_key_gets_paper_without_asking(
    desk: Desk, tmp_path: Path
) -> None:
    kept = preferences.get(desk.store.reader)
    assert kept is not None
    set_preferences(desk.store, replace(kept, signing=SigningWay.PAPER))
    made = export_report(desk.store, REPORT, tmp_path / "p").value
    assert (made.way, made.pdf.name) == (
        SigningWay.PAPER,
        "bao-cao-2024-v1-ban-giay.pdf",
    )
    other = export_report(desk.store, REPORT, tmp_path / "d", way=SigningWay.DIGITAL)
    assert other.value.pdf.read_bytes() == desk.pdf.read_bytes()


def test_the_paper_comes_out_again_with_the_same_bytes(
    desk: Desk, tmp_path: Path
) -> None:
    first, second = (by_hand(desk, tmp_path / place) for place in "ab")
    assert first.pdf.read_bytes() == second.pdf.read_bytes()


@pytest.mark.parametrize("way", SigningWay)
def test_every_page_bears_the_code_of_the_frozen_data(
    desk: Desk, tmp_path: Path, way: SigningWay
) -> None:
    made = export_report(desk.store, REPORT, tmp_path, way=way).value
    with pikepdf.open(made.pdf) as document:
        data = document.attachments["bao-cao-2024-v1.json"].get_file().read_bytes()
    code = short_code(hashlib.sha256(data).hexdigest())
    foot = [
        one for one in read_lines(made.pdf.read_bytes()) if "Mã đối chiếu:" in one.text
    ]
    assert [one.page for one in foot] == list(
        range(len(page_sizes(made.pdf.read_bytes())))
    )
    unsigned = "CHƯA KÝ SỐ – đối chiếu theo bản giấy · "
    start = unsigned if way is SigningWay.PAPER else ""
    assert {one.text for one in foot} == {f"{start}Mã đối chiếu: {code}"}


def test_a_scanner_reads_the_hash_of_the_data_inside_off_the_printed_page(
    desk: Desk, tmp_path: Path
) -> None:
    made = by_hand(desk, tmp_path)
    with pikepdf.open(made.pdf) as document:
        data = document.attachments["bao-cao-2024-v1.json"].get_file().read_bytes()
    scanned = scanned_codes(made.pdf.read_bytes(), tmp_path, dots_per_inch=150)
    assert len(scanned) == 1
    read = read_code(scanned[0])
    assert read.sha256 == hashlib.sha256(data).hexdigest()
    assert read.period == "2024"


def test_the_preview_bears_no_code_of_what_may_still_change(desk: Desk) -> None:
    report = read_report(desk.store, read_issued(desk.store, REPORT))
    text = first_text(draw_preview(report))
    assert "Mã đối chiếu" not in text
    assert "CHƯA KÝ SỐ" not in text
