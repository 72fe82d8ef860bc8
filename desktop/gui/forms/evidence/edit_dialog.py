"""Write what a file is called, a note on it, and what it shows of persons."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.errors import Problem
from desktop.gui.forms.deed_dialog import DeedDialog
from desktop.gui.jobs import Work
from desktop.gui.session import Session
from desktop.operations.evidence.set_evidence import set_evidence
from desktop.records.evidence import Evidence, Exposure
from desktop.wording.labels import label


class EvidenceDialog(DeedDialog):
    """Three fields of one piece of evidence."""

    def __init__(self, session: Session, one: Evidence, parent: QWidget) -> None:
        """Show what is kept."""
        super().__init__(session, "Sửa minh chứng", "&Ghi", parent)
        self._evidence = one
        self.name_field = QLineEdit(one.name)
        self.note_field = QLineEdit(one.note)
        self.persons = QComboBox()
        for each in Exposure:
            self.persons.addItem(label(each), str(each))
        self.persons.setCurrentIndex(self.persons.findData(str(one.exposure)))
        self.grid.add(
            "name", "&Tên tệp", self.name_field, "Đuôi tệp được giữ theo nội dung."
        )
        self.grid.add("note", "&Chú thích", self.note_field)
        self.grid.add(
            "exposure",
            "&Người trong tệp",
            self.persons,
            "“Chỉ giữ trong cơ quan”: tệp không vào gói gửi đi; riêng danh sách thì "
            "gói rút gọn kèm bản chỉ còn 3 số cuối giấy tờ.",
        )
        self.lay_out()
        self.name_field.setFocus()

    def problems(self) -> tuple[Problem, ...]:
        """Return what is wrong: a name there must be."""
        blank = not self.name_field.text().strip()
        return (Problem("name", "missing"),) if blank else ()

    def deed(self) -> Work:
        """Return the deed that keeps the three fields."""
        changed = replace(
            self._evidence,
            name=self.name_field.text(),
            note=self.note_field.text(),
            exposure=Exposure(self.persons.currentData()),
        )
        store = self.session.store
        return lambda _progress: set_evidence(store, [changed])
