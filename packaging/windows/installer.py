"""Make the installer from the stage: lists of its files, then makensis."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from windows import side_picture

ROOM = Path(__file__).resolve().parent
NSIS = Path("/usr/share/nsis")
"""Where Debian lays what makensis reads."""
LIST = "DANH_SACH.txt"
"""Every installed file, so that a newer version knows what to take away."""
MARKER = ROOM / "ban-usb.txt"
"""What lies beside a program whose data do too."""
OUR_WORDS = (
    ("tập tin", "tệp"),
    ("Tập tin", "Tệp"),
    ("Trình trợ lí", "Trình cài đặt"),
    ("Trợ lí Cài đặt", "trình cài đặt"),
    ("Trợ lí Gỡ bỏ", "trình gỡ bỏ"),
    ("Trợ lí", "trình cài đặt"),
    ("đăng kí", "đăng ký"),
    ("Lưu kí", "Lưu ký"),
    ("&Tiến >", "&Tiếp >"),
    ("Nhấn Tiến", "Bấm Tiếp"),
    ("Nhấn", "Bấm"),
    ("nhấn", "bấm"),
    ("&Hoàn thành", "&Xong"),
    ("“Hoàn thành”", "“Xong”"),
)
"""What NSIS says in Vietnamese, and how the program says it."""
YOU = {"bạn": "anh/chị", "Bạn": "Anh/chị"}
BLOCK = 4096
"""Bytes in which disks give room."""


@dataclass(frozen=True)
class Signing:
    """The certificate and key with which programs are signed, as PEM files."""

    certificate: Path
    key: Path


@dataclass(frozen=True)
class Order:
    """What to make an installer of."""

    stage: Path
    """The program folder as it shall lie on the PC."""
    icon: Path
    """An .ico file."""
    picture: Path
    """The icon as a PNG."""
    version: str
    """Three numbers, as 0.1.0."""
    epoch: int
    """The moment that signatures bear, in seconds since 1970."""
    fast: bool = False
    """Whether to pack quickly instead of tightly."""
    signing: Signing | None = None


def make(order: Order, target: Path, work: Path) -> Path:
    """Write the installer and return its path; `work` is emptied first.

    Raises:
        ValueError: A path of the stage cannot be said in the installer's language.
        subprocess.CalledProcessError: makensis refused.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    write_list(order.stage)
    files = files_of(order.stage)
    (work / "install.nsh").write_text(install_lines(order.stage, files), "utf-8")
    (work / "remove.nsh").write_text(remove_lines(files), "utf-8")
    side_picture.draw(order.picture, work / "side.bmp")
    told = definitions(order, target, work)
    if order.signing:
        told["SIGN"] = str(signing_script(order.signing, order.epoch, work))
    run_makensis(told, fast=order.fast, nsis=own_nsis(work / "nsis"))
    return target


