"""Which of the office's plans everything speaks of, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from desktop.errors import ConflictError
from desktop.gui import theme
from desktop.gui.pages.plan import plan_head
from desktop.gui.pages.plan.deeds import Deeds
from desktop.gui.pages.plan.shipped import ShippedDialog
from desktop.gui.pages.plan.writing import plan_words
from desktop.gui.running import tell_fault
from desktop.operations.outcome import Outcome
from desktop.operations.plans.amend_plan import set_state
from desktop.operations.plans.choose_plan import choose_plan
from desktop.operations.plans.read_plan import PlanBook
from desktop.operations.plans.remove_plan import remove_plan, uses
from desktop.records.identity import PlanId
from desktop.records.plan import Plan, PlanState


class PlanChooser(QWidget):
    """All plans of the office in one line, and how more of them come."""

    head_wanted = Signal()
    """The head of the plan is to be written."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Begin without plans."""
        super().__init__(parent)
        self._deeds = deeds
        self._plan: Plan | None = None
        self.shipped: ShippedDialog | None = None
        self.plans = QComboBox()
        self.plans.setAccessibleName("Kế hoạch đang làm việc")
        self.plans.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.add_button = QPushButton("Thêm kế hoạch có sẵn…")
        self.new_button = QPushButton("Lập kế hoạch mới…")
        self.more = QPushButton("Việc khác")
        self.close_action = QAction("Đóng kế hoạch khác…", self)
        self.open_action = QAction("Mở lại kế hoạch đã đóng…", self)
        self.remove_action = QAction("Xóa kế hoạch khác…", self)
        self._lay_out()
        self.plans.activated.connect(self._on_chosen)
        self.add_button.clicked.connect(self.add_shipped)
        self.new_button.clicked.connect(self.make_new)
        self.close_action.triggered.connect(self.close_other)
        self.open_action.triggered.connect(self.open_closed)
        self.remove_action.triggered.connect(self.remove_other)

    def show_book(self, book: PlanBook) -> None:
        """List the plans, with the one everything speaks of chosen."""
        self._plan = book.plan
        self.plans.clear()
        for one in book.plans:
            self.plans.addItem(plan_words(one), str(one.id))
        self.plans.setCurrentIndex(self.plans.findData(str(book.plan.id)))
        self.plans.setToolTip(plan_words(book.plan))
        self.more.setEnabled(len(book.plans) > 1)
        closed = any(one.state is PlanState.CLOSED for one in book.plans)
        self.open_action.setEnabled(closed)

    def add_shipped(self) -> None:
        """Offer the plans that ship with the program and are not here."""
        self.shipped = ShippedDialog(self._deeds.session, self)
        self.shipped.added.connect(
            lambda plan: self._deeds.say(f"Đã thêm vào sổ: {plan.title}")
        )
        self.shipped.open()

    def make_new(self) -> None:
        """Write a plan of the office's own, and go to it."""
        dialog = self._deeds.write(
            plan_head.new(self._deeds.session), "Đã lập kế hoạch mới"
        )
        dialog.kept.connect(self._choose)

    def close_other(self) -> None:
        """Close one of the plans one does not work by."""
        plan = self._ask_which("Đóng kế hoạch nào?", PlanState.CLOSED)
        if plan is not None:
            self._set_state(plan, PlanState.CLOSED)

    def open_closed(self) -> None:
        """Open one of the closed plans again."""
        plan = self._ask_which("Mở lại kế hoạch nào?", PlanState.IN_FORCE)
        if plan is not None:
            self._set_state(plan, PlanState.IN_FORCE)

    def remove_other(self) -> None:
        """Remove a plan nobody used; one that is used is offered to be closed."""
        plan = self._ask_which("Xóa kế hoạch nào?", None)
        if plan is None:
            return
        session = self._deeds.session
        found = uses(session.store, plan)
        if found.all:
            self._offer_closing(plan, found.all)
        elif session.ask.confirm(
            f"Xóa kế hoạch “{plan.title}”?",
            verb="Xóa kế hoạch",
            detail="Lời văn, nhiệm vụ, chỉ tiêu, thời hạn của kế hoạch cùng bị xóa.",
        ):
            self._deeds.do(
                lambda _progress: remove_plan(session.store, plan.id),
                "Đã xóa kế hoạch",
            )

    def _lay_out(self) -> None:
        label = QLabel("Kế h&oạch:")
        label.setBuddy(self.plans)
        menu = QMenu(self)
        for action in (self.close_action, self.open_action, self.remove_action):
            menu.addAction(action)
        self.more.setAccessibleName("Việc khác với kế hoạch")
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.BETWEEN)
        row.addWidget(label)
        row.addWidget(self.plans, stretch=1)
        for button in (self.add_button, self.new_button):
            button.setAccessibleName(button.text().removesuffix("…"))
            row.addWidget(button)
        row.addWidget(self.more)

    def _ask_which(self, question: str, wanted: PlanState | None) -> Plan | None:
        """Ask for one of the other plans that is not yet as wanted."""
        here = self._deeds.session.preferences.plan
        others = [
            one
            for one in self._deeds.session.plans
            if one.id != here and _fits(one, wanted)
        ]
        if not others:
            self._deeds.session.ask.tell("Không có kế hoạch nào phù hợp với việc này.")
            return None
        words = [_short(one) for one in others]
        chosen = self._deeds.session.ask.choose(question, words)
        return None if chosen is None else others[chosen]

    def _offer_closing(self, plan: Plan, count: int) -> None:
        session = self._deeds.session
        if plan.state is PlanState.CLOSED:
            tell_fault(session, ConflictError("plan_used", plan.title, str(count)))
        elif session.ask.confirm(
            f"Kế hoạch “{plan.title}” không xóa được. Đóng kế hoạch?",
            verb="Đóng kế hoạch",
            detail=f"Có {count} mục trong sổ gắn với kế hoạch này. Kế hoạch đã đóng "
            "vẫn đọc được đầy đủ và mở lại được.",
        ):
            self._set_state(plan, PlanState.CLOSED)

    def _set_state(self, plan: Plan, state: PlanState) -> None:
        store = self._deeds.session.store
        done = "Đã đóng" if state is PlanState.CLOSED else "Đã mở lại"
        self._deeds.do(
            lambda _progress: set_state(store, plan.id, state),
            f"{done} kế hoạch: {plan.title}",
        )

    def _on_chosen(self, row: int) -> None:
        chosen = PlanId(str(self.plans.itemData(row)))
        if self._plan is not None and chosen != self._plan.id:
            plans = {one.id: one for one in self._deeds.session.plans}
            self._choose(plans[chosen])

    def _choose(self, plan: Plan) -> None:
        store = self._deeds.session.store

        def work(_progress: object) -> Outcome[Plan]:
            return choose_plan(store, plan.id)

        self._deeds.do(work, f"Đang làm việc với kế hoạch: {plan.title}")


def _fits(plan: Plan, wanted: PlanState | None) -> bool:
    """Tell whether a plan may be given a state it has not; None fits every plan."""
    if wanted is None:
        return True
    closed = plan.state is PlanState.CLOSED
    return closed if wanted is PlanState.IN_FORCE else not closed


def _short(plan: Plan) -> str:
    """Return words for a button: years, and as much of the title as tells it."""
    words = plan_words(plan)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"


_LONGEST = 60
