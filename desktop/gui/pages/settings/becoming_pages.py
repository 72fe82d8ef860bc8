"""The three pages on which one tells what our office became."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from desktop.errors import Problem
from desktop.files.catalogue import TierPreset, load_tiers
from desktop.gui.forms.field_grid import FieldGrid, day_problems, text_of
from desktop.gui.widgets.choices_field import ChoicesField
from desktop.gui.widgets.date_field import DateField
from desktop.operations.agencies.succeeding import Decided
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.office_names import OfficeNames, OfficeTemplate, Papers, Territory

if TYPE_CHECKING:
    from desktop.gui.widgets.choice_field import Choice


@dataclass(frozen=True, slots=True)
class OfficeKind:
    """One kind of office to become, on its levels."""

    preset: TierPreset
    template: OfficeTemplate


class WhatPage(FieldGrid):
    """Which kind of office, of what territory, since when and by what decision."""

    def __init__(self) -> None:
        """Offer the newest levels first."""
        super().__init__()
        self.kinds = tuple(
            OfficeKind(preset, office)
            for preset in reversed(load_tiers().presets)
            for office in preset.offices
        )
        self.kind = QComboBox()
        for number, one in enumerate(self.kinds):
            self.kind.addItem(f"{one.template.title} – {one.preset.name}", number)
        self.place, self.above = QLineEdit(), QLineEdit()
        self.day, self.decided_on, self.decision = DateField(), DateField(), QLineEdit()
        self.add("kind", "Cơ quan &mới là", self.kind)
        self.add("territory", "Đị&a bàn *", self.place, "Viết như trong tên cơ quan.")
        self.add("above", "Địa bàn &cấp trên", self.above)
        self.add("day", "Từ ngà&y *", self.day, "Ngày đầu tiên của cơ quan mới.")
        self.add("decision", "&Số quyết định", self.decision)
        self.add("decided_on", "Ngày &ký", self.decided_on)
        self.finish()

    @property
    def chosen(self) -> OfficeKind:
        """Return the kind of office chosen."""
        return self.kinds[int(self.kind.currentData())]

    @property
    def territory(self) -> Territory:
        """Return the territory as typed."""
        return Territory(place=text_of(self.place), above=text_of(self.above))

    def decided(self) -> Decided:
        """Return the day and the decision."""
        return Decided(
            day=self.day.value or dt.date.max,
            number=text_of(self.decision),
            decided_on=self.decided_on.value,
        )

    def unreadable(self) -> tuple[Problem, ...]:
        """Return what is missing, or cannot be read."""
        blank = () if text_of(self.place) else (Problem("territory", "missing"),)
        return (
            *blank,
            *day_problems("day", self.day, needed=True),
            *day_problems("decided_on", self.decided_on, needed=False),
        )


class NamesPage(FieldGrid):
    """What the office is called, and how its papers are headed."""

    def __init__(self) -> None:
        """Begin blank."""
        super().__init__()
        self.name, self.short_name, self.superior = (QLineEdit() for _ in range(3))
        self.upper_line, self.line = QLineEdit(), QLineEdit()
        self.symbol, self.place = QLineEdit(), QLineEdit()
        self.add("office", "Tên cơ qu&an *", self.name)
        self.add("short_name", "Tên &ngắn", self.short_name)
        self.add("superior", "Cơ quan cấp t&rên", self.superior)
        self.add("upper", "Dòng chủ &quản", self.upper_line, "Hàng trên của văn bản.")
        self.add("issuer", "Dòng cơ quan &ban hành *", self.line)
        self.add("symbol", "Ký &hiệu báo cáo *", self.symbol)
        self.add("place", "Địa &danh *", self.place, "Đứng trước ngày tháng.")
        self.finish()

    def propose(self, names: OfficeNames) -> None:
        """Fill in what is usual."""
        upper, line = names.papers.issuer_lines
        for field, text in (
            (self.name, names.office.name),
            (self.short_name, names.office.short_name),
            (self.superior, names.superior.name),
            (self.upper_line, upper),
            (self.line, line),
            (self.symbol, names.papers.symbol),
            (self.place, names.papers.place),
        ):
            field.setText(text)
            field.setCursorPosition(0)

    def office(self, proposed: Agency) -> Agency:
        """Return the office under the names typed."""
        names = text_of(self.name), text_of(self.short_name)
        return replace(proposed, name=names[0], short_name=names[1])

    def papers(self, proposed: Papers) -> Papers:
        """Return how papers are headed, as typed."""
        lines = text_of(self.upper_line).upper(), text_of(self.line).upper()
        return replace(
            proposed,
            issuer_lines=lines,
            symbol=text_of(self.symbol),
            place=text_of(self.place),
        )


class UnitsPage(FieldGrid):
    """Where reports go, which units lie in the territory, and who is no more."""

    def __init__(self) -> None:
        """Begin blank."""
        super().__init__()
        self.recipient = QLineEdit()
        self.follows = QCheckBox("Nơi nhận mới thay nơi nhận &cũ")
        self.merged, self.ended = ChoicesField(), ChoicesField()
        self.add("recipient", "&Nơi nhận báo cáo *", self.recipient)
        self.add_check("follows", self.follows)
        self.add(
            "predecessors",
            "Đơn vị nhập &vào địa bàn mới",
            self.merged,
            "Số liệu của các đơn vị này về sau thuộc cơ quan cấp trên mới.",
        )
        self.add(
            "ended",
            "Cơ quan &kết thúc",
            self.ended,
            "Đề nghị sẵn theo cấp không còn; các cơ quan khác giữ nguyên.",
        )
        self.finish()

    def propose(
        self,
        recipient: Agency,
        offered: "Iterable[Choice]",
        going: Iterable[AgencyId],
    ) -> None:
        """Fill in who usually gets reports, and whose level is no more."""
        self.recipient.setText(recipient.name)
        self.recipient.setCursorPosition(0)
        listed = tuple(offered)
        for field in (self.merged, self.ended):
            field.set_choices(listed)
        self.merged.set_value(())
        self.ended.set_value(going)

    def name_old(self, old: str, *, other: bool) -> None:
        """Name where reports went, and say whether it is another now."""
        self.follows.setText(f"&Thay cho nơi nhận cũ ({old}), nay không còn")
        self.follows.setAccessibleName(self.follows.text().replace("&", ""))
        self.follows.setChecked(other)
        self.follows.setEnabled(other)

    def unreadable(self) -> tuple[Problem, ...]:
        """Return what is missing."""
        if text_of(self.recipient):
            return ()
        return (Problem("recipient", "missing"),)
