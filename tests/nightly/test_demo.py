"""What the practice office signs on its way is good to every witness but for trust."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.paths import ROOT
from tests.files.signatures.opc import xmlsec
from tests.nightly import office, verapdf


@pytest.fixture(scope="session")
def signed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Go through the practice year; return the files that bear two signatures."""
    folder = tmp_path_factory.mktemp("demo") / "made"
    words = (sys.executable, "-m", "desktop", "demo", "--folder", str(folder))
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (workbook,) = folder.rglob("bao-cao-*-v1.xlsx")
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


def test_xmlsec_finds_every_part_of_the_workbook_unchanged(
    signed: dict[str, bytes], tmp_path: Path
) -> None:
    told = xmlsec.opinions(signed["report.xlsx"], tmp_path)
    assert len(told) == 2
    assert [one.listed for one in told] == [(one.parts, one.parts) for one in told]
    assert told[0].parts > 20


def test_verapdf_finds_the_signed_report_fit_for_the_archive(
    signed: dict[str, bytes], tmp_path: Path
) -> None:
    files = {"report.pdf": signed["report.pdf"]}
    assert verapdf.faults(files, tmp_path) == {"report.pdf": []}
