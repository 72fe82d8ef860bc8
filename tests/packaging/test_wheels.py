"""Libraries come from the hashed lock, and are laid out as pip would."""

import hashlib
import zipfile
from pathlib import Path

import pytest

from windows import fetching, wheels
from windows.refusals import BuildError


def wheel(folder: Path, name: str, files: dict[str, bytes]) -> wheels.Pin:
    """Write a wheel, and return the pin that fits it."""
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, content in files.items():
            archive.writestr(inside, content)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    return wheels.Pin(name=name, version="1.0", sha256=found)


def test_a_wheel_at_hand_is_known_by_its_hash_and_not_fetched(tmp_path: Path) -> None:
    pin = wheel(tmp_path / "cache", "giay", {"giay.py": b""})
    (found,) = wheels.fetch([pin], tmp_path / "cache")
    assert found.name == "giay-1.0-py3-none-any.whl"


def test_a_wheel_with_another_hash_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def offline(lines: list[str], folder: Path, options: tuple[str, ...]) -> None:
        asked.extend(lines)

    monkeypatch.setattr(fetching, "download", offline)
    wheel(tmp_path / "cache", "giay", {"giay.py": b"changed"})
    pin = wheels.Pin(name="giay", version="1.0", sha256="0" * 64)
    with pytest.raises(BuildError, match="không có tệp đúng mã băm"):
        wheels.fetch([pin], tmp_path / "cache")
    assert asked == ["giay==1.0 --hash=sha256:" + "0" * 64]


def test_a_line_without_a_hash_is_refused(tmp_path: Path) -> None:
    lock = tmp_path / "lock.txt"
    lock.write_text("# head\nclick==8.5.1\n", "utf-8")
    with pytest.raises(BuildError, match=r"click==8\.5\.1"):
        wheels.read_lock(lock)


def test_modules_are_laid_out_and_scripts_and_headers_are_not(tmp_path: Path) -> None:
    pin = wheel(
        tmp_path / "cache",
        "giay",
        {
            "giay/__init__.py": b"",
            "giay-1.0.data/purelib/them.py": b"",
            "giay-1.0.data/scripts/giay": b"",
            "giay-1.0.data/headers/giay.h": b"",
            "giay-1.0.dist-info/METADATA": b"",
        },
    )
    wheels.unpack(wheels.fetch([pin], tmp_path / "cache"), tmp_path / "lib")
    laid = {
        path.relative_to(tmp_path / "lib").as_posix()
        for path in (tmp_path / "lib").rglob("*")
        if path.is_file()
    }
    assert laid == {"giay/__init__.py", "them.py", "giay-1.0.dist-info/METADATA"}


def test_a_wheel_cannot_write_outside_its_folder(tmp_path: Path) -> None:
    pin = wheel(tmp_path / "cache", "giay", {"../giay.py": b""})
    with pytest.raises(BuildError, match="đường dẫn lạ"):
        wheels.unpack(wheels.fetch([pin], tmp_path / "cache"), tmp_path / "lib")
    assert not (tmp_path / "giay.py").exists()


def test_two_wheels_must_not_bring_different_files_for_one_place(
    tmp_path: Path,
) -> None:
    pins = [
        wheel(tmp_path / "cache", "giay", {"chung.py": b"1"}),
        wheel(tmp_path / "cache", "but", {"chung.py": b"2"}),
    ]
    with pytest.raises(BuildError, match=r"ghi đè chung\.py"):
        wheels.unpack(wheels.fetch(pins, tmp_path / "cache"), tmp_path / "lib")
