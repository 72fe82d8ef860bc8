"""The program's own files are there and, where hashes are told, unaltered."""

import hashlib
from pathlib import Path

import pytest

from desktop import paths
from desktop.files import probing
from desktop.operations.self_testing import program
from desktop.operations.self_testing.bench import Bench


def test_a_checkout_has_every_file_library_and_table(bench: Bench) -> None:
    assert program.files(bench) == "present"
    assert program.libraries(bench) == "loaded"
    assert "plans" in program.catalogues(bench)
    assert program.time_zone(bench).endswith("+0700")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a program folder that tells the hash of each file."""
    told = ""
    for name in ("app/a.py", "lib/b.dll"):
        file = tmp_path / name
        file.parent.mkdir()
        file.write_bytes(name.encode())
        told += f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n"
    (tmp_path / program.HASHES).write_text(told)
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path))
    return tmp_path


def test_each_file_is_compared_with_its_hash(bench: Bench, installed: Path) -> None:
    assert program.files(bench) == "2 files by hash"


def test_what_is_altered_or_missing_is_named(bench: Bench, installed: Path) -> None:
    (installed / "app" / "a.py").write_bytes(b"other")
    (installed / "lib" / "b.dll").unlink()
    with pytest.raises(ValueError, match=r"app/a\.py, lib/b\.dll"):
        program.files(bench)


def test_a_library_that_does_not_load_is_named(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probing, "_LIBRARIES", ("json", "no_such_library"))
    with pytest.raises(ValueError, match="no_such_library: ModuleNotFoundError"):
        program.libraries(bench)
