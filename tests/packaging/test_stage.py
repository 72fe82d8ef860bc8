"""Only what can lie on every PC is laid there."""

import json
from pathlib import Path

import pytest

import desktop
from tests.house.source import ROOT
from windows import runtime, stage, wheels
from windows.hashes import sha256_of
from windows.refusals import BuildError


def test_the_version_is_read_without_running_the_program() -> None:
    assert stage.read_version(ROOT / "desktop" / "__init__.py") == desktop.__version__


def test_a_program_without_a_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("a = 1\n", "utf-8")
    with pytest.raises(BuildError, match="__version__"):
        stage.read_version(tmp_path / "x.py")


def test_the_program_is_what_git_knows_and_nothing_else() -> None:
    found = stage.read_checkout(ROOT)
    assert "desktop/__main__.py" in found.files
    assert {name.partition("/")[0] for name in found.files} == set(stage.SHIPPED)
    assert not [name for name in found.files if "__pycache__" in name]
    assert list(found.files) == sorted(found.files)


def test_a_folder_without_git_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="git"):
        stage.read_checkout(tmp_path)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("app/data/kế-hoạch.toml", "ASCII"),
        ("lib/" + "x" * 107, "dài hơn 110"),
        ("lib/PySide6/QtCore.pyi", "không ai cần"),
        ("lib/a/__init__.py", "không ai cần"),
        ("lib/PySide6/Qt6Qml.dll", "không ai cần"),
        ("lib/PySide6/QtQuick.pyd", "không ai cần"),
        ("runtime/_wmi.pyd", "không ai cần"),
    ],
)
def test_a_name_that_must_not_be_shipped_is_refused_with_the_reason(
    name: str, reason: str
) -> None:
    with pytest.raises(BuildError, match=reason) as refused:
        stage.check_names(["stt.exe", name])
    assert name in str(refused.value)
    assert "stt.exe" not in str(refused.value)


def test_a_path_of_exactly_the_longest_length_is_allowed() -> None:
    stage.check_names(["lib/" + "x" * 106])


def test_names_that_windows_takes_for_one_are_refused() -> None:
    with pytest.raises(BuildError, match="chữ hoa"):
        stage.check_names(["lib/Docx/a.pyc", "lib/docx/a.pyc"])


def test_the_version_file_tells_what_is_inside(tmp_path: Path) -> None:
    checkout = stage.Checkout(
        root=ROOT, files=(), version="1.2.3", commit="abc", epoch=0
    )
    pins = [wheels.Pin(name="lxml", version="6.1.3", sha256="0" * 64)]
    stage.write_version(tmp_path, checkout, runtime.read(), pins)
    told = json.loads((tmp_path / stage.VERSION_FILE).read_text("utf-8"))
    assert told["version"] == "1.2.3"
    assert told["python"] == "3.13.2"
    assert told["libraries"] == {"lxml": "6.1.3"}


def test_the_hashes_are_of_all_but_the_launchers(tmp_path: Path) -> None:
    for name in ("SoTruyenThong.exe", "lib/b.dll", "app/desktop/a.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(name.encode())
    stage.write_hashes(tmp_path)
    lines = (tmp_path / stage.HASHES).read_text("ascii").splitlines()
    assert [line.partition("  ")[2] for line in lines] == [
        "app/desktop/a.py",
        "lib/b.dll",
    ]
    assert lines[1].startswith(sha256_of(tmp_path / "lib" / "b.dll"))
