"""Each place has its page of help, and no page leads nowhere."""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop import __version__, paths
from desktop.gui.help import START_PAGE, Guide, HelpDialog
from desktop.gui.jobs import Jobs
from desktop.gui.places import PLACES
from desktop.gui.settings import Settings
from desktop.gui.window import Window
from tests.fakes import Answers
from tests.gui.walking import english_left, nameless

FOLDER = paths.RESOURCES / "help"


PAGES = sorted(path.stem for path in FOLDER.glob("*.html"))


def test_each_place_has_a_page() -> None:
    assert {START_PAGE, *(place.code for place in PLACES)} <= set(PAGES)


def test_every_page_is_reached_from_the_first() -> None:
    first = (FOLDER / f"{START_PAGE}.html").read_text("utf-8")
    assert set(re.findall(r'href="(\w+)\.html"', first)) | {START_PAGE} == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_its_heading_and_its_links_lead_somewhere(
    qtbot: QtBot, name: str
) -> None:
    text = (FOLDER / f"{name}.html").read_text("utf-8")
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show_page(name)
    heading = re.findall("<h2>(.+)</h2>", text)[0]
    assert dialog.browser.toPlainText().startswith(heading)
    for link in re.findall('href="([^"]+)"', text):
        assert (FOLDER / link).is_file()
    assert not nameless(dialog) + english_left(dialog)


def test_a_place_without_a_page_shows_the_first(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show_page("nowhere")
    assert dialog.browser.toPlainText().startswith("Sổ Truyền Thông")


def test_keys_are_listed(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show_keys([("Tìm & lọc", "Ctrl+K")])
    assert "Ctrl+K" in dialog.browser.toPlainText()
    assert "Tìm & lọc" in dialog.browser.toPlainText()


def test_about_tells_version_edition_and_the_code_of_the_build(
    settings: Settings,
    jobs: Jobs,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = Window(settings, jobs)
    qtbot.addWidget(window)
    ask = Answers()
    guide = Guide(window, ask)
    monkeypatch.delenv(paths.PROGRAM_VARIABLE, raising=False)
    guide.show_about()
    folders = (paths.user_folder(), paths.log_folder())
    (tmp_path / "PHIEN_BAN.json").write_bytes(b"{}")
    monkeypatch.setenv(paths.PROGRAM_VARIABLE, str(tmp_path))
    guide.show_about()
    (tmp_path / paths.PORTABLE_MARK).touch()
    guide.show_about()
    source, installed, carried = ask.told
    assert f"Sổ Truyền Thông {__version__}\nChạy từ mã nguồn.\n" in source
    assert "Cài trên máy này. Mã bản dựng: 4413 6FA3 55B3 678A.\n" in installed
    assert "USB" in carried
    assert all(str(folder) in source for folder in folders)
