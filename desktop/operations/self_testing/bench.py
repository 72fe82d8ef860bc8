"""Make what is tried out: an office of nobody, its report, and a throw-away key."""

import datetime as dt
import shutil
import tempfile
from contextlib import ExitStack
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from desktop import paths

if TYPE_CHECKING:
    from desktop.files.signatures.keys import Key
    from desktop.operations.issuing.export_report import Copies
    from desktop.store.store import Store

FOLDER = "tu-kiem-tra-"
"""How a folder of ours begins, among the data and elsewhere."""
NAME = "Đặng Thị Thử"
_PASSWORD = "ky-thu"  # noqa: S105  of a key that is gone within seconds


class Bench:
    """Things to try, each made when first asked for; all are gone afterwards."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self._exit = ExitStack()
        self.now = dt.datetime.now().astimezone()

    def __enter__(self) -> Self:
        """Give out things from now on."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Remove everything that was made."""
        self._exit.close()

    def folder_in(self, place: Path) -> Path:
        """Return a new folder of ours in a place, which is made where it is not there.

        Raises:
            OSError: Nothing can be made there.
        """
        missing = [one for one in (place, *place.parents) if not one.exists()]
        place.mkdir(parents=True, exist_ok=True)
        for one in reversed(missing):
            self._exit.callback(_remove_empty, one)
        made = Path(tempfile.mkdtemp(prefix=FOLDER, dir=place))
        # A scanner may hold a file for a moment: what is left over harms nothing.
        self._exit.callback(partial(shutil.rmtree, made, ignore_errors=True))
        return made

    @cached_property
    def folder(self) -> Path:
        """Return a folder of ours among the user's data."""
        return self.folder_in(paths.user_folder())

    @cached_property
    def office(self) -> Path:
        """Return an office of nobody, on a plan that ships, among the user's data."""
        from desktop.files.practice import load_practice
        from desktop.operations.offices.create_office import create_office

        plan = load_practice().setting.plan
        path = self.folder / "so.stt"
        return create_office(path, plan, practice=True, officer=NAME).value

    @cached_property
    def store(self) -> "Store":
        """Return that office, open."""
        from desktop.store.store import Store

        opened = Store(self.office)
        self._exit.callback(opened.close)
        return opened

    @cached_property
    def copies(self) -> "Copies":
        """Return a report of that office as PDF to be signed, workbook and Word."""
        from desktop.operations.issuing.export_report import draw_copies
        from desktop.operations.issuing.issue_report import issue_report
        from desktop.operations.reports.draft_report import Request, draft_report
        from desktop.records.plan import Plan
        from desktop.rules.calendar import parse_period
        from desktop.store import records

        plan = next(iter(records.each(self.store.reader, Plan)))
        period = parse_period(str(plan.first_day.year))
        request = Request(period=period, period_words=str(plan.first_day.year))
        report = draft_report(self.store, request)
        issued = issue_report(self.store, report).value
        return draw_copies(issued, report, word=True)

    @cached_property
    def key(self) -> "Key":
        """Return a throw-away key, whose certificate says it is one."""
        from desktop.files.signatures.keys import load_key, make_test_key

        path = make_test_key(
            self.folder / "khoa.p12",
            name=NAME,
            organisation="",
            password=_PASSWORD,
            now=self.now,
        )
        return load_key(path, _PASSWORD)

    @cached_property
    def signed_pdf(self) -> bytes:
        """Return the PDF signed for the person."""
        from desktop.files.signatures.pdf.appearance import Appearance
        from desktop.files.signatures.pdf.signing import sign_pdf
        from desktop.records.signing import SignerRole

        role = SignerRole.PERSON
        seen = Appearance(lines=(NAME,), mark="THỬ")
        return sign_pdf(self.copies.pdf, self.key, role=role, at=self.now, seen=seen)

    @cached_property
    def signed_workbook(self) -> bytes:
        """Return the workbook signed for the person."""
        from desktop.files.signatures.opc.signing import sign_workbook
        from desktop.records.signing import SignerRole

        return sign_workbook(
            self.copies.workbook, self.key, role=SignerRole.PERSON, at=self.now
        )

    def file(self, name: str, data: bytes) -> Path:
        """Return a file of ours that holds some bytes."""
        path = self.folder / name
        path.write_bytes(data)
        return path


def _remove_empty(folder: Path) -> None:
    from contextlib import suppress

    with suppress(OSError):  # somebody put something there meanwhile
        folder.rmdir()
