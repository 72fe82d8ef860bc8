"""What the practice office signs on its way is good to every witness but for trust."""

import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.cli.demo import KEY_PASSWORD
from desktop.files.signatures.keys import load_key
from desktop.paths import ROOT
from tests.files.signatures.opc import xmlsec
from tests.nightly import office, verapdf


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Go through the practice year in a folder."""
    folder = tmp_path_factory.mktemp("demo") / "made"
    words = (sys.executable, "-m", "desktop", "demo", "--folder", str(folder))
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def signed(made: Path) -> dict[str, bytes]:
    """Return the files that bear two signatures."""
    (workbook,) = made.rglob("bao-cao-*-v1.xlsx")
    return {
        "report.xlsx": workbook.read_bytes(),
        "report.pdf": workbook.with_suffix(".pdf").read_bytes(),
    }


def test_libreoffice_finds_both_signatures_valid_and_their_test_keys_unknown(
    signed: dict[str, bytes], tmp_path: Path
) -> None:
    told = office.opinions(signed, tmp_path)
    both, strangers = (True, True), (1, 1)
    assert told["report.xlsx"] == office.Opinion(
        valid=both, certificates=strangers, state=office.PARTIAL_UNVALIDATED
    )
    assert told["report.pdf"] == office.Opinion(
        valid=both, certificates=strangers, state=office.NOT_SHOWN
    )


def test_xmlsec_finds_both_signatures_of_the_workbook_good(
    signed: dict[str, bytes], made: Path, tmp_path: Path
) -> None:
    issuers = [issuer(one) for one in made.rglob("*.p12")]
    told = xmlsec.opinions(signed["report.xlsx"], tmp_path, issuers)
    assert [one.good for one in told] == [True, True], told
    assert told[0].parts > 20


def issuer(key: Path) -> bytes:
    """Return in PEM whom a key for trying out leads to."""
    return ssl.DER_cert_to_PEM_cert(load_key(key, KEY_PASSWORD).chain[-1]).encode()


def test_verapdf_finds_the_signed_report_fit_for_the_archive(
    signed: dict[str, bytes], tmp_path: Path
) -> None:
    files = {"report.pdf": signed["report.pdf"]}
    assert verapdf.faults(files, tmp_path) == {"report.pdf": []}
