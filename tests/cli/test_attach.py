"""A copy that came back signed is attached, and everything found of it is told."""

from pathlib import Path

import pytest
from PIL import Image

from desktop.cli.options import PASSWORD_VARIABLE
from desktop.files.signatures.keys import load_key
from tests.cli.by_hand import paper_of, printed_code
from tests.cli.saying import Say, fault
from tests.files.pki import PASSWORD, pki
from tests.operations.signed_elsewhere import kept_as, signed, stamped


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)


@pytest.fixture
def sent(office: Path, say: Say) -> Path:
    """Issue the report of an empty year; return its PDF."""
    return Path(say("report", office, "--period", "2024", "--json").data["pdf"])


def came_back(office: Path, sent: Path, number: str) -> Path:
    """Sign a PDF elsewhere, with number and date."""
    key = load_key(pki().person.write_p12(office.parent / "key.p12"), PASSWORD)
    data = signed(stamped(sent.read_bytes(), number, "20", "11"), key)
    return kept_as(office.parent / "ve.pdf", data)


def test_a_signed_copy_is_kept_and_its_number_taken(
    office: Path, sent: Path, say: Say
) -> None:
    copy = came_back(office, sent, "123")
    said = say("attach", office, copy, "--fill-in", "--json")
    assert said.code == 0
    assert (said.data["number"], said.data["date"]) == ("123", "2024-11-20")
    assert (said.data["locked"], said.data["filled_in"]) == (True, True)
    assert said.data["signed_by"] == "Nguyễn Thị Ánh"
    assert Path(said.data["kept"]).read_bytes() == copy.read_bytes()
    assert {one["kind"] for one in said.data["differences"]} == {
        "number",
        "date",
        "stamp",
    }
    listed = say("periods", "list", office, "--json").data["periods"]
    assert (listed[0]["state"], listed[0]["number"]) == ("signed", "123")


def test_a_person_is_told_what_was_found_and_what_may_be_filled_in(
    office: Path, sent: Path, say: Say
) -> None:
    said = say("attach", office, came_back(office, sent, "7"))
    assert said.code == 0
    assert "Trang 1: số văn bản được ghi vào: “7”." in said.out
    assert "Đọc được trên bản đã ký: số 7, ngày 20/11/2024 (thêm --fill-in" in said.out
    assert "đã ký từ ngày" in said.out
    assert "Chưa rõ" in said.out  # nobody here knows who issued the certificate


def test_the_unsigned_file_is_refused(office: Path, sent: Path, say: Say) -> None:
    fault(say, "attach", office, sent, kind="FileError", reason="copy_unsigned")


def test_the_scan_of_a_paper_is_kept_with_the_code_it_bears(
    office: Path, say: Say
) -> None:
    paper = paper_of(office, say)
    scan = office.parent / "quét.pdf"
    Image.new("L", (99, 140), 255).save(scan)
    wrong = ("attach", office, scan, "--code", "79QB0")
    refused = fault(say, *wrong, kind="InputError", code=1)
    assert "gõ lại mã in ở chân trang" in str(refused)
    said = say("attach", office, scan, "--code", printed_code(paper), "--json")
    assert (said.code, said.data["locked"]) == (0, True)
    assert Path(said.data["kept"]).read_bytes() == scan.read_bytes()
    listed = say("periods", "list", office, "--json").data["periods"]
    assert listed[0]["state"] == "signed"


def test_a_person_is_told_that_the_scan_was_kept(office: Path, say: Say) -> None:
    paper = paper_of(office, say)
    scan = office.parent / "quét.pdf"
    Image.new("L", (99, 140), 255).save(scan)
    said = say("attach", office, scan, "--code", printed_code(paper))
    assert said.out.startswith("Mã đối chiếu khớp: bản quét là của báo cáo này.\n")
    assert "đã ký từ ngày" in said.out
