"""The small windows in which agencies are written, and what became of them."""

import datetime as dt
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from desktop.errors import Problem
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.forms.field_grid import (
    day_problems,
    lines_field,
    lines_of,
    text_of,
)
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.gui.widgets.choice_field import Choice, ChoiceField
from desktop.gui.widgets.choices_field import ChoicesField
from desktop.gui.widgets.date_field import DateField
from desktop.operations.agencies.add_agency import add_agency
from desktop.operations.agencies.amend_agency import amend_agency
from desktop.operations.agencies.dissolve_agency import dissolve_agency
from desktop.operations.agencies.merge_agencies import merge_agencies
from desktop.operations.agencies.rename_agency import NewName, rename_agency
from desktop.operations.agencies.split_agency import split_agency
from desktop.operations.agencies.succeeding import Decided
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.agency_book import AgencyBook
from desktop.rules.agency_checks import check_agency

NOBODY = AgencyId("")
DAY_HINT = "Ngày đầu tiên có hiệu lực, ví dụ 1/7/2025."


def choices(book: AgencyBook) -> list[Choice]:
    """Return every agency as one chooses it, by any of its names."""
    return [(one.id, one.name, (one.short_name, *one.aliases)) for one in book.agencies]


class AgencyDialog(DeedDialog):
    """Add an agency, or mend what is written of one."""

    def __init__(
        self,
        session: Session,
        book: AgencyBook,
        tiers: dict[str, str],
        agency: Agency | None,
        parent: QWidget,
    ) -> None:
        """Show an agency, or blank fields for a new one."""
        title = "Thêm cơ quan, đơn vị" if agency is None else "Sửa cơ quan, đơn vị"
        super().__init__(session, title, "&Ghi", parent)
        self._book = book
        self._kept = agency or Agency(id=NOBODY, name="")
        self.name, self.short_name, self.code = QLineEdit(), QLineEdit(), QLineEdit()
        self.aliases = lines_field(3)
        kinds = session.catalogue("agency_kind").values()
        self.kind = ChoiceField((one.code, one.name, one.aliases) for one in kinds)
        self.tier = ChoiceField(tiers.items())
        self.parent_ = ChoiceField(choices(book))
        self.first, self.last = DateField(), DateField()
        add = self.grid.add
        add("name", "&Tên *", self.name)
        add("short_name", "Tên &ngắn", self.short_name)
        add("aliases", "Tên gọi &khác", self.aliases, "Mỗi dòng một tên; tìm và nhập "
            "tệp nhận ra các tên này.")  # fmt: skip
        add("kind", "&Loại", self.kind)
        add("tier", "&Cấp", self.tier)
        add("parent", "Cơ quan cấp t&rên", self.parent_)
        add("code", "&Mã định danh", self.code)
        add("valid_from", "Có từ ngà&y", self.first)
        add("valid_to", "Đ&ến ngày", self.last, "Để trống khi vẫn còn.")
        self.lay_out()
        self._show(self._kept)

    def typed(self) -> Agency:
        """Return the agency as the fields now tell it."""
        parent = self.parent_.value
        return replace(
            self._kept,
            name=text_of(self.name),
            short_name=text_of(self.short_name),
            aliases=lines_of(self.aliases),
            kind=self.kind.value or "",
            tier=self.tier.value or "",
            parent=AgencyId(parent) if parent else None,
            code=text_of(self.code),
            valid_from=self.first.value,
            valid_to=self.last.value,
        )

    def problems(self) -> tuple[Problem, ...]:
        """Return everything wrong or doubtful with what was typed."""
        pairs = (("kind", self.kind), ("tier", self.tier), ("parent", self.parent_))
        unknown = [
            Problem(name, "unknown_name", (field.currentText(),))
            for name, field in pairs
            if field.problem
        ]
        return (
            *unknown,
            *day_problems("valid_from", self.first, needed=False),
            *day_problems("valid_to", self.last, needed=False),
            *check_agency(self.typed(), self._book),
        )

    def deed(self) -> Work:
        """Return the deed, once nothing is wrong."""
        store, agency = self.session.store, self.typed()
        if agency.id:
            return lambda _progress: amend_agency(store, agency)
        return lambda _progress: add_agency(store, agency)

    def _show(self, agency: Agency) -> None:
        self.name.setText(agency.name)
        self.short_name.setText(agency.short_name)
        self.aliases.setPlainText("\n".join(agency.aliases))
        self.kind.set_value(agency.kind or None)
        self.tier.set_value(agency.tier or None)
        self.parent_.set_value(agency.parent)
        self.code.setText(agency.code)
        self.first.set_value(agency.valid_from)
        self.last.set_value(agency.valid_to)
        for line in (self.name, self.short_name):
            line.setCursorPosition(0)


