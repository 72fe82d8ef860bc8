"""Write a report where it stands: its words as a document, edited in place."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.gui.pages.report.addressed import Addressed
from desktop.gui.pages.report.draft_head import DraftHead
from desktop.gui.pages.report.draft_words import DraftWords
from desktop.gui.pages.report.drafting import Drafted, Drafting
from desktop.gui.pages.report.outline import OutlineLine, table_lines
from desktop.gui.pages.report.section_field import SectionField
from desktop.gui.pages.report.sentence_trace import SentenceTrace, WordsBeside
from desktop.operations.entries import keep_draft
from desktop.operations.letters.draft_letter import REMINDER
from desktop.operations.reports.draft_report import Request
from desktop.records.report import Chart, Table
from desktop.rules.calendar import period_name
from desktop.rules.letters.words import BODY
from desktop.rules.reports.kinds import DEFAULT_KIND, kind_named
from desktop.wording.periods import period_phrase

if TYPE_CHECKING:
    from desktop.errors import DesktopError
    from desktop.gui.session import Session
    from desktop.operations.outcome import Outcome
    from desktop.progress import Progress
    from desktop.records.identity import AgencyId
    from desktop.records.period import Period
    from desktop.records.report import Report
    from desktop.records.template import ReportTemplate, SectionTemplate
    from desktop.store.store import Store

REGISTER = "report"
"""What drafts of reports are kept under, among those of the registers."""
KEPT_WITHIN = 1_500
"""Milliseconds from the first key that is not kept yet to its keeping."""
WAITING = "Đang tính số liệu để viết câu đầu…"
NONE = "Sổ chưa có số liệu của kỳ cho mục này. "


def draft_id(period: "Period", kind: str = DEFAULT_KIND) -> str:
    """Return the id under which the draft of a kind of report on a period is kept."""
    return f"{REGISTER}/{kind}/{period_name(period)}"


def written_sections(
    template: "ReportTemplate",
) -> Iterator[tuple[str, "SectionTemplate"]]:
    """Yield the keys and sections of an outline."""
    from desktop.rules.reports.outline import section_keys

    yield from zip(section_keys(template.sections), template.sections, strict=True)


class DraftForm(QWidget):
    """Number, date, and the words of every section of one draft."""

    changed = Signal()
    """Somebody typed."""
    looked = Signal()
    """The outline says something else now."""
    table_wanted = Signal(str)
    """Code of a table somebody wants to read."""
    preview_wanted = Signal()
    """Somebody wants to see the charts."""

    def __init__(self, session: "Session", parent: QWidget | None = None) -> None:
        """Lay out the fields; `show_draft` fills them."""
        super().__init__(parent)
        self._session = session
        self._period = session.period
        self._kind = DEFAULT_KIND
        self._units: tuple[AgencyId, ...] = ()
        self._outline_of: ReportTemplate | None = None
        self._filling = self._unkept = False
        self.drafted: Drafted | None = None
        self.words = DraftWords()
        self.head = DraftHead(session)
        self.refusal = ""
        """Why there is no such draft; blank where there is one, or none yet."""
        self.sections: dict[str, SectionField] = {}
        self.drafting = Drafting(session, self)
        self.tracing = SentenceTrace(session)
        self._asked_in = ""
        self.document = QScrollArea()
        self.beside = WordsBeside(self.document, self.tracing)
        # Not restarted by a key: whoever types without a pause is kept as well.
        self._soon = QTimer(self, singleShot=True, interval=KEPT_WITHIN)
        self._soon.timeout.connect(self.keep)
        self._lay_out()
        self._connect()
        self.show_draft(session.period, DEFAULT_KIND)

    @property
    def kind(self) -> str:
        """Return the kind of report being written."""
        return self._kind

    @property
    def request(self) -> Request:
        """Return the report asked for, with everything written so far."""
        return Request(
            period=self._period,
            period_words=period_phrase(self._period),
            kind=self._kind,
            number=self.head.number.text().strip(),
            dated=self.head.date.value,
            texts={place: text.strip() for place, text in self.words.texts.items()},
            reply=self.head.reply_day,
            units=self._units,
        )

    @property
    def readable(self) -> bool:
        """Tell whether the dates are ones, or blank; else put the cursor there."""
        wrong = self.head.wrong
        if wrong is not None:
            wrong.setFocus()
        return wrong is None

    @property
    def stale_count(self) -> int:
        """Return how many numbers in the officer's words no longer agree."""
        return sum(len(self.words.stale(place)) for place in self.sections)

    def show_draft(self, period: "Period", kind: str) -> None:
        """Keep what was typed for the last draft, and show what was for this."""
        self.keep()
        if (period, kind) != (self._period, REMINDER):
            self._units = ()
        self._period, self._kind = period, kind
        self.head.show_for(period, asks_reply=kind == REMINDER)
        self._show_outline()
        wanted = draft_id(period, kind)
        kept = keep_draft.kept(self._session.store)
        draft = next((each for each in kept if each.id == wanted), None)
        self.drafted, self.refusal = None, ""
        self.tracing.close_answer()
        self._fill({} if draft is None else draft.values)

    def address(self, what: object) -> str:
        """Take to whom a letter is to be written; return which kind, or what is asked.

        Without it a reminder goes to every unit that is late.
        """
        kind = what.kind if isinstance(what, Addressed) else str(what)
        self._units = what.units if isinstance(what, Addressed) else ()
        if kind == self._kind:
            self.read()
        return kind

    def show_period(self, period: "Period") -> None:
        """Show the draft of the same kind on another period."""
        self.show_draft(period, self._kind)

    def read(self, *, soon: bool = False) -> None:
        """Read the draft anew, beside whoever types."""
        request = replace(self.request, number="", dated=None, texts={})
        ask = self.drafting.ask_soon if soon else self.drafting.ask
        ask(draft_id(self._period, self._kind), request)

    def trace(self, store: "Store", progress: "Progress") -> "Report":
        """Return the draft as it would be issued, with what its figures are made of."""
        from desktop.operations.issuing.ready_report import ready_report

        return ready_report(store, self.request, progress)

    def keep(self) -> None:
        """Keep what was typed now, if anything was since the last time."""
        if not self._unkept:
            return
        self._unkept = False
        self._soon.stop()
        wanted = draft_id(self._period, self._kind)
        work = partial(_keep, self._session.store, wanted, self._values())
        self._session.start(work, initiator=self)

    def outline(self) -> Iterator[OutlineLine]:
        """Yield a line for every section and table, and what is to be done there."""
        template = self._outline_of
        if BODY in self.sections:
            yield OutlineLine(f"section:{BODY}", "Nội dung công văn", 1)
        for place, section in written_sections(template) if template else ():
            stale = len(self.words.stale(place))
            note = f"▲ {stale}" if stale else ""
            if not note and self.words.edited(place):
                note = "✎"
            words = _heading(section)
            yield OutlineLine(f"section:{place}", words, section.level, note)
        if self.drafted is not None:
            yield from table_lines(self.drafted.report)

    def show_section(self, place: str) -> None:
        """Scroll to a section, and put the cursor into its words."""
        field = self.sections.get(place)
        if field is not None:
            bar = self.document.verticalScrollBar()
            bar.setValue(field.y())
            if not field.text.isHidden():
                field.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_drafted(self, drafted: Drafted) -> None:
        """Take what was read: words nobody wrote over change, tables too."""
        if drafted.key != draft_id(self._period, self._kind):
            return
        self.drafted, self.refusal = drafted, ""
        self.words.show_made(drafted.generated)
        self._show_all()
        self.tracing.renew(drafted.report, self.request)

    def renew_all(self) -> None:
        """Put the numbers of now into every section somebody wrote."""
        for place in self.sections:
            self.words.renew(place)
        self._on_words()

    def _values(self) -> dict[str, object]:
        return {**self.head.values(), "texts": self.words.kept()}

    def _fill(self, values: dict[str, object]) -> None:
        self._filling = True
        self.head.fill(values)
        self.words.read(self._by_section(values.get("texts")))
        self._filling = False
        self._show_all()

    def _by_section(self, texts: object) -> object:
        """Return words kept by places in the outline by the keys of its sections."""
        from desktop.rules.reports.outline import by_section

        if self._outline_of is None or not isinstance(texts, dict):
            return texts
        return by_section(self._outline_of.sections, texts)

    def _show_all(self) -> None:
        for place in self.sections:
            self._show_section(place)
        self.looked.emit()

    def _show_section(self, place: str) -> None:
        field = self.sections[place]
        if field.words.strip() or not field.text.hasFocus():
            field.show_words(self.words.words(place))
        edited = self.words.edited(place)
        field.say_numbers(self.words.generated(place), self._session.figures)
        field.show_state(edited=edited, stale=self.words.stale(place))
        blocks = () if self.drafted is None else self.drafted.blocks.get(place, ())
        field.show_tables([each for each in blocks if isinstance(each, Table)])
        field.show_charts(sum(isinstance(each, Chart) for each in blocks))
        field.say_known(made=bool(self.words.made(place)) or not self.words.known)
        field.wait_for_words(
            waiting=not (self.words.known or edited),
            writable=self._session.store.writable,
        )

    def _on_refused(self, error: "DesktopError") -> None:
        from desktop.wording.faults import explain

        said = explain(error)
        self.refusal = f"{said.what} {said.next}"
        for field in self.sections.values():
            field.say_waiting(self.refusal)
        self.looked.emit()

    def _on_reply(self) -> None:
        self._on_typed()
        if not self._filling and not self.head.reply.problem:
            self.read(soon=True)

    def _on_words(self) -> None:
        self._show_all()
        self._on_typed()

    def _on_section(self, place: str) -> None:
        field = self.sections[place]
        self.words.write(place, field.words)
        field.show_state(edited=self.words.edited(place), stale=self.words.stale(place))
        self.looked.emit()
        self._on_typed()

    def _on_restore(self, place: str) -> None:
        self.words.restore(place)
        self._on_words()

    def _on_update(self, place: str) -> None:
        self.words.renew(place)
        self._on_words()

    def _on_figure(self, place: str, code: str) -> None:
        if self.drafted is not None:
            self._asked_in = place
            self.tracing.ask(code, self.drafted.report, self.request)

    def _on_read(self) -> None:
        """Go back to the sentence whose number was asked about."""
        self.tracing.close_answer()
        self.sections[self._asked_in].text.setFocus()

    def _on_typed(self) -> None:
        if self._filling:
            return
        self._unkept = True
        if not self._soon.isActive():
            self._soon.start()
        self.changed.emit()

    def _connect(self) -> None:
        self.head.changed.connect(self._on_typed)
        self.head.reply_changed.connect(self._on_reply)
        self.drafting.arrived.connect(self.show_drafted)
        self.drafting.refused.connect(self._on_refused)
        self.tracing.closed.connect(self._on_read)

    def _lay_out(self) -> None:
        self.document.setWidgetResizable(True)
        self.document.setObjectName("document")
        self.document.setAccessibleName("Lời văn của báo cáo")
        self.document.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.BETWEEN)
        column.addWidget(self.beside, stretch=1)

    def _show_outline(self) -> None:
        """Make the fields of the outline of this kind, unless they are there."""
        from desktop.operations.reports.read_templates import load_for

        template = load_for(self._session.store, self._kind)
        if template == self._outline_of:
            return
        self._outline_of = template
        self.sections = {}
        inside = QFrame()
        inside.setObjectName("paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[theme.AROUND] * 4)
        column.setSpacing(theme.AROUND)
        self.head.setParent(self)  # the last paper goes, and all that stands on it
        column.addWidget(self.head)
        self.head.show()
        if kind_named(self._kind).letter:
            self._add(column, BODY, _letter_field())
        else:
            for place, section in written_sections(template):
                self._add(column, place, _section_field(section))
        column.addStretch()
        self.document.setWidget(inside)

    def _add(self, column: QVBoxLayout, place: str, field: SectionField) -> None:
        self.sections[place] = field
        field.changed.connect(partial(self._on_section, place))
        field.restore_wanted.connect(partial(self._on_restore, place))
        field.update_wanted.connect(partial(self._on_update, place))
        field.table_wanted.connect(self.table_wanted)
        field.figure_wanted.connect(partial(self._on_figure, place))
        field.preview_wanted.connect(self.preview_wanted)
        column.addWidget(field)


def _letter_field() -> SectionField:
    field = SectionField("Nội dung công văn", 1)
    field.say_hints("Để trống thì in câu viết sẵn.", "Đang soạn công văn…")
    return field


def _section_field(section: "SectionTemplate") -> SectionField:
    field = SectionField(_heading(section), section.level)
    empty = "Để trống thì in bảng, biểu đồ mà không có lời dẫn."
    if section.empty:
        empty = f"Để trống thì in: “{section.empty}”"
    if section.sentences:
        field.say_hints("Để trống thì in câu viết sẵn từ sổ.", WAITING, NONE + empty)
    else:
        field.say_hints(empty, "")
    if section.content == "none" and not section.sentences:
        field.show_heading_only()
    return field


def _keep(
    store: "Store", wanted: str, values: dict[str, object], _progress: "Progress"
) -> "Outcome[object]":
    from desktop.operations.outcome import Outcome

    return Outcome(keep_draft.keep(store, wanted, REGISTER, values).value)


def _heading(section: "SectionTemplate") -> str:
    dot = "" if section.number.endswith(")") else "."
    return f"{section.number}{dot} {_sentence_case(section.heading)}"


def _sentence_case(heading: str) -> str:
    return heading.capitalize() if heading.isupper() else heading
