"""The dialog that takes an office over asks for all it needs, and tells what failed."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.gui.handing_over.take_over_dialog import (
    NO_FILE,
    NO_WORDS,
    TakeOverDialog,
    proposed_folder,
)
from desktop.gui.jobs import Jobs
from tests.fakes import Answers


@pytest.fixture
def dialog(jobs: Jobs, ask: Answers, qtbot: QtBot) -> TakeOverDialog:
    made = TakeOverDialog(jobs, ask)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_missing_is_marked(dialog: TakeOverDialog, ask: Answers) -> None:
    dialog.take()
    assert (dialog.file.toolTip(), dialog.words.toolTip()) == (NO_FILE, NO_WORDS)
    assert ask.faults == []


def test_a_file_that_is_none_is_told_and_leaves_the_dialog_open(
    dialog: TakeOverDialog, ask: Answers, tmp_path: Path
) -> None:
    other = tmp_path / "thu.pdf"
    other.write_bytes(b"%PDF-1.7 something else altogether")
    ask.script += [other, tmp_path]
    dialog.choose_file()
    dialog.choose_folder()
    assert dialog.folder.text().startswith(str(tmp_path))
    dialog.words.setText("câu nào cũng được")
    dialog.take()
    assert [one.what for one in ask.faults] == ["“thu.pdf” không phải là tệp bàn giao."]
    assert dialog.isVisible()
    assert dialog.take_button.isEnabled()
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == []


def test_a_folder_that_is_there_is_not_proposed(
    dialog: TakeOverDialog, ask: Answers, tmp_path: Path
) -> None:
    ask.script += [tmp_path]
    dialog.choose_folder()
    first = Path(dialog.folder.text())
    first.mkdir()
    ask.script += [tmp_path]
    dialog.choose_folder()
    assert dialog.folder.text() == f"{first} 2"
    assert not proposed_folder().exists()
    assert dialog.height() <= 700


@pytest.mark.parametrize("place", ["taken", "new"])
def test_after_a_fault_one_is_where_it_can_be_mended(
    dialog: TakeOverDialog, tmp_path: Path, place: str
) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "so.stt").write_bytes(b"mine")
    other = tmp_path / "thu.pdf"
    other.write_bytes(b"%PDF-1.7 something else altogether")
    dialog.file.setText(str(other))
    dialog.words.setText("câu nào cũng được")
    dialog.folder.setText(str(tmp_path / place))
    dialog.take()
    wrong = dialog.folder if place == "taken" else dialog.words
    assert dialog.focusWidget() is wrong
