"""The Python that is shipped is the pinned one, and looks at no other."""

import hashlib
import io
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from windows import runtime
from windows.refusals import BuildError

FILES = {"python313.dll": b"MZ", "python313.zip": b"PK", "python313._pth": b"."}


def archive(folder: str, files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as written:
        for name, content in files.items():
            written.writestr(folder + name, content)
    return made.getvalue()


def source_package(path: Path, told: runtime.Runtime) -> str:
    """Write a package such as the registry has, and return its hash."""
    inner = archive(told.folder, FILES)
    with tarfile.open(path, "w:gz") as outer:
        member = tarfile.TarInfo(told.member)
        member.size = len(inner)
        outer.addfile(member, io.BytesIO(inner))
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_the_interpreter_is_laid_out_with_its_own_paths_only(tmp_path: Path) -> None:
    told = runtime.read()
    found = source_package(tmp_path / told.file, told)
    runtime.lay_out(replace(told, sha256=found), tmp_path / "made", tmp_path, None)
    assert {path.name for path in (tmp_path / "made").iterdir()} == set(FILES)
    assert (tmp_path / "made" / "python313._pth").read_bytes() == (
        b"python313.zip\r\n.\r\n..\\lib\r\n..\\app\r\n..\\lib\\thu-vien.zip\r\n"
    )


def test_a_package_with_another_hash_is_refused(tmp_path: Path) -> None:
    told = runtime.read()
    source_package(tmp_path / told.file, told)
    with pytest.raises(BuildError, match="không đúng mã băm đã ghim"):
        runtime.lay_out(told, tmp_path / "made", tmp_path, None)
    assert not (tmp_path / "made").exists()


def test_an_archive_of_python_org_is_taken_by_its_hash(tmp_path: Path) -> None:
    given = tmp_path / "python-embed.zip"
    given.write_bytes(archive("", FILES))
    known = hashlib.sha256(given.read_bytes()).hexdigest()
    told = replace(runtime.read(), archives=(known,))
    runtime.lay_out(told, tmp_path / "made", tmp_path / "cache", given)
    assert (tmp_path / "made" / "python313.dll").read_bytes() == b"MZ"


def test_an_unknown_archive_is_refused_and_its_hash_told(tmp_path: Path) -> None:
    given = tmp_path / "python-embed.zip"
    given.write_bytes(archive("", FILES))
    with pytest.raises(BuildError) as refused:
        runtime.lay_out(runtime.read(), tmp_path / "made", tmp_path, given)
    assert hashlib.sha256(given.read_bytes()).hexdigest() in str(refused.value)
    assert "runtime.toml" in str(refused.value)


def test_an_archive_with_folders_is_no_embeddable_python(tmp_path: Path) -> None:
    given = tmp_path / "python-embed.zip"
    given.write_bytes(archive("", FILES | {"../tools/x.py": b""}))
    known = hashlib.sha256(given.read_bytes()).hexdigest()
    told = replace(runtime.read(), archives=(known,))
    with pytest.raises(BuildError, match="tệp lạ"):
        runtime.lay_out(told, tmp_path / "made", tmp_path, given)
    assert not (tmp_path / "tools").exists()
