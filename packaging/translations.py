"""Compile the words of the libraries we use: Qt's own and the command line's.

`python packaging/translations.py` writes every catalogue anew; `--check` writes
nothing and fails when one would change, or lacks a word.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
QT = I18N / "qt_vi.ts"
CLICK = I18N / "vi" / "LC_MESSAGES" / "messages.po"


def compile_qt(source: Path, target: Path) -> None:
    """Compile Qt's words.

    Raises:
        ValueError: One of them is not translated yet.
    """
    if 'type="unfinished"' in source.read_text("utf-8"):
        raise ValueError(source)
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run(
        [
            str(tool),
            "-silent",
            str(source),
            "-qm",
            str(target),
        ],
        check=True,
    )


def compile_click(source: Path, target: Path) -> None:
    """Compile the command line's words."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with source.open("rb") as words, target.open("wb") as compiled:
        write_mo(compiled, read_po(words))


CATALOGUES = (
    (compile_qt, QT, QT.with_suffix(".qm")),
    (compile_click, CLICK, CLICK.with_suffix(".mo")),
)


def stale() -> list[Path]:
    """Return the compiled catalogues that are not what their source says."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for work, source, target in CATALOGUES:
            fresh = Path(folder) / target.name
            work(source, fresh)
            if not target.exists() or fresh.read_bytes() != target.read_bytes():
                found.append(target)
    return found


def main() -> int:
    """Compile, or check that nothing needs compiling."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        found = stale()
        for path in found:
            print(f"stale: {path.relative_to(ROOT)}")
        return 1 if found else 0
    for work, source, target in CATALOGUES:
        work(source, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
