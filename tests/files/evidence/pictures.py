"""Make real pictures, films and lists for tests of evidence, marks and all."""

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

WHERE = (14.5086, 107.8331)
"""Latitude and longitude that must not be found again."""
CAMERA = "Pixel Test 9"
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
    b'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
    b'xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="14,30.5N"/>'
    b"</rdf:RDF></x:xmpmeta>"
)
GPS_TAG = 0x8825
IDENTITIES = ("001203004561", "062198007892", "062301001113")


def a_picture(width: int = 640, height: int = 480, mode: str = "RGB") -> Image.Image:
    """Return a drawing with a red corner at the top left, so that turning shows."""
    image = Image.new("RGB", (width, height), (70, 110, 90))
    draw = ImageDraw.Draw(image)
    for at in range(0, width, 16):
        shade = at * 255 // width
        draw.rectangle((at, height // 2, at + 8, height), fill=(shade, 90, 200))
    draw.rectangle((0, 0, width // 4, height // 4), fill=(220, 20, 20))
    return image if mode == "RGB" else image.convert(mode)


def exif(turn: int = 1) -> Image.Exif:
    """Return what a phone writes: camera, time, direction up, and where it stood."""
    made = Image.Exif()
    made[0x0110] = CAMERA
    made[0x0132] = "2024:06:05 08:30:00"
    made[0x0112] = turn
    place = made.get_ifd(GPS_TAG)
    place[1], place[2] = "N", (14.0, 30.0, 30.96)
    place[3], place[4] = "E", (107.0, 49.0, 59.16)
    return made


def a_photo(width: int = 3000, height: int = 2000, turn: int = 1) -> bytes:
    """Return a JPEG as a phone makes it, with EXIF, GPS, XMP, IPTC and a comment."""
    out = io.BytesIO()
    city = b"\x1c\x02\x5a\x00\x06Dak Ha"
    iptc = b"Photoshop 3.0\x008BIM\x04\x04" + struct.pack(">HI", 0, len(city)) + city
    a_picture(width, height).save(
        out,
        "JPEG",
        quality=90,
        exif=exif(turn),
        xmp=XMP,
        comment=b"taken by " + CAMERA.encode(),
        extra=_segment(0xED, iptc),
    )
    return out.getvalue()


def a_png(width: int = 800, height: int = 600, mode: str = "RGB") -> bytes:
    """Return a PNG with text, EXIF and a time in it."""
    out = io.BytesIO()
    said = PngInfo()
    said.add_text("Author", CAMERA)
    said.add_itxt("XML:com.adobe.xmp", XMP.decode())
    image = a_picture(width, height, mode)
    image.save(out, "PNG", pnginfo=said, exif=exif())
    return out.getvalue()


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    """Return a picture as a file of a kind."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def a_film(place: bytes = b"+14.5086+107.8331/") -> bytes:
    """Return the boxes of a film whose head says where it was taken."""
    xyz = b"\xa9xyz" + struct.pack(">HH", len(place), 0x15C7) + place
    udta = _box(b"udta", struct.pack(">I", len(xyz) + 4) + xyz)
    moov = _box(b"moov", _box(b"mvhd", bytes(100)) + udta)
    ftyp = _box(b"ftyp", b"isom\x00\x00\x02\x00isommp42")
    return ftyp + _box(b"mdat", b"+14.5086+107.8331/ in the picture itself") + moov


def a_list(rows: Iterable[Sequence[object]]) -> bytes:
    """Return a workbook with these rows and a sum of the last column."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def an_attendance_sheet() -> bytes:
    """Return a sheet of three who came, with card numbers and a sum."""
    return a_list(
        [
            ("DANH SÁCH THAM DỰ TẬP HUẤN",),
            ("TT", "Họ và tên", "Số CCCD", "Đơn vị", "Số buổi"),
            *(
                (at, f"Người {at}", number, "Xã Một", at)
                for at, number in enumerate(IDENTITIES, start=1)
            ),
            ("", "Cộng", "", "", "=SUM(E3:E5)"),
        ]
    )


def a_zip(files: dict[str, bytes]) -> bytes:
    """Return an archive of some files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def a_document(rows: Iterable[Sequence[str]], text: str = "") -> bytes:
    """Return a text document with one paragraph and one table."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{_paragraph(one)}</w:tc>" for one in row) + "</w:tr>"
        for row in rows
    )
    body = f"<w:body>{_paragraph(text)}<w:tbl>{cells}</w:tbl></w:body>"
    xml = f'<?xml version="1.0"?><w:document xmlns:w="{main}">{body}</w:document>'
    return a_zip(
        {"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()}
    )


def a_pdf(*lines: str) -> bytes:
    """Return a PDF with these lines on its page."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out)
    for at, line in enumerate(lines):
        canvas.drawString(72, 760 - 20 * at, line)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def _box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", len(inside) + 8) + kind + inside


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data
