"""The mail holds what was signed, and the words of the report."""

import email
import email.policy
import hashlib
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.gui.pages.hand_off.mailing import write_mail
from desktop.gui.pages.report.work import standings
from desktop.progress import silent
from tests.gui.pages.report_desk import Desk


def test_the_hash_in_the_mail_is_that_of_the_package_attached(
    signed_desk: Desk, tmp_path: Path
) -> None:
    issued = standings(signed_desk.store)[0].issued
    (package,) = signed_desk.reports.glob("*.zip")
    target = tmp_path / "thư.eml"
    made = write_mail(signed_desk.store, issued, package, target, silent).value
    assert made == (target,)
    message = email.message_from_bytes(target.read_bytes(), policy=email.policy.default)
    body = message.get_body()
    assert body is not None
    assert hashlib.sha256(package.read_bytes()).hexdigest() in body.get_content()
    assert message["X-Unsent"] == "1"
    assert "số 5/" in body.get_content()


def test_a_mail_is_not_written_without_all_its_files(
    signed_desk: Desk, tmp_path: Path
) -> None:
    issued = standings(signed_desk.store)[0].issued
    (package,) = signed_desk.reports.glob("*.zip")
    (signed_desk.reports / "bao-cao-2024-v1.xlsx").unlink()
    with pytest.raises(FileError, match="missing"):
        write_mail(signed_desk.store, issued, package, tmp_path / "a.eml", silent)
    assert not (tmp_path / "a.eml").exists()
