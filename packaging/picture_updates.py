"""Take pictures of what is said of an installer somebody brought."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop import __version__
from desktop.gui.updating.dialog import UpdateDialog
from desktop.records.update import (
    Edition,
    ListSignature,
    Standing,
    SystemAnswer,
    UpdateVerdict,
)
from desktop.rules.change_log import read_change_log

if TYPE_CHECKING:
    from picture_stage import Stage

LATER = "9.1.0"
LOG = f"""## {LATER}

Bản mới: tìm nhanh hơn, thêm biểu cho đơn vị sự nghiệp.

- Tìm trong cả sổ xong trước khi gõ hết chữ.
- Biểu thu thập cho đơn vị sự nghiệp, in vừa một trang.
"""
SIGNED = UpdateVerdict(
    file_name=f"SoTruyenThong-{LATER}-cai-dat.exe",
    own_version=__version__,
    standing=Standing.SIGNED,
    version=LATER,
    size=37_200_000,
    sha256="606ba50be05d6489" * 4,
    list_signature=ListSignature.KNOWN,
    signed_by="Nơi phát hành, khóa 2026",
    system=SystemAnswer.UNSIGNED,
    changes=read_change_log(LOG),
)
LISTED = replace(
    SIGNED, standing=Standing.LISTED, list_signature=ListSignature.NONE, signed_by=""
)
SHOWN = {
    "tin-duoc": (SIGNED, Edition.INSTALLED),
    "phai-so-ma": (LISTED, Edition.CARRIED),
    "tu-ma-nguon": (LISTED, Edition.CHECKOUT),
    "trung-ban": (
        replace(SIGNED, standing=Standing.SAME, version=__version__),
        Edition.INSTALLED,
    ),
    "khong-dung": (
        replace(
            SIGNED,
            standing=Standing.REFUSED,
            reason="differs",
            about=SIGNED.file_name,
        ),
        Edition.INSTALLED,
    ),
}


def take_updates(stage: Stage) -> None:
    """Take the dialog for each thing that may be found."""
    for code, (verdict, edition) in SHOWN.items():
        name = f"7-khac/cap-nhat-{code}"
        stage.attempt(name, partial(_take, stage, name, verdict, edition))


def _take(stage: Stage, name: str, verdict: UpdateVerdict, edition: Edition) -> None:
    dialog = UpdateDialog(verdict, edition, stage.window)
    dialog.open()
    stage.snap(name, dialog)
    dialog.close()
