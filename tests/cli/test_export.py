"""The files of an issued report can be written once more."""

import hashlib
import json
from pathlib import Path

from tests.cli.practice import Practice
from tests.cli.saying import Say, fault


def test_the_same_report_comes_out_again_without_a_signature(
    practice: Practice, say: Say, tmp_path: Path
) -> None:
    done = say("export", practice.office, "--folder", tmp_path, "--json")
    assert done.code == 0
    data = json.loads(done.out)
    assert set(data) == {"report", "version", "pdf", "workbook"}
    assert data["version"] == 1
    again, first = Path(data["workbook"]), practice.workbook
    digests = {hashlib.sha256(one.read_bytes()).digest() for one in (again, first)}
    assert len(digests) == 1
    assert b"/ByteRange" not in Path(data["pdf"]).read_bytes()


def test_word_comes_when_asked(practice: Practice, say: Say, tmp_path: Path) -> None:
    done = say("export", practice.office, "--folder", tmp_path, "--word", "--json")
    data = json.loads(done.out)
    assert Path(data["word"]).read_bytes().startswith(b"PK")
    told = say("export", practice.office, "--folder", tmp_path / "x", "--word").out
    assert "Word:  " in told


def test_what_was_exported_again_can_be_signed(practice: Practice, say: Say) -> None:
    folder = practice.pdf.parent
    assert say("export", practice.office, "--folder", folder).code == 0
    password = folder.parent / "mat-khau.txt"
    password.write_text("ky-thu", "utf-8")
    key = ("--key", folder.parent / "khoa-ky-thu.p12", "--password-file", password)
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
