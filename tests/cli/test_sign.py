"""Signing names the signer, and only files this program made are signed."""

import zipfile
from pathlib import Path

import pytest

from desktop.cli.options import PASSWORD_VARIABLE
from tests.cli.practice import Practice
from tests.cli.saying import Say, digest, fault
from tests.files.pki import PASSWORD, Identity, pki

KEYS = {
    "report",
    "role",
    "signer",
    "issuer",
    "certificate_sha256",
    "valid_until",
    "signed_at",
    "test_key",
    "token",
    "doubts",
    "pdf",
    "workbook",
    "next",
    "package",
}


@pytest.fixture(autouse=True)
def password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, PASSWORD)


@pytest.fixture
def issued(office: Path, say: Say) -> Path:
    """Issue a report of an empty year; its files lie in `bao-cao`."""
    assert say("report", office, "--period", "2024").code == 0
    return office


def key(folder: Path, who: Identity) -> Path:
    return who.write_p12(folder / "key.p12")


def test_both_files_are_signed_and_the_signer_named(issued: Path, say: Say) -> None:
    said = say("sign", issued, "--key", key(issued.parent, pki().person), "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert said.data["signer"] == "Nguyễn Thị Ánh"
    assert said.data["test_key"] is False
    assert (said.data["role"], said.data["next"]) == ("person", "agency")
    assert b"/ByteRange" in Path(said.data["pdf"]).read_bytes()
    with zipfile.ZipFile(said.data["workbook"]) as book:
        assert "_xmlsignatures/sig1.xml" in book.namelist()


def test_the_agency_signs_next_without_being_named_and_packs_with_the_same_key(
    issued: Path, say: Say
) -> None:
    person = ("--key", key(issued.parent, pki().person))
    early = say("sign", issued, *person, "--pack", "--json")
    assert (early.code, early.data["package"]) == (1, None)
    agency = ("--key", key(issued.parent, pki().agency))
    said = say("sign", issued, *agency, "--pack", "--reason", "Ban hành", "--json")
    assert (said.code, said.data["role"], said.data["next"]) == (0, "agency", None)
    with zipfile.ZipFile(said.data["package"]) as package:
        assert "manifest.json.p7s" in package.namelist()


def test_a_role_out_of_turn_is_refused_with_what_to_do(issued: Path, say: Say) -> None:
    command = ("sign", issued, "--key", key(issued.parent, pki().agency))
    early = ("--as", "agency")
    error = fault(say, *command, *early, kind="SignatureError", reason="person_first")
    assert "người ký ký trước" in error["next"]
    fault(say, *command, "--as", "clerk", kind="UsageError")
    none = ("sign", issued, "--key", issued.parent / "none.p12", *early)
    # told before a key is looked for, and a password or a PIN asked
    fault(say, *none, kind="SignatureError", reason="person_first")


def test_an_office_with_a_seal_only_signs_once(issued: Path, say: Say) -> None:
    said = say("signers", issued, "--role", "agency", "--json")
    assert (said.code, said.data["expected"]) == (0, ["agency"])
    assert say("report", issued, "--period", "2024-Q1").code == 0
    place = key(issued.parent, pki().agency)
    signed = say("sign", issued, "--key", place, "--json").data
    assert (signed["role"], signed["next"]) == ("agency", None)


def test_an_unknown_issuer_is_a_doubt_and_no_refusal(issued: Path, say: Say) -> None:
    said = say("sign", issued, "--key", key(issued.parent, pki().person), "--json")
    assert said.data["doubts"]


def test_a_certificate_of_another_name_than_the_report_bears_is_told(
    issued: Path, say: Say
) -> None:
    told = "Lưu ý: Báo cáo ghi tên khác"
    # it names its office, but nobody as the person
    assert (
        told not in say("sign", issued, "--key", key(issued.parent, pki().person)).out
    )
    assert told in say("sign", issued, "--key", key(issued.parent, pki().agency)).out
    found = say("verify", issued.parent / "bao-cao" / "bao-cao-2024-v1.pdf", "--json")
    assert [one["agrees"] for one in found.data["expected"]] == [True, False]


def test_a_person_is_told_where(issued: Path, say: Say) -> None:
    said = say("sign", issued, "--key", key(issued.parent, pki().person))
    assert said.out.startswith("Đã ký bởi: Nguyễn Thị Ánh (Người ký)\n")
    assert ".xlsx" in said.out
    assert "Còn chờ ký: Cơ quan (--as agency)" in said.out


def test_a_test_key_says_that_it_is_one(
    practice: Practice, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "ky-thu")
    assert say("report", practice.office, "--period", "2024-Q1").code == 0
    said = say("sign", practice.office, "--key", practice.key, "--json")
    assert said.data["test_key"] is True
    assert "KÝ THỬ" in said.data["signer"]


@pytest.mark.parametrize(
    ("who", "reason"),
    [("expired", "expired"), ("early", "not_yet_valid"), ("tls", "usage")],
)
def test_a_key_that_may_not_sign_is_refused(
    who: str, reason: str, issued: Path, say: Say
) -> None:
    place = key(issued.parent, getattr(pki(), who))
    before = {one: digest(one) for one in (issued.parent / "bao-cao").iterdir()}
    command = ("sign", issued, "--key", place)
    fault(say, *command, kind="SignatureError", reason=reason)
    assert {one: digest(one) for one in (issued.parent / "bao-cao").iterdir()} == before


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_a_file_changed_since_it_was_made_is_not_signed(
    ending: str, issued: Path, say: Say
) -> None:
    (made,) = (issued.parent / "bao-cao").glob(f"*.{ending}")
    made.write_bytes(made.read_bytes() + b" ")
    before = digest(issued)
    command = ("sign", issued, "--key", key(issued.parent, pki().person))
    error = fault(say, *command, kind="SignatureError", reason="document_changed")
    assert made.name in error["why"]
    assert digest(issued) == before


def test_a_file_taken_away_is_missed(issued: Path, say: Say) -> None:
    (made,) = (issued.parent / "bao-cao").glob("*.pdf")
    made.unlink()
    command = ("sign", issued, "--key", key(issued.parent, pki().person))
    fault(say, *command, kind="FileError", reason="missing")


def test_another_folder_can_be_named(issued: Path, say: Say) -> None:
    moved = (issued.parent / "bao-cao").rename(issued.parent / "nơi khác")
    command = ("sign", issued, "--key", key(issued.parent, pki().person))
    fault(say, *command, kind="FileError", reason="missing")
    assert say(*command, "--folder", moved).code == 0


def test_an_earlier_report_can_be_named(issued: Path, say: Say) -> None:
    first = say("report", issued, "--period", "2024-Q1", "--json").data["report"]
    assert say("report", issued, "--period", "2024-Q2").code == 0
    command = ("sign", issued, "--key", key(issued.parent, pki().person), "--json")
    said = say(*command, "--report", first)
    assert (said.code, said.data["report"]) == (0, first)
    assert "quy-1" in said.data["pdf"] or "Q1" in said.data["pdf"].upper()
