"""What nobody foresaw is kept for its mender and told to its finder."""

from pathlib import Path

import pytest

import desktop
from desktop import paths
from desktop.cli import unforeseen
from desktop.wording.faults import render
from tests.cli.saying import four_lines


def a_bug() -> Exception:
    with pytest.raises(LookupError) as caught:
        dict[str, str]().popitem()
    return caught.value


def test_traces_are_kept_one_after_another(tmp_path: Path) -> None:
    folder = tmp_path / "logs"
    kept = {unforeseen.keep(a_bug(), folder) for _ in range(2)}
    (place,) = kept
    assert place
    text = place.read_text("utf-8")
    assert text.count("Traceback") == 2
    assert "a_bug" in text
    assert desktop.__version__ in text


def test_where_nothing_can_be_written_the_lines_still_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    assert unforeseen.keep(a_bug(), tmp_path / "file") is None
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "file")
    lines = four_lines(render(unforeseen.message(a_bug())))
    assert "KeyError" in lines[1]
    assert "None" not in lines[3]
