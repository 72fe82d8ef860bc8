"""Modules are shipped compiled, by the shipped Python and for it."""

import struct
import sys
from pathlib import Path

import pytest

from windows import bytecode, runtime
from windows.refusals import BuildError

PYTHON = runtime.read()


def header(magic: int, flags: int) -> bytes:
    return struct.pack("<H2sI", magic, b"\r\n", flags) + b"\0" * 8


def stage(folder: Path) -> Path:
    """Lay out an interpreter and a module."""
    for name in ("runtime/python.exe", "lib/a.py", "app/desktop/__main__.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", "utf-8")
    return folder


def compiling(magic: int = PYTHON.magic, skip: str = "") -> bytecode.Runner:
    """Give a runner that writes heads of modules, as the interpreter would."""

    def run(words: list[str], at: Path) -> None:
        assert words[0].endswith("python.exe")
        for path in at.rglob("*.py"):
            if path.name != skip:
                path.with_suffix(".pyc").write_bytes(header(magic, 1))

    return run


def test_sources_give_way_to_what_was_compiled_of_them(tmp_path: Path) -> None:
    made = stage(tmp_path / "stage")
    bytecode.compile_modules(made, PYTHON, tmp_path / "work", compiling())
    assert [path.name for path in made.rglob("*.py")] == []
    assert (made / "app/desktop/__main__.pyc").is_file()


def test_a_module_that_could_not_be_compiled_is_named(tmp_path: Path) -> None:
    made = stage(tmp_path / "stage")
    run = compiling(skip="a.py")
    with pytest.raises(BuildError, match=r"lib/a\.py"):
        bytecode.compile_modules(made, PYTHON, tmp_path / "work", run)
    assert (made / "lib/a.py").is_file()


def test_code_of_another_python_is_refused(tmp_path: Path) -> None:
    made = stage(tmp_path / "stage")
    own = int.from_bytes(b"\xa7\x0d", "little")  # of 3.11
    assert own != PYTHON.magic
    with pytest.raises(BuildError, match=r"Python 3\.13\.2"):
        bytecode.compile_modules(made, PYTHON, tmp_path / "work", compiling(own))


def test_code_that_would_look_for_its_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pyc"
    path.write_bytes(header(PYTHON.magic, 0b11))
    with pytest.raises(BuildError, match=r"a\.pyc"):
        bytecode.check(path, PYTHON)


def test_the_script_compiles_without_the_machine_s_paths(tmp_path: Path) -> None:
    import marshal
    import subprocess

    (tmp_path / "lib" / "p").mkdir(parents=True)
    (tmp_path / "app").mkdir()
    (tmp_path / "lib" / "p" / "a.py").write_text("x = 1\n", "utf-8")
    words = [sys.executable, str(bytecode.SCRIPT)]
    subprocess.run(words, cwd=tmp_path, check=True)
    made = (tmp_path / "lib" / "p" / "a.pyc").read_bytes()
    assert int.from_bytes(made[4:8], "little") == 1  # known by an unchecked hash
    assert marshal.loads(made[16:]).co_filename == "p/a.py"  # noqa: S302  our own
