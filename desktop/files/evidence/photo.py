"""Make a photo small, upright, and silent on where and with what it was taken."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import FileError
from desktop.files.pillow_faults import PILLOW_FAULTS

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE: Final = 2_000
"""Pixels: enough for half a page in print."""
QUALITY: Final = 85
"""Of the JPEG, of 100."""
PNG_ROOM: Final = 1_000_000
"""Bytes up to which a PNG stays one: a picture of a screen stays sharp."""
PIXELS: Final = 60_000_000
JPEG_PIXELS: Final = 120_000_000
"""More, for a JPEG is read at an eighth of its size already."""
FRAMES: Final = 300
MOVING_PIXELS: Final = 150_000_000
"""All frames of a moving picture together."""

_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF")


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture as it is kept."""

    data: bytes
    media: str


def shrunk(data: bytes, path: Path) -> Photo:
    """Return a picture written anew: no side over 2,000 pixels, upright, without marks.

    Only the pixels pass: place, time, camera, comments and previews stay behind.

    Raises:
        FileError: `image_damaged`, `image_too_large` or `many_pages`.
    """
    from PIL import Image

    try:
        with warnings.catch_warnings():  # the limits are ours, and stricter
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=_FORMATS) as opened:
                return _written(opened, path)
    except FileError:
        raise
    except Image.DecompressionBombError as error:
        raise FileError(path, "image_too_large") from error
    except PILLOW_FAULTS as error:
        raise FileError(path, "image_damaged", type(error).__name__) from error


def _written(opened: "Image", path: Path) -> Photo:
    frames = int(getattr(opened, "n_frames", 1))
    _refuse_huge(opened, frames, path)
    if frames > 1 and opened.format in {"GIF", "WEBP"}:
        return _moving(opened)
    if frames > 1 and opened.format == "TIFF":
        raise FileError(path, "many_pages", str(frames))
    return _still(opened)


def _refuse_huge(opened: "Image", frames: int, path: Path) -> None:
    pixels = opened.width * opened.height
    most = JPEG_PIXELS if opened.format == "JPEG" else PIXELS
    moving = frames > 1 and opened.format != "JPEG"
    if pixels > most or (moving and pixels * frames > MOVING_PIXELS):
        raise FileError(path, "image_too_large")
    if moving and frames > FRAMES:
        raise FileError(path, "image_too_large")


def _still(opened: "Image") -> Photo:
    drawn = opened.format != "JPEG"
    if not drawn:
        opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    bare = _bare(opened)
    if drawn:
        as_png = _bytes(lambda out: bare.save(out, "PNG", optimize=True))
        if len(as_png) <= PNG_ROOM or bare.mode == "RGBA":
            return Photo(as_png, "image/png")
    still = bare.convert("RGB")
    return Photo(
        _bytes(lambda out: still.save(out, "JPEG", quality=QUALITY, optimize=True)),
        "image/jpeg",
    )


def _moving(opened: "Image") -> Photo:
    from PIL import ImageSequence

    kind, lasting = str(opened.format), []

    def frames() -> Iterator["Image"]:
        for frame in ImageSequence.Iterator(opened):
            lasting.append(int(frame.info.get("duration", 100)) or 100)
            yield _bare(frame)

    first, *others = frames()
    data = _bytes(
        lambda out: first.save(
            out, kind, save_all=True, append_images=others, duration=lasting, loop=0
        )
    )
    return Photo(data, f"image/{kind.lower()}")


def _bare(image: "Image") -> "Image":
    """Return nothing but the pixels of a picture: upright, in sRGB, small enough."""
    from PIL import Image, ImageOps

    image.load()
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    see_through = upright.mode in {"RGBA", "LA", "PA"} or (
        "transparency" in upright.info
    )
    coloured = _in_srgb(upright, "RGBA" if see_through else "RGB")
    bare = Image.new(coloured.mode, coloured.size)
    bare.paste(coloured)
    return bare


def _in_srgb(image: "Image", mode: str) -> "Image":
    """Convert colours by the picture's own profile, which is then dropped."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return _eight_bits(image).convert(mode)
    try:
        found = ImageCms.profileToProfile(
            image,
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        found = None
    return (found or image).convert(mode)


def _eight_bits(image: "Image") -> "Image":
    """Return a scan of sixteen bits a dot in eight; others as they are."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value / 256).convert("L")
    return image


def _bytes(save: Callable[[BytesIO], object]) -> bytes:
    out = BytesIO()
    save(out)
    return out.getvalue()