class DecidedDialog(DeedDialog):
    """A deed that happens from a day on, by a decision."""

    def add_decision(self) -> None:
        """Add the fields of the day and the decision, below the others."""
        self.day, self.decided_on = DateField(), DateField()
        self.decision = QLineEdit()
        self.grid.add("day", "Từ ngà&y *", self.day, DAY_HINT)
        self.grid.add("decision", "&Số quyết định", self.decision)
        self.grid.add("decided_on", "Ngày &ký", self.decided_on)
        self.lay_out()

    def day_problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with the days as they were typed."""
        return (
            *day_problems("day", self.day, needed=True),
            *day_problems("decided_on", self.decided_on, needed=False),
        )

    def decided(self) -> Decided:
        """Return the day and the decision."""
        return Decided(
            day=self.day.value or dt.date.max,
            number=text_of(self.decision),
            decided_on=self.decided_on.value,
        )


class RenameDialog(DecidedDialog):
    """Rename an agency from a day on."""

    def __init__(
        self, session: Session, book: AgencyBook, agency: Agency, parent: QWidget
    ) -> None:
        """Begin with the name of now."""
        super().__init__(session, f"Đổi tên: {agency.name}", "Đổ&i tên", parent)
        self._agency = agency
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.parent_ = ChoiceField(choices(book))
        self.grid.add("name", "&Tên mới *", self.name)
        self.grid.add("short_name", "Tên &ngắn mới", self.short_name)
        self.grid.add("parent", "Cơ quan cấp t&rên", self.parent_)
        self.add_decision()
        self.name.setText(agency.name)
        self.short_name.setText(agency.short_name)
        self.parent_.set_value(agency.parent)
        self.name.selectAll()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with what was typed; the rest is the deed's to say."""
        blank = () if text_of(self.name) else (Problem("name", "missing"),)
        return (*blank, *self.day_problems())

    def deed(self) -> Work:
        """Return the deed, once nothing is wrong."""
        parent = self.parent_.value
        new = NewName(
            name=text_of(self.name),
            short_name=text_of(self.short_name),
            parent=AgencyId(parent) if parent else None,
        )
        store, agency, decided = self.session.store, self._agency, self.decided()
        return lambda _progress: rename_agency(store, agency.id, new, decided)


class MergeDialog(DecidedDialog):
    """Merge agencies into a new one, or into one that goes on."""

    def __init__(
        self, session: Session, book: AgencyBook, agency: Agency | None, parent: QWidget
    ) -> None:
        """Begin with the agency one was on."""
        super().__init__(session, "Sáp nhập cơ quan, đơn vị", "Sá&p nhập", parent)
        self._book = book
        self.merging = ChoicesField(choices(book))
        self.name, self.short_name = QLineEdit(), QLineEdit()
        self.into = ChoiceField(choices(book))
        self.grid.add("predecessors", "Các cơ quan &nhập *", self.merging)
        self.grid.add("name", "&Thành cơ quan mới", self.name)
        self.grid.add("short_name", "Tên &ngắn", self.short_name)
        self.grid.add("into", "Hoặc nhập &vào", self.into, "Cơ quan này vẫn giữ tên.")
        self.add_decision()
        self.merging.set_value((agency.id,) if agency else ())

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with what was typed; the rest is the deed's to say."""
        named = bool(text_of(self.name))
        chosen = self.into.value is not None
        blank = () if named or chosen else (Problem("name", "missing"),)
        both = (Problem("into", "two_heirs"),) if named and chosen else ()
        return (*blank, *both, *self.day_problems())

    def heir(self) -> Agency:
        """Return the one that goes on: of the book, or new and like the first."""
        known = self._book.by_id
        if self.into.value is not None:
            return known[AgencyId(self.into.value)]
        first = next((known[AgencyId(one)] for one in self.merging.value), None)
        like = first or Agency(id=NOBODY, name="")
        return Agency(
            id=NOBODY,
            name=text_of(self.name),
            short_name=text_of(self.short_name),
            kind=like.kind,
            tier=like.tier,
            parent=like.parent,
            position=like.position,
        )

    def deed(self) -> Work:
        """Return the deed, once nothing is wrong."""
        store, heir, decided = self.session.store, self.heir(), self.decided()
        merging = [AgencyId(one) for one in self.merging.value]
        return lambda _progress: merge_agencies(store, merging, heir, decided)


class SplitDialog(DecidedDialog):
    """Split an agency into several."""

    def __init__(self, session: Session, agency: Agency, parent: QWidget) -> None:
        """Begin without parts."""
        super().__init__(session, f"Chia tách: {agency.name}", "&Chia tách", parent)
        self._agency = agency
        self.parts = lines_field(4)
        self.stays = QCheckBox("Cơ quan này vẫn cò&n, chỉ tách bớt")
        self.grid.add(
            "successors", "Các cơ quan &mới *", self.parts, "Mỗi dòng một tên."
        )
        self.grid.add_check("stays", self.stays)
        self.add_decision()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with what was typed; the rest is the deed's to say."""
        return self.day_problems()

    def successors(self) -> tuple[Agency, ...]:
        """Return the parts, like the whole in all but the name."""
        old = self._agency
        new = tuple(
            Agency(
                id=NOBODY, name=name, kind=old.kind, tier=old.tier, parent=old.parent
            )
            for name in lines_of(self.parts)
        )
        return (old, *new) if self.stays.isChecked() else new

    def deed(self) -> Work:
        """Return the deed, once nothing is wrong."""
        store, old, parts = self.session.store, self._agency, self.successors()
        decided = self.decided()
        return lambda _progress: split_agency(store, old.id, parts, decided)


class DissolveDialog(DecidedDialog):
    """End an agency of which nobody takes over."""

    def __init__(self, session: Session, agency: Agency, parent: QWidget) -> None:
        """Ask only for the day and the decision."""
        super().__init__(session, f"Giải thể: {agency.name}", "&Giải thể", parent)
        self._agency = agency
        self.add_decision()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong with what was typed; the rest is the deed's to say."""
        return self.day_problems()

    def deed(self) -> Work:
        """Return the deed, once nothing is wrong."""
        store, old, decided = self.session.store, self._agency, self.decided()
        return lambda _progress: dissolve_agency(store, old.id, decided)
