"""Bring every place, form and dialog on, and say what a screen reader could not.

Run as a script of its own, because each dialog stands above the one window of a
program: `python -m tests.journeys.naming OFFICE HOME`. Prints a line for each
widget that takes the focus and has no name, for each English word of Qt's, for each
dialog too tall for a small screen and for whatever fails; ends with 1 when there is
one.
"""

import sys
from pathlib import Path

from desktop import paths

sys.path.insert(0, str(paths.ROOT / "packaging"))

import picture_window


def main(office: Path, home: Path) -> int:
    """Show everything; give the exit code."""
    picture_window.prepare(home)
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QFileDialog, QWidget

    from picture_stage import Stage
    from tests.gui.walking import english_left, nameless

    seen: list[str] = []

    class Names(Stage):
        """Looks at names, and keeps no picture."""

        quiet = 0.03

        def look(self, name: str, shown: QWidget) -> None:
            seen.append(name)
            if isinstance(shown, QFileDialog):  # Windows shows its own instead
                return
            self.failed += [f"{name}: no name: {one}" for one in nameless(shown)]
            self.failed += [f"{name}: English: {one}" for one in english_left(shown)]

        def _keep(self, name: str, picture: QPixmap) -> None:
            seen.append(name)

    stage = picture_window.show_all(office, lambda: Names(home, home))
    sys.stdout.write("\n".join((*stage.failed, f"{len(seen)} seen", "")))
    return int(bool(stage.failed))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
