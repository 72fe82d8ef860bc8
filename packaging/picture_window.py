"""Take a picture of every place and every dialog of the running program.

Started by pictures.py, once for each size of the screen: picture_window.py OFFICE
FOLDER HOME. The office is the practice office of `demo`, with what `demo` made
beside it. Exits with 1 when a picture could not be taken, naming it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from picture_stage import Stage

SCREEN = {"name": "screen", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96}
SIZE = (1366, 768)


def prepare(home: Path) -> None:
    """Give Qt a screen of the size asked for, and the program a home of its own."""
    home.mkdir(parents=True, exist_ok=True)
    factor = round(float(os.environ.get("QT_SCALE_FACTOR", "1")))
    width, height = (side * factor for side in SIZE)
    screen = SCREEN | {"width": width, "height": height, "dpr": 1}
    file = home / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), "ascii")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home / name.lower())


def main(office: Path, folder: Path, home: Path) -> int:
    """Take every picture; give the exit code."""
    prepare(home)
    # Qt must not be imported before its screen is prepared.
    from picture_stage import Stage

    stage = show_all(office, lambda: Stage(folder, home))
    for name in stage.failed:
        print(f"Không chụp được: {name}", file=sys.stderr, flush=True)
    return int(bool(stage.failed))


def show_all(office: Path, make_stage: Callable[[], Stage]) -> Stage:
    """Bring every place, form and dialog on a stage; return it, closed."""
    from desktop.gui import theme
    from desktop.gui.application import make_application
    from picture_agencies import take_agencies
    from picture_dialogs import take_dialogs
    from picture_exchange import take_exchange
    from picture_history import take_history
    from picture_import import take_import
    from picture_places import take_looks, take_places, take_registers
    from picture_plan import take_plan, take_second_plan
    from picture_recording import open_period, take_recording
    from picture_signing import take_signing
    from picture_start import take_faults, take_new_office, take_start
    from picture_work import take_hand_off, take_reports

    application = make_application()
    theme.apply(application, "light", 100)
    stage = make_stage()
    take_start(stage)
    take_new_office(stage)
    stage.open(office)
    stage.attempt("kỳ", lambda: open_period(stage))
    for take in (
        take_places,
        take_registers,
        take_dialogs,
        take_import,
        take_recording,
        take_history,
        take_plan,
        take_agencies,
        take_reports,
        take_hand_off,
        take_exchange,
        take_signing,
        take_faults,
        take_looks,
        take_second_plan,
    ):
        take(stage)
    stage.end()
    return stage


if __name__ == "__main__":
    sys.exit(main(*(Path(word) for word in sys.argv[1:4])))
