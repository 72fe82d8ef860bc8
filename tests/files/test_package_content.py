"""What a package holds is read only from the very file that was verified."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import PackageForgedError
from desktop.files import zip_members
from desktop.files.package_content import (
    entry_by_entry,
    read_by_column,
    read_content,
)
from tests.operations.intake.sent_packages import a_package, an_entry, entries_of


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_entries_come_back_and_the_content_hash_outlives_another_packing(
    tmp_path: Path,
) -> None:
    entries = entries_of([an_entry(1)])
    one = a_package(tmp_path / "a", entries, None)
    two = a_package(tmp_path / "b", entries, None, package_id="khac")
    first, second = (read_content(path, digest(path)) for path in (one, two))
    assert first.entries == entries
    assert digest(one) != digest(two)
    assert first.sha256 == second.sha256


def test_another_file_or_member_than_was_verified_is_refused(tmp_path: Path) -> None:
    path = a_package(tmp_path, entries_of([an_entry(1)]), None)
    with pytest.raises(PackageForgedError) as caught:
        read_content(path, "0" * 64)
    assert caught.value.reason == "file"
    files = dict(zip_members.read(path.read_bytes(), path).files)
    files["entries.json"] += b" "
    path.write_bytes(zip_members.build(files))
    with pytest.raises(PackageForgedError) as caught:
        read_content(path, digest(path))
    assert (caught.value.reason, caught.value.facts) == ("hash", ("entries.json",))


def test_column_by_column_and_entry_by_entry_are_the_same_package(
    tmp_path: Path,
) -> None:
    entries = entries_of([an_entry(1), an_entry(2)])
    path = a_package(tmp_path, entries, None)
    by_column = read_by_column(path, digest(path), ())
    assert by_column.entries == replace(entries, rows=())
    assert list(by_column.columns["activities"]["id"]) == ["a001", "a002"]
    assert entry_by_entry(by_column, path) == read_content(path, digest(path))
    with pytest.raises(PackageForgedError):
        read_by_column(path, "0" * 64, ())
