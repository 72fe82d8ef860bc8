"""The guide is printed from the command line, and never over something else."""

from pathlib import Path

from tests.cli.saying import Say, fault


def test_the_page_for_one_report_or_for_any(
    office: Path, say: Say, tmp_path: Path
) -> None:
    bare = tmp_path / "trang.pdf"
    told = say("guide", bare)
    assert (told.code, told.out) == (0, f"Hướng dẫn ký số: {bare}\n")
    assert bare.read_bytes().startswith(b"%PDF-")
    say("report", office, "--period", "2024")
    own = tmp_path / "bao-cao.pdf"
    assert say("guide", own, "--office", office, "--json").data["guide"] == str(own)
    assert own.read_bytes() != bare.read_bytes()


def test_an_office_without_a_report_is_told(
    office: Path, say: Say, tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    fault(say, "guide", path, "--office", office, kind="ConflictError")
    assert not path.exists()


def test_an_office_is_never_written_over(office: Path, say: Say) -> None:
    before = office.read_bytes()
    told = say("guide", office)
    assert told.code == 2
    assert "không có đuôi .pdf" in told.err
    assert office.read_bytes() == before