def definitions(order: Order, target: Path, work: Path) -> dict[str, str]:
    """Return what the script asks to be told."""
    size = sum(rounded(order.stage / name) for name in files_of(order.stage))
    return {
        "VERSION": order.version,
        "TARGET": str(target.resolve()),
        "ROOM": str(ROOM),
        "WORK": str(work.resolve()),
        "ICON": str(order.icon.resolve()),
        "SIDE_PICTURE": str(work.resolve() / "side.bmp"),
        "MARKER_FILE": str(MARKER),
        "LIST": LIST,
        "BYTES": str(size),
        "KILOBYTES": str(size // 1024),
    }


def run_makensis(told: dict[str, str], *, fast: bool, nsis: Path) -> None:
    """Build the installer; every warning counts as a fault."""
    words = ["makensis", "-V2", "-WX", "-NOCD", "-INPUTCHARSET", "UTF8"]
    words += [f"-D{name}={value}" for name, value in sorted(told.items())]
    words += ["-DFAST"] if fast else []
    variables = {**os.environ, "NSISDIR": str(nsis), "LC_ALL": "C.UTF-8"}
    subprocess.run([*words, str(ROOM / "setup.nsi")], env=variables, check=True)


def own_nsis(folder: Path) -> Path:
    """Copy what makensis reads, its Vietnamese in composed letters and our words.

    Debian's copy has the accents as letters of their own, which Windows draws beside
    the letter they belong to.
    """
    shutil.copytree(NSIS, folder, ignore=shutil.ignore_patterns("x86-*", "Bin"))
    for name in ("Vietnamese.nlf", "Vietnamese.nsh"):
        path = folder / "Contrib" / "Language files" / name
        path.write_text(in_our_words(path.read_text("utf-8-sig")), "utf-8-sig")
    return folder


def in_our_words(text: str) -> str:
    """Return NSIS's Vietnamese as this program speaks."""
    text = unicodedata.normalize("NFC", text)
    for theirs, ours in OUR_WORDS:
        text = text.replace(theirs, ours)
    return re.sub(r"\b[Bb]ạn\b", lambda one: YOU[one[0]], text)


# --- the files -----------------------------------------------------------------


def files_of(stage: Path) -> list[str]:
    """List the files below a folder, sorted, with forward slashes."""
    return sorted(
        path.relative_to(stage).as_posix()
        for path in stage.rglob("*")
        if path.is_file() and path.name != MARKER.name
    )


def folders_of(files: list[str]) -> list[str]:
    """List the folders that files lie in, each before the one around it."""
    around = {
        parent.as_posix()
        for name in files
        for parent in Path(name).parents
        if parent != Path()
    }
    return sorted(around, key=lambda name: (-name.count("/"), name))


def write_list(stage: Path) -> None:
    """Lay the list of all files, itself too, and of their folders into the stage."""
    files = sorted({*files_of(stage), LIST})
    check_names(files)
    lines = [*files, *(f"{name}/" for name in folders_of(files))]
    text = "".join(f"{_windows(line)}\r\n" for line in lines)
    (stage / LIST).unlink(missing_ok=True)  # it may be one file with another stage's
    (stage / LIST).write_bytes(text.encode("ascii"))


def check_names(files: list[str]) -> None:
    """Raise ValueError for a name that is not plain ASCII or means more to NSIS."""
    bad = [
        name
        for name in files
        if not name.isascii() or not name.isprintable() or set(name) & set('$`":*?\\')
    ]
    if bad:
        raise ValueError(bad)


def install_lines(stage: Path, files: list[str]) -> str:
    """Return the lines that lay out every file."""
    lines, folder = [], None
    root = str(stage.resolve()).replace("$", "$$")
    for name in sorted(files, key=lambda one: (str(Path(one).parent), one)):
        parent = Path(name).parent.as_posix()
        if parent != folder:
            folder = parent
            inside = "" if parent == "." else "\\" + _windows(parent)
            lines.append(f'SetOutPath "$INSTDIR{inside}"')
        lines.append(f'File "{root}/{name}"')
    return "\n".join(lines) + "\n"


def remove_lines(files: list[str]) -> str:
    """Return the lines that take away every file, then every folder left empty."""
    lines = [f'Delete "$INSTDIR\\{_windows(name)}"' for name in files]
    lines += [f'RMDir "$INSTDIR\\{_windows(name)}"' for name in folders_of(files)]
    return "\n".join(lines) + "\n"


def rounded(path: Path) -> int:
    """Return the room that a file takes on a disk, in bytes."""
    return -(-path.stat().st_size // BLOCK) * BLOCK


def _windows(name: str) -> str:
    return name.replace("/", "\\")


# --- signing -------------------------------------------------------------------


def signing_script(signing: Signing, epoch: int, work: Path) -> Path:
    """Write the command that makensis calls with an installer, then a remover."""
    sign = shlex.join(
        [
            *("osslsigncode", "sign", "-h", "sha256", "-time", str(epoch)),
            *("-certs", str(signing.certificate.resolve())),
            *("-key", str(signing.key.resolve())),
        ]
    )
    script = work / "sign.sh"
    script.write_text(
        f'#!/bin/sh\nset -e\n{sign} -in "$1" -out "$1.signed" >&2\n'
        'mv "$1.signed" "$1"\n',
        "utf-8",
    )
    script.chmod(0o755)
    return script
