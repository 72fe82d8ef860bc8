"""An open office for tests of lists and forms: jobs run at once, nobody is asked."""

import contextlib
import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop.gui.ask import AskUser
from desktop.gui.jobs import Jobs
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.operations.entries import record_entry
from desktop.records.period import Period
from desktop.records.register import Register
from desktop.store.store import Store
from tests import builders

YEAR = Period(
    code="2024",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 12, 31),
    closing_day=dt.date(2024, 12, 14),
)


class AtOnce:
    """Run every call on the thread that asks."""

    def submit(self, call: Callable[[], None], /) -> object:
        call()
        return None

    def shutdown(self) -> None:
        pass


@contextlib.contextmanager
def opened(office: Path, folder: Path) -> Iterator[Session]:
    """Open a copy of an office in a folder of its own."""
    path = folder / "so.stt"
    shutil.copy(office, path)
    settings = Settings(folder / "man-hinh.ini")
    with Store(path, clock=builders.a_clock) as store:
        yield Session(store, Jobs(AtOnce()), AskUser(settings), settings, YEAR)


def register(session: Session, code: str) -> Register:
    """Return a register by its code."""
    return next(one for one in session.registers if one.code == code)


def keep(session: Session, *many: object) -> None:
    """Keep records as one deed."""
    record_entry.record_many(session.store, many)
