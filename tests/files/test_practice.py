"""Tests of reading the patterns of a practice year."""

import shutil
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import FileError
from desktop.files.practice import load_practice
from desktop.files.templates import load_template


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.DATA / "practice", tmp_path / "practice"))


def test_the_shipped_patterns_are_read_in_whole() -> None:
    book = load_practice()
    assert len(book.series) > 30
    assert book.works.products
    assert book.works.broadcasts
    assert book.papers.staff
    assert book.setting.officer


def test_what_an_officer_would_write_stands_in_sections_of_the_yearly_report() -> None:
    by_hand = {one.key for one in load_template("report-year").sections if one.by_hand}
    texts = load_practice().setting.texts
    assert len(texts) == 3
    assert set(texts) <= by_hand


def test_a_missing_file_is_told(folder: Path) -> None:
    (folder / "works.toml").unlink()
    with pytest.raises(FileError) as caught:
        load_practice(folder)
    assert caught.value.reason == "missing"
    assert caught.value.path == folder / "works.toml"


def test_a_slip_in_a_key_is_told_with_its_place(folder: Path) -> None:
    text = (folder / "activities.toml").read_text("utf-8")
    slip = text.replace("count = 1", "coumt = 1", 1)
    (folder / "activities.toml").write_text(slip, "utf-8")
    with pytest.raises(FileError) as caught:
        load_practice(folder)
    assert caught.value.facts == ("$.series[0].coumt",)


def test_words_where_a_number_belongs_are_refused(folder: Path) -> None:
    text = (folder / "papers.toml").read_text("utf-8")
    (folder / "papers.toml").write_text(
        text.replace("reach = 93", 'reach = "93"', 1), "utf-8"
    )
    with pytest.raises(FileError) as caught:
        load_practice(folder)
    assert caught.value.reason == "unreadable"
