"""Build both Windows editions on Debian: python3 packaging/build_windows.py.

The installer, the archive for sticks, what changed and the hashes of these lie in
dist/ afterwards. Only the standard library is used until the tools are installed.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import importlib.util
import io
import os
import subprocess
import sys
from pathlib import Path

from machine import SetUpError, install_packages, say

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache" / "windows"
DIST = ROOT / "dist"
TOOLS = CACHE / "tools"
TOOLS_LOCK = ROOT / "packaging" / "windows" / "tools.txt"
PROGRAM_LOCK = ROOT / "packaging" / "lock.txt"
COULD_NOT = 2
INSIDE = "SO_TRUYEN_THONG_TOOLS"
"""Variable by which this script knows that it runs with its tools."""

# A command or file, and the Debian package that brings it.
PACKAGES = {
    "/usr/bin/git": "git",
    "/usr/bin/makensis": "nsis",
    "/usr/bin/openssl": "openssl",
    "/usr/bin/osslsigncode": "osslsigncode",
    "/usr/bin/x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64-win32",
    "/usr/bin/x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
    "/usr/lib/wine/wine64": "wine64",
}


def arguments(words: list[str]) -> argparse.Namespace:
    """Read what the maintainer wants."""
    reader = argparse.ArgumentParser(
        prog="build_windows.py", description="Dựng bộ cài và bản USB cho Windows."
    )
    reader.add_argument(
        "--out", type=Path, default=DIST, help="thư mục kết quả (mặc định: dist)"
    )
    reader.add_argument(
        "--fast", action="store_true", help="nén nhanh thay vì nén chặt, để thử"
    )
    reader.add_argument(
        "--stub",
        action="store_true",
        help="thay Python bằng một thư viện rỗng, để thử riêng bộ cài",
    )
    reader.add_argument(
        "--python-zip", type=Path, metavar="TỆP", help="bộ Python tải từ python.org"
    )
    reader.add_argument(
        "--sign", type=Path, metavar="PEM", help="chứng thư để ký các chương trình"
    )
    reader.add_argument("--key", type=Path, metavar="PEM", help="khóa của chứng thư")
    reader.add_argument(
        "--release-key", type=Path, metavar="PEM", help="khóa Ed25519 ký SHA256SUMS"
    )
    reader.add_argument(
        "--renew-lock",
        action="store_true",
        help="chỉ ghi lại packaging/windows/lock.txt theo packaging/lock.txt",
    )
    given = reader.parse_args(words)
    if (given.sign is None) != (given.key is None):
        reader.error("--sign và --key phải đi cùng nhau")
    return given


def install_tools() -> Path:
    """Install system packages and the tools by their hashes; name their Python."""
    install_packages(
        sorted({name for file, name in PACKAGES.items() if not Path(file).exists()})
    )
    python = TOOLS / "bin" / "python"
    stamp = TOOLS / "tools.stamp"
    content = hashlib.sha256(TOOLS_LOCK.read_bytes()).hexdigest()
    if python.exists() and stamp.is_file() and stamp.read_text("ascii") == content:
        return python
    if importlib.util.find_spec("ensurepip") is None:
        install_packages([f"python3.{sys.version_info.minor}-venv"])
    say("Tạo môi trường dựng .cache/windows/tools")
    made = [sys.executable, "-m", "venv", "--clear", str(TOOLS)]
    pip = [str(python), "-m", "pip", "install", "--no-deps", "--no-input", "--quiet"]
    pip += ["--disable-pip-version-check", "--require-hashes", "-r", str(TOOLS_LOCK)]
    for command in (made, pip):
        if subprocess.run(command, check=False).returncode:
            raise SetUpError("Không tạo được môi trường dựng: xem dòng lỗi ở trên.")
    stamp.write_text(content, "ascii")
    return python


def build(given: argparse.Namespace) -> None:
    """Make everything, with the tools at hand."""
    from windows import editions, wheels

    if given.renew_lock:
        wheels.renew_lock(PROGRAM_LOCK, CACHE / "wheels")
        return
    order = editions.Order(
        out=given.out.resolve(),
        cache=CACHE,
        fast=given.fast,
        stub=given.stub,
        python_zip=given.python_zip,
        certificate=given.sign,
        key=given.key,
        release_key=given.release_key,
    )
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "building.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # two builds would share their folders
        made = editions.make(order)
    for path in made:
        say(f"{path.stat().st_size / 1e6:8.1f} MB  {path}")


def main(words: list[str]) -> int:
    """Do what the words say; give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    given = arguments(words)
    try:
        if os.environ.get(INSIDE):
            build(given)
            return 0
        python = install_tools()
        again = [
            str(python),
            "-E",
            "-s",
            "-X",
            "utf8",
            str(Path(__file__).resolve()),
            *words,
        ]
        return subprocess.run(
            again, env=os.environ | {INSIDE: "1"}, check=False
        ).returncode
    except SetUpError as error:
        print(error, file=sys.stderr)
        return COULD_NOT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
