"""Places are data: with other names in the plan file, no old one appears anywhere.

The program is copied with its data, the names of the territory and of the level above
it are replaced in the plan file alone, and the copy does the whole job.
"""

import json
import os
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.cli.entries import a_training
from tests.house.source import ROOT

SCREENS = Path(__file__).with_name("screens.py")
SHIPPED = "dak_ha_2023_2028.toml"
NAMES = {
    "Đăk Hà": "Suối Ngàn",
    "Đắk Hà": "Suối Ngàn",
    "ĐĂK HÀ": "SUỐI NGÀN",
    "Kon Tum": "Mây Trắng",
    "dak-ha": "suoi-ngan",
    "kon-tum": "may-trang",
}
OLD = ("đăk hà", "đắk hà", "kon tum", "dak-ha", "kon-tum")


def plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).lower()


def left(text: str) -> list[str]:
    said = plain(text)
    return [name for name in OLD if name in said]


def renamed(text: str) -> str:
    for old, new in NAMES.items():
        text = text.replace(old, new)
    return text


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the program, with other places in its plan and nowhere else."""
    folder = tmp_path_factory.mktemp("elsewhere")
    unneeded = shutil.ignore_patterns("__pycache__")
    for name in ("desktop", "data", "resources"):
        shutil.copytree(ROOT / name, folder / name, ignore=unneeded)
    plans = folder / "data" / "plans"
    text = unicodedata.normalize("NFC", (plans / SHIPPED).read_text("utf-8"))
    for other in plans.glob("*.toml"):
        other.unlink()
    (plans / "suoi_ngan_2023_2028.toml").write_text(renamed(text), "utf-8")
    return folder


def run(elsewhere: Path, *words: str) -> str:
    """Do one verb of the copy; return what it said."""
    return python(elsewhere, "-m", "desktop", *words)


def python(elsewhere: Path, *words: str) -> str:
    """Run Python on the copy, without a screen; return what it said."""
    home = {name: str(elsewhere / "home") for name in ("HOME", "XDG_DATA_HOME")}
    own = {"PYTHONPATH": str(elsewhere), "QT_QPA_PLATFORM": "offscreen"}
    environment = os.environ | home | own | {"PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def said(elsewhere: Path) -> dict[str, str]:
    """Do the whole job in the copy; return what each step said."""
    entry = a_training(agency="phong-vhtt-suoi-ngan", tasks=["suoi-ngan-2023-2028/2.2"])
    entries = elsewhere / "entries.json"
    entries.write_text(json.dumps([entry], ensure_ascii=False), "utf-8")
    period = ("--period", "2024")
    to = ("--folder", "out", "--json")
    return {
        "new": run(elsewhere, "new", "so.stt", "--plan", "suoi-ngan-2023-2028"),
        "record": run(
            elsewhere, "record", "so.stt", "entries.json", "--register", "training"
        ),
        "results": run(elsewhere, "results", "so.stt", *period, "--json"),
        "agencies": run(elsewhere, "agencies", "list", "so.stt", "--json"),
        "report": run(elsewhere, "report", "so.stt", *period, *to),
        "export": run(elsewhere, "export", "so.stt", *to),
    }


def test_the_copy_knows_the_new_names(said: dict[str, str]) -> None:
    assert "Phòng Văn hóa - Thông tin huyện Suối Ngàn" in said["agencies"]
    assert "Sở Thông tin và Truyền thông tỉnh Mây Trắng" in said["agencies"]


def test_no_output_names_the_old_places(said: dict[str, str]) -> None:
    found = {step: left(text) for step, text in said.items()}
    assert not {step: names for step, names in found.items() if names}
    assert json.loads(said["results"])


@pytest.mark.usefixtures("said")
def test_no_screen_names_the_old_places(elsewhere: Path) -> None:
    shown = python(elsewhere, str(SCREENS), str(elsewhere / "so.stt"))
    assert "Phòng Văn hóa - Thông tin huyện Suối Ngàn" in shown
    assert "Ủy ban nhân dân tỉnh Mây Trắng" in shown  # in the text of the plan
    assert not left(shown)


def test_no_page_of_the_report_names_the_old_places(
    elsewhere: Path, said: dict[str, str]
) -> None:
    (path,) = (elsewhere / "out").glob("*.pdf")
    with pypdfium2.PdfDocument(path) as pdf:
        text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    assert "SUỐI NGÀN" in unicodedata.normalize("NFC", text)
    assert not left(text)


def test_no_cell_of_the_workbook_names_the_old_places(
    elsewhere: Path, said: dict[str, str]
) -> None:
    (path,) = (elsewhere / "out").glob("*.xlsx")
    book = load_workbook(path)
    texts = [
        str(cell)
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in (sheet.title, *row)
        if cell is not None
    ]
    assert any("Suối Ngàn" in one for one in texts)
    assert not left("\n".join(texts))


def test_no_text_of_the_program_itself_is_needed_to_change(elsewhere: Path) -> None:
    for path in (elsewhere / "desktop").rglob("*.py"):
        assert path.read_bytes() == (ROOT / path.relative_to(elsewhere)).read_bytes()
