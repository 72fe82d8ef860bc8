"""Removing takes away exactly what installing brought."""

from tests.windows.pc import KNOWN, UNINSTALL, Computer
from tests.windows.seen import Moment, Office
from tests.windows.test_installing import SHORTCUT
from tests.windows.test_upgrading import PROGRAM, backups


def test_only_what_somebody_else_laid_there_is_left_of_the_folder(
    office: Office, removed: Moment
) -> None:
    assert removed.code == 0
    left = {name.partition(PROGRAM)[2] for name in removed.files if PROGRAM in name}
    assert left == {"", "/lib", f"/lib/{office.foreign.name}"}
    assert office.foreign.read_text("utf-8") == "của tôi"


def test_books_backups_and_settings_are_kept(
    pc: Computer, office: Office, removed: Moment
) -> None:
    assert removed.code == 0
    assert office.path.stat().st_size > 100_000
    assert backups(office)
    assert (pc.prefix.path(pc.data) / KNOWN).is_file()


def test_shortcuts_and_keys_are_gone(untouched: Moment, removed: Moment) -> None:
    assert [name for name in removed.files if name.endswith(SHORTCUT)] == []
    assert UNINSTALL not in removed.user
    left = {
        f"{key} {name} {value}"
        for key, values in removed.user.items()
        for name, value in [("", ""), *values.items()]
        if "SoTruyenThong" in f"{key} {name} {value}"
    }
    assert left == set()
    for ending in (".stt", ".age"):
        assert rf"Software\Classes\{ending}" not in removed.user
