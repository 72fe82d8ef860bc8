"""Take pictures of the first start, of an empty office, and of files refused."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from desktop.gui.start import Start, StartChoice
from desktop.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.gui.offices import Offices
    from picture_stage import Stage


def offices(stage: Stage) -> Offices:
    """Return what opens offices, once the window was painted.

    Raises:
        LookupError: The window was not painted yet.
    """
    if stage.program.offices is None:
        raise LookupError("the window was never painted")
    return stage.program.offices


def take_start(stage: Stage) -> None:
    """Take the first dialog, as it comes up and for each way to begin."""
    group = "1-bat-dau"
    stage.attempt(
        f"{group}/bat-dau",
        lambda: stage.snap_modal(f"{group}/bat-dau", stage.program.begin),
    )
    stage.attempt(f"{group}/chua-mo-so", lambda: stage.snap(f"{group}/chua-mo-so"))
    for first in Start:
        name = f"{group}/bat-dau-{first.value}"
        begin = partial(offices(stage).begin, first)
        stage.attempt(name, partial(stage.snap_modal, name, begin))


def take_new_office(stage: Stage) -> None:
    """Make an empty office as the first dialog does, and take each of its places."""
    path = stage.home / "Sổ của tôi.stt"
    choice = StartChoice(
        kind=Start.NEW, path=path, plan="dak-ha-2023-2028", officer="Y Hà"
    )

    def make() -> None:
        offices(stage).take(choice)
        stage.wait(lambda: stage.window.session is not None, "new office")

    stage.attempt("2-so-moi", make)
    for code in stage.codes():
        name = f"2-so-moi/{code}"
        stage.attempt(name, partial(stage.snap_place, name, code))


def take_faults(stage: Stage) -> None:
    """Take the four lines of every office file that cannot be opened."""
    folder = stage.home / "hong"
    folder.mkdir(exist_ok=True)
    office = stage.session.store.path
    for path in (
        _missing(folder),
        _foreign(folder),
        _damaged(folder, office),
        _newer(folder, office),
    ):
        name = f"8-loi/{path.stem}"
        opening = partial(offices(stage).open, path)
        stage.attempt(name, partial(stage.snap_modal, name, opening))
    stage.attempt("8-loi/dang-mo", partial(_take_held, stage, folder, office))


def _take_held(stage: Stage, folder: Path, office: Path) -> None:
    path = _copied(folder / "dang-mo.stt", office)
    with Store(path):
        stage.snap_modal("8-loi/dang-mo", partial(offices(stage).open, path))


def _missing(folder: Path) -> Path:
    return folder / "khong-con.stt"


def _foreign(folder: Path) -> Path:
    path = folder / "khong-phai-so.stt"
    path.write_text("Đây là một tệp văn bản.", "utf-8")
    return path


def _damaged(folder: Path, office: Path) -> Path:
    path = _copied(folder / "bi-hong.stt", office)
    data = bytearray(path.read_bytes())
    half = len(data) // 2
    data[4096:half] = b"\xff" * (half - 4096)
    path.write_bytes(data)
    return path


def _newer(folder: Path, office: Path) -> Path:
    """Copy an office as a later version of the program would have left it."""
    path = _copied(folder / "moi-hon.stt", office)
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " select migration_set, '9999_later', applied_at"
            " from _sqlite_migrations limit 1"
        )
        db.commit()
    return path


def _copied(path: Path, office: Path) -> Path:
    """Copy an office that is open: its newest pages may still lie beside the file."""
    with (
        closing(sqlite3.connect(office)) as source,
        closing(sqlite3.connect(path)) as to,
    ):
        source.backup(to)
    return path
