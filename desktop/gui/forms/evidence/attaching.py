"""Attach files from any place of the window: ask once about persons, work, tell."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.files.evidence.media import MEDIA
from desktop.gui.forms.evidence.telling import bad_news, good_news
from desktop.gui.jobs import Job
from desktop.gui.running import tell_fault
from desktop.gui.session import Session
from desktop.gui.widgets.message_bar import MessageBar
from desktop.operations.evidence.attach_evidence import Attached, attach_evidence
from desktop.records.evidence import Exposure
from desktop.wording.evidence import ANSWERS, QUESTION, QUESTION_DETAIL

PURPOSE = "evidence"
"""Whose folder is remembered."""
_ENDINGS = " ".join(f"*{one.ending}" for one in MEDIA)
TYPES = (
    ("Ảnh, văn bản, bảng tính, phim, ghi âm", f"{_ENDINGS} *.jpeg *.tiff"),
    ("Mọi tệp", "*"),
)
_SHOWING = frozenset(one.ending for one in MEDIA if one.shows_persons) | {
    ".jpeg",
    ".tiff",
}


class Attaching(QObject):
    """Files on their way to one record after another."""

    ended = Signal(object)
    """The answers for each file (`Attached`); empty when nothing came of it."""

    def __init__(
        self, session: Session, message: MessageBar, parent: QObject | None = None
    ) -> None:
        """Tell what came of it in a message bar."""
        super().__init__(parent)
        self._session = session
        self._message = message
        self._job: Job | None = None

    @property
    def working(self) -> bool:
        """Tell whether files are being attached."""
        return self._job is not None

    def choose(self) -> tuple[Path, ...]:
        """Ask for files."""
        return self._session.ask.choose_files(
            "Chọn tệp minh chứng", TYPES, purpose=PURPOSE
        )

    def attach(self, owner: tuple[type, str], paths: Sequence[Path]) -> None:
        """Attach files to a record; the answer comes by `ended`."""
        if not paths or self.working:
            return
        exposure, store = self._exposure(paths), self._session.store
        job = Job(
            lambda progress: attach_evidence(
                store, owner, paths, exposure=exposure, progress=progress
            ),
            title="Đính kèm minh chứng",
            initiator=self,
        )
        self._job = job
        job.succeeded.connect(self._on_attached)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._session.jobs.start(job)

    def tell(self, answers: Sequence[Attached]) -> None:
        """Say what became of the files."""
        good, bad = good_news(answers), bad_news(answers)
        if bad:
            refused = [one.refused for one in answers if one.refused]
            why: Callable[[], object] | None = None
            if refused:
                why = _once(self._session, refused[0])
            self._message.warn(f"{good} {bad}".strip(), "Vì sao?" if why else "", why)
        elif good:
            self._message.say(good)

    def _exposure(self, paths: Sequence[Path]) -> Exposure:
        """Ask, once for all of them, whether pictures show persons."""
        if not any(path.suffix.lower() in _SHOWING for path in paths):
            return Exposure.UNKNOWN
        answers = tuple(ANSWERS)
        chosen = self._session.ask.choose(QUESTION, answers, detail=QUESTION_DETAIL)
        return Exposure.UNKNOWN if chosen is None else ANSWERS[answers[chosen]]

    def _on_attached(self, answers: Sequence[Attached]) -> None:
        self._job = None
        self.tell(answers)
        self.ended.emit(answers)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        tell_fault(self._session, error)
        self.ended.emit(())

    def _on_cancelled(self) -> None:
        self._job = None
        self.ended.emit(())


def _once(session: Session, error: Exception) -> Callable[[], object]:
    return lambda: tell_fault(session, error)
