"""The process that reads: what it says, and what it never loads."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.files.foreign.workbooks import a_book, cells
from tests.house.source import ROOT

MEMORY = "512000000"


def told(path: Path, *more: str) -> list[list[object]]:
    words = [
        sys.executable,
        "-m",
        "desktop.files.foreign.child",
        str(path),
        MEMORY,
        "20",
    ]
    with subprocess.Popen(
        [*words, *more], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        lines = process.stdout.read().splitlines()
    assert process.returncode == 0
    return [json.loads(line) for line in lines]


def test_it_tells_the_sheets_and_that_it_came_to_the_end(tmp_path: Path) -> None:
    assert told(a_book(tmp_path / "a.xlsx", cells("chữ"))) == [
        ["sheet", "Bảng"],
        ["row", 1, False, ["chữ"], [0], {}],
        ["end", 1],
    ]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.xlsx", b"x", "not_workbook"),
        ("a.csv", b"a;b\n" * 20_001, "too_large"),
        ("a.html", b"<table>" + b"<tr><td>1</td></tr>" * 20_001, "too_large"),
    ],
)
def test_it_tells_why_it_gave_up(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert told(path)[-1][:2] == ["fault", reason]


def test_it_ends_when_nobody_listens_any_more(tmp_path: Path) -> None:
    """Its input closed, it is of no use to anybody."""
    words = [sys.executable, "-m", "tests.files.foreign.misbehaving"]
    ended = subprocess.run(
        [*words, str(tmp_path / "loop.xlsx"), MEMORY, "20"],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        timeout=10,
        check=False,
    )
    assert ended.returncode == 1


def test_a_workbook_is_read_without_the_libraries_that_write_one(
    tmp_path: Path,
) -> None:
    code = (
        "import sys; from pathlib import Path;"
        "from desktop.files.foreign import child;"
        "from desktop.files.foreign.lines import LineWriter;"
        "from desktop.files.foreign.kinds import tell_file;"
        "tell_file(Path(sys.argv[1]), LineWriter(lambda line: None));"
        "print({'openpyxl', 'lxml', 'PySide6'} & set(sys.modules))"
    )
    path = a_book(tmp_path / "a.xlsx", cells("a"))
    said = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.strip() == "set()"
