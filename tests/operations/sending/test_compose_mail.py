"""A draft mail carries the signed files, or is not written at all."""

import email
import email.policy
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import Cancelled, FileError, SignatureError
from desktop.files.split_file import join, read_piece
from desktop.operations.issuing.export_report import export_report
from desktop.operations.sending.compose_mail import Letter, Mailing, compose_mail
from desktop.operations.sending.lock_package import lock_with_words
from desktop.operations.signing.sign_report import ReportFiles
from desktop.progress import Step
from tests.operations import signed_report
from tests.operations.signed_report import SignedReport


def letter(mailing: Mailing) -> Letter:
    number = f"{mailing.number}/{mailing.count}"
    return Letter(subject=f"Báo cáo năm 2024 {number}", body="Kính gửi")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignedReport]:
    with signed_report.made(tmp_path_factory.mktemp("office")) as report:
        yield report


def write(made: SignedReport, target: Path, report: str = "") -> Path:
    files = ReportFiles(report=report or made.id, folder=made.folder)
    (written,) = compose_mail(made.store, files, made.package, letter, target).value
    return written


def attached(path: Path) -> dict[str, bytes]:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    return {
        str(each.get_filename()): each.get_content()
        for each in message.iter_attachments()
    }


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


def test_what_is_too_large_for_one_mail_goes_in_several_none_too_large(
    made: SignedReport, tmp_path: Path
) -> None:
    files = ReportFiles(report=made.id, folder=made.folder)
    size = made.package.stat().st_size
    most = size * 6 // 5
    target = tmp_path / "a.eml"
    written = compose_mail(
        made.store, files, made.package, letter, target, most=most
    ).value
    count = len(written)
    assert count > 1
    names = [f"a-{number}-{count}.eml" for number in range(1, count + 1)]
    assert [path.name for path in written] == names
    assert all(path.stat().st_size <= most for path in written)
    found: dict[str, bytes] = {}
    for path in written:
        found |= attached(path)
    pieces = [one for data in found.values() if (one := read_piece(data)) is not None]
    assert len(pieces) > 1
    assert {one.name for one in pieces} == {made.package.name}
    whole = join(pieces[::-1], tmp_path)
    assert whole == made.package.read_bytes()
    assert found["bao-cao-2024-v1.pdf"]
    subjects = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)[
            "Subject"
        ]
        for path in written
    ]
    assert subjects[0].endswith(f"1/{count}")


def test_beside_a_locked_package_nothing_lies_open(
    made: SignedReport, tmp_path: Path
) -> None:
    locked = lock_with_words(made.package, "mười hai chữ cái trở lên").value
    files = ReportFiles(report=made.id, folder=made.folder)
    told: list[Mailing] = []

    def tell(mailing: Mailing) -> Letter:
        told.append(mailing)
        return letter(mailing)

    (path,) = compose_mail(
        made.store, files, locked, tell, tmp_path / "a.eml", to="vanthu@so.example"
    ).value
    assert list(attached(path)) == [locked.name]
    assert told[0].names == (locked.name,)
    assert told[0].sha256 == hashlib.sha256(locked.read_bytes()).hexdigest()
    locked.unlink()


def test_a_mail_that_cannot_be_finished_leaves_none_of_them(
    made: SignedReport, tmp_path: Path
) -> None:
    files = ReportFiles(report=made.id, folder=made.folder)

    def stop(step: Step) -> None:
        if step.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        compose_mail(
            made.store,
            files,
            made.package,
            letter,
            tmp_path / "a.eml",
            stop,
            most=made.package.stat().st_size * 6 // 5,
        )
    assert list(tmp_path.iterdir()) == []
