"""Whether a PDF or a workbook bears a signature is told; a doubt is a yes."""

import zipfile
from pathlib import Path

import pytest

from desktop.files import bears_signature as module
from desktop.files.bears_signature import bears_signature
from desktop.records.signing import SignerRole
from tests.operations.desk import Desk, lay_out, sit_down


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    lay_out(tmp_path)
    return sit_down(tmp_path)


def test_our_own_files_bear_one_once_they_are_signed(desk: Desk) -> None:
    assert not bears_signature(desk.pdf)
    assert not bears_signature(desk.workbook)
    desk.sign_as(SignerRole.PERSON)
    assert bears_signature(desk.pdf)
    assert bears_signature(desk.workbook)


def test_a_signature_is_found_across_the_edge_of_what_is_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_PIECE", 64)
    path = tmp_path / "a.pdf"
    for before in range(50, 70):
        path.write_bytes(b"%PDF-" + b" " * before + b"/ByteRange [0 1 2 3]")
        assert bears_signature(path), before
    path.write_bytes(b"%PDF-" + b" " * 300)
    assert not bears_signature(path)


@pytest.mark.parametrize(
    ("member", "signed"),
    [
        ("_xmlsignatures/sig1.xml", True),
        ("_XMLSignatures/origin.sigs", True),
        ("xl/workbook.xml", False),
    ],
)
def test_a_workbook_tells_it_by_its_parts(
    tmp_path: Path, member: str, *, signed: bool
) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(member, "x")
    assert bears_signature(path) is signed


def test_a_damaged_workbook_may_have_been_signed(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    assert bears_signature(path)


def test_a_file_that_is_not_there_bears_none(tmp_path: Path) -> None:
    assert not bears_signature(tmp_path / "none.pdf")
