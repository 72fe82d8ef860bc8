"""Whoever mends a machine is told of which versions everything is."""

import sqlite3

import desktop
from desktop.operations.self_testing.versions import versions


def test_the_program_and_what_it_stands_on_tell_their_versions() -> None:
    told = versions()
    assert told["program"] == desktop.__version__
    assert told["sqlite"] == sqlite3.sqlite_version
    assert told["PySide6-Essentials"].startswith("6.")
    assert all(told.values())
