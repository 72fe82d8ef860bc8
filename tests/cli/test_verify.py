"""Whatever is handed in is judged: signed by whom, changed or not, known or not."""

import zipfile
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.options import PASSWORD_VARIABLE
from desktop.records.verification import SignatureVerdict
from desktop.rules.short_code import short_code
from tests.cli.by_hand import paper_of, printed_code
from tests.cli.practice import Practice
from tests.cli.saying import Say, fault
from tests.files.pki import PASSWORD, pki
from tests.files.scanner import scanned_codes

FILE_KEYS = {
    "file",
    "format",
    "light",
    "intact",
    "signatures",
    "expected",
    "report",
    "findings",
    "sheets",
    "members",
}


def verdict(say: Say, path: Path, *more: object) -> tuple[int, dict[str, Any]]:
    said = say("verify", path, *more, "--json")
    assert said.err == ""
    assert said.data["good"] is (said.code == 0)
    found: dict[str, Any] = said.data
    return said.code, found


def keys_of(found: dict[str, Any]) -> None:
    assert set(found) == FILE_KEYS
    for signature in found["signatures"]:
        assert set(signature) == {
            "light",
            *(one.name for one in fields(SignatureVerdict)),
        }
    for finding in found["findings"]:
        assert set(finding) == {"code", "facts", "text"}
    for member in found["members"]:
        keys_of(member)


def repacked(package: Path, name: str, data: bytes) -> Path:
    """Put other bytes in the place of a member, as a forger would."""
    forged = package.with_name(f"forged-{package.name}")
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(forged, "w") as new:
        for member in old.infolist():
            new.writestr(member, data if member.filename == name else old.read(member))
    return forged


@pytest.mark.parametrize("what", ["package", "pdf", "workbook"])
def test_what_the_demonstration_signed_is_good(
    what: str, demonstration: Practice, say: Say
) -> None:
    code, found = verdict(say, getattr(demonstration, what))
    assert (code, found["intact"]) == (0, True)
    found.pop("good")
    keys_of(found)


def test_a_package_is_judged_as_it_was_when_made(
    demonstration: Practice, say: Say
) -> None:
    _, found = verdict(say, demonstration.package)
    found.pop("good")
    assert found == demonstration.data["verification"]


def test_a_person_reads_three_answers_for_each_signature(
    demonstration: Practice, say: Say
) -> None:
    said = say("verify", demonstration.package)
    assert said.code == 0
    for name in (demonstration.package.name, demonstration.pdf.name):
        assert name in said.out
    for name, least in (("Người Ký Thử", 2), ("Phòng Văn hóa", 3)):
        assert said.out.count(f"Ai ký? {name}") >= least


def test_a_document_changed_after_signing_is_found_wanting(
    practice: Practice, say: Say
) -> None:
    data = bytearray(practice.pdf.read_bytes())
    place = data.index(b"x-default") + len('x-default">')  # the title, in plain text
    data[place] ^= 1
    practice.pdf.write_bytes(data)
    code, found = verdict(say, practice.pdf)
    assert (code, found["intact"]) == (1, False)
    assert {one["integrity"] for one in found["signatures"]} == {"changed"}
    assert "đã bị thay đổi sau khi ký" in say("verify", practice.pdf).out


def test_a_workbook_changed_after_signing_is_found_wanting(
    practice: Practice, say: Say
) -> None:
    practice.workbook.write_bytes(practice.workbook.read_bytes() + b" ")
    code, found = verdict(say, practice.workbook)
    assert (code, found["intact"]) == (1, False)
    assert [one["code"] for one in found["findings"]] == ["hidden_bytes"]


@pytest.mark.parametrize("name", ["report.json", "manifest.json"])
def test_a_package_with_another_member_is_found_wanting(
    name: str, practice: Practice, say: Say
) -> None:
    forged = repacked(practice.package, name, b"{}")
    code, found = verdict(say, forged)
    assert (code, found["intact"]) == (1, False)
    assert found["findings"]


def test_an_unsigned_document_is_found_wanting(office: Path, say: Say) -> None:
    made = say("report", office, "--period", "2024", "--json").data
    for name in ("pdf", "workbook"):
        code, found = verdict(say, Path(made[name]))
        assert (code, found["signatures"]) == (1, [])
        assert [one["code"] for one in found["findings"]] == ["unsigned"]


