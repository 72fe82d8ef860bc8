"""Templates as files: what they hold, letter by letter."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FileError
from desktop.files.template_file import read_template, write_template
from desktop.files.templates import load_template

YEAR = load_template("report-year")


@given(
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\t\x7f"\\'),
        max_size=60,
    )
)
def test_whatever_an_office_writes_is_read_as_it_was_written(text: str) -> None:
    import tempfile

    first = replace(YEAR.sections[0], sentences=(text, "Hai."), heading=text)
    mine = replace(YEAR, closing=text, sections=(first, *YEAR.sections[1:]))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "m.toml"
        write_template(path, mine, YEAR)
        assert read_template(path, YEAR.code, YEAR) == mine


def test_a_file_is_plain_toml_with_the_kind_first(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    write_template(path, YEAR, YEAR)
    text = path.read_text("utf-8")
    assert text.startswith('code = "report-year"\n')
    raw = tomllib.loads(text)
    assert raw["labels"] == {}
    assert "number" not in raw["sections"][0]  # it follows from the order


def test_words_no_program_knows_are_left_aside(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    write_template(path, replace(YEAR, labels={**YEAR.labels, "ghost": "x"}), YEAR)
    assert "ghost" not in read_template(path, YEAR.code, YEAR).labels


def test_a_file_that_ends_too_early_is_told_with_its_end(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text('code = "report-year"\nsubject = ', "utf-8")
    with pytest.raises(FileError) as caught:
        read_template(path, YEAR.code, YEAR)
    assert caught.value.facts == ("2", "11")
