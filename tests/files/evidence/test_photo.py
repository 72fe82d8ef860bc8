"""A photo kept is small, upright, and says nothing but what one sees."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageSequence

from desktop.errors import FileError
from desktop.files.evidence import photo
from desktop.files.evidence.photo import LONGEST_SIDE, shrunk
from tests.files.evidence.pictures import (
    CAMERA,
    a_photo,
    a_picture,
    a_png,
    exif,
    saved,
)

PATH = Path("anh.jpg")
MARKS = (
    b"Exif",
    b"GPS",
    b"xmp",
    b"adobe.com",
    b"8BIM",
    b"Photoshop",
    b"ICC_PROFILE",
    b"Dak Ha",
    b"2024:06",
    CAMERA.encode(),
)


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def jpeg_segments(data: bytes) -> set[int]:
    """Return the markers before the picture itself, read without any library."""
    found, at = set(), 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        found.add(data[at + 1])
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    return found


def png_chunks(data: bytes) -> set[bytes]:
    found, at = set(), 8
    while at < len(data):
        size = struct.unpack(">I", data[at : at + 4])[0]
        found.add(data[at + 4 : at + 8])
        at += 12 + size
    return found


def test_a_phone_photo_says_everything_before_and_nothing_after() -> None:
    before = a_photo()
    assert all(mark in before for mark in MARKS if mark not in {b"GPS", b"ICC_PROFILE"})
    assert Image.open(io.BytesIO(before)).getexif().get_ifd(0x8825)
    kept = shrunk(before, PATH)
    assert [mark for mark in MARKS if mark in kept.data] == []
    assert not opened(kept.data).getexif()
    # Only the tables a picture needs, and the JFIF head: no APP1 to APP15, no comment.
    assert jpeg_segments(kept.data) <= {0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDD}


def test_a_photo_is_shrunk_to_two_thousand_pixels_and_keeps_its_shape() -> None:
    kept = shrunk(a_photo(3000, 2000), PATH)
    assert kept.media == "image/jpeg"
    assert opened(kept.data).size == (2000, 1333)
    assert len(kept.data) < len(a_photo(3000, 2000))


def test_a_small_photo_keeps_its_size() -> None:
    assert opened(shrunk(a_photo(300, 200), PATH).data).size == (300, 200)


@pytest.mark.parametrize(("turn", "corner"), [(1, 0), (3, 3), (6, 1), (8, 2)])
def test_a_photo_taken_with_the_camera_turned_stands_upright(
    turn: int, corner: int
) -> None:
    image = opened(shrunk(a_photo(400, 200, turn=turn), PATH).data)
    wide, high = image.size
    assert (wide, high) == ((200, 400) if turn in {6, 8} else (400, 200))
    corners = ((9, 9), (wide - 9, 9), (9, high - 9), (wide - 9, high - 9))
    reds = [image.getpixel(at) for at in corners]
    assert [isinstance(one, tuple) and one[0] > 150 > one[2] for one in reds] == [
        at == corner for at in range(4)
    ]


def test_a_picture_of_a_screen_stays_sharp_and_loses_its_texts() -> None:
    kept = shrunk(a_png(), PATH)
    assert kept.media == "image/png"
    assert png_chunks(kept.data) == {b"IHDR", b"IDAT", b"IEND"}
    first = opened(kept.data).convert("RGB")
    assert first.tobytes() == a_picture(800, 600).tobytes()


def test_a_heavy_png_becomes_a_jpeg_unless_one_sees_through_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(photo, "PNG_ROOM", 10)
    assert shrunk(a_png(), PATH).media == "image/jpeg"
    assert shrunk(a_png(mode="RGBA"), PATH).media == "image/png"


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "YCbCr", "I;16", "LA"])
def test_pictures_of_every_colour_model_are_kept(mode: str) -> None:
    kind = {"CMYK": "JPEG", "YCbCr": "JPEG"}.get(mode, "PNG")
    image = a_picture(100, 80).convert("I").convert("I;16") if mode == "I;16" else None
    data = saved(image or a_picture(100, 80).convert(mode), kind)
    kept = opened(shrunk(data, PATH).data)
    assert kept.size == (100, 80)
    assert kept.mode in {"RGB", "RGBA"}


def test_colours_of_another_profile_are_converted_and_the_profile_dropped() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(a_picture(50, 50), "JPEG", icc_profile=profile)
    assert b"ICC_PROFILE" in data
    kept = shrunk(data, PATH).data
    assert b"ICC_PROFILE" not in kept
    bad = saved(a_picture(50, 50), "JPEG", icc_profile=b"no profile at all")
    assert opened(shrunk(bad, PATH).data).size == (50, 50)


@pytest.mark.parametrize("kind", ["GIF", "WEBP"])
def test_a_moving_picture_goes_on_moving_without_its_comment(kind: str) -> None:
    frames = [a_picture(120, 90), a_picture(120, 90).rotate(90)]
    data = saved(
        frames[0],
        kind,
        save_all=True,
        append_images=frames[1:],
        duration=200,
        comment=b"by " + CAMERA.encode(),
    )
    kept = shrunk(data, PATH)
    assert kept.media == f"image/{kind.lower()}"
    assert CAMERA.encode() not in kept.data
    found = list(ImageSequence.Iterator(opened(kept.data)))
    assert len(found) == 2


def test_a_still_picture_of_another_kind_becomes_a_png() -> None:
    for kind in ("WEBP", "BMP", "TIFF", "GIF"):
        options = {"lossless": True} if kind == "WEBP" else {}
        kept = shrunk(saved(a_picture(90, 60), kind, **options), PATH)
        assert (kept.media, opened(kept.data).size) == ("image/png", (90, 60)), kind


def test_a_scan_of_many_pages_is_refused() -> None:
    pages = [a_picture(40, 40), a_picture(40, 40)]
    data = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    with pytest.raises(FileError) as refused:
        shrunk(data, PATH)
    assert (refused.value.reason, refused.value.facts) == ("many_pages", ("2",))


def huge_png(width: int, height: int) -> bytes:
    """Return a PNG of a few hundred bytes that would inflate to gigabytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        sum_ = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + sum_

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + body + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "data",
    [huge_png(60_000, 60_000), huge_png(9_000, 9_000), huge_png(12_000, 12_000)],
)
def test_a_bomb_is_refused_by_its_head(data: bytes) -> None:
    with pytest.raises(FileError) as refused:
        shrunk(data, PATH)
    assert refused.value.reason == "image_too_large"


