"""Attachments come out of a mail; what the sender wrote is no file."""

from email.message import EmailMessage

from desktop.files.arriving.mail_parts import files_in
from tests.files.arriving import odd_files as odd


def test_each_attachment_comes_out_under_its_own_name() -> None:
    found = list(files_in(odd.a_mail({"biểu xã.xlsx": b"1", "gói.zip": b"22"})))
    assert {one.name: one.data for one in found} == {
        "biểu xã.xlsx": b"1",
        "gói.zip": b"22",
    }


def test_a_mail_attached_to_a_mail_is_gone_into() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Chuyển tiếp"
    outer.set_content("xem thư kèm")
    inner = EmailMessage()
    inner.set_content("kèm biểu")
    inner.add_attachment(b"1", maintype="a", subtype="b", filename="biểu.xlsx")
    outer.add_attachment(inner)
    assert [one.name for one in files_in(outer.as_bytes())] == ["biểu.xlsx"]


def test_a_mail_without_files_and_an_empty_attachment_are_told() -> None:
    (bare,) = files_in(odd.a_mail({}))
    assert bare.reason == ("mail_without_files",)
    (empty,) = files_in(odd.a_mail({"rỗng.xlsx": b""}))
    assert (empty.name, empty.reason) == ("rỗng.xlsx", ("empty",))
