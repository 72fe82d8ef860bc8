"""The package found is the one that holds the report as it is now signed."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.files.signatures.keys import load_key
from desktop.files.signatures.pdf.appearance import Appearance
from desktop.operations.issuing.export_report import export_report
from desktop.operations.sending.find_package import find_package
from desktop.operations.sending.pack_report import pack_report
from desktop.operations.signing.sign_report import ReportFiles, Signing, sign_report
from desktop.operations.signing.verify_file import own_trust
from desktop.records.signing import SignerRole, SigningWay
from desktop.store.store import Store
from tests.operations import signed_report
from tests.operations.desk import REPORT, lay_out, sit_down
from tests.operations.signed_report import PASSWORD, SignedReport


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignedReport]:
    with signed_report.made(tmp_path_factory.mktemp("office")) as report:
        yield report


def test_the_package_of_the_report_is_found(made: SignedReport) -> None:
    assert find_package(made.store, made.id, made.folder) == made.package


def test_other_archives_are_passed_over(made: SignedReport) -> None:
    with zipfile.ZipFile(made.folder / "goi_a.zip", "w") as archive:
        archive.writestr("a.txt", "")
    (made.folder / "goi_b.zip").write_bytes(b"cut short")
    assert find_package(made.store, made.id, made.folder) == made.package


def test_there_is_none_in_another_folder_nor_of_another_report(
    made: SignedReport, tmp_path: Path
) -> None:
    assert find_package(made.store, made.id, tmp_path) is None
    assert find_package(made.store, "other", made.folder) is None


def test_one_sealed_before_the_report_was_exported_and_signed_anew_is_not_it(
    tmp_path: Path,
) -> None:
    with signed_report.made(tmp_path) as made:
        _sign_anew(made.store, made)
        assert find_package(made.store, made.id, made.folder) is None
        key = load_key(made.key, PASSWORD)
        pack_report(made.store, _files(made), key)
        assert find_package(made.store, made.id, made.folder) == made.package


def test_the_unsealed_package_of_a_report_for_paper_is_found(tmp_path: Path) -> None:
    lay_out(tmp_path)
    desk = sit_down(tmp_path)
    folder = desk.files.folder
    assert find_package(desk.store, REPORT, folder) is None
    export_report(desk.store, REPORT, folder, way=SigningWay.PAPER)
    packed = pack_report(desk.store, desk.files, None).value
    assert find_package(desk.store, REPORT, folder) == packed.path


def _files(made: SignedReport) -> ReportFiles:
    return ReportFiles(report=made.id, folder=made.folder)


def _sign_anew(store: Store, made: SignedReport) -> None:
    export_report(store, made.id, made.folder, anew=True)
    assert find_package(store, made.id, made.folder) is None
    key = load_key(made.key, PASSWORD)
    for role in SignerRole:
        seen = Appearance(lines=("Ký lại",))
        signing = Signing(key=key, trust=own_trust(), role=role, seen=seen)
        sign_report(store, _files(made), signing)
