"""Open, make, back up, check, restore and close office files, on the worker."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import paths
from desktop.errors import DesktopError, PlaceUnfitError
from desktop.gui import backups, two_places, ways_out
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs, Work
from desktop.gui.office_work import (
    first_year,
    make_practice,
    open_store,
    open_to_look,
    practice_file,
    restored,
)
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.start import (
    OFFICE_FILES,
    Start,
    StartChoice,
    StartDialog,
    free_place,
    proposed_place,
)
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.operations.handing_over.take_over import TakenOver
    from desktop.operations.offices.back_up import Kept
    from desktop.operations.offices.check_office import Health
    from desktop.operations.offices.left_by_restoring import Left
    from desktop.records.period import Period
    from desktop.store.store import Store

ONLY_SEEN = (
    "Sổ mở chỉ để xem vì nơi này không cho ghi: tra cứu và xuất được, không ghi thêm."
)


class Offices(QObject):
    """The one office file that is open, and the ways to open another."""

    opened = Signal(object)
    """The `Session` of an office just opened."""
    closed = Signal()
    backed_up = Signal()
    """A backup was made without anybody asking."""
    said = Signal(str)
    """Good news for the message bar."""

    def __init__(self, settings: Settings, jobs: Jobs, ask: Ask) -> None:
        """Begin without an office."""
        super().__init__()
        self._settings = settings
        self._jobs = jobs
        self._ask = ask
        self.session: Session | None = None
        self.parent_widget: QWidget | None = None

    def open(self, path: Path) -> None:
        """Open an office file; the one now open stays open if that fails."""
        if self.session is not None and _same(self.session.store.path, path):
            return
        self._open(partial(open_store, path), "Mở sổ", self._on_opened)

    def look_at(self, path: Path) -> None:
        """Open an office file only to look at it."""
        self._open(partial(open_to_look, path), "Mở sổ để xem", self._on_opened)

    def bring_home(self, path: Path) -> None:
        """Copy an office from where it must not be written, and open the copy."""
        from desktop.operations.offices.bring_home import bring_home

        target = free_place(paths.local_folder() / path.name)
        self._run(partial(bring_home, path, target), "Chép sổ về máy", self.open)

    def open_copy(self, path: Path) -> None:
        """Open what was copied to this machine of an office that is not there."""
        copy = ways_out.newest_copy(path)
        if copy is not None:
            self._restore(copy, free_place(paths.local_folder() / path.name))

    def ask_for_file(self) -> None:
        """Ask which office file to open."""
        chosen = self._ask.choose_file("Mở sổ", OFFICE_FILES, purpose="office")
        if chosen is not None:
            self.open(chosen)

    def begin(self, first: Start = Start.PRACTICE) -> None:
        """Ask what to begin with, and begin."""
        from desktop.files.plans import plan_names

        dialog = StartDialog(plan_names(), self._ask, self.parent_widget, first=first)
        if dialog.exec():
            self.take(dialog.choice)

    def take(self, choice: StartChoice) -> None:
        """Begin with what somebody chose."""
        if choice.kind is Start.OPEN:
            self.ask_for_file()
        elif choice.kind is Start.TAKE_OVER:
            self.take_over()
        elif choice.kind is Start.PRACTICE:
            self.open_practice()
        elif choice.path is not None:
            self._make(choice.path, choice)

    def open_practice(self) -> None:
        """Open the sample office, made when first wanted."""
        path = practice_file()
        if path.exists():
            self.open(path)
        else:
            self._run(partial(make_practice, path), "Lập dữ liệu mẫu", self.open)

    def take_over(self) -> None:
        """Ask for the file of an officer who left, and open what was in it."""
        from desktop.gui.handing_over.take_over_dialog import TakeOverDialog

        dialog = TakeOverDialog(self._jobs, self._ask, self.parent_widget)
        dialog.taken.connect(self._on_taken_over)
        dialog.exec()

    def back_up(self) -> None:
        """Make a checked backup now."""
        if self.session is not None:
            from desktop.operations.offices.back_up import back_up

            store = self.session.store
            self._run(
                lambda progress: back_up(store, progress=progress),
                "Sao lưu",
                self._on_backed_up,
            )

    def check(self) -> None:
        """Check the whole file and its history, and say what was found."""
        if self.session is not None:
            from desktop.operations.offices.check_office import check_office

            store = self.session.store
            self._run(
                lambda progress: check_office(store, progress),
                "Kiểm tra sổ",
                self._on_checked,
            )

    def restore(self, backup: Path | None = None) -> None:
        """Put a backup, or one to be asked for, in the place of the file now open."""
        if self.session is None:
            return
        path = self.session.store.path
        chosen = backup or self.ask_for_backup(path)
        if chosen is not None and self._ask.confirm(
            f"Thay sổ đang mở bằng bản sao lưu “{chosen.stem}”?",
            verb="Thay bằng bản sao lưu",
            detail="Sổ đang mở được giữ lại bên cạnh, dưới một tên khác.",
        ):
            self.close()
            self._restore(chosen, path)

    def restore_after_fault(self, path: Path) -> None:
        """Ask which backup is to take the place of a file that cannot be opened."""
        chosen = self.ask_for_backup(path)
        if chosen is not None:
            self._restore(chosen, path)

    def ask_for_backup(self, path: Path) -> Path | None:
        """Ask which backup of a file to restore, beginning where they lie."""
        folder = backups.folder_of(path)
        if folder.is_dir():
            self._settings.remember_folder("backup", folder)
        return self._ask.choose_file("Chọn bản sao lưu", OFFICE_FILES, purpose="backup")

    def show_again(self) -> None:
        """Show the office now open afresh, after something else was looked at."""
        if self.session is not None:
            old = self.session
            self._show(old.store, old.period)
            old.deleteLater()

    def close(self) -> None:
        """Close the office now open, leaving one whole file behind."""
        if self.session is not None:
            store = self.session.store
            self.session = None
            self.closed.emit()
            # Pages that went hand over what was being typed in them.
            self._jobs.finish()
            two_places.note(store)
            store.close()

    def _on_taken_over(self, taken: "TakenOver") -> None:
        self.open(taken.path)
        by = f" do {taken.officer} bàn giao" if taken.officer else ""
        self.said.emit(
            f"Đã nhận sổ của {taken.agency}{by}, "
            f"lập ngày {format_date(taken.made_at)}. "
            "Vào Thiết lập, Ký số để chọn khóa của anh/chị."
        )

    def _restore(self, backup: Path, path: Path) -> None:
        now = dt.datetime.now().astimezone()
        self._run(
            lambda progress: restored(backup, path, now, progress),
            "Khôi phục",
            lambda left: self._on_restored(left, path),
        )

    def _on_restored(self, left: "Left", path: Path) -> None:
        """Open what was restored, and say what locks and reports it has no longer."""
        from desktop.wording.standings import left_lines

        self.open(path)
        lines = left_lines(left.opened, left.reports)
        if lines:
            self._ask.tell(
                "Đã khôi phục sổ từ bản có trước khi khóa kỳ hoặc ban hành báo cáo.",
                detail="\n".join(lines),
            )

    def _make(self, path: Path, choice: StartChoice) -> None:
        from desktop.operations.offices.create_office import create_office

        self._run(
            lambda progress: create_office(
                path, choice.plan, officer=choice.officer, progress=progress
            ),
            "Lập sổ mới",
            self.open,
            partial(self._on_not_made, choice),
        )

    def _on_not_made(self, choice: StartChoice, error: Exception) -> None:
        """Tell it; where the place is at fault, let another one be chosen."""
        if not isinstance(error, PlaceUnfitError):
            self._on_failed(error)
            return
        from desktop.wording.faults import explain

        ways = (ways_out.HERE, ways_out.ELSEWHERE)
        chosen = self._ask.show_fault(explain(error), ways)
        if chosen is None:
            return
        place: Path | None = proposed_place()
        if ways[chosen] == ways_out.ELSEWHERE:
            place = self._ask.save_file(
                "Nơi lưu sổ", error.path.name, OFFICE_FILES, purpose="office"
            )
        if place is not None:
            self._make(place, choice)

    def _open(self, work: Work, title: str, then: Callable[..., object]) -> None:
        self._run(work, title, then, partial(self._on_failed, of=ways_out.of_opening))

    def _run(
        self,
        work: Work,
        title: str,
        then: Callable[..., object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        job = Job(work, title=title, initiator=self)
        job.succeeded.connect(then)
        job.failed.connect(failed or self._on_failed)
        self._jobs.start(job)

    def _on_opened(self, store: "Store") -> None:
        if store.writable and not two_places.goes_on(store, self._ask, self.open):
            return
        self.close()
        from desktop.operations.periods.read_periods import period_of_year

        self._settings.remember_office(store.path)
        self._show(store, period_of_year(store, first_year(store)))
        if store.writable:
            self._back_up_daily(store)
        else:
            self.said.emit(ONLY_SEEN)

    def _show(self, store: "Store", period: "Period") -> None:
        self.session = Session(store, self._jobs, self._ask, self._settings, period)
        self.session.restore_wanted.connect(self.restore)
        self.opened.emit(self.session)

    def _back_up_daily(self, store: "Store") -> None:
        """Have a way back to how the office stood before today's first change."""
        if backups.is_due(store.path, dt.datetime.now().astimezone().date()):
            from desktop.operations.offices.back_up import back_up

            self._run(
                lambda progress: back_up(store, progress=progress),
                "Sao lưu đầu ngày",
                lambda _place: self.backed_up.emit(),
            )

    def _on_backed_up(self, kept: "Kept") -> None:
        from desktop.wording.evidence import backup_sentence

        more = backup_sentence(files=kept.files, elsewhere=kept.elsewhere, bad=kept.bad)
        self.said.emit(f"Đã sao lưu và kiểm tra: {kept.path}. {more}".strip())

    def _on_checked(self, health: "Health") -> None:
        from desktop.gui.health import found_lines, good_sentence

        if health.good:
            self.said.emit(good_sentence(health))
        else:
            first, *others = found_lines(health)
            self._ask.tell(first, detail="\n".join(others))
        if health.removals_missing:
            self._offer_removals(health.removals_missing)

    def _offer_removals(self, missing: int) -> None:
        """Offer to write again what the text log of removals lacks."""
        if self.session is None or not self._ask.confirm(
            f"Nhật ký xóa bằng chữ thiếu {format_integer(missing)} mục. Ghi bổ sung?",
            verb="Ghi bổ sung",
            detail="Tệp này nằm cạnh tệp sổ, để đọc được khi không có chương trình.",
        ):
            return
        from desktop.operations.history.complete_removals import complete_removals

        store = self.session.store
        self._run(
            lambda progress: complete_removals(store, progress),
            "Ghi bổ sung nhật ký xóa",
            lambda log: self.said.emit(
                f"Đã ghi bổ sung {format_integer(log.added)} mục: {log.path}"
            ),
        )

    def _on_failed(
        self,
        error: Exception,
        of: Callable[
            [ways_out.Helps, DesktopError], ways_out.Ways
        ] = ways_out.of_office,
    ) -> None:
        if not isinstance(error, DesktopError):
            self._jobs.unheard.emit(error)
            return
        from desktop.wording.faults import explain

        ways = of(self, error)
        chosen = self._ask.show_fault(explain(error), tuple(ways))
        if chosen is not None:
            list(ways.values())[chosen]()


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()
