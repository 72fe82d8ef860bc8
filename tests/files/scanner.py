"""Read square codes off printed pages as a scanner does, with a program of its own."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2
from PIL import Image

from desktop.files.pdf.turn import PDFIUM

POINTS = 72


def scanned_codes(pdf: bytes, folder: Path, *, dots_per_inch: int) -> list[str]:
    """Return what every square code of a document says, page by page."""
    found: list[str] = []
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        pages = [
            page.render(scale=dots_per_inch / POINTS, grayscale=True).to_pil()
            for page in document
        ]
        document.close()
    for number, page in enumerate(pages):
        path = folder / f"scan-{number}.png"
        page.save(path)
        found += read_picture(path)
    return found


def read_picture(path: Path) -> list[str]:
    """Return what the square codes in a picture say."""
    program = shutil.which("zbarimg")
    assert program is not None, "zbar-tools is needed: packaging/machine.py installs it"
    command = [program, "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    nothing_found = 4
    assert done.returncode in {0, nothing_found}, done.stderr
    return done.stdout.splitlines()


def turned(picture: Path, degrees: float) -> Path:
    """Return the picture laid askew, as paper lies on a scanner."""
    with Image.open(picture) as image:
        askew = image.rotate(degrees, expand=True, fillcolor=255)
    place = picture.with_stem(f"{picture.stem}-askew")
    askew.save(place)
    return place
