"""In a folder such as people here have, everything works and is believed elsewhere."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, pkcs12

from desktop.cli.demo import KEY_PASSWORD
from tests.cli.practice import run as on_linux
from tests.files.signatures.opc.xmlsec import opinions
from tests.files.signatures.printed import pdfsig
from tests.windows.pc import OFFSCREEN, Computer
from tests.windows.seen import Moment

TRIED = {
    *("screen", "fonts", "sqlite", "office", "backup", "workbook", "pdf", "word"),
    *("sign_pdf", "sign_workbook", "child_process", "lock_for_key", "time_zone"),
}
WHOLE_YEAR = 400
"""Seconds a whole year of practice may take on a busy machine."""


@dataclass(frozen=True, slots=True)
class Practised:
    """What the installed program made, seen from Linux."""

    folder: Path
    pdf: Path
    workbook: Path
    roots: tuple[bytes, ...]
    """Certificates above the person's key and the agency's, as PEM."""


@pytest.fixture(scope="module")
def practised(pc: Computer, far_away: Moment) -> Practised:
    assert far_away.code == 0
    windows = rf"{pc.VIETNAMESE}\Thực hành"
    exe = rf"{pc.VIETNAMESE}\stt.exe"
    done = pc.run(exe, "demo", "--folder", windows, "--json", patience=WHOLE_YEAR)
    assert done.code == 0, done.said
    told = json.loads(done.said[done.said.index("{") :])
    return Practised(
        folder=pc.prefix.path(windows),
        pdf=pc.prefix.path(told["pdf"]),
        workbook=pc.prefix.path(told["workbook"]),
        roots=tuple(root_above(pc.prefix.path(key)) for key in told["keys"]),
    )


def root_above(key: Path) -> bytes:
    _, _, above = pkcs12.load_key_and_certificates(
        key.read_bytes(), KEY_PASSWORD.encode()
    )
    return above[-1].public_bytes(Encoding.PEM)


def test_the_program_finds_everything_it_needs(pc: Computer, far_away: Moment) -> None:
    assert far_away.code == 0
    exe = rf"{pc.VIETNAMESE}\stt.exe"
    done = pc.run(exe, "--selftest", r"C:\tự kiểm tra.json", *OFFSCREEN)
    told = json.loads(pc.prefix.path(r"C:\tự kiểm tra.json").read_text("utf-8"))
    bad = [one for one in told["checks"] if not one["ok"]]
    assert (done.code, bad, told["ok"]) == (0, [], True)
    assert {one["name"] for one in told["checks"]} >= TRIED


def test_a_pdf_signed_there_is_valid_for_poppler(
    practised: Practised, tmp_path: Path
) -> None:
    said = pdfsig(practised.pdf.read_bytes(), tmp_path, practised.roots[-1])
    assert said.count("Signature is Valid.") == 2
    assert "Total document signed" in said.partition("Signature #2")[2]


def test_a_workbook_signed_there_is_valid_for_xmlsec(
    practised: Practised, tmp_path: Path
) -> None:
    found = opinions(practised.workbook.read_bytes(), tmp_path, practised.roots)
    assert found
    assert all(one.good for one in found), found


def test_a_workbook_made_there_opens_in_libreoffice(
    practised: Practised, tmp_path: Path
) -> None:
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    shutil.copy(practised.workbook, tmp_path / "so.xlsx")
    command = ["soffice", profile, "--headless", "--convert-to", "csv"]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(tmp_path / "so.xlsx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert len((tmp_path / "so.csv").read_bytes()) > 200


def test_the_program_on_linux_believes_what_the_one_on_windows_signed(
    practised: Practised, tmp_path: Path
) -> None:
    trusted: list[object] = []
    for number, root in enumerate(practised.roots):
        (tmp_path / f"{number}.pem").write_bytes(root)
        trusted += ["--trust", tmp_path / f"{number}.pem"]
    for path in (practised.pdf, practised.workbook):
        done = on_linux("verify", path, *trusted)
        assert done.returncode == 0, done.stdout.decode()
