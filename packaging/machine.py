"""Know what a Linux machine must have, and install it when that is allowed."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# What Qt's own files ask of a Linux system, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
# File name pattern of a font under FONT_FOLDER: its package.
FONT_FOLDER = Path("/usr/share/fonts")
SCREEN_FONTS = {"NotoSans[-[]*": "fonts-noto-core"}  # has every Vietnamese letter
PAGE_FONTS = {"LiberationSerif-Regular*": "fonts-liberation"}  # LibreOffice's pages
# Independent witnesses of what the program makes: command, then package.
WITNESSES = {
    "certutil": "libnss3-tools",
    "gcc": "gcc",  # builds the module that spies on tokens
    "openssl": "openssl",
    "pdfsig": "poppler-utils",
    "soffice": "libreoffice-calc-nogui",
    "softhsm2-util": "softhsm2",
    "xmlsec1": "xmlsec1",
    "zbarimg": "zbar-tools",
}


# What only the nightly tests ask: a file it brings, then its package.
NIGHTLY = {
    "/usr/lib/python3/dist-packages/uno.py": "python3-uno",  # LibreOffice's bridge
    "/usr/bin/javac": "default-jdk-headless",  # for veraPDF
    "/usr/share/java/jaxb-runtime.jar": "libjaxb-java",  # for veraPDF
}
# What making and trying the editions for Windows asks: command, then package.
WINDOWS = {
    "/usr/lib/wine/wine64": "wine64",
    "Xvfb": "xvfb",  # the installer's pages are looked at
    "import": "imagemagick",  # ... and kept as pictures
    "makensis": "nsis",
    "osslsigncode": "osslsigncode",
    "wine": "wine",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "x86_64-w64-mingw32-objdump": "binutils-mingw-w64-x86-64",
    "xdotool": "xdotool",
}


class SetUpError(Exception):
    """The machine lacks something that this script may not or cannot get."""


def say(text: str) -> None:
    """Print one line at once, so that it stands before what the next tool prints."""
    print(text, flush=True)


def has_library(soname: str) -> bool:
    """Tell whether the system's loader finds the shared library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def has_font(pattern: str) -> bool:
    """Tell whether a font file of this name is installed for everybody."""
    return any(FONT_FOLDER.rglob(pattern))


def missing_packages(
    *, witnesses: bool, nightly: bool = False, windows: bool = False
) -> list[str]:
    """List the packages this Linux lacks for the window, and for the witnesses."""
    if sys.platform != "linux":
        return []
    wanted = {
        package for name, package in QT_LIBRARIES.items() if not has_library(name)
    }
    fonts = SCREEN_FONTS | PAGE_FONTS if witnesses else SCREEN_FONTS
    wanted |= {package for name, package in fonts.items() if not has_font(name)}
    commands = (WITNESSES if witnesses else {}) | (WINDOWS if windows else {})
    wanted |= {package for name, package in commands.items() if not shutil.which(name)}
    if nightly:
        wanted |= {
            package for file, package in NIGHTLY.items() if not Path(file).exists()
        }
    return sorted(wanted)


def becoming_root() -> list[str] | None:
    """Give the words to put before a command of root's, None when not allowed."""
    if os.geteuid() == 0:
        return []
    try:
        asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    except OSError:  # there is no sudo, or not for this user
        return None
    return ["sudo", "-n"] if asked.returncode == 0 else None


def install_packages(packages: list[str]) -> None:
    """Install system packages, or raise SetUpError with the line to type."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise SetUpError(f"Máy thiếu (tên gói theo Debian): {names}")
    line = f"apt-get install -y --no-install-recommends {names}"
    root = becoming_root()
    if root is None:
        raise SetUpError(f"Máy thiếu gói hệ thống. Hãy gõ rồi chạy lại:\n  sudo {line}")
    say(f"Cài gói hệ thống: {names}")
    quiet = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*quiet, "update"], check=False)  # an old list may do
    install = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    if subprocess.run(install, stdout=subprocess.DEVNULL, check=False).returncode:
        raise SetUpError(f"Không cài được gói hệ thống. Hãy thử gõ:\n  sudo {line}")
