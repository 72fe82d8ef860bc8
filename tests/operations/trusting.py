"""A user's own folder for tests, and files as an office would bring them."""

from pathlib import Path

import pytest

from tests.files import pki


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the user's own folder be one that is empty; return that of trust."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))
    from desktop.operations.trust.read_trust import trust_folder

    return trust_folder()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the file of the root, as it was handed over."""
    path = tmp_path / "goc.cer"
    path.write_bytes(pki.pki().root.der)
    return path


def written(folder: Path, name: str, data: bytes) -> Path:
    """Write a file."""
    (folder / name).write_bytes(data)
    return folder / name
