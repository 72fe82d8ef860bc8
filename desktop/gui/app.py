"""Build everything once, in order, and open offices into the window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop import paths
from desktop.errors import DesktopError
from desktop.gui import theme
from desktop.gui.application import make_application
from desktop.gui.ask import Ask, AskUser
from desktop.gui.jobs import Jobs
from desktop.gui.one_window import OneWindow
from desktop.gui.settings import Scheme, Settings
from desktop.gui.window import Window

if TYPE_CHECKING:
    from desktop.gui.crash import CrashHooks
    from desktop.gui.given_files import GivenFiles
    from desktop.gui.help import Guide
    from desktop.gui.looking_back import LookingBack
    from desktop.gui.menus import Menus
    from desktop.gui.offices import Offices
    from desktop.gui.self_testing.tester import SelfTester
    from desktop.gui.session import Session
    from desktop.gui.signing_guide import SigningGuide
    from desktop.gui.sticks import Sticks
    from desktop.gui.updating.updater import Updater
    from desktop.gui.verifying.verifier import Verifier
    from desktop.store.past import Past
    from desktop.store.store import Store


ENDING_TAKES = 60_000
"""Milliseconds after which another program called the end of a session off."""


def run(files: Sequence[Path] = (), qt_words: Sequence[str] = ()) -> int:
    """Open the window on files, the last office, or a first choice; until closed.

    Args:
        files: What to open; offices and anything else the program knows.
        qt_words: What Qt is told, such as `-platform offscreen`.
    """
    one = OneWindow()
    if not one.first() and one.hand_over(files):
        return 0
    if paths.program_folder() is None:
        from desktop.gui.taskbar import name_for_taskbar

        name_for_taskbar()
    application = make_application(qt_words)
    settings = Settings()
    theme.apply(application, settings.scheme, settings.text_size)
    jobs = Jobs()
    program = Program(settings, jobs, AskUser(settings), paths.log_folder, one)
    application.commitDataRequest.connect(program.end_session)
    program.begin(*files)
    try:
        return application.exec()
    finally:
        program.end()


class Program(QObject):
    """What lives as long as the window: it opens offices and closes them well."""

    def __init__(
        self,
        settings: Settings,
        jobs: Jobs,
        ask: Ask,
        logs: Callable[[], Path] | None = None,
        one: OneWindow | None = None,
    ) -> None:
        """Make the window, not yet shown.

        Without a way to the folder of logs no bug is caught; without a name that is
        this user's alone no later start is heard.
        """
        super().__init__()
        self.settings = settings
        self.jobs = jobs
        self.ask = ask
        self.window = Window(settings, jobs)
        if isinstance(ask, AskUser):
            ask.window = self.window
        self.offices: Offices | None = None
        self.verifier: Verifier | None = None
        self.signing_guide: SigningGuide | None = None
        self.updater: Updater | None = None
        self.given: GivenFiles | None = None
        self._logs = logs
        self._one = one
        self._hooks: CrashHooks | None = None
        self._guide: Guide | None = None
        self._back: LookingBack | None = None
        self._first: tuple[Path, ...] = ()
        self._sticks: Sticks | None = None
        self._tester: SelfTester | None = None
        self._ending = QTimer(self, singleShot=True, interval=ENDING_TAKES)
        self.window.painted.connect(self._after_first_paint)
        self.window.closing.connect(self._on_closing)

    def begin(self, *files: Path) -> None:
        """Show the window; everything slow comes after it is painted."""
        self._first = files
        self.window.show()

    def end_session(self) -> None:
        """Finish or take back what runs: the system ends this user's session.

        Nobody can be asked any more, and within seconds the process is ended.
        """
        self._ending.start()
        self.jobs.cancel_all()
        self.jobs.finish()
        self.settings.sync()

    def end(self) -> None:
        """Let go of the office, of the hooks, and of the name no other start may have.

        The name last: the next start must find the office closed.
        """
        self.jobs.cancel_all()
        if self.offices is not None:
            self.offices.close()
        if self._tester is not None:
            self._tester.close()
        self.jobs.close()  # after the pages handed over what was half typed
        if self._hooks is not None:
            self._hooks.uninstall()
        if self._one is not None:
            self._one.close()

    def _after_first_paint(self) -> None:
        from desktop.gui.icons import program_icon

        self.window.setWindowIcon(program_icon())
        self.window.draw_icons()
        self.jobs.unheard.connect(self._on_unheard)
        if self._logs is not None:
            self._catch_bugs(self._logs())
        self._connect()
        QTimer.singleShot(0, self, self._listen)  # what it loads is not needed yet
        self._open_first()

    def _listen(self) -> None:
        if self._one is not None and self.given is not None:
            self._one.came.connect(self.given.take)
            self._one.listen()

    def _catch_bugs(self, logs: Path) -> None:
        from desktop.gui.crash import CrashHooks

        self._hooks = CrashHooks(logs)
        self._hooks.crashed.connect(self._show_crash)
        died = self._hooks.install()
        if died:
            self.window.message.warn(
                "Lần trước chương trình dừng đột ngột. Dữ liệu đã lưu không mất.",
                "Xem báo cáo",
                lambda: self._show_crash(died),
            )

    def _connect(self) -> None:
        from desktop.gui.offices import Offices
        from desktop.gui.start import Start

        offices = Offices(self.settings, self.jobs, self.ask)
        offices.parent_widget = self.window
        offices.opened.connect(self._on_opened)
        offices.closed.connect(self.window.close_session)
        offices.said.connect(self._on_said)
        offices.backed_up.connect(self.window.show_backup)
        self.offices = offices
        menus = self.window.menus
        menus.new_wanted.connect(lambda: offices.begin(Start.NEW))
        menus.open_wanted.connect(offices.ask_for_file)
        menus.office_wanted.connect(offices.open)
        menus.practice_wanted.connect(offices.open_practice)
        menus.take_over_wanted.connect(offices.take_over)
        menus.backup_wanted.connect(offices.back_up)
        menus.restore_wanted.connect(offices.restore)
        menus.check_wanted.connect(offices.check)
        self._connect_sticks(offices)
        self._connect_verifier(menus, offices)
        self._connect_past(offices, menus)
        self._connect_help(menus)
        menus.text_size_wanted.connect(self._on_text_size)
        menus.scheme_wanted.connect(self._on_scheme)
        menus.show_scheme(self.settings.scheme)
        menus.show_recent(self.settings.recent_offices)

    def _connect_sticks(self, offices: "Offices") -> None:
        from desktop.gui.sticks import Sticks

        self._sticks = Sticks(offices, self.window, self.jobs, self.ask)
        if self._hooks is not None:
            self._hooks.understands = self._sticks.understands

    def _connect_verifier(self, menus: "Menus", offices: "Offices") -> None:
        from desktop.gui.given_files import GivenFiles
        from desktop.gui.verifying.verifier import Verifier

        self.verifier = Verifier(self.jobs, self.ask, self.window)
        menus.verify_wanted.connect(self.verifier.ask)
        self.window.file_dropped.connect(self.verifier.check)
        self.given = GivenFiles(
            self.window, self.jobs, offices, self.verifier, self._tell
        )

    def _connect_past(self, offices: "Offices", menus: "Menus") -> None:
        from desktop.gui.looking_back import LookingBack

        self._back = back = LookingBack(self.settings, self.window)
        offices.opened.connect(back.follow)
        offices.closed.connect(back.forget)
        back.opened.connect(self._on_past)
        back.left.connect(self._on_today)
        self.window.past.back_wanted.connect(back.leave)
        menus.day_wanted.connect(back.ask_for_day)
        menus.history_wanted.connect(self._show_history)

    def _show_history(self) -> None:
        if self.window.session is not None:
            from desktop.gui.pages.history.dialog import HistoryDialog

            HistoryDialog(self.window.session, self.window).open()

    def _on_past(self, session: "Session", past: "Past") -> None:
        from desktop.gui import looking_back, places

        shown = self.window.place
        wanted = [one for one in places.existing() if one.code in looking_back.PLACES]
        # What it offers is a deed of today; the past takes none.
        self.window.message.hide()
        self.window.open_session(session, tuple(wanted))
        self.window.past.show_moment(past.at, incomplete=bool(past.later_columns))
        self.window.go_to(shown)

    def _on_today(self) -> None:
        if self.offices is not None:
            shown = self.window.place
            self.offices.show_again()
            self.window.go_to(shown)

    def _connect_help(self, menus: "Menus") -> None:
        from desktop.gui.help import Guide

        # Kept: a signal does not keep alive the plain object whose method it calls.
        self._guide = guide = Guide(self.window, self.ask)
        menus.help_wanted.connect(guide.show_page)
        self.window.help_page_wanted.connect(guide.show_named)
        menus.keys_wanted.connect(guide.show_keys)
        menus.signing_guide_wanted.connect(self._write_signing_guide)
        menus.update_wanted.connect(self._update)
        menus.self_test_wanted.connect(self._show_self_test)
        menus.logs_wanted.connect(guide.open_logs)
        menus.about_wanted.connect(guide.show_about)

    def _show_self_test(self) -> None:
        from desktop.gui.self_testing.tester import SelfTester

        if self._tester is None:
            self._tester = SelfTester(self.jobs, self.ask, self.window)
        self._tester.show()

    def _write_signing_guide(self) -> None:
        from desktop.gui.signing_guide import SigningGuide

        if self.signing_guide is None:
            self.signing_guide = SigningGuide(self.jobs, self.ask, self.window)
        self.signing_guide.ask()

    def _update(self) -> None:
        from desktop.gui.updating.updater import Updater

        if self.updater is None:
            self.updater = Updater(self.jobs, self.ask, self._open_store, self.window)
            # Later: the job that started the installer is to end first.
            later = Qt.ConnectionType.QueuedConnection
            self.updater.started.connect(self._make_way, later)
        self.updater.ask()

    def _make_way(self) -> None:
        """Close for the installer that started: whatever is open has its backup."""
        if self.offices is not None:
            # First, and here: of a stick nobody may be told now that it can be pulled.
            self.offices.close()
        self.window.close()

    def _open_store(self) -> "Store | None":
        session = None if self.offices is None else self.offices.session
        return None if session is None else session.store

    def _open_first(self) -> None:
        if self.offices is None or self.given is None:
            return
        self._welcome(self.offices)
        recent = next(iter(self.settings.recent_offices), None)
        if self.given.names_office(self._first):
            pass  # it is opened below, and no other one before it
        elif recent is not None and recent.exists():
            self.offices.open(recent)
        elif not self._first:
            self.offices.begin()
        if self._first:
            self.given.take(self._first)

    def _welcome(self, offices: "Offices") -> None:
        from desktop.gui.widgets.empty_state import EmptyState

        self.window.show_in_middle(
            EmptyState(
                "Chưa mở sổ nào",
                (
                    ("Bắt đầu", offices.begin),
                    ("Mở sổ đã có", offices.ask_for_file),
                    ("Mở dữ liệu mẫu", offices.open_practice),
                ),
                "Mỗi cơ quan một sổ: kế hoạch, hoạt động, chỉ tiêu và báo cáo "
                "nằm trong một tệp.",
            )
        )

    def _on_opened(self, session: "Session") -> None:
        self.window.open_session(session)
        self.window.menus.show_recent(self.settings.recent_offices)

    def _on_said(self, text: str) -> None:
        self.window.message.say(text)
        self.window.show_backup()

    def _on_unheard(self, error: Exception) -> None:
        if isinstance(error, DesktopError):
            self._tell(error)
        elif self._hooks is not None:
            self._hooks.report(error)
        else:
            raise error

    def _tell(self, error: DesktopError) -> None:
        if self.window.session is not None:
            from desktop.gui.running import show_error

            show_error(self.window.session, error)
            return
        from desktop.wording.faults import explain

        self.ask.show_fault(explain(error))

    def _show_crash(self, text: str) -> None:
        from desktop.gui.crash import CrashDialog

        CrashDialog(text, self.ask, self.window).exec()

    def _on_text_size(self, by: int) -> None:
        self.settings.text_size = self.settings.text_size + by if by else 100
        self._dress()

    def _on_scheme(self, scheme: Scheme) -> None:
        self.settings.scheme = scheme
        self._dress()
        self.window.menus.show_scheme(scheme)

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, self.settings.scheme, self.settings.text_size)

    def _on_closing(self) -> None:
        if not self._may_stop() or (self._sticks is not None and self._sticks.holds()):
            self.window.may_close = False

    def _may_stop(self) -> bool:
        """Ask whether what runs may be stopped; nobody is there to answer at an end."""
        # The copy of a stick is waited for, and nobody asked for it.
        running = [
            one for one in self.jobs.waiting if one.initiator is not self._sticks
        ]
        return (
            self._ending.isActive()
            or not running
            or self.ask.confirm(
                f"Đang làm: {running[0].title or 'một việc'}. Dừng lại và thoát?",
                verb="Dừng và thoát",
                detail="Việc dừng giữa chừng không để lại gì dở dang trong sổ.",
                refuse="Chờ xong",
            )
        )
