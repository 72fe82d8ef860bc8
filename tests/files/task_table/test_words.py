"""The words of tables are read from data, and slips in them are told."""

import shutil
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import FileError
from desktop.files.catalogue import load_catalogues, load_tiers
from desktop.files.task_table.words import load_words


def test_phrases_name_kinds_and_levels_there_are() -> None:
    words = load_words()
    kinds = {one.code for one in load_catalogues() if one.catalogue == "agency_kind"}
    tiers = {one.code for one in load_tiers().levels}
    assert {kind for one in words.phrases for kind in one.kinds} <= kinds
    assert {tier for one in words.phrases for tier in one.tiers} <= tiers
    texts = [text for one in words.phrases for text in one.texts]
    assert len(texts) == len(set(texts))


def test_a_slip_in_the_words_is_told(tmp_path: Path) -> None:
    for name in ("task_table.toml", "agency_phrases.toml"):
        shutil.copy(paths.DATA / name, tmp_path)
    table = tmp_path / "task_table.toml"
    table.write_text(table.read_text("utf-8") + '\nlayuot = "x"\n', "utf-8")
    with pytest.raises(FileError) as caught:
        load_words(tmp_path)
    assert caught.value.reason == "unreadable"
