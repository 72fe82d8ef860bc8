"""What every dialog of a plan is made of: its fields, and how an answer is kept."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from desktop.gui.forms.editors import make_editor
from desktop.gui.forms.fields import Editor, Offer
from desktop.gui.forms.plan_editors import LinesEditor, OptionEditor, TallTextEditor
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from desktop.operations.entries.record_entry import new_record_id
from desktop.operations.outcome import Outcome
from desktop.records.plan import Plan, PlanState
from desktop.records.register import Field, FieldType
from desktop.wording.labels import label

Record = TypeVar("Record")


class Desk:
    """An open office and its names, while one dialog is made."""

    def __init__(self, session: Session) -> None:
        """Read the names as they now stand."""
        self.session = session
        self.names = read_names(session)
        self.offer = Offer(
            names=self.names,
            products=lambda: (),
            today=session.today,
            year=session.period.last_day.year,
        )

    def editor(self, field: Field, value: object) -> Editor:
        """Return the usual editor of a field, with a value."""
        return filled(make_editor(field, self.offer), value)

    def options(
        self, field: Field, options: list[tuple[str, str]], value: object
    ) -> Editor:
        """Return a field with these few options, one of them chosen."""
        return filled(OptionEditor(field, options), value)

    def enum(self, field: Field, kind: type[StrEnum], value: object) -> Editor:
        """Return a field with the values of an enumeration."""
        return self.options(field, [(str(one), label(one)) for one in kind], value)

    def tall(self, field: Field, value: object, lines: int = 8) -> Editor:
        """Return a field for a long text."""
        return filled(TallTextEditor(field, lines), value)

    def lines(self, field: Field, value: object, lines: int = 3) -> Editor:
        """Return a field for texts, each on its line."""
        return filled(LinesEditor(field, lines), value)

    def work(
        self,
        operation: Callable[..., Outcome[Any]],
        made: Callable[[], tuple[object, ...]],
    ) -> Work:
        """Return an operation on the office, told with what the fields hold now."""
        store, arguments = self.session.store, made()
        run = partial(operation, store, *arguments)
        return lambda _progress: run()


def filled(editor: Editor, value: object) -> Editor:
    """Return an editor that shows a value."""
    editor.set_value(value)
    return editor


def text(name: str, words: str, **more: Any) -> Field:  # noqa: ANN401  of a field
    """Return a field of one line."""
    return Field(name=name, type=FieldType.TEXT, label=words, **more)


def field(name: str, kind: FieldType, words: str, **more: Any) -> Field:  # noqa: ANN401
    """Return a field of any type."""
    return Field(name=name, type=kind, label=words, **more)


def new_id() -> str:
    """Return an id for a part about to be made."""
    return str(new_record_id())


def plan_words(plan: Plan) -> str:
    """Return what a plan is called in lists: its title, number, years and state."""
    years = f"{plan.first_day.year}–{plan.last_day.year}"
    if plan.first_day.year == plan.last_day.year:
        years = str(plan.first_day.year)
    number = " ".join(plan.number.split())
    numbered = f", số {number}" if number and not number.startswith("/") else ""
    state = "" if plan.state is PlanState.IN_FORCE else f" – {label(plan.state)}"
    return f"{years}: {plan.title}{numbered}{state}"
