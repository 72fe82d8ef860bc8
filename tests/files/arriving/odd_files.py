"""Files as they arrive in a real office: renamed, packed, broken, of other programs."""

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

from openpyxl import Workbook

COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")


def a_zip(files: Mapping[str, bytes]) -> bytes:
    """Return an archive of files."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return output.getvalue()


def a_workbook(text: str = "x") -> bytes:
    """Return a workbook of somebody else's."""
    book, output = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active["A1"] = text
    book.save(output)
    return output.getvalue()


def with_macros(workbook: bytes) -> bytes:
    """Return a workbook with macros in it."""
    output = io.BytesIO(workbook)
    with zipfile.ZipFile(output, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return output.getvalue()


def called_of_macros(workbook: bytes) -> bytes:
    """Return a workbook saved as one of macros that has none."""
    output = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as old,
        zipfile.ZipFile(output, "w") as new,
    ):
        for one in old.infolist():
            kept = old.read(one)
            kept = kept.replace(
                b"vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                b"vnd.ms-excel.sheet.macroEnabled.main",
            )
            new.writestr(one, kept)
    return output.getvalue()


def compound(sign: str) -> bytes:
    """Return the beginning of an old Office file."""
    return COMPOUND + bytes(512) + sign.encode("utf-16-le")


def locked_zip() -> bytes:
    """Return an archive whose list says that its member has a password."""
    data = bytearray(a_zip({"biểu.xlsx": b"x" * 50}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + at] |= 1
    return bytes(data)


def a_mail(files: Mapping[str, bytes], text: str = "Kính gửi") -> bytes:
    """Return a saved mail with attachments."""
    mail = EmailMessage()
    mail["From"], mail["To"] = "xa@example.invalid", "huyen@example.invalid"
    mail["Subject"] = "Báo cáo quý II"
    mail.set_content(text)
    for name, data in files.items():
        mail.add_attachment(
            data, maintype="application", subtype="octet-stream", filename=name
        )
    return mail.as_bytes()
