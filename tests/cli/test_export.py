"""The files of an issued report can be written once more."""

import json
from pathlib import Path

from desktop.files.signatures.opc.checking import is_signed
from desktop.files.signatures.opc.content import same_content
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest, fault


def test_the_same_report_comes_out_again_without_a_signature(
    practice: Practice, say: Say, tmp_path: Path
) -> None:
    done = say("export", practice.office, "--folder", tmp_path, "--json")
    assert done.code == 0
    data = json.loads(done.out)
    assert set(data) == {"report", "version", "pdf", "workbook", "way", "code"}
    assert data["version"] == 1
    again, first = Path(data["workbook"]), practice.workbook
    assert not is_signed(again.read_bytes())
    assert same_content(first.read_bytes(), again.read_bytes())
    assert b"/ByteRange" not in Path(data["pdf"]).read_bytes()


def test_word_comes_when_asked(practice: Practice, say: Say, tmp_path: Path) -> None:
    done = say("export", practice.office, "--folder", tmp_path, "--word", "--json")
    data = json.loads(done.out)
    assert Path(data["word"]).read_bytes().startswith(b"PK")
    told = say("export", practice.office, "--folder", tmp_path / "x", "--word").out
    assert "Word:  " in told


def test_a_signed_report_is_exported_again_only_where_that_is_asked_for(
    practice: Practice, say: Say
) -> None:
    folder = practice.pdf.parent
    signed = {one: digest(one) for one in (practice.pdf, practice.workbook)}
    command = ("export", practice.office, "--folder", folder)
    error = fault(say, *command, kind="FileError", reason="holds_signature", code=2)
    assert "xuất lại để ký mới" in error["next"]
    assert {one: digest(one) for one in signed} == signed
    assert say(*command, "--anew").code == 0
    for one, was in signed.items():
        assert digest(one) != was
        assert digest(one.with_stem(f"{one.stem}-da-ky-1")) == was


def test_what_was_exported_anew_can_be_signed(practice: Practice, say: Say) -> None:
    folder = practice.pdf.parent
    assert say("export", practice.office, "--folder", folder, "--anew").code == 0
    password = folder.parent / "mat-khau.txt"
    password.write_text("ky-thu", "utf-8")
    key = ("--key", practice.key, "--password-file", password, "--as", "person")
    assert say("sign", practice.office, *key).code == 0
    fault(
        say,
        *("sign", practice.office, *key),
        kind="SignatureError",
        reason="already_signed",
        code=2,
    )


def test_nothing_issued_is_told(say: Say, office: Path) -> None:
    fault(
        say, *("export", office), kind="ConflictError", reason="nothing_issued", code=2
    )
