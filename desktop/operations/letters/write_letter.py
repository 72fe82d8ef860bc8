"""Write a letter as a PDF to be signed and as a Word file to be edited."""

from dataclasses import dataclass
from pathlib import Path

from desktop.operations.reports.read_report import make_folder
from desktop.progress import Progress, Step, silent
from desktop.records.report import Report

_MOST_ALIKE = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFiles:
    """The files made of one letter."""

    pdf: Path
    word: Path


def write_letter(
    letter: Report, folder: Path, progress: Progress = silent
) -> LetterFiles:
    """Write both files under a name of their own; what stands there is left.

    Raises:
        FileError: A file cannot be written.
        Cancelled: The user asked to stop.
    """
    from desktop.files import whole_file
    from desktop.files.pdf import document as pdf
    from desktop.files.word import document as word

    make_folder(folder)
    stem = _free(folder, f"{letter.code}-{letter.computed_at:%Y%m%d}")
    files = LetterFiles(pdf=folder / f"{stem}.pdf", word=folder / f"{stem}.docx")
    progress(Step("drawing_pdf", 0, 1))
    whole_file.write(files.pdf, pdf.draw(letter, progress=progress).pdf)
    word.write(letter, files.word, progress=progress)
    return files


def _free(folder: Path, stem: str) -> str:
    """Return a name neither file of which is there yet."""
    names = (stem, *(f"{stem}-{number}" for number in range(2, _MOST_ALIKE)))
    taken = {path.stem for path in folder.iterdir()}
    return next((name for name in names if name not in taken), stem)
