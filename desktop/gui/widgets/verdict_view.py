"""Show what a check of signed files found: three questions, and their answers."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.gui import theme
from desktop.gui.widgets.plain_label import plain_label
from desktop.rules.dates import format_date
from desktop.rules.verdict import Light, light, light_of, light_of_finding
from desktop.wording.clocks import on_this_clock
from desktop.wording.labels import label as label_of
from desktop.wording.labels import shape
from desktop.wording.signature_findings import named
from desktop.wording.verdicts import (
    Answer,
    answers,
    code_sentence,
    expected_sentence,
    finding_sentence,
    headline,
    report_sentence,
)

if TYPE_CHECKING:
    from desktop.records.verification import (
        ExpectedSigner,
        FileVerdict,
        FoundReport,
        SheetName,
        SignatureVerdict,
    )

QUESTION_WIDTH = 190
"""Pixels at 100 %: the three questions, each in one line or two."""
GAPS_IN_ANSWER = 6
"""Names of what is not signed that the answer itself tells; more come below it."""
_ROLES = {Light.GREEN: "", Light.YELLOW: "doubt", Light.RED: "problem"}


class VerdictView(QScrollArea):
    """One block for each file; members of a package come below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Kết quả kiểm tra chữ ký")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def text(self) -> str:
        """Return everything that is said, as lines."""
        labels = self.viewport().findChildren(QLabel)
        return "\n".join(label.text() for label in labels)

    def whole_height(self, width: int) -> int:
        """Return the height in which everything is seen without scrolling."""
        for label in self.widget().findChildren(QLabel):
            label.ensurePolished()  # letters are measured as they will be dressed
        inside = self.widget().layout()
        if inside is None:
            return 0
        inside.invalidate()
        return inside.totalHeightForWidth(width)

    def show_verdicts(self, verdicts: "Iterable[FileVerdict]") -> None:
        """Show these files, the first on top."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.BETWEEN, 0)
        column.setSpacing(theme.INSIDE)
        for number, verdict in enumerate(verdicts):
            if number:
                column.addSpacing(theme.AROUND)
            _add_file(column, verdict)
        column.addStretch()
        self.setWidget(inside)


def _add_file(
    column: QVBoxLayout, verdict: "FileVerdict", told: "FoundReport | None" = None
) -> None:
    """Add one file and those inside it; the report `told` above is not told again."""
    column.addLayout(_head(verdict))
    for finding in verdict.findings:
        stand = light_of_finding(finding)
        said = f"{shape(stand)} {finding_sentence(finding, verdict.sheets)}"
        column.addWidget(plain_label(said, _ROLES[stand]))
    if verdict.report is not None and verdict.report != told:
        column.addWidget(plain_label(report_sentence(verdict.report), "quiet"))
        column.addWidget(plain_label(code_sentence(verdict.report), "quiet"))
    if verdict.expected:
        column.addWidget(_heading("Người cần ký và người đã ký"))
        for expected in verdict.expected:
            column.addWidget(_expected(expected))
    for number, signature in enumerate(verdict.signatures, 1):
        many = len(verdict.signatures) > 1
        column.addWidget(_heading(f"Chữ ký {number}" if many else "Chữ ký"))
        column.addLayout(_signature(signature, verdict.sheets))
    for member in verdict.members:
        if member.signatures:
            column.addSpacing(theme.BETWEEN)
            _add_file(column, member, verdict.report)


def _head(verdict: "FileVerdict") -> QHBoxLayout:
    """Return the light, with its shape and words, and the sentence beside it."""
    shown = light(verdict)
    lamp = QLabel(f"{shape(shown)} {label_of(shown)}")
    lamp.setObjectName("light")
    lamp.setProperty("light", str(shown))
    sentence = plain_label(headline(verdict))
    _embolden(sentence)
    row = QHBoxLayout()
    row.setSpacing(theme.BETWEEN)
    row.addWidget(lamp, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(sentence, stretch=1)
    return row


def _expected(expected: "ExpectedSigner") -> QLabel:
    good = bool(expected.found) and expected.agrees
    mark, role = ("✓", "") if good else ("–", "doubt")
    return plain_label(f"{mark} {expected_sentence(expected)}", role)


def _signature(
    signature: "SignatureVerdict", sheets: "Sequence[SheetName]"
) -> QGridLayout:
    """Return each question with its answer beside it, and what is claimed below."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(theme.BETWEEN)
    grid.setVerticalSpacing(theme.INSIDE)
    grid.setColumnMinimumWidth(0, theme.scaled(QUESTION_WIDTH))
    grid.setColumnStretch(1, 1)
    for row, answer in enumerate(answers(signature, sheets)):
        stand = _stand(signature, answer)
        said = plain_label(f"{shape(stand)} {answer.answer}", _ROLES[stand])
        said.setAccessibleName(f"{answer.question} {answer.answer}")
        question = plain_label(answer.question, "quiet")
        question.setFixedWidth(theme.scaled(QUESTION_WIDTH))
        grid.addWidget(question, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said, row, 1)
    for text in _claims(signature, sheets):
        grid.addWidget(plain_label(text, "quiet"), grid.rowCount(), 1)
    return grid


def _stand(signature: "SignatureVerdict", answer: Answer) -> Light:
    """Return the light of an answer: what is wrong alarms, what is unknown does not."""
    if answer.good:
        return Light.GREEN
    wrong = light_of(signature) is Light.RED and answer.answer.startswith("Không:")
    return Light.RED if wrong else Light.YELLOW


def _claims(
    signature: "SignatureVerdict", sheets: "Sequence[SheetName]"
) -> Iterable[str]:
    """Yield what else is told: every gap, the time claimed, how long the key holds."""
    if len(signature.gaps) > GAPS_IN_ANSWER:
        left_out = ", ".join(named(one, sheets) for one in signature.gaps)
        yield f"Không được ký: {left_out}."
    if signature.claimed_time is not None:
        at = on_this_clock(signature.claimed_time)
        yield (
            f"Giờ ghi trong chữ ký: {at:%H:%M:%S} ngày {format_date(at)}, theo máy "
            "của người ký."
        )
    if signature.valid_until is not None:
        until = format_date(on_this_clock(signature.valid_until))
        yield f"Chứng thư số có hiệu lực đến {until}."


def _heading(text: str) -> QLabel:
    label = plain_label(text, "quiet")
    label.setContentsMargins(0, theme.INSIDE, 0, 0)
    _embolden(label)
    return label


def _embolden(label: QLabel) -> None:
    font = label.font()
    font.setBold(True)
    label.setFont(font)
