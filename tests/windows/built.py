"""What the one command built: the installer, and the stick edition unpacked."""

import os
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tests.house.source import ROOT
from windows import installer

STALE = "lib/chi-ban-cu-co.txt"
"""What only the older version brings."""
OLDER = "0.0.9"
EPOCH = 1_767_225_600
FOLDER = "SoTruyenThong"
ICONS = ROOT / "resources" / "icons"


@dataclass(frozen=True, slots=True)
class Built:
    """The files of one build."""

    folder: Path
    installer: Path
    stick: Path
    stage: Path
    """The program's folder as both editions lay it."""

    @classmethod
    def of(cls, folder: Path, unpacked: Path) -> "Built":
        """Find what was built, and unpack the stick edition once."""
        (made,) = folder.glob("SoTruyenThong-*-cai-dat.exe")
        (stick,) = folder.glob("SoTruyenThong-*-usb.zip")
        stamp, seen = (
            unpacked / "stamp",
            f"{stick.stat().st_size} {stick.stat().st_mtime_ns}",
        )
        if not stamp.is_file() or stamp.read_text("ascii") != seen:
            shutil.rmtree(unpacked, ignore_errors=True)
            with zipfile.ZipFile(stick) as archive:
                archive.extractall(unpacked)
            stamp.write_text(seen, "ascii")
        return cls(folder, made, stick, unpacked / FOLDER)


def older_installer(built: Built, folder: Path) -> Path:
    """Make an installer of an older version that has one file more."""
    shutil.rmtree(folder, ignore_errors=True)
    stage = folder / FOLDER
    shutil.copytree(built.stage, stage, copy_function=os.link)
    (stage / installer.MARKER.name).unlink()
    (stage / STALE).write_text("cũ\n", "utf-8")
    order = installer.Order(
        stage=stage,
        icon=installer.NSIS / "Contrib" / "Graphics" / "Icons" / "nsis3-install.ico",
        picture=ICONS / "program-256.png",
        version=OLDER,
        epoch=EPOCH,
        fast=True,
    )
    return installer.make(order, folder / "cu.exe", folder / "work")
