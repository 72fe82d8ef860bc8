"""The mail says who sends what, and how to tell that it arrived whole."""

import datetime as dt
from dataclasses import replace

from desktop.wording import mails
from tests.files.report_builder import a_letterhead, a_report

NAMES = ("bao-cao.pdf", "bao-cao.xlsx", "goi.zip")
PACKAGE = (("goi.zip", "ab12"),)


def test_the_subject_names_sender_and_report() -> None:
    report = replace(a_report(), agency="Phòng A")
    assert mails.subject(report).startswith("Phòng A: Báo cáo kết quả thực hiện")


def test_number_and_date_are_told_when_known() -> None:
    report = replace(
        a_report(), letterhead=a_letterhead(number="5", date=dt.date(2024, 2, 5))
    )
    assert "Báo cáo số 5/BC-VHTT ngày 05/02/2024" in mails.body(report, NAMES, PACKAGE)
    bare = replace(a_report(), letterhead=a_letterhead(number="", date=None))
    assert " số " not in mails.body(bare, NAMES, PACKAGE).split("\n")[2]


def test_every_file_and_the_hash_of_the_package_are_listed() -> None:
    lines = mails.body(a_report(), NAMES, PACKAGE).splitlines()
    assert all(f"- {name}" in lines for name in NAMES)
    assert lines[lines.index("Mã băm SHA-256 của gói goi.zip:") + 1] == "ab12"


def test_every_package_of_a_report_is_told_with_its_hash() -> None:
    packages = (("goi_1-2.zip", "ab12"), ("goi_2-2.zip", "cd34"))
    lines = mails.body(a_report(), NAMES, packages).splitlines()
    for name, sha256 in packages:
        assert lines[lines.index(f"Mã băm SHA-256 của gói {name}:") + 1] == sha256
    assert "Báo cáo gửi thành 2 gói; gói nào cũng có đủ số liệu." in lines


def test_a_mail_of_sample_data_says_so_first() -> None:
    report = replace(a_report(), practice=True)
    assert mails.body(report, NAMES, PACKAGE).startswith("(DỮ LIỆU MẪU")


def test_one_of_several_mails_says_which_and_what_to_do_with_pieces() -> None:
    assert mails.subject(a_report(), (2, 3)).endswith(" (2/3)")
    body = mails.body(a_report(), ("goi.zip.phan-1-2",), PACKAGE, (2, 3), pieces=True)
    assert "thư 2 trong 3 thư" in body
    assert "Khay nhận" in body
    assert "Khay nhận" not in mails.body(a_report(), NAMES, PACKAGE, (1, 3))
    assert "thư 1" not in mails.body(a_report(), NAMES, PACKAGE)
