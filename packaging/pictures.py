"""Draw every place, dialog and printed page as a PNG: dev.py pictures [FOLDER].

Pictures lie in FOLDER/100 and FOLDER/200 (two sizes of screen), FOLDER/pdf and
FOLDER/excel; FOLDER/xem-nhanh holds sheets of them to look at quickly. `--readme`
draws them afresh and puts two into resources/help/pictures. One that fails costs no
other; in the end it is named, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from picture_pages import draw_pdf, draw_workbook
from picture_sheets import make_sheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "anh-man-hinh"
SHEETS = "xem-nhanh"
README = ROOT / "resources" / "help" / "pictures"
FONT = ROOT / "resources" / "fonts" / "LiberationSans-Regular.ttf"
MARK = ".anh-man-hinh"
"""File that marks a folder as ours to make anew."""
SCALES = ("100", "200")
LARGEST = 200_000
"""Bytes either picture of the README may have."""


def say(text: str) -> None:
    """Print one line at once."""
    print(text, flush=True)


def main(words: list[str]) -> int:
    """Draw everything; give the exit code."""
    parser = argparse.ArgumentParser(
        prog="dev.py pictures", description="Chụp ảnh các màn hình và trang báo cáo."
    )
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument(
        "--readme", action="store_true", help="thay hai ảnh mà README.md dùng"
    )
    asked = parser.parse_args(words)
    folder: Path = asked.folder.resolve()
    clear(folder)
    with tempfile.TemporaryDirectory(prefix="anh-") as place:
        failed = draw(folder, Path(place))
    if asked.readme and not attempt("README", partial(refresh_readme, folder)):
        failed.append("README")
    say(f"Đã chụp {sum(1 for _ in folder.rglob('*.png'))} ảnh vào {folder}")
    for name in failed:
        print(f"Không xong: {name}", file=sys.stderr, flush=True)
    return int(bool(failed))


def draw(folder: Path, work: Path) -> list[str]:
    """Draw screens, pages and sheets; return what failed."""
    say("Làm dữ liệu mẫu")
    make_demo(work / "mau")
    exports = work / "mau" / "van-phong" / "bao-cao"
    (pdf,), (workbook,) = exports.glob("*.pdf"), exports.glob("*.xlsx")
    steps: dict[str, Callable[[], object]] = {
        f"Màn hình {scale} %": partial(photograph, scale, folder, work)
        for scale in SCALES
    }
    steps["Trang PDF"] = partial(draw_pdf, pdf, folder / "pdf")
    steps["Trang Excel"] = partial(draw_workbook, workbook, folder / "excel", work)
    steps["Tờ xem nhanh"] = partial(make_sheets, folder, folder / SHEETS, FONT)
    return [name for name, step in steps.items() if not attempt(name, step)]


def attempt(name: str, step: Callable[[], object]) -> bool:
    """Do one step; tell whether it went well."""
    say(name)
    try:
        step()
    except Exception:  # noqa: BLE001  the next step must still be tried
        traceback.print_exc()
        return False
    return True


def make_demo(folder: Path) -> None:
    """Make the practice office, its signed report and its package.

    Raises:
        CalledProcessError: The demonstration failed.
    """
    run(["-m", "desktop", "demo", "--folder", str(folder)])


def photograph(scale: str, folder: Path, work: Path) -> None:
    """Take every picture of the window at one size, of an office of its own.

    Raises:
        CalledProcessError: A picture failed; its name was printed.
    """
    own = work / scale / "So truyen thong"
    shutil.copytree(work / "mau", own)
    (office,) = (own / "van-phong").glob("*.stt")
    script = ROOT / "packaging" / "picture_window.py"
    run(
        [str(script), str(office), str(folder / scale), str(work / scale / "nha")],
        QT_SCALE_FACTOR=str(int(scale) // 100),
    )


def run(words: Iterable[str], **variables: str) -> None:
    """Run this interpreter on words, with more variables set.

    Raises:
        CalledProcessError: It ended badly.
    """
    subprocess.run([sys.executable, *words], env=os.environ | variables, check=True)


def refresh_readme(folder: Path) -> None:
    """Put the overview and the report's first page where README.md shows them.

    Raises:
        ValueError: A picture is larger than a page on the web should carry.
    """
    README.mkdir(parents=True, exist_ok=True)
    for name, source in {
        "overview": folder / "100" / "3-noi" / "overview.png",
        "report": folder / "pdf" / "trang-01.png",
    }.items():
        path = README / f"{name}.png"
        with Image.open(source) as picture:
            # Not by how often a colour is used: the few red words would turn brown.
            few = picture.convert("RGB").quantize(
                method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
            )
        few.save(path, optimize=True)
        if path.stat().st_size > LARGEST:
            raise ValueError(path)


def clear(folder: Path) -> None:
    """Make the folder anew, but only when it was made here.

    Raises:
        SystemExit: Something else lies there.
    """
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MARK).exists():
            raise SystemExit(f"Thư mục {folder} có thứ khác; hãy chọn thư mục trống.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / MARK).touch()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
