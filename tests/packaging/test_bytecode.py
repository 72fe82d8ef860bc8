"""Modules are shipped compiled, by the shipped Python and for it."""

import marshal
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

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


SOURCE = '''\
"""Say nothing."""
from __future__ import annotations

def f():
    """Say something."""

def g(x):
    """Say more."""
    assert x > 1, "small"
    return x

class C:
    """Say it all."""
'''


def compiled_by_script(folder: Path, room: str) -> dict[str, Any]:
    """Compile a module below lib or app as the build does, and run what comes out."""
    for name in ("lib/p", "app/p"):
        (folder / name).mkdir(parents=True)
    (folder / room / "p" / "a.py").write_text(SOURCE, "utf-8")
    words = [sys.executable, str(bytecode.SCRIPT)]
    subprocess.run(words, cwd=folder, check=True)
    made = (folder / room / "p" / "a.pyc").read_bytes()
    assert int.from_bytes(made[4:8], "little") == 1  # known by an unchecked hash
    code = marshal.loads(made[16:])  # noqa: S302  written a moment ago
    assert code.co_filename == "p/a.py"  # nothing of this machine
    found: dict[str, Any] = {"__name__": "a"}
    exec(code, found)  # noqa: S102
    return found


def test_modules_lose_what_functions_say_but_nothing_they_do(tmp_path: Path) -> None:
    found = compiled_by_script(tmp_path, "lib")
    assert found["f"].__doc__ is None
    assert found["f"]() is None
    assert found["g"].__doc__ is None
    assert found["g"](2) == 2
    assert found["C"].__doc__ == "Say it all."
    with pytest.raises(AssertionError, match="small"):
        found["g"](1)


def test_the_program_is_compiled_like_its_libraries(tmp_path: Path) -> None:
    found = compiled_by_script(tmp_path, "app")
    assert found["g"].__doc__ is None
    assert found["C"].__doc__ == "Say it all."


def test_the_script_gives_the_same_bytes_twice(tmp_path: Path) -> None:
    for name in ("first", "second"):
        compiled_by_script(tmp_path / name, "lib")
    first, second = (
        (tmp_path / name / "lib/p/a.pyc").read_bytes() for name in ("first", "second")
    )
    assert first == second


def test_a_module_that_is_no_python_stops_the_script(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "hong.py").write_text("def :\n", "utf-8")
    words = [sys.executable, str(bytecode.SCRIPT)]
    done = subprocess.run(
        words, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "hong.py" in done.stdout
