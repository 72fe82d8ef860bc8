"""What the deeds of the page of reports need to know of the page."""

from pathlib import Path
from typing import Protocol

from desktop.gui.pages.report.draft import DraftForm
from desktop.gui.pages.report.kind_box import KindBox
from desktop.gui.pages.report.work import Standing
from desktop.gui.widgets.message_bar import MessageBar


class ShownReport(Protocol):
    """The page: what is chosen on it, and how it shows something else."""

    draft: DraftForm
    kinds: KindBox
    message: MessageBar

    @property
    def current(self) -> Standing | None:
        """Return the issued report chosen, or None for the draft."""

    def open(self, what: object) -> None:
        """Show the issued report with this id."""

    def export(self) -> None:
        """Write the files of the issued report."""

    def attach(self, path: Path | None = None) -> None:
        """Attach the copy that was signed elsewhere."""
