"""Only what is plugged in is a stick."""

import pytest

from desktop.gui.drives import on_stick, removable


@pytest.mark.parametrize(
    "root", ["/media/an/KINGSTON", "/run/media/an/USB", "/media/usb0"]
)
def test_what_a_desktop_mounts_is_a_stick(root: str) -> None:
    assert on_stick(root)


@pytest.mark.parametrize(
    "root", ["/", "/home", "/media", "/run/media", "/mnt/data", "/mediaeval/x"]
)
def test_other_file_systems_are_not(root: str) -> None:
    assert not on_stick(root)


def test_looking_finds_only_drives_that_are_there() -> None:
    assert all(each.path.is_dir() and each.free >= 0 for each in removable())