def test_an_unknown_signer_is_found_wanting_until_pinned(
    office: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)
    key = pki().person.write_p12(office.parent / "key.p12")
    assert say("signers", office, "--role", "person").code == 0
    assert say("report", office, "--period", "2024").code == 0
    signed = say("sign", office, "--key", key, "--json").data
    for name in ("pdf", "workbook"):
        path = Path(signed[name])
        code, found = verdict(say, path)
        assert (code, found["intact"]) == (1, True), name
        assert [one["chain"] for one in found["signatures"]] == ["unknown"], name
        root = office.parent / "root.pem"
        root.write_bytes(pki().root.pem)
        code, found = verdict(say, path, "--trust", root)
        assert (code, found["signatures"][0]["chain"]) == (0, "pinned"), name


def test_a_signature_without_its_content_is_found_wanting(
    practice: Practice, say: Say
) -> None:
    with zipfile.ZipFile(practice.package) as package:
        seal = package.read("manifest.json.p7s")
    alone = practice.folder / "công văn.pdf.p7s"
    alone.write_bytes(seal)
    code, found = verdict(say, alone)
    assert code == 1
    assert [one["code"] for one in found["findings"]] == ["content_missing"]


@pytest.mark.parametrize("content", [b"", b"a letter", bytes(5_000)])
def test_there_is_nothing_to_verify_in_other_files(
    content: bytes, tmp_path: Path, say: Say
) -> None:
    place = tmp_path / "x.pdf"
    place.write_bytes(content)
    fault(say, "verify", place, kind="FileError", reason="unreadable")


def test_no_such_file_and_a_folder_are_told(tmp_path: Path, say: Say) -> None:
    fault(say, "verify", tmp_path / "none", kind="FileError", reason="missing")
    fault(say, "verify", tmp_path, kind="FileError", reason="unreadable")


def test_a_package_cut_short_is_told(practice: Practice, say: Say) -> None:
    practice.package.write_bytes(practice.package.read_bytes()[:-100])
    fault(say, "verify", practice.package, kind="PackageUnreadableError")


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_root_that_is_none_is_told(
    content: bytes | None, demonstration: Practice, tmp_path: Path, say: Say
) -> None:
    root = tmp_path / "root.pem"
    if content is not None:
        root.write_bytes(content)
    command = ("verify", demonstration.package, "--trust", root)
    reason = "missing" if content is None else "unreadable"
    error = fault(say, *command, kind="FileError", reason=reason)
    assert "root.pem" in error["what"]


# --- by the paper ------------------------------------------------------------


@pytest.fixture
def paper(office: Path, say: Say) -> Path:
    """Return a report of an office that signs by hand, as it is printed."""
    return paper_of(office, say)


def test_a_paper_without_a_signature_stands_by_its_code(paper: Path, say: Say) -> None:
    code = printed_code(paper)
    assert verdict(say, paper)[0] == 1  # without the code: nobody signed it
    said = say("verify", paper, "--code", code.lower().replace("-", " "))
    assert said.code == 0
    assert "đúng là của bản giấy không? Có: mã khớp" in said.out
    _, found = verdict(say, paper, "--code", code)
    assert found["code"] == {
        "same": True,
        "match": "same",
        "whole": False,
        "wrong_groups": [],
        "sha256": found["code"]["sha256"],
    }
    assert found["signatures"] == []


def test_a_code_that_differs_does_not(paper: Path, say: Say) -> None:
    code = printed_code(paper)
    other = ("0" if code[0] != "0" else "1") + code[1:]
    exit_code, found = verdict(say, paper, "--code", other)
    assert (exit_code, found["code"]["match"]) == (1, "mistyped")
    assert found["code"]["wrong_groups"] == [1]
    said = say("verify", paper, "--code", short_code("00" * 32))
    assert said.code == 1
    assert "Không: đây là mã của một báo cáo khác" in said.out


def test_what_a_scanner_reads_is_compared_whole(
    paper: Path, tmp_path: Path, say: Say
) -> None:
    (scanned,) = scanned_codes(paper.read_bytes(), tmp_path, dots_per_inch=150)
    exit_code, found = verdict(say, paper, "--code", scanned)
    assert (exit_code, found["code"]["whole"]) == (0, True)


def test_a_workbook_has_no_data_to_compare(paper: Path, say: Say) -> None:
    book = paper.with_name(paper.name.replace("-ban-giay.pdf", ".xlsx"))
    exit_code, found = verdict(say, book, "--code", printed_code(paper))
    assert (exit_code, found["code"]["match"]) == (1, None)
