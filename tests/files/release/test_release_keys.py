"""Keys ship as data; one that is none stops the check, not only itself."""

from pathlib import Path

import pytest

from desktop.errors import FileError
from desktop.files.release.release_keys import load_release_keys, public_bytes
from desktop.records.update import ReleaseKey
from tests.files.release.releases import a_key


def write(path: Path, public: str) -> Path:
    path.write_text(f'[[keys]]\nname = "Khóa"\npublic = "{public}"\n', "utf-8")
    return path


def test_what_ships_can_be_read() -> None:
    for key in load_release_keys():
        assert key.name
        assert len(public_bytes(key)) == 32


def test_a_key_is_read_with_its_name(tmp_path: Path) -> None:
    _, public = a_key("Khóa")
    assert load_release_keys(write(tmp_path / "k.toml", public.public)) == (public,)


@pytest.mark.parametrize("public", ["", "khóa", "AAAA", "=" * 44, "A" * 44])
def test_what_is_no_key_is_refused(tmp_path: Path, public: str) -> None:
    with pytest.raises(FileError) as caught:
        load_release_keys(write(tmp_path / "k.toml", public))
    assert (caught.value.reason, caught.value.facts) == ("unreadable", ("Khóa",))


def test_bytes_of_what_is_not_base64_are_none() -> None:
    assert public_bytes(ReleaseKey(name="x", public="!")) == b""
