"""Libraries of modules alone are packed, and still import."""

import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from windows import packing


@pytest.fixture
def lib(tmp_path: Path) -> Path:
    """Lay out compiled libraries of every kind."""
    made = tmp_path / "lib"
    sources = {
        "thuan/__init__.py": "from thuan.trong import x",
        "thuan/trong.py": "x = 5",
        "le.py": "y = 6",
        "som/__init__.py": "",
        "dulieu/__init__.py": "",
        "khongten/a.py": "",
        "may/__init__.py": "",
    }
    for name, text in sources.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text + "\n", "utf-8")
        py_compile.compile(str(path), cfile=str(path.with_suffix(".pyc")), doraise=True)
        path.unlink()
    (made / "dulieu" / "bang.json").write_text("{}", "utf-8")
    (made / "may" / "_may.pyd").write_bytes(b"MZ")
    (made / "thuan-1.0.dist-info").mkdir()
    (made / "thuan-1.0.dist-info" / "METADATA").write_text("Name: thuan\n", "utf-8")
    return made


def test_only_libraries_of_modules_alone_are_packed(lib: Path) -> None:
    assert packing.pack(lib, ("som",)) == ["le", "thuan"]
    assert {path.name for path in lib.iterdir()} == {
        "dulieu",
        "khongten",
        "may",
        "som",
        "thu-vien.zip",
        "thuan-1.0.dist-info",
    }


def test_what_was_packed_imports(lib: Path) -> None:
    packing.pack(lib, ())
    words = "import sys; sys.path.insert(0, sys.argv[1]); import thuan, le; "
    words += "print(thuan.x, le.y)"
    done = subprocess.run(
        [sys.executable, "-I", "-c", words, str(lib / packing.ARCHIVE)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["5", "6"]


def test_the_archive_is_the_same_whenever_it_is_made(lib: Path, tmp_path: Path) -> None:
    import shutil

    again = tmp_path / "again"
    shutil.copytree(lib, again)
    packing.pack(lib, ())
    packing.pack(again, ())
    first = (lib / packing.ARCHIVE).read_bytes()
    assert (again / packing.ARCHIVE).read_bytes() == first
