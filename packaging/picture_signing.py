"""Take pictures of how the office signs, whom it believes, and what a check finds."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from desktop.gui.pages.settings.anchor_dialog import AnchorDialog
from desktop.gui.pages.settings.settings import SettingsPage
from desktop.records.signing import SignerRole
from desktop.records.trust import Pinned

if TYPE_CHECKING:
    from pathlib import Path

    from picture_stage import Stage

SIGNING = "6-ky-so"
BLUE, RED = (20, 50, 170, 255), (205, 20, 30, 255)


def take_signing(stage: Stage) -> None:
    """Take the sheets of signing and of trust, with pictures, light and dark."""
    for step in (_take_pictures, _take_trust, _take_dark):
        stage.attempt(f"{SIGNING}/{step.__name__}", partial(step, stage))


def _settings(stage: Stage, sheet: str) -> SettingsPage:
    page = stage.go_to("settings", sheet)
    assert isinstance(page, SettingsPage)  # noqa: S101  for the types
    return page


def _take_pictures(stage: Stage) -> None:
    from desktop.gui.pages.settings.signing_work import keep_picture
    from desktop.progress import silent

    for role, draw in (
        (SignerRole.PERSON, _draw_signature),
        (SignerRole.AGENCY, _draw_seal),
    ):
        path = stage.home / f"{role}.png"
        draw(path)
        keep_picture(role, path, 36.0 * (role is SignerRole.AGENCY), silent)
    _settings(stage, "signing")
    stage.snap(f"{SIGNING}/1-ky-so")


def _take_trust(stage: Stage) -> None:
    page = _settings(stage, "trust")
    stage.snap(f"{SIGNING}/2-tin-cay")
    moment = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    found = Pinned(
        name="Chứng thư gốc để thử",
        issuer="Chứng thư gốc để thử",
        not_before=moment,
        not_after=moment.replace(year=2034),
        sha256="0123456789abcdef" * 4,
        shipped=False,
    )
    dialog = AnchorDialog(found, page)
    dialog.open()
    stage.snap(f"{SIGNING}/2-them-chung-thu-goc", dialog)
    dialog.reject()


def _take_dark(stage: Stage) -> None:
    menus = stage.window.menus
    menus.scheme_wanted.emit("dark")
    try:
        for sheet in ("signing", "trust"):
            _settings(stage, sheet)
            stage.snap(f"9-nen-toi/{sheet}")
    finally:
        menus.scheme_wanted.emit("light")
        stage.settle()


def _draw_signature(path: Path) -> None:
    picture = Image.new("RGBA", (900, 420))
    points = [(40 + 62 * step, 60 + 300 * (step % 2)) for step in range(14)]
    ImageDraw.Draw(picture).line(points, BLUE, 12, joint="curve")
    picture.save(path)


def _draw_seal(path: Path) -> None:
    picture = Image.new("RGBA", (900, 900))
    draw = ImageDraw.Draw(picture)
    for edge, width in ((20, 24), (190, 10), (380, 70)):
        draw.ellipse((edge, edge, 900 - edge, 900 - edge), outline=RED, width=width)
    picture.save(path)
