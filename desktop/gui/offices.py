"""Open, make, back up, check, restore and close office files, on the worker."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import paths
from desktop.errors import DesktopError, StoreError, StoreUnavailableError
from desktop.gui import backups
from desktop.gui.ask import Ask
from desktop.gui.jobs import Job, Jobs, Work
from desktop.gui.session import Session
from desktop.gui.settings import Settings
from desktop.gui.start import OFFICE_FILES, Start, StartChoice, StartDialog
from desktop.operations.outcome import Outcome
from desktop.progress import Progress
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.operations.back_up import Kept
    from desktop.operations.check_office import Health
    from desktop.operations.handing_over.take_over import TakenOver
    from desktop.operations.left_by_restoring import Left
    from desktop.records.period import Period
    from desktop.store.store import Store

PRACTICE_SEED = 1
"""Everybody's sample office holds the same figures, as the help pages tell them."""

OTHER, FROM_BACKUP = "Mở sổ khác…", "Khôi phục từ bản sao lưu…"


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
        self._run(partial(_open_store, path), "Mở sổ", self._on_opened)

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
            self._run(partial(_make_practice, path), "Lập dữ liệu mẫu", self.open)

    def take_over(self) -> None:
        """Ask for the file of an officer who left, and open what was in it."""
        from desktop.gui.handing_over.take_over_dialog import TakeOverDialog

        dialog = TakeOverDialog(self._jobs, self._ask, self.parent_widget)
        dialog.taken.connect(self._on_taken_over)
        dialog.exec()

    def back_up(self) -> None:
        """Make a checked backup now."""
        if self.session is not None:
            from desktop.operations.back_up import back_up

            store = self.session.store
            self._run(
                lambda progress: back_up(store, progress=progress),
                "Sao lưu",
                self._on_backed_up,
            )

    def check(self) -> None:
        """Check the whole file and its history, and say what was found."""
        if self.session is not None:
            from desktop.operations.check_office import check_office

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
            lambda progress: _restored(backup, path, now, progress),
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
        from desktop.operations.create_office import create_office

        self._run(
            lambda progress: create_office(
                path, choice.plan, officer=choice.officer, progress=progress
            ),
            "Lập sổ mới",
            self.open,
        )

    def _run(
        self,
        work: Work,
        title: str,
        then: Callable[..., object],
    ) -> None:
        job = Job(work, title=title, initiator=self)
        job.succeeded.connect(then)
        job.failed.connect(self._on_failed)
        self._jobs.start(job)

    def _on_opened(self, store: "Store") -> None:
        self.close()
        from desktop.operations.read_periods import period_of_year

        self._settings.remember_office(store.path)
        self._show(store, period_of_year(store, first_year(store)))
        self._back_up_daily(store)

    def _show(self, store: "Store", period: "Period") -> None:
        self.session = Session(store, self._jobs, self._ask, self._settings, period)
        self.session.restore_wanted.connect(self.restore)
        self.opened.emit(self.session)

    def _back_up_daily(self, store: "Store") -> None:
        """Have a way back to how the office stood before today's first change."""
        if backups.is_due(store.path, dt.datetime.now().astimezone().date()):
            from desktop.operations.back_up import back_up

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
        from desktop.operations.complete_removals import complete_removals

        store = self.session.store
        self._run(
            lambda progress: complete_removals(store, progress),
            "Ghi bổ sung nhật ký xóa",
            lambda log: self.said.emit(
                f"Đã ghi bổ sung {format_integer(log.added)} mục: {log.path}"
            ),
        )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DesktopError):
            self._jobs.unheard.emit(error)
            return
        from desktop.wording.faults import explain

        actions = self._ways_out(error)
        chosen = self._ask.show_fault(explain(error), tuple(actions))
        if chosen is not None:
            list(actions.values())[chosen]()

    def _ways_out(self, error: DesktopError) -> dict[str, Callable[[], None]]:
        """Return what may help: another file, or a backup of a damaged one."""
        if not isinstance(error, StoreError):
            return {}
        ways: dict[str, Callable[[], None]] = {OTHER: self.ask_for_file}
        held = isinstance(error, StoreUnavailableError) and error.reason == "in_use"
        if not held and backups.newest(error.path) is not None:
            ways[FROM_BACKUP] = partial(self._restore_after_fault, error.path)
        return ways

    def _restore_after_fault(self, path: Path) -> None:
        chosen = self.ask_for_backup(path)
        if chosen is not None:
            self._restore(chosen, path)


def first_year(store: "Store") -> int:
    """Return the year an office opens with: this one, within those of its plan.

    A sample office opens with the year it was filled for.
    """
    from desktop.records.activity import Activity
    from desktop.records.plan import Plan
    from desktop.store import preferences, records

    year = store.now().year
    kept = preferences.get(store.reader)
    if kept is None:
        return year
    newest = next(records.each(store.reader, Activity), None) if kept.practice else None
    if newest is not None:
        return newest.last_day.year
    plan = records.get(store.reader, Plan, kept.plan)
    if plan is None:
        return year
    return min(max(year, plan.first_day.year), plan.last_day.year)


def practice_file() -> Path:
    """Return where the sample office lies."""
    return paths.user_folder() / "Du lieu mau.stt"


def _same(one: Path, other: Path) -> bool:
    return one.absolute() == other.absolute()


def _open_store(path: Path, progress: Progress) -> "Outcome[Store]":
    from desktop.operations.finish_signing import finish_signings
    from desktop.operations.renew_catalogues import renew_catalogues
    from desktop.store import preferences
    from desktop.store.store import Store

    store = Store(path, progress=progress)
    kept = preferences.get(store.reader)
    store.officer = "" if kept is None else kept.officer
    renew_catalogues(store)
    finish_signings(store)
    return Outcome(store)


def _make_practice(path: Path, progress: Progress) -> Outcome[Path]:
    from desktop.files.practice import load_practice
    from desktop.operations.practise import make_practice_office

    plan = load_practice().setting.plan
    path.parent.mkdir(parents=True, exist_ok=True)
    return make_practice_office(path, plan, seed=PRACTICE_SEED, progress=progress)


def _restored(
    backup: Path, path: Path, now: dt.datetime, progress: Progress
) -> "Outcome[Left]":
    from desktop.operations.left_by_restoring import Left, left_by_restoring
    from desktop.operations.restore import restore

    aside = restore(backup, path, now, progress).value
    return Outcome(Left() if aside is None else left_by_restoring(aside, path))
