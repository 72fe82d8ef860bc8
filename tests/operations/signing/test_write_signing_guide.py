"""The guide is written for one report, or for any."""

from pathlib import Path

import pytest

from desktop.errors import Cancelled, FileError, UnknownNameError
from desktop.files.pdf.texts import first_text
from desktop.operations.reports.read_report import read_issued
from desktop.operations.signing.write_signing_guide import (
    guide_name,
    write_signing_guide,
)
from desktop.progress import Step
from desktop.rules.short_code import short_code
from tests.operations.desk import REPORT, Desk


def test_it_names_the_report_its_file_and_its_code(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / guide_name()
    assert path.suffix == ".pdf"
    assert write_signing_guide(path, store=desk.store).value == path
    said = " ".join(first_text(path.read_bytes()).split())
    issued = read_issued(desk.store, REPORT)
    assert desk.pdf.name in said
    assert short_code(issued.content_sha256) in said
    assert "Báo cáo" in said


def test_without_an_office_there_is_room_to_write(tmp_path: Path) -> None:
    path = write_signing_guide(tmp_path / "a.pdf").value
    assert "Tệp: ....." in first_text(path.read_bytes())


def test_an_unknown_report_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with pytest.raises(UnknownNameError):
        write_signing_guide(path, store=desk.store, report_id="không có")
    assert not path.exists()


def test_a_place_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        write_signing_guide(tmp_path / "không có" / "a.pdf")


def test_whoever_stops_it_gets_no_file(tmp_path: Path) -> None:
    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write_signing_guide(tmp_path / "a.pdf", progress=stop)
    assert list(tmp_path.iterdir()) == []
