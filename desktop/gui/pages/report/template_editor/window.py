"""The window `Mẫu báo cáo`: write an office's own templates as one writes a paper."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import DesktopError
from desktop.gui import theme
from desktop.gui.help_key import answer_help_key
from desktop.gui.pages.report.template_editor.desk import TemplateDesk
from desktop.gui.pages.report.template_editor.frame import Frame
from desktop.gui.pages.report.template_editor.parts_tree import HEAD, LABELS, Place
from desktop.gui.running import show_error
from desktop.operations.issuing.preview_template import Preview, preview_template
from desktop.operations.reports.read_templates import problems_of, read_template
from desktop.rules.templates.edits import added, moved, removed, shifted
from desktop.rules.templates.parts import Part, part_at, with_part
from desktop.wording.faults import explain
from desktop.wording.periods import period_phrase
from desktop.wording.problems import sentence
from desktop.wording.template_words import problem_place

if TYPE_CHECKING:
    from desktop.errors import Problem
    from desktop.gui.session import Session
    from desktop.operations.reports.read_templates import TemplateState
    from desktop.records.period import Period
    from desktop.records.template import ReportTemplate
    from desktop.rules.templates.edits import Sections
    from desktop.store.store import Store

WIDTH, HEIGHT, WIDEST = 1180, 680, 1300
"""What fits a screen of 1366 x 768 with its task bar."""
PAUSE = 400
"""Milliseconds after the last key before the words are filled in anew."""


class TemplateWindow(QDialog):
    """Choose a kind, choose a part, write; nothing is kept until it is saved."""

    def __init__(
        self, session: "Session", kind: str, parent: QWidget | None = None
    ) -> None:
        """Open the template of a kind."""
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("Mẫu báo cáo, công văn của cơ quan")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.frame = Frame(session, self)
        self.desk = TemplateDesk(session, self)
        self._place: Place = HEAD
        self._saved: ReportTemplate | None = None
        self.state: TemplateState
        self.template: ReportTemplate
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lookout = session.lookout(self)
        self._connect()
        answer_help_key(self, "templates")
        self.show_kind(kind)
        wide = min(theme.scaled(WIDTH), WIDEST)
        self.resize(wide, min(theme.scaled(HEIGHT), HEIGHT))

    @property
    def dirty(self) -> bool:
        """Tell whether something was written and not saved."""
        return self._saved is not None and self.template != self._saved

    @property
    def problems(self) -> "tuple[Problem, ...]":
        """Return everything wrong or doubtful with what is written."""
        return problems_of(self.template)

    def show_kind(self, kind: str) -> None:
        """Read the template of a kind anew, and show it."""
        try:
            self.state = read_template(self._session.store, kind)
        except DesktopError as error:
            show_error(self._session, error)
            self.desk.offer_reset(kind)
            return
        self.template = self._saved = self.state.template
        self.frame.show_state(self.state)
        self._show_tree()

    def save(self) -> None:
        """Keep what is written as the office's next version."""
        found = [one for one in self.problems if one.blocking]
        if found:
            self.frame.message.warn(self._told(found[0]))
            self.go(found[0])
            return
        self.desk.save(self.template, self.frame.note.text(), self.state.version)

    def reload(self) -> None:
        """Show the template as it now stands in the office file."""
        self.show_kind(self.template.code)

    def go(self, problem: "Problem") -> None:
        """Go to where a problem is."""
        part = part_at(problem.field)
        kind = {"column": "table"}.get(part.kind, part.kind)
        key = "" if kind in {"head", "label"} else part.key
        self.frame.tree.choose((kind, key))

    def move_part(self, step: int) -> None:
        """Move the section chosen up (-1) or down (1), with all below it."""
        at = self._at()
        if at is not None:
            made, _ = moved(self.template.sections, at, step)
            self._restructure(made, self._place)

    def shift_part(self, step: int) -> None:
        """Move the section chosen one level out (-1) or in (1)."""
        at = self._at()
        if at is not None:
            self._restructure(shifted(self.template.sections, at, step), self._place)

    def add_part(self, kind: str = "section", key: str = "") -> None:
        """Add a new section, or what was left out of the program's."""
        if key:
            part, shipped = Part(kind, key), self.state.shipped
            self.template = with_part(self.template, part, shipped)
            self._place = (kind, key)
            self._show_tree()
            return
        sections = self.template.sections
        after = self._at()
        after = len(sections) - 1 if after is None else after
        grown, place = added(sections, after, "Mục mới")
        self._restructure(grown, ("section", grown[place].key))

    def remove_part(self) -> None:
        """Drop the section chosen, with all below it, or the table chosen."""
        kind, key = self._place
        at = self._at()
        if kind == "table":
            kept = tuple(one for one in self.template.tables if one.code != key)
            self.template, self._place = replace(self.template, tables=kept), HEAD
            self._show_tree()
        if at is None:
            return
        made = removed(self.template.sections, at)
        near = made[min(at, len(made) - 1)].key
        self._restructure(made, ("section", near))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before what was written is lost."""
        if self.may_leave():
            event.accept()
        else:
            event.ignore()

    def reject(self) -> None:
        """Close as the cross does."""
        self.close()

    def may_leave(self) -> bool:
        """Ask, where something was not saved, whether it may be lost."""
        return not self.dirty or self._session.ask.confirm(
            "Bỏ những gì vừa sửa trong mẫu?",
            verb="Bỏ phần vừa sửa",
            detail="Mẫu đang dùng không thay đổi.",
            refuse="Sửa tiếp",
        )

    def _on_kind(self, kind: str) -> None:
        if self.may_leave():
            self._place = HEAD
            self.show_kind(kind)
        else:
            self.frame.choose_kind(self.template.code)

    def _on_place(self, kind: str, key: str) -> None:
        self._place = (kind, key)
        self.frame.show_place(self._place, self.template, self.state.shipped)
        if kind == "table":
            self.frame.buttons.allow_table()
        else:
            self.frame.buttons.allow(self.template.sections, self._at())
        self._pause.start(0)

    def _on_edit(self) -> None:
        self.template = self.frame.collected(self._place, self.template)
        self._judge()

    def _restructure(self, sections: "Sections", place: Place) -> None:
        self.template = replace(self.template, sections=sections)
        self._place = place
        self._show_tree()

    def _show_tree(self) -> None:
        keys = {one.key for one in self.template.sections}
        codes = {one.code for one in self.template.tables}
        shipped = self.state.shipped
        self.frame.buttons.offer(
            [one for one in shipped.sections if one.key not in keys],
            [one for one in shipped.tables if one.code not in codes],
        )
        self.frame.tree.show_template(self.template, self._faulty(), self._place)
        self._judge()

    def _judge(self) -> None:
        """Mark what is wrong, and fill the words in after a pause."""
        self.frame.tree.mark(self.template, self._faulty())
        found = self.problems
        self.frame.show_problem(self._told(found[0]) if found else "")
        self.frame.save.setEnabled(self.dirty)
        self._pause.start()

    def _faulty(self) -> set[Place]:
        found = (part_at(one.field) for one in self.problems)
        return {
            LABELS
            if one.kind == "label"
            else ({"column": "table"}.get(one.kind, one.kind), one.key)
            for one in found
        }

    def _told(self, problem: "Problem") -> str:
        return sentence(problem, problem_place(problem, self.template))

    def _at(self) -> int | None:
        kind, key = self._place
        keys = [one.key for one in self.template.sections]
        return keys.index(key) if kind == "section" and key in keys else None

    def _preview(self) -> None:
        """Ask for the words filled in, once nothing is wrong with them."""
        if self._place[0] not in {"head", "section"}:
            self.frame.show_preview(None)
            return
        if any(one.blocking for one in self.problems):
            self.frame.show_preview("Sửa chỗ có dấu ▲ để xem câu với số liệu.")
            return
        template, period = self.template, self._session.period
        words = period_phrase(period)
        self._lookout.ask(
            self._place, partial(_filled, period=period, words=words, template=template)
        )

    def _on_filled(self, place: object, found: object) -> None:
        if place != self._place or not isinstance(found, Preview):
            return
        if found.fault is not None:
            told = explain(found.fault)
            self.frame.show_preview(f"{told.what} {told.why}")
            return
        kind, key = self._place
        text = found.head if kind == "head" else found.sections.get(key, "")
        self.frame.show_preview(text or "(mục này không in câu nào trong kỳ)")

    def _on_office_changed(self, touched: frozenset[str], _initiator: object) -> None:
        if "office_templates" in touched and not self.dirty:
            self.reload()

    def _connect(self) -> None:
        frame, desk = self.frame, self.desk
        frame.kind_chosen.connect(self._on_kind)
        frame.tree.chosen.connect(self._on_place)
        frame.edited.connect(self._on_edit)
        frame.buttons.move_wanted.connect(self.move_part)
        frame.buttons.shift_wanted.connect(self.shift_part)
        frame.buttons.add_wanted.connect(self.add_part)
        frame.buttons.remove_wanted.connect(self.remove_part)
        frame.save.clicked.connect(self.save)
        frame.leave.clicked.connect(self.close)
        frame.reset_wanted.connect(lambda: desk.reset(self.state))
        frame.export_wanted.connect(lambda: desk.export(self.state))
        frame.import_wanted.connect(lambda: desk.import_(self.state))
        frame.offers.clicked.connect(lambda: desk.offer(self.state))
        desk.kept.connect(self._on_kept)
        desk.undone.connect(self._on_undone)
        desk.said.connect(frame.message.say)
        self._pause.timeout.connect(self._preview)
        self._lookout.answered.connect(self._on_filled)
        self._session.jobs.changed.connect(self._on_office_changed)

    def _on_kept(self, words: str) -> None:
        self._saved = None
        self.reload()
        self.frame.note.clear()
        self.frame.message.say(words, "Hoàn tác", self.desk.undo)

    def _on_undone(self, words: str) -> None:
        self._saved = None
        self.reload()
        self.frame.message.say(words)


def _filled(
    store: "Store", *, period: "Period", words: str, template: "ReportTemplate"
) -> Preview:
    return preview_template(store, period, words, template)
