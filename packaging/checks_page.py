"""Lay the checklist of packaging/windows-checks.md out for one printed page.

    python3 packaging/checks_page.py            writes dist/kiem-tra-windows.html
    python3 packaging/checks_page.py --pdf      and a PDF, by LibreOffice

Only the standard library is used. Of Markdown it knows what that page has: a heading,
paragraphs, one table, code, links.
"""

from __future__ import annotations

import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "packaging" / "windows-checks.md"
TARGET = ROOT / "dist" / "kiem-tra-windows.html"
STYLE = """
@page { size: A4 portrait; margin: 12mm 12mm 10mm 15mm; }
body { font-family: "Liberation Sans", Arial, sans-serif; font-size: 10pt; }
h1 { font-family: "Liberation Sans", Arial, sans-serif; font-size: 14pt; }
p { margin: 1.5mm 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 0.5pt solid #555; padding: 0.9mm 1.5mm; vertical-align: top; }
th { text-align: left; }
"""
RULED = 'border="1" cellspacing="0" cellpadding="4" width="100%"'
"""LibreOffice draws no line that is only told in the style."""
WIDTHS = ("5%", "43%", "42%", "10%")
"""Of the columns; the last one is left for a hand-made tick."""


def as_html(text: str) -> str:
    """Return the page as HTML."""
    blocks = [_block(one) for one in re.split(r"\n\s*\n", text.strip())]
    head = (
        f'<meta charset="utf-8"><title>Thử trên Windows</title><style>{STYLE}</style>'
    )
    return f'<html lang="vi"><head>{head}</head><body>{"".join(blocks)}</body></html>'


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of the table, its heading first."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]
    return [row for row in cells if not set("".join(row)) <= {"-"}]


def _block(text: str) -> str:
    if text.startswith("# "):
        return f"<h1>{_inline(text[2:])}</h1>"
    if text.startswith("|"):
        heading, *rows = rows_of(text)
        body = "".join(_row(one) for one in rows)
        return f"<table {RULED}>{_row(heading, 'th')}{body}</table>"
    return f"<p>{_inline(text)}</p>"


def _row(cells: list[str], tag: str = "td") -> str:
    made = (
        f'<{tag} width="{width}">{_inline(cell) or "&nbsp;"}</{tag}>'
        for width, cell in zip(WIDTHS, cells, strict=True)
    )
    return f"<tr>{''.join(made)}</tr>"


def _inline(text: str) -> str:
    safe = html.escape(text, quote=False)
    safe = re.sub(r"`([^`]+)`", r"<b>\1</b>", safe)
    return re.sub(r"\[([^\]]+)\]\(([^)]+)\)", r"\1 (\2)", safe)


def print_pdf(page: Path, folder: Path) -> Path:
    """Let LibreOffice print a page of HTML; return the PDF.

    Raises:
        OSError: There is no LibreOffice, or it made nothing.
    """
    with tempfile.TemporaryDirectory() as profile:
        words = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}"]
        words += ["--headless", "--infilter=HTML (StarWriter)"]
        words += ["--convert-to", "pdf:writer_pdf_Export"]
        subprocess.run(
            [*words, "--outdir", str(folder), str(page)],
            check=False,
            capture_output=True,
            timeout=180,
        )
    made = folder / f"{page.stem}.pdf"
    if not made.is_file():
        raise FileNotFoundError(made)
    return made


def main(words: list[str]) -> int:
    """Write the page, and its PDF where that is wanted; give the exit code."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(as_html(PAGE.read_text("utf-8")), "utf-8")
    print(TARGET)
    if words == ["--pdf"]:
        print(print_pdf(TARGET, TARGET.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
