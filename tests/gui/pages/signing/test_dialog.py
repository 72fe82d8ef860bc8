"""The dialog that signs, from the key file to our own check."""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.gui import theme
from desktop.gui.pages.signing.dialog import HEIGHT, SignDialog
from desktop.operations.offices.set_preferences import set_preferences
from desktop.records.issued import IssuedCopy
from desktop.records.signing import SignerRole
from desktop.records.verification import Integrity
from desktop.store import records
from tests.files.softhsm import PIN, SoftHsm, SoftToken
from tests.gui import walking
from tests.gui.pages.report_desk import PASSWORD, Desk, gone, issue


@pytest.fixture
def dialog(desk: Desk, qtbot: QtBot) -> Iterator[SignDialog]:
    report = issue(desk.store, sign=False)
    made = SignDialog(desk.session, report, desk.reports)
    made.open()
    yield made
    made.reject()


def open_key(dialog: SignDialog, desk: Desk, password: str = PASSWORD) -> None:
    dialog.keys.file.setText(str(desk.key))
    dialog.keys.password.setText(password)
    dialog.keys.open_key()


def open_token(dialog: SignDialog, hsm: SoftHsm) -> None:
    dialog.keys.show_way(token=True)
    tokens = dialog.keys.tokens
    tokens.module.addItem("SoftHSM", str(hsm.module))
    tokens.module.setCurrentIndex(tokens.module.count() - 1)
    tokens.search()
    tokens.pin.setText(PIN)
    dialog.keys.open_key()


def hashes(desk: Desk) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in desk.reports.iterdir()
    }


def copies(desk: Desk) -> int:
    return records.count(desk.store.reader, IssuedCopy)


def test_nothing_can_be_signed_before_the_certificate_was_seen(
    dialog: SignDialog, desk: Desk
) -> None:
    assert not dialog.do.isEnabled()
    open_key(dialog, desk)
    assert dialog.do.isEnabled()
    assert "Chủ chứng thư: Y Hà - KÝ THỬ" in dialog.keys.facts.text()


def test_a_test_key_says_so_before_it_signs(dialog: SignDialog, desk: Desk) -> None:
    open_key(dialog, desk)
    assert "không có giá trị pháp lý" in dialog.keys.facts.text()
    assert dialog.do.text() == "Ký báo cáo (KÝ THỬ)"


def test_a_wrong_password_is_told_in_four_lines_and_changes_nothing(
    dialog: SignDialog, desk: Desk
) -> None:
    before, kept = hashes(desk), copies(desk)
    open_key(dialog, desk, "sai")
    (fault,) = desk.ask.faults
    assert fault.what == "Mật khẩu của tệp khóa “khóa.p12” chưa đúng."
    assert all((fault.why, fault.data, fault.next))
    assert not dialog.do.isEnabled()
    assert (hashes(desk), copies(desk)) == (before, kept)


def test_another_password_forgets_the_key_that_was_open(
    dialog: SignDialog, desk: Desk, qtbot: QtBot
) -> None:
    open_key(dialog, desk)
    QTest.keyClicks(dialog.keys.password, "x")
    assert dialog.keys.opened is None
    assert not dialog.do.isEnabled()


def sign_both(desk: Desk, report: str, *, pack: bool = True) -> SignDialog:
    """Sign for the person, then for the agency; return the dialog of the agency."""
    for last in (False, True):
        made = SignDialog(desk.session, report, desk.reports)
        made.open()
        assert made.pack.isChecked() is last
        made.pack.setChecked(last and pack)
        open_key(made, desk)
        made.sign()
        if not last:
            made.reject()
    return made


def test_the_person_signs_both_files_and_the_package_waits_for_the_agency(
    dialog: SignDialog, desk: Desk
) -> None:
    assert not dialog.pack.isEnabled()
    assert not dialog.pack.isChecked()
    open_key(dialog, desk)
    dialog.sign()
    assert dialog.work is not None
    assert dialog.work.fault is None
    assert [each.format for each in dialog.work.verdicts] == ["pdf", "workbook"]
    assert not list(desk.reports.glob("*.zip"))


def test_the_reason_lies_in_both_signatures(dialog: SignDialog, desk: Desk) -> None:
    dialog.reason.setText(" Báo cáo đã duyệt ")
    open_key(dialog, desk)
    dialog.sign()
    assert dialog.work is not None
    assert dialog.work.signed is not None
    with zipfile.ZipFile(dialog.work.signed.workbook) as book:
        signature = book.read("_xmlsignatures/sig1.xml").decode()
    assert ">Báo cáo đã duyệt<" in signature
    pdf = io.BytesIO(dialog.work.signed.pdf.read_bytes())
    (field,) = PdfFileReader(pdf).embedded_signatures
    assert field.sig_object["/Reason"] == "Báo cáo đã duyệt"


def test_a_key_of_another_name_than_the_report_says_is_doubted(desk: Desk) -> None:
    own = replace(desk.session.preferences, signer_name="Trần Văn Đức")
    set_preferences(desk.store, own)
    report = issue(desk.store, sign=False)
    dialog = SignDialog(desk.session, report, desk.reports)
    open_key(dialog, desk)
    said = "Báo cáo ghi “Trần Văn Đức”, chứng thư số mang tên khác"
    assert said in dialog.keys.facts.text()
    dialog.reject()


