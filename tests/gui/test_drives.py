"""Only what is plugged in is a stick."""

from desktop import media
from desktop.gui.drives import removable


def test_looking_finds_only_sticks_that_are_there() -> None:
    for each in removable():
        assert each.path.is_dir()
        assert each.free >= 0
        assert media.medium(each.path) is media.Medium.REMOVABLE
