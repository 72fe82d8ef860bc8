"""What a column may be taken for: the fields of a register, and lines of tables."""

from collections.abc import Iterator, Mapping

from desktop.gui.forms.small_tables import SHAPES
from desktop.gui.tables.columns import kind_of
from desktop.gui.tables.names import Named, Names
from desktop.gui.widgets.choice_field import Choice
from desktop.records.register import Field, Register
from desktop.rules.entry_table import lines
from desktop.rules.entry_table.columns import ID, Slot, parse_slot
from desktop.rules.vietnamese import fold

SKIP = "-"
"""Code of the choice that leaves a column aside, or a word blank."""
_ID_LABEL = "Mã mục"


class Targets:
    """The fields of one register by their names, and what each may hold."""

    def __init__(self, register: Register, names: Names) -> None:
        """Read a register."""
        self.register = register
        self._names = names
        self._fields: Mapping[str, Field] = {one.name: one for one in register.fields}

    def field(self, name: str) -> Field | None:
        """Return the field a column stands for; None for the entry itself."""
        slot = parse_slot(name, self.register)
        return None if slot is None else self._fields.get(slot.field)

    def label(self, name: str) -> str:
        """Return what a column stands for, in words."""
        slot, field = parse_slot(name, self.register), self.field(name)
        if slot is None or field is None:
            return _ID_LABEL if name == ID else name
        if not slot.code:
            return field.label
        tier = f" {self._names.name('@tier', slot.tier)}" if slot.tier else ""
        row = f"{self._names.name(field.catalogue, slot.code)}{tier}"
        return f"{field.label}: {row}{_part_words(field, slot)}"

    def columns(self) -> tuple[Choice, ...]:
        """Return everything a column may be taken for, beginning with nothing."""
        return (
            (SKIP, "Bỏ qua cột này"),
            *self._columns(),
            (ID, f"{_ID_LABEL} (để sửa mục đã ghi)"),
        )

    def values(self, name: str, likely: tuple[str, ...]) -> tuple[Choice, ...]:
        """Return what a word of a field may stand for, the likely values first."""
        field = self.field(name)
        offered = self._names.of(kind_of(field)) if field is not None else ()
        known = {one.value: one for one in offered}
        first = [known[code] for code in likely if code in known]
        rest = [one for one in offered if one.value not in likely and not one.retired]
        likely_ones = tuple(_choice(one) for one in first)
        return (*likely_ones, (SKIP, "Để trống"), *(_choice(one) for one in rest))

    def value(self, name: str, code: str) -> str:
        """Return what a value of a field is called."""
        field = self.field(name)
        return code if field is None else self._names.name(kind_of(field), code)

    def _columns(self) -> Iterator[Choice]:
        for field in self.register.fields:
            yield (field.name, field.label)
            shape = lines.SHAPES.get(field.type)
            for one in self._names.items(field.catalogue) if shape else ():
                for part in ("", *shape.parts) if shape and not one.retired else ():
                    name = f"{field.name}#{one.value}{'.' if part else ''}{part}"
                    yield (name, self.label(name), (one.text, *one.found_by))


def word_key(field: str, word: str) -> tuple[str, str]:
    """Return the key of a word nobody knew, as `Choices.words` has it."""
    return field, fold(word)


def _part_words(field: Field, slot: Slot) -> str:
    """Return which number of a line it is, where a line has several."""
    shape = lines.SHAPES[field.type]
    if not shape.parts:
        return ""
    wanted = slot.part or shape.main
    labels = (one.label for one in SHAPES[field.type].parts if one.name == wanted)
    return f", {next(labels, wanted).lower()}"


def _choice(one: Named) -> Choice:
    return (one.value, one.text, tuple(x for x in (one.short, *one.found_by) if x))
