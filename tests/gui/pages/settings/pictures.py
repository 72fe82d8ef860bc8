"""Write pictures of a signature and of a seal, as offices scan them."""

from pathlib import Path

from PIL import Image

from tests.files.signatures import handwriting


def a_signature(path: Path, *, black: bool = False) -> Path:
    """Write a name in blue ink, or in black."""
    drawn = handwriting.a_signature()
    if black:
        ink = Image.new("RGBA", drawn.size, "black")
        ink.putalpha(drawn.getchannel("A"))
        drawn = ink
    return handwriting.written(path.parent, drawn, path.name)


def a_seal(path: Path) -> Path:
    """Write a round red seal."""
    return handwriting.written(path.parent, handwriting.a_seal(), path.name)


def opaque(path: Path) -> Path:
    """Write a picture whose ground nobody took away."""
    Image.new("RGB", (400, 200), "white").save(path, "PNG")
    return path
