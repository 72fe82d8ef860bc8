"""Write the two printed pages that go with the file for the successor."""

from pathlib import Path

from desktop.operations.handing_over.hand_over import HandedOver
from desktop.operations.handing_over.read_notes import NoteWords, read_notes
from desktop.operations.outcome import Outcome
from desktop.progress import Progress, Step, silent
from desktop.records.period import Period
from desktop.store.store import Store


def pages_name() -> str:
    """Return the file name that is proposed for the pages."""
    from desktop.files.pdf.handover_pages import page_words

    return str(page_words()["file_name"])


def write_pages(
    store: Store,
    path: Path,
    period: Period,
    words: NoteWords,
    *,
    handed: HandedOver | None = None,
    progress: Progress = silent,
) -> Outcome[Path]:
    """Write what is due, what is open, whom to call, and when certificates end.

    Raises:
        FileError: It cannot be written there.
        ConflictError: The file holds no office yet.
        Cancelled: The user asked to stop; nothing was written.
    """
    from desktop.files import whole_file
    from desktop.files.pdf.handover_pages import draw_pages

    progress(Step("drawing_pdf", 0, 1))
    with store.reading():
        notes = read_notes(store, period, words, handed, progress)
    whole_file.write(path, draw_pages(notes))
    return Outcome(path)
