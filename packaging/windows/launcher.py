"""Build the two programs that start Python: one with a window, one for a console."""

from __future__ import annotations

import io
import struct
import subprocess
from dataclasses import dataclass
from pathlib import Path

from windows.refusals import BuildError

ROOM = Path(__file__).resolve().parent
WINDOW = "SoTruyenThong"
CONSOLE = "stt"
PREFIX = "x86_64-w64-mingw32-"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Widths in pixels that Windows asks for between 100 % and 200 %."""
_AS_PNG = 256
"""From this width on an icon is kept as PNG, which older readers of .ico expect."""


@dataclass(frozen=True, slots=True)
class Flavour:
    """One of the programs built from the same source."""

    name: str
    describes_itself: str
    switches: tuple[str, ...]


FLAVOURS = (
    Flavour(WINDOW, "Sổ Truyền Thông", ("-mwindows",)),
    Flavour(CONSOLE, "Sổ Truyền Thông (dòng lệnh)", ("-mconsole", "-DCONSOLE")),
)


def build(stage: Path, work: Path, *, version: str, library: str, icon: Path) -> None:
    """Lay both programs into the stage.

    Args:
        stage: The program's folder.
        work: Where parts are left.
        version: Three numbers, such as 0.1.0.
        library: Name of Python's DLL, without its ending.
        icon: An .ico file.
    """
    work.mkdir(parents=True, exist_ok=True)
    (work / "app.ico").write_bytes(icon.read_bytes())
    for flavour in FLAVOURS:
        told = {"VERSION": version, "NAME": flavour.name} | quads(version)
        told["DESCRIPTION"] = flavour.describes_itself
        for template, made in (
            ("launcher.rc.in", f"{flavour.name}.rc"),
            ("launcher.manifest", "launcher.manifest"),
        ):
            text = (ROOM / template).read_text("utf-8")
            (work / made).write_text(filled(text, told), "utf-8")
        _compile(flavour, stage / f"{flavour.name}.exe", work, library)


def quads(version: str) -> dict[str, str]:
    """Give a version as the four numbers that Windows wants."""
    numbers = [*version.split("."), "0"]
    if len(numbers) != 4 or not all(number.isdecimal() for number in numbers):  # noqa: PLR2004
        raise BuildError(f"Số phiên bản phải có ba số: {version}")
    return {"COMMAS": ",".join(numbers), "QUAD": ".".join(numbers)}


def filled(text: str, told: dict[str, str]) -> str:
    """Return a template with each @NAME@ replaced."""
    for name, value in told.items():
        text = text.replace(f"@{name}@", value)
    return text


def _compile(flavour: Flavour, target: Path, work: Path, library: str) -> None:
    """Compile resources and source; the same inputs give the same bytes."""
    resources = f"{flavour.name}.res"
    _tool(
        "windres", "-c", "65001", f"{flavour.name}.rc", "-O", "coff", resources, at=work
    )
    words = ["-municode", *flavour.switches, f'-DPYTHON_DLL=L"{library}.dll"']
    words += ["-std=c11", "-Os", "-s", "-Wall", "-Wextra", "-Werror"]
    words += ["-finput-charset=UTF-8", "-static-libgcc", "-Wl,--no-insert-timestamp"]
    words += ["-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]
    source = (ROOM / "launcher.c").read_bytes()
    (work / "launcher.c").write_bytes(source)  # no path of this machine is compiled in
    _tool("gcc", *words, "launcher.c", resources, "-o", str(target.resolve()), at=work)


def _tool(name: str, *words: str, at: Path) -> None:
    """Run one of mingw's tools in a folder."""
    if subprocess.run([PREFIX + name, *words], cwd=at, check=False).returncode:
        raise BuildError(f"{PREFIX}{name} không dựng được chương trình khởi động.")


# --- the icon ----------------------------------------------------------------


def draw_icon(pictures: Path, target: Path) -> Path:
    """Write an .ico of every size: drawn ones as they are, others from the largest."""
    frames = [(size, _frame(pictures, size)) for size in SIZES]
    head = struct.pack("<HHH", 0, 1, len(frames))
    at = len(head) + 16 * len(frames)
    entries = []
    for size, content in frames:
        side = size % 256  # a nought says 256
        entries.append(
            struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), at)
        )
        at += len(content)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(b"".join([head, *entries, *(each for _, each in frames)]))
    return target


def _frame(pictures: Path, size: int) -> bytes:
    """Give one size as an .ico keeps it: a PNG, or a bitmap without its file head."""
    from PIL import Image

    drawn = pictures / f"program-{size}.png"
    source = drawn if drawn.is_file() else pictures / "program-256.png"
    with Image.open(source) as opened:
        picture = opened.convert("RGBA")
    if picture.size != (size, size):
        picture = picture.resize((size, size), Image.Resampling.LANCZOS)
    if size >= _AS_PNG:
        written = io.BytesIO()
        picture.save(written, "PNG", optimize=True)
        return written.getvalue()
    return _bitmap(picture.tobytes("raw", "BGRA", 0, -1), size)


def _bitmap(rows: bytes, size: int) -> bytes:
    """Give pixels, the lowest row first, with their head and the mask of old times."""
    mask = b"\0" * (-(-size // 32) * 4 * size)  # what is seen through, alpha tells
    head = struct.pack(
        "<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(rows) + len(mask), 0, 0, 0, 0
    )
    return head + rows + mask
