"""What can be done with a template as a whole: save, put back, carry, renew."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.gui.pages.report.template_editor.offers import OffersDialog
from desktop.gui.running import run
from desktop.operations.history.undo import undo
from desktop.operations.outcome import Outcome
from desktop.operations.reports.carry_template import export_template, import_template
from desktop.operations.reports.put_template import (
    put_template,
    renew_template,
    reset_template,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.gui.session import Session
    from desktop.operations.reports.read_templates import TemplateState
    from desktop.progress import Progress
    from desktop.records.template import OfficeTemplate, ReportTemplate
    from desktop.rules.templates.parts import Part

TYPES = (("Mẫu báo cáo", "*.toml"), ("Mọi tệp", "*"))


class TemplateDesk(QObject):
    """Run the deeds, each undone like any other."""

    kept = Signal(str)
    """Another version stands in the office file; in words."""
    undone = Signal(str)
    """The last version is taken back; in words."""
    said = Signal(str)
    """Something else is done; in words."""

    def __init__(self, session: "Session", window: QWidget) -> None:
        """Work for one window."""
        super().__init__(window)
        self._session = session
        self._window = window
        self.offers: OffersDialog | None = None

    def save(self, template: "ReportTemplate", note: str, seen: int) -> None:
        """Keep a template as the office's next version."""
        store = self._session.store
        self._keep(
            lambda: put_template(store, template, note, seen=seen),
            "Lưu mẫu",
            "Đã lưu mẫu của cơ quan.",
        )

    def undo(self) -> None:
        """Take the last version back."""
        run(
            self._session,
            lambda _: undo(self._session.store),
            title="Hoàn tác",
            then=self._on_undone,
        )

    def reset(self, state: "TemplateState") -> None:
        """Go back to the program's template, once somebody said so."""
        name = state.template.name
        if self._session.ask.confirm(
            f"Quay về mẫu “{name}” của chương trình?",
            verb="Quay về mẫu của chương trình",
            detail="Các phiên bản của cơ quan vẫn còn trong sổ; hoàn tác được.",
        ):
            self._reset(state.template.code)

    def offer_reset(self, kind: str) -> None:
        """Offer the program's template where the office's cannot be read."""
        if self._session.ask.confirm(
            "Mẫu của cơ quan không đọc được. Quay về mẫu của chương trình?",
            verb="Quay về mẫu của chương trình",
        ):
            self._reset(kind)

    def export(self, state: "TemplateState") -> None:
        """Write the template in use to a file."""
        kind = state.template.code
        path = self._session.ask.save_file(
            "Ghi mẫu ra tệp", f"{kind}.mau.toml", TYPES, purpose="template"
        )
        if path is not None:
            run(
                self._session,
                lambda _: export_template(self._session.store, kind, path),
                title="Ghi mẫu ra tệp",
                then=self._on_exported,
            )

    def import_(self, state: "TemplateState") -> None:
        """Keep a file's template as the office's next version."""
        path = self._session.ask.choose_file("Chọn tệp mẫu", TYPES, purpose="template")
        if path is not None:
            store, kind = self._session.store, state.template.code
            self._keep(
                lambda: import_template(store, kind, path),
                "Nhập mẫu",
                f"Đã nhập mẫu từ {path.name}.",
            )

    def offer(self, state: "TemplateState") -> OffersDialog:
        """Show what a newer program changed."""
        dialog = OffersDialog(
            state.offered,
            state.template,
            state.shipped,
            NameBook(self._session.figures),
            self._window,
        )
        dialog.decided.connect(partial(self._renew, state.template.code))
        self.offers = dialog
        dialog.open()
        return dialog

    def _renew(
        self, kind: str, taken: "tuple[Part, ...]", kept: "tuple[Part, ...]"
    ) -> None:
        store = self._session.store
        self._keep(
            lambda: renew_template(store, kind, taken=taken, kept=kept),
            "Cập nhật mẫu",
            f"Đã lấy {len(taken)} phần của chương trình, giữ {len(kept)} phần của "
            "cơ quan.",
        )

    def _reset(self, kind: str) -> None:
        store = self._session.store
        self._keep(
            lambda: reset_template(store, kind),
            "Quay về mẫu của chương trình",
            "Đang dùng mẫu của chương trình.",
        )

    def _keep(
        self, deed: "Callable[[], Outcome[OfficeTemplate]]", title: str, words: str
    ) -> None:
        def work(_progress: "Progress") -> Outcome[str]:
            outcome = deed()
            return Outcome(words, outcome.touched)

        run(self._session, work, title=title, then=self.kept.emit)

    def _on_undone(self, _entry: object) -> None:
        self.undone.emit("Đã hoàn tác.")

    def _on_exported(self, path: "Path") -> None:
        self.said.emit(f"Đã ghi mẫu ra {path}.")
