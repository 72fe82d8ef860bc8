"""A mail draft holds what was given, in a form every mail program reads."""

import email
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files import mail

BODY = "Kính gửi Sở,\nPhòng gửi báo cáo năm 2024.\nTrân trọng."


def draft(path: Path, attachments: tuple[Path, ...] = (), to: str = "") -> EmailMessage:
    named = {one.name: one for one in attachments}
    mail.compose(path, subject="Báo cáo năm 2024", body=BODY, attachments=named, to=to)
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def a_file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_the_words_come_back(tmp_path: Path) -> None:
    message = draft(tmp_path / "thư.eml", to="vanthu@so.example")
    body = message.get_body()
    assert message["Subject"] == "Báo cáo năm 2024"
    assert message["To"] == "vanthu@so.example"
    assert body is not None
    assert body.get_content().splitlines() == BODY.splitlines()


def test_a_long_subject_loses_no_blank_where_it_is_folded(tmp_path: Path) -> None:
    subject = (
        "Phòng Văn hóa: Báo cáo kết quả triển khai thực hiện Đề án truyền thông về "
        "quyền con người ở Việt Nam, giai đoạn 2023-2028 trên địa bàn năm 2024"
    )
    mail.compose(tmp_path / "a.eml", subject=subject, body=BODY, attachments={})
    raw = (tmp_path / "a.eml").read_bytes()
    assert email.message_from_bytes(raw, policy=default)["Subject"] == subject
    assert max(len(line) for line in raw.split(b"\r\n")) <= 78


def test_it_is_a_draft_without_date_and_sender(tmp_path: Path) -> None:
    message = draft(tmp_path / "a.eml")
    assert message["X-Unsent"] == "1"
    assert message["Date"] is None
    assert message["From"] is None
    assert message["To"] is None


def test_files_come_back_with_their_vietnamese_names(tmp_path: Path) -> None:
    files = (
        a_file(
            tmp_path, "Báo cáo số 05 Phòng Văn hóa và Thông tin.pdf", b"%PDF-1.7\r\n"
        ),
        a_file(tmp_path, "số liệu.xlsx", bytes(range(256))),
        a_file(tmp_path, "gói.tệp lạ", b"\n.\n"),
    )
    parts = list(draft(tmp_path / "a.eml", files).iter_attachments())
    assert [part.get_filename() for part in parts] == [path.name for path in files]
    assert [part.get_content() for part in parts] == [f.read_bytes() for f in files]
    assert [part.get_content_type() for part in parts] == [
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/octet-stream",
    ]


def test_every_line_is_ascii_ends_in_crlf_and_is_short_enough(tmp_path: Path) -> None:
    file = a_file(tmp_path, "số liệu.xlsx", bytes(range(256)) * 9)
    draft(tmp_path / "a.eml", (file,))
    content = (tmp_path / "a.eml").read_bytes()
    assert content.isascii()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"filename*=" in content


def test_a_line_break_in_the_subject_makes_no_new_header(tmp_path: Path) -> None:
    mail.compose(
        tmp_path / "a.eml", subject="Báo cáo\r\nBcc: x@y", body="", attachments={}
    )
    message = email.message_from_bytes(
        (tmp_path / "a.eml").read_bytes(), policy=default
    )
    assert message["Bcc"] is None
    assert message["Subject"] == "Báo cáo Bcc: x@y"


def test_a_missing_attachment_leaves_no_draft(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        draft(tmp_path / "a.eml", (tmp_path / "không có.pdf",))
    assert caught.value.reason == "missing"
    assert caught.value.path.name == "không có.pdf"
    assert not (tmp_path / "a.eml").exists()


def test_an_attachment_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "thư mục").mkdir()
    with pytest.raises(FileError) as caught:
        draft(tmp_path / "a.eml", (tmp_path / "thư mục",))
    assert caught.value.reason == "unreadable"
