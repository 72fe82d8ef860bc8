"""How large signatures and seals are on paper is told by a table."""

from pathlib import Path

import pytest

from desktop.files.pdf.sizes import sizes


def test_our_table_keeps_to_the_decree() -> None:
    """Decree 30/2020, Annex I: a seal covers about a third of the signature."""
    known = sizes()
    width, height = known.signature
    assert (width, height) >= (40, 25)
    smallest, largest = known.seals
    assert 36 <= smallest <= known.usual_seal <= largest <= 42
    assert known.cover == pytest.approx(1 / 3, abs=0.01)
    assert known.coarse >= 150, "what a scanner for documents gives at least"


def test_another_table_is_read_the_same_way(tmp_path: Path) -> None:
    table = tmp_path / "places.toml"
    table.write_text(
        "[signature]\nwidth = 50\nheight = 30\n"
        "[seal]\nsmallest = 30\nusual = 33\nlargest = 35\ncover = 0.25\n"
        "[picture]\ncoarse = 100\n",
        "utf-8",
    )
    assert sizes(table).signature == (50.0, 30.0)
    assert sizes(table).seals == (30.0, 35.0)
    table = tmp_path / "less.toml"
    table.write_text("[signature]\nwidth = 50\nheight = 30\n", "utf-8")
    with pytest.raises(KeyError):
        sizes(table)
