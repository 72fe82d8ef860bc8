"""Read and keep the pictures of a signature and of a seal, on this machine only.

They lie in the user's folder and never in an office file: a copied office must not
carry somebody's seal.
"""

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import FileError
from desktop.files import whole_file
from desktop.files.pdf.sizes import sizes
from desktop.files.pillow_faults import PILLOW_FAULTS
from desktop.paths import user_folder
from desktop.records.signing import SignerRole

if TYPE_CHECKING:
    from PIL.Image import Image

SIZE_LIMIT: Final = 10_000_000
"""Bytes of a picture that is looked into."""
PIXEL_LIMIT: Final = 40_000_000
LONGEST_SIDE: Final = 700
"""Pixels: some 400 to the inch over the widest place there is; more only weighs."""
SHORTEST_SIDE: Final = 40
INCH: Final = 25.4
"""Millimetres."""

_OPENED: Final = 10
"""Hundredths of a picture that must be bare, or it was saved without its ground
taken away."""
_THERE: Final = 16
"""Of 255: what is fainter counts as bare."""
_AWRY: Final = 0.05
"""How far a seal's height may be from its width."""
_TINTED: Final = 30
"""Of 255: by how much the wanted colour outweighs the others on average."""
_NAMES: Final = {SignerRole.PERSON: "signature.png", SignerRole.AGENCY: "seal.png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing on nothing, cut to what is drawn."""

    png: bytes = field(repr=False)
    pixels: tuple[int, int]
    """Width and height."""
    width_mm: float = 0.0
    """Real width on paper; 0: as large as its place allows."""


def read_picture(path: Path, width_mm: float = 0.0) -> Picture:
    """Read a PNG with a transparent ground, and cut away its empty edges.

    It is written anew: what else the file said, such as its maker, stays behind.

    Raises:
        FileError: `missing`; `picture_not_png`; `picture_too_large`;
            `picture_damaged`; `picture_opaque`: no ground was taken away;
            `picture_empty`; `picture_small`; `picture_wide`: a seal wider than any
            place for it, with the largest width in millimetres.
    """
    if width_mm > sizes().seals[1]:
        raise FileError(path, "picture_wide", f"{sizes().seals[1]:g}")
    picture, _ = _read(_bytes_of(path), path, width_mm)
    return picture


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise FileError(path, "missing") from error
    if len(data) > SIZE_LIMIT:
        raise FileError(path, "picture_too_large")
    if not data.startswith(b"\x89PNG\r\n\x1a\n"):
        raise FileError(path, "picture_not_png")
    return data


def _read(data: bytes, path: Path, width_mm: float) -> tuple[Picture, float]:
    """Return the picture, and the dots to the inch that the file tells."""
    from PIL import Image

    try:
        with warnings.catch_warnings():  # the limits are ours, and stricter
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("PNG",)) as opened:
                told = float(opened.info.get("dpi", (0.0,))[0])
                return _written(_cut(opened, path), width_mm), told
    except FileError:
        raise
    except Image.DecompressionBombError as error:
        raise FileError(path, "picture_too_large") from error
    except PILLOW_FAULTS as error:
        raise FileError(path, "picture_damaged", type(error).__name__) from error


def _cut(opened: "Image", path: Path) -> "Image":
    """Return what is drawn, without the bare edges around it."""
    width, height = opened.size
    if width * height > PIXEL_LIMIT:
        raise FileError(path, "picture_too_large")
    picture = opened.convert("RGBA")
    there = picture.getchannel("A").point(lambda depth: 255 * (depth >= _THERE))
    bare = there.histogram()[0]
    if bare * 100 < width * height * _OPENED:
        raise FileError(path, "picture_opaque")
    box = there.getbbox()
    if box is None:
        raise FileError(path, "picture_empty")
    if max(box[2] - box[0], box[3] - box[1]) < SHORTEST_SIDE:
        raise FileError(path, "picture_small", str(SHORTEST_SIDE))
    return picture.crop(box)


def _written(picture: "Image", width_mm: float) -> Picture:
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    output = BytesIO()
    # its real size travels inside it, so that nothing else has to be kept
    density = picture.width / width_mm * INCH if width_mm else 0.0
    told = {"dpi": (density, density)} if density else {}
    picture.save(output, "PNG", **told)
    return Picture(png=output.getvalue(), pixels=picture.size, width_mm=width_mm)


def picture_doubts(role: SignerRole, picture: Picture) -> tuple[str, ...]:
    """Return keys of what is odd, in the order of this list.

    `not_blue` for a signature; `not_red`, `seal_size` and `not_round` for a seal;
    `coarse` when it will look poor in print.
    """
    red, green, blue = _colour(picture)
    seal = role is SignerRole.AGENCY
    width, height = picture.pixels
    found = {
        "not_blue": not seal and blue < max(red, green) + _TINTED,
        "not_red": seal and red < max(green, blue) + _TINTED,
        "seal_size": seal and not _is_usual(picture.width_mm),
        "not_round": seal and abs(height / width - 1) > _AWRY,
        "coarse": _density(role, picture) < sizes().coarse,
    }
    return tuple(key for key, odd in found.items() if odd)


def _is_usual(width_mm: float) -> bool:
    smallest, largest = sizes().seals
    return smallest <= width_mm <= largest


def _colour(picture: Picture) -> tuple[float, float, float]:
    """Return the mean red, green and blue of what is drawn, each of 255."""
    from PIL import Image, ImageStat

    with Image.open(BytesIO(picture.png)) as opened:
        whole = opened.convert("RGBA")
    drawn = whole.getchannel("A").point(lambda depth: 255 * (depth >= _THERE))
    if not drawn.getbbox():
        return 0.0, 0.0, 0.0
    red, green, blue = ImageStat.Stat(whole.convert("RGB"), drawn).mean
    return red, green, blue


def _density(role: SignerRole, picture: Picture) -> float:
    """Return the dots to the inch that a picture has on paper."""
    width, height = picture.pixels
    if picture.width_mm:
        return width / picture.width_mm * INCH
    if role is SignerRole.AGENCY:
        return width / sizes().usual_seal * INCH
    room, tall = sizes().signature
    return max(width / room, height / tall) * INCH


def keep_picture(
    role: SignerRole, picture: Picture, folder: Path | None = None
) -> Path:
    """Keep the picture of a role in the user's folder, in place of the one before.

    Raises:
        FileError: The folder cannot be written.
    """
    path = _place(role, folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(path, "read_only") from error
    whole_file.write(path, picture.png)
    return path


def kept_picture(role: SignerRole, folder: Path | None = None) -> Picture | None:
    """Return the picture kept for a role, or None when there is none.

    Raises:
        FileError: As `read_picture`, when somebody put another file there.
    """
    path = _place(role, folder)
    if not path.exists():
        return None
    data = _bytes_of(path)
    picture, told = _read(data, path, 0.0)
    if not told:
        return picture
    # the density is kept in whole dots to the metre
    return Picture(
        png=picture.png,
        pixels=picture.pixels,
        width_mm=round(picture.pixels[0] / told * INCH, 1),
    )


def forget_picture(role: SignerRole, folder: Path | None = None) -> None:
    """Remove the picture kept for a role.

    Raises:
        FileError: `read_only`.
    """
    path = _place(role, folder)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise FileError(path, "read_only") from error


def _place(role: SignerRole, folder: Path | None) -> Path:
    return (folder or user_folder() / "signing") / _NAMES[role]
