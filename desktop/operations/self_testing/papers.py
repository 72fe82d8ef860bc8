"""Try what a report is written as: workbook, PDF, Word; and photos."""

from desktop.operations.self_testing.bench import Bench


def workbook(bench: Bench) -> str:
    """Write a workbook, and read it back here and in a confined process.

    Raises:
        ValueError: The two do not agree on what is in it.
    """
    from desktop.files.foreign.process import read_apart
    from desktop.files.probing import sheets_of

    sheets = sheets_of(bench.copies.workbook)
    apart = read_apart(bench.file("bao-cao.xlsx", bench.copies.workbook))
    shown = {one.name for one in apart.grids}
    if not shown or not shown <= set(sheets):
        raise ValueError(sorted(sheets), sorted(shown))
    return f"{len(sheets)} sheets, {sum(sheets.values())} rows"


def pdf(bench: Bench) -> str:
    """Draw a PDF, open it, find Vietnamese words and ink in it, and its standard.

    Raises:
        ValueError: One of it is missing.
    """
    from desktop.files.pdf.texts import first_text
    from desktop.files.probing import archival_part, drawn_width

    data = bench.copies.pdf
    text, part, ink = first_text(data), archival_part(data), drawn_width(data)
    if "BÁO CÁO" not in text.upper() or not part or not ink:
        raise ValueError(text[:80], part, ink)
    return f"{len(data)} B; PDF/A-{part}"


def word(bench: Bench) -> str:
    """Write a Word document, and read it back.

    Raises:
        ValueError: It is empty.
    """
    from desktop.files.probing import paragraphs_of

    found = paragraphs_of(bench.copies.word or b"")
    if not found:
        raise ValueError("empty")
    return f"{found} paragraphs"


def picture(bench: Bench) -> str:  # noqa: ARG001  every probe takes the bench
    """Write and read photos."""
    from desktop.files.probing import try_picture

    return try_picture()