def test_the_agency_signs_after_and_packs_as_well(desk: Desk, qtbot: QtBot) -> None:
    dialog = sign_both(desk, issue(desk.store, sign=False))
    assert dialog.work is not None
    assert dialog.work.fault is None
    found = dialog.work.verdicts
    assert [each.format for each in found] == ["pdf", "workbook", "package"]
    for each in found:
        # The office is a real one, and no file of it is good by a test key.
        assert "test_key_on_real_report" in [one.code for one in each.findings]
        assert {one.integrity for one in each.signatures} == {Integrity.INTACT}
    for question in ("còn nguyên vẹn không?", "Ai ký?", "tin được không?"):
        assert question in dialog.verdicts.text
    assert dialog.leave.text() == "Đóng"
    dialog.reject()


def test_without_the_tick_there_is_no_package(desk: Desk, qtbot: QtBot) -> None:
    dialog = sign_both(desk, issue(desk.store, sign=False), pack=False)
    assert not list(desk.reports.glob("*.zip"))
    dialog.reject()


def test_who_signs_is_said_on_the_button(desk: Desk, qtbot: QtBot) -> None:
    report = issue(desk.store, sign=False)
    for words in ("Ký báo cáo", "Ký, đóng dấu cơ quan"):
        dialog = SignDialog(desk.session, report, desk.reports)
        dialog.open()
        assert dialog.do.text() == words
        assert not dialog.do.isEnabled()
        open_key(dialog, desk)
        dialog.sign()
        dialog.reject()


def test_a_report_that_everybody_signed_cannot_be_signed_again(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    report = records.find(signed_desk.store.reader, IssuedCopy)[0].report
    dialog = SignDialog(signed_desk.session, report, signed_desk.reports)
    dialog.open()
    for part in (dialog.do, dialog.keys, dialog.reason, dialog.pack):
        assert not part.isVisible()
    assert (dialog.leave.isVisible(), dialog.leave.text()) == (True, "Đóng")
    assert dialog.height() < theme.scaled(HEIGHT) / 2
    open_key(dialog, signed_desk)
    assert dialog.keys.opened is not None
    assert not dialog.do.isEnabled()
    dialog.reject()


def test_one_pin_signs_both_files_and_the_package(
    today: Desk, plugged: tuple[SoftHsm, SoftToken], qtbot: QtBot
) -> None:
    own = replace(today.session.preferences, signers=(SignerRole.PERSON,))
    set_preferences(today.store, own)
    today.session.jobs.changed.emit(frozenset({"preferences"}), None)
    report = issue(today.store, sign=False)
    dialog = SignDialog(today.session, report, today.reports)
    dialog.open()
    open_token(dialog, plugged[0])
    dialog.sign()
    assert not today.ask.faults
    assert dialog.work is not None
    assert dialog.work.signed is not None
    assert dialog.work.signed.signature.token
    formats = [each.format for each in dialog.work.verdicts]
    assert formats == ["pdf", "workbook", "package"]
    assert all(each.intact for each in dialog.work.verdicts)
    dialog.reject()


def test_a_token_pulled_out_before_it_signs_is_no_longer_said_to_be_open(
    today: Desk, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    report = issue(today.store, sign=False)
    dialog = SignDialog(today.session, report, today.reports)
    dialog.open()
    open_token(dialog, plugged[0])
    assert dialog.do.isEnabled()
    before = hashes(today)
    plugged[0].pull(plugged[1])
    dialog.sign()
    assert [each.what for each in today.ask.faults] == ["Token đã rút ra giữa chừng."]
    assert hashes(today) == before
    assert dialog.keys.opened is None
    assert not dialog.do.isEnabled()
    assert "Đã mở khóa" not in dialog.keys.facts.text()
    dialog.reject()


def test_a_changed_file_is_not_signed(dialog: SignDialog, desk: Desk) -> None:
    path = desk.reports / "bao-cao-2024-v1.pdf"
    path.write_bytes(path.read_bytes() + b"\n")
    before, kept = hashes(desk), copies(desk)
    open_key(dialog, desk)
    dialog.sign()
    assert "không còn giống bản chương trình đã xuất" in desk.ask.faults[0].why
    assert (hashes(desk), copies(desk)) == (before, kept)
    assert dialog.do.isEnabled()


def test_key_and_password_are_let_go_after_signing(
    dialog: SignDialog, desk: Desk
) -> None:
    open_key(dialog, desk)
    dialog.sign()
    assert dialog.keys.opened is None
    assert not dialog.keys.password.text()


def test_a_closed_dialog_is_deleted_with_its_key(desk: Desk, qtbot: QtBot) -> None:
    report = issue(desk.store, sign=False)
    for _ in range(3):
        dialog = SignDialog(desk.session, report, desk.reports)
        dialog.open()
        open_key(dialog, desk)
        dialog.reject()
        assert gone(dialog)


def test_it_fits_and_everything_has_a_name(dialog: SignDialog, desk: Desk) -> None:
    assert dialog.height() <= 700
    assert not walking.nameless(dialog)
    assert not walking.english_left(dialog)
    open_key(dialog, desk)
    dialog.sign()
    assert not walking.nameless(dialog)


def test_only_packing_makes_the_package_and_signs_nothing(
    signed_desk: Desk, qtbot: QtBot
) -> None:
    (package,) = signed_desk.reports.glob("*.zip")
    package.unlink()
    kept = copies(signed_desk)
    report = records.find(signed_desk.store.reader, IssuedCopy)[0].report
    dialog = SignDialog(signed_desk.session, report, signed_desk.reports, sign=False)
    dialog.open()
    open_key(dialog, signed_desk)
    assert dialog.do.text() == "Niêm phong gói (KÝ THỬ)"
    dialog.sign()
    assert package.exists()
    assert copies(signed_desk) == kept
    dialog.reject()
