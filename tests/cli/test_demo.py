"""The demonstration does the whole job, and every figure of it can be recounted."""

import hashlib
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from desktop.cli.demo import KEY_PASSWORD
from tests.cli.practice import Practice, run
from tests.cli.saying import Say, digest, fault, names
from tests.files.signatures.printed import pdfsig

KEYS = {
    "good",
    "office",
    "activities",
    "report",
    "pdf",
    "workbook",
    "keys",
    "package",
    "sha256",
    "targets",
    "verification",
    "units",
    "above",
}
CODES = ["T0", "T1", "T2a", "T2b", "T2c", "T3", "T4", "T5a", "T5b", "T5c"]


def root_of(practice: Practice, folder: Path) -> Path:
    """Write the test authority's certificate where OpenSSL finds it."""
    bundle = practice.seal.read_bytes()
    _, _, above = pkcs12.load_key_and_certificates(bundle, KEY_PASSWORD.encode())
    place = folder / "root.pem"
    place.write_bytes(above[0].public_bytes(Encoding.PEM))
    return place


def openssl(signature: Path, content: Path, root: Path) -> str:
    command = ("openssl", "cms", "-verify", "-binary", "-inform", "DER")
    files = ("-in", signature, "-content", content, "-CAfile", root)
    done = subprocess.run(
        [*command, *files, "-purpose", "any", "-out", "/dev/null"],
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout + done.stderr


def test_the_whole_job_is_done_without_a_screen_and_without_qt(
    demonstration: Practice,
) -> None:
    told = demonstration.data
    assert set(told) == KEYS
    assert told["good"] is True
    assert told["activities"] >= 150
    assert [one["code"] for one in told["targets"]] == CODES
    for name in ("office", "pdf", "workbook", "package"):
        assert Path(told[name]).stat().st_size > 1_000, name
    for made in (demonstration.key, demonstration.seal):
        assert made.stat().st_size > 1_000, made
    assert digest(demonstration.package) == told["sha256"]


def test_the_stick_holds_the_package_and_nothing_half_done(
    demonstration: Practice,
) -> None:
    assert names(demonstration.folder) == [
        ".thuc-hanh",
        "bieu",
        "cap-tren",
        "gui-ve",
        "tra-lai",
        "usb",
        "van-phong",
    ]
    receipt = Path(demonstration.data["above"]["receipt"])
    on_stick = [receipt.name, demonstration.package.name]
    assert names(demonstration.folder / "usb") == on_stick
    own = demonstration.pdf.parent / demonstration.package.name
    assert digest(own) == demonstration.data["sha256"]
    left = [one for one in demonstration.folder.rglob("*") if one.suffix == ".part"]
    assert not left


def test_poppler_calls_both_signatures_valid_and_the_whole_document_signed(
    demonstration: Practice, tmp_path: Path
) -> None:
    root = root_of(demonstration, tmp_path).read_bytes()
    said = pdfsig(demonstration.pdf.read_bytes(), tmp_path, root)
    assert said.count("Signature is Valid") == 2
    assert "Total document signed" in said.partition("Signature #2")[2]
    assert "KÝ THỬ" in said


def test_openssl_accepts_the_seal_of_the_package_until_a_byte_is_added(
    demonstration: Practice, tmp_path: Path
) -> None:
    root = root_of(demonstration, tmp_path)
    with zipfile.ZipFile(demonstration.package) as package:
        package.extractall(tmp_path / "package")
    content = tmp_path / "package" / "manifest.json"
    beside = content.with_name("manifest.json.p7s")
    assert "successful" in openssl(beside, content, root)
    content.write_bytes(content.read_bytes() + b" ")
    assert "failure" in openssl(beside, content, root)


def test_the_package_holds_the_very_files_that_were_signed(
    demonstration: Practice,
) -> None:
    with zipfile.ZipFile(demonstration.package) as package:
        inside = {
            name: hashlib.sha256(package.read(name)).hexdigest()
            for name in package.namelist()
        }
        manifest = json.loads(package.read("manifest.json"))
    for path in (demonstration.pdf, demonstration.workbook):
        assert inside[path.name] == digest(path)
    listed = {one["name"]: one["sha256"] for one in manifest["members"]}
    assert listed == {
        name: one
        for name, one in inside.items()
        if name not in {"manifest.json", "manifest.json.p7s"}
    }


def test_the_province_would_find_it_good_and_know_it_for_practice(
    demonstration: Practice,
) -> None:
    found = demonstration.data["verification"]
    assert found["intact"] is True
    assert found["findings"] == []
    kinds = {one["format"]: one for one in found["members"]}
    assert set(kinds) == {"pdf", "workbook", "other"}
    for signed, many in ((found, 1), (kinds["pdf"], 2), (kinds["workbook"], 2)):
        assert len(signed["signatures"]) == many
        for signature in signed["signatures"]:
            assert signature["integrity"] == "intact"
            assert signature["chain"] == "test"
            assert "KÝ THỬ" in signature["signer"]


def test_its_own_folder_is_made_anew_and_a_person_reads_the_same_year(
    practice: Practice, say: Say
) -> None:
    stray = practice.folder / "usb" / "stray.txt"
    stray.write_text("from before")
    said = say("demo", "--folder", practice.folder, "--seed", "1")
    assert said.code == 0
    for path in practice.folder.rglob("goi_*.zip"):
        assert path.name in said.out
    again = say("results", practice.office, "--period", "2024", "--json").data
    assert again["targets"] == practice.data["targets"]
    entries = f"({practice.data['activities']} hoạt động)"
    assert entries in said.out
    for code in CODES:
        assert f"\n{code} " in said.out
    assert "10/14 = 71,4%" in said.out
    assert KEY_PASSWORD in said.out
    heard = [row for row in said.err.splitlines() if row]
    assert heard
    assert all(row.startswith("… ") for row in heard)
    assert practice.data["report"] not in said.out
    assert not stray.exists()
    assert len(names(practice.folder / "usb")) == 2


def test_a_folder_with_something_else_in_it_is_left_alone(
    tmp_path: Path, say: Say
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.txt").write_text("years of work")
    error = fault(say, "demo", "--folder", mine, kind="FileError", reason="not_ours")
    assert "mine" in error["what"]
    assert names(mine) == ["thesis.txt"]


@pytest.mark.parametrize(
    ("words", "field"),
    [(("--plan", "nowhere"), "nowhere"), (("--year", "2040"), "2040")],
)
def test_a_slip_in_the_command_clears_nothing_away(
    words: tuple[str, str], field: str, practice: Practice, say: Say
) -> None:
    before = digest(practice.office)
    command = ("demo", "--folder", practice.folder, *words)
    error = fault(say, *command, kind="UnknownNameError")
    assert field in error["why"]
    assert digest(practice.office) == before
    assert practice.package.exists()


@pytest.mark.parametrize("option", ["--year", "--seed"])
def test_a_number_must_be_a_number(option: str, tmp_path: Path, say: Say) -> None:
    command = ("demo", "--folder", tmp_path / "x", option, "hai nghìn")
    error = fault(say, *command, kind="UsageError")
    assert option in error["why"]
    assert "hai nghìn" in error["why"]
    assert not (tmp_path / "x").exists()


def test_the_key_it_makes_signs_nothing_for_anybody_who_guesses(
    practice: Practice, tmp_path: Path
) -> None:
    password = tmp_path / "password"
    password.write_text("123456")
    done = run(
        *("sign", practice.office, "--key", practice.key),
        *("--password-file", password, "--json"),
    )
    assert done.returncode == 2
    assert json.loads(done.stdout)["error"]["reason"] == "wrong_password"
