"""Tests of the suggestions for token makers' modules."""

from pathlib import Path

import pytest

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.token.modules import TABLE, check_module, suggestions

LINE = """
[[family]]
name = "Hãng A"
verified = true
linux = ["{a}", "{b}"]

[[family]]
name = "Hãng B"
linux = ["{c}"]
windows = ['%SystemRoot%\\System32\\b.dll']
"""


def a_module(path: Path, bits: int = 2) -> Path:
    path.write_bytes(b"\x7fELF" + bytes([bits]) + bytes(60))
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    here, other = a_module(tmp_path / "c.so"), a_module(tmp_path / "b.so", 1)
    path = tmp_path / "tokens.toml"
    path.write_text(LINE.format(a=tmp_path / "a.so", b=other, c=here), "utf-8")
    return path


def test_those_that_can_be_loaded_come_first(table: Path) -> None:
    found = suggestions(table, "linux")
    assert [(one.path.name, one.present, one.bits) for one in found] == [
        ("c.so", True, 64),
        ("a.so", False, 0),
        ("b.so", True, 32),
    ]
    assert [one.loadable for one in found] == [True, False, False]
    assert [one.verified for one in found] == [False, True, True]


def test_a_link_to_the_same_module_is_not_told_twice(tmp_path: Path) -> None:
    real = a_module(tmp_path / "real.so")
    (tmp_path / "link.so").symlink_to(real)
    path = tmp_path / "t.toml"
    names = f'["{real}", "{tmp_path / "link.so"}"]'
    path.write_text(f'[[family]]\nname = "A"\nlinux = {names}\n', "utf-8")
    assert [one.path.name for one in suggestions(path, "linux")] == ["real.so"]


def test_another_system_has_its_own_paths(table: Path) -> None:
    (only,) = suggestions(table, "windows")
    assert only.family == "Hãng B"
    assert only.path.name.endswith("b.dll")


@pytest.mark.parametrize("system", ["linux", "windows"])
def test_the_shipped_table_is_whole_and_claims_nothing(system: str) -> None:
    found = suggestions(TABLE, system)
    assert len(found) >= 5
    assert not any(one.verified for one in found)
    assert all(one.family and one.path.suffix in {".dll", ".so"} for one in found)


@pytest.mark.parametrize(
    "text", ["", "x", "[[family]]\n", "family = 3", '[[family]]\nname=1\nlinux="x"\n[a']
)
def test_a_damaged_table_is_told(tmp_path: Path, text: str) -> None:
    path = tmp_path / "tokens.toml"
    path.write_text(text, "utf-8")
    if text == "[[family]]\n":
        assert suggestions(path, "linux") == ()
        return
    with pytest.raises(FileError) as caught:
        suggestions(path, "linux")
    assert caught.value.reason == "unreadable"


def test_a_table_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError) as caught:
        suggestions(tmp_path / "none.toml", "linux")
    assert caught.value.reason == "missing"


def test_a_folder_is_no_module(tmp_path: Path) -> None:
    with pytest.raises(SignatureError) as caught:
        check_module(tmp_path)
    assert caught.value.reason == "module_missing"


def test_a_file_of_unknown_kind_is_left_to_the_system(tmp_path: Path) -> None:
    path = tmp_path / "x.dylib"
    path.write_bytes(b"\xcf\xfa\xed\xfe")
    check_module(path)
