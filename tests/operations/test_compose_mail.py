"""A draft mail carries the signed files, or is not written at all."""

import email
import email.policy
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import FileError, SignatureError
from desktop.operations.compose_mail import Letter, compose_mail
from desktop.operations.export_report import export_report
from desktop.operations.sign_report import ReportFiles
from tests.operations import signed_report
from tests.operations.signed_report import SignedReport

LETTER = Letter(subject="Báo cáo năm 2024", body="Kính gửi")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignedReport]:
    with signed_report.made(tmp_path_factory.mktemp("office")) as report:
        yield report


def write(made: SignedReport, target: Path, report: str = "") -> Path:
    files = ReportFiles(report=report or made.id, folder=made.folder)
    return compose_mail(made.store, files, made.package, LETTER, target).value


def test_the_files_come_back_as_they_are(made: SignedReport, tmp_path: Path) -> None:
    target = write(made, tmp_path / "a.eml")
    message = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    found = {
        each.get_filename(): each.get_content() for each in message.iter_attachments()
    }
    assert list(found) == [
        "bao-cao-2024-v1.pdf",
        "bao-cao-2024-v1.xlsx",
        made.package.name,
    ]
    assert all(
        (made.folder / str(name)).read_bytes() == data for name, data in found.items()
    )


def test_a_report_never_exported_has_nothing_to_send(
    made: SignedReport, tmp_path: Path
) -> None:
    with pytest.raises(FileError, match="missing"):
        write(made, tmp_path / "a.eml", "other")
    assert not (tmp_path / "a.eml").exists()


def test_an_unsigned_report_is_not_sent(tmp_path: Path) -> None:
    with signed_report.made(tmp_path) as made:
        export_report(made.store, made.id, made.folder, anew=True)
        with pytest.raises(SignatureError, match="not_signed"):
            write(made, tmp_path / "a.eml")
    assert not (tmp_path / "a.eml").exists()