def test_too_many_moving_frames_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(photo, "FRAMES", 1)
    frames = [a_picture(20, 20), a_picture(20, 20).rotate(180)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    with pytest.raises(FileError) as refused:
        shrunk(data, PATH)
    assert refused.value.reason == "image_too_large"


def test_a_photo_cut_short_is_refused_and_not_half_kept() -> None:
    whole = a_photo(900, 600)
    for at in (10, 200, len(whole) // 2, len(whole) - 400):
        with pytest.raises(FileError) as refused:
            shrunk(whole[:at], PATH)
        assert refused.value.reason == "image_damaged", at


SEED = {
    "jpeg": a_photo(160, 120),
    "png": a_png(60, 40),
    "gif": saved(a_picture(40, 30), "GIF"),
    "webp": saved(a_picture(40, 30), "WEBP", exif=exif()),
}


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(SEED)),
    st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_a_damaged_picture_is_kept_clean_or_refused(
    kind: str, flips: list[tuple[float, int]]
) -> None:
    data = bytearray(SEED[kind])
    for at, value in flips:
        data[int(at * (len(data) - 1))] = value
    reason, kept = "", b""
    try:
        kept = shrunk(bytes(data), PATH).data
    except FileError as error:
        reason = error.reason
    assert reason in {"", "image_damaged", "image_too_large", "many_pages"}
    if kept:
        assert max(opened(kept).size) <= LONGEST_SIDE
        assert not opened(kept).getexif()
