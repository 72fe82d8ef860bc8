"""A place where nothing can be written, renamed or held is found out."""

from pathlib import Path

import pytest

from desktop import paths
from desktop.operations.self_testing import places
from desktop.operations.self_testing.bench import Bench


def test_each_place_is_named_with_its_free_room(bench: Bench) -> None:
    assert places.data(bench).startswith(f"{paths.user_folder()}; ")
    assert places.logs(bench).startswith(f"{paths.log_folder()}; ")
    assert places.temporary(bench).endswith(" MB")


def test_a_place_behind_a_file_fails(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tệp").write_text("mine")
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "tệp" / "a")
    with pytest.raises(OSError, match="tệp"):
        places.data(bench)
    assert (tmp_path / "tệp").read_text() == "mine"


def test_a_disk_that_reads_otherwise_than_was_written_is_found(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _self: b"other")
    with pytest.raises(ValueError, match="differs"):
        places.data(bench)
