"""Show what a check of signed files found: three questions, and their answers."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.gui import theme
from desktop.records.verification import Chain, Coverage, Integrity, Revocation
from desktop.rules.dates import format_date
from desktop.wording.verdicts import answers, finding_sentence, headline

if TYPE_CHECKING:
    from desktop.records.verification import FileVerdict, SignatureVerdict


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
            for label in _file(verdict):
                column.addWidget(label)
        column.addStretch()
        self.setWidget(inside)


def _file(verdict: "FileVerdict") -> Iterator[QLabel]:
    good = verdict.intact and all(
        answer.good for each in verdict.signatures for answer in answers(each)
    )
    neutral = verdict.intact and all(map(_only_unknown, verdict.signatures))
    title = _label(_marked(headline(verdict), good=good, neutral=neutral))
    font = title.font()
    font.setBold(True)
    title.setFont(font)
    yield title
    for finding in verdict.findings:
        yield _label(f"▲ {finding_sentence(finding)}", "problem", indent=True)
    for number, signature in enumerate(verdict.signatures):
        if number:
            yield _label("")
        yield from _signature(signature)
    for member in verdict.members:
        if member.signatures:
            yield _label("")
            yield from _file(member)


def _signature(signature: "SignatureVerdict") -> Iterator[QLabel]:
    for answer in answers(signature):
        yield _label(answer.question, "quiet", indent=True)
        neutral = _only_unknown(signature)
        test = neutral and signature.chain is Chain.TEST
        role = "" if answer.good or test else "doubt"
        marked = _marked(answer.answer, good=answer.good, neutral=neutral)
        yield _label(marked, role, indent=True)
    if signature.claimed_time is not None:
        at = signature.claimed_time.astimezone()
        yield _label(
            f"Giờ ghi trong chữ ký: {at:%H:%M:%S} ngày {format_date(at)}",
            "quiet",
            indent=True,
        )


def _only_unknown(signature: "SignatureVerdict") -> bool:
    """Tell whether nothing is wrong, but the key is a test or from nobody known."""
    return (
        signature.integrity is Integrity.INTACT
        and signature.coverage is Coverage.COMPLETE
        and signature.chain in {Chain.TEST, Chain.UNKNOWN, Chain.PINNED}
        and signature.revocation is not Revocation.REVOKED
    )


def _marked(text: str, *, good: bool, neutral: bool) -> str:
    if good:
        return f"✓ {text}"
    return f"– {text}" if neutral else f"▲ {text}"


def _label(text: str, role: str = "", *, indent: bool = False) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    if text:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if indent:
        label.setContentsMargins(theme.AROUND, 0, 0, 0)
    return label
