"""Try the program on a thread of its own: what is being written waits for no trial."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.gui.ask import Ask
from desktop.gui.jobs import Jobs
from desktop.gui.self_testing.dialog import SelfTestDialog


class SelfTester(QObject):
    """Keeps the thread on which the program is tried, for as long as the window."""

    def __init__(self, jobs: Jobs, ask: Ask, window: QWidget) -> None:
        """Use a thread beside that of the jobs, which hear of a bug all the same."""
        super().__init__(window)
        self._ask = ask
        self._window = window
        self._beside = jobs.beside
        self.jobs = Jobs(parent=self) if self._beside else jobs
        if self._beside:
            self.jobs.unheard.connect(jobs.unheard)

    def show(self) -> None:
        """Show the dialog, and begin to try."""
        dialog = SelfTestDialog(self.jobs, self._ask, self._window)
        dialog.open()
        dialog.begin()

    def close(self) -> None:
        """Stop what still runs, and wait until it did."""
        if self._beside:
            self.jobs.close()
