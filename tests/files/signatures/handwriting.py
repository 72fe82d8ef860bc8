"""Pictures as an office scans them: a name in blue ink, a round red seal."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

BLUE, RED = (20, 50, 170, 255), (205, 20, 30, 255)
BARE = (0, 0, 0, 0)


def a_signature(width: int = 900, height: int = 420) -> Image.Image:
    """Return strokes that touch all four edges of their middle, and bare edges."""
    picture = Image.new("RGBA", (width + 80, height + 80), BARE)
    draw = ImageDraw.Draw(picture)
    steps = 13
    points = [
        (40 + width * step / (steps - 1), 40 + (height - 1) * (step % 2))
        for step in range(steps)
    ]
    draw.line(points, BLUE, 9)
    draw.line((40, 40 + height / 2, 40 + width, 40 + height / 2), BLUE, 7)
    return picture


def a_seal(width: int = 850) -> Image.Image:
    """Return two rings and a star's worth of lines, with bare edges around."""
    picture = Image.new("RGBA", (width + 60, width + 60), BARE)
    draw = ImageDraw.Draw(picture)
    draw.ellipse((30, 30, 30 + width, 30 + width), outline=RED, width=22)
    draw.ellipse((200, 200, width - 140, width - 140), outline=RED, width=10)
    middle = 30 + width / 2
    for end in (260, middle, width - 200):
        draw.line((end, 300, 2 * middle - end, width - 240), RED, 12)
    return picture


def png(picture: Image.Image) -> bytes:
    """Return a picture as a PNG."""
    output = BytesIO()
    picture.save(output, "PNG")
    return output.getvalue()


def written(folder: Path, picture: Image.Image, name: str = "p.png") -> Path:
    """Write a picture into a folder."""
    path = folder / name
    path.write_bytes(png(picture))
    return path
