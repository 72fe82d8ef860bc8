"""Give the window its own button on the taskbar, also where an interpreter shows it."""

import sys
from typing import Final

from desktop import paths

NAME: Final = "SoTruyenThong.SoTruyenThong"
"""AppUserModelID."""

if sys.platform == "win32":

    def name_for_taskbar() -> None:
        """Tell Windows apart from other programs of the same interpreter.

        Where the launcher is the process, Windows knows it by its file, as it knows
        shortcuts and what is pinned; a name that those lack would part them.
        """
        if paths.program_folder() is None:
            import ctypes

            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(NAME)

else:

    def name_for_taskbar() -> None:
        """Do nothing: elsewhere the name of the application serves."""
