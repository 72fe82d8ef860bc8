"""Which editor each type of field has."""

from collections.abc import Callable

from desktop.gui.forms.fields import (
    Editor,
    FlagEditor,
    LongTextEditor,
    Offer,
    TextEditor,
)
from desktop.gui.forms.moments import MomentEditor
from desktop.gui.forms.pickers import (
    ChoiceEditor,
    ChoicesEditor,
    DateEditor,
    DecimalEditor,
    NumberEditor,
    YearEditor,
)
from desktop.gui.forms.small_tables import TableEditor
from desktop.records.register import Field, FieldType

_MAKERS: dict[FieldType, Callable[[Field, Offer], Editor]] = {
    FieldType.TEXT: lambda field, _offer: TextEditor(field),
    FieldType.LONG_TEXT: lambda field, _offer: LongTextEditor(field),
    FieldType.DATE: DateEditor,
    FieldType.DATETIME: MomentEditor,
    FieldType.INTEGER: lambda field, _offer: NumberEditor(field),
    FieldType.MONEY: lambda field, _offer: NumberEditor(field),
    FieldType.DECIMAL: lambda field, _offer: DecimalEditor(field),
    FieldType.FLAG: lambda field, _offer: FlagEditor(field),
    FieldType.CHOICE: ChoiceEditor,
    FieldType.CHOICES: ChoicesEditor,
    FieldType.AGENCY: ChoiceEditor,
    FieldType.AGENCIES: ChoicesEditor,
    FieldType.TASKS: ChoicesEditor,
    FieldType.GOAL: ChoiceEditor,
    FieldType.GOALS: ChoicesEditor,
    FieldType.STEPS: ChoicesEditor,
    FieldType.FIGURE: ChoiceEditor,
    FieldType.CHANNEL: ChoiceEditor,
    FieldType.TIER: ChoiceEditor,
    FieldType.PRODUCT: ChoiceEditor,
    FieldType.AUDIENCES: TableEditor,
    FieldType.STAFF: TableEditor,
    FieldType.SPENDING: TableEditor,
    FieldType.STATE: ChoiceEditor,
}


def make_editor(field: Field, offer: Offer) -> Editor:
    """Return the editor of a field, by its type; a year is never grouped."""
    if field.name == "year":
        return YearEditor(field)
    return _MAKERS[field.type](field, offer)
