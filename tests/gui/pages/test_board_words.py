"""A row of the board is a duty, or something that must be renewed."""

from desktop.gui.pages import board_words, deadline_words
from tests.builders import NOW
from tests.gui.pages.test_deadline_words import due
from tests.wording.test_endings import CERTIFICATE, LIST, OVER


def test_a_duty_is_told_as_it_is_everywhere() -> None:
    row = due(4)
    assert board_words.owed(row) == deadline_words.owed(row)
    assert board_words.when(row, NOW) == deadline_words.whole(row, NOW)
    assert board_words.colour(row, NOW) == deadline_words.colour(row, NOW)
    assert board_words.units(row) == deadline_words.units(row)
    assert board_words.tip(row, NOW) == deadline_words.tip(row)


def test_what_ends_has_a_sign_beside_its_colour() -> None:
    assert board_words.owed(CERTIFICATE) == "▲ Chứng thư số hết hạn\nY Hà (người ký)"
    assert board_words.when(CERTIFICATE, NOW) == "01/01/2025 – còn 12 ngày"
    assert board_words.colour(CERTIFICATE, NOW) == "warn"
    assert board_words.colour(OVER, NOW) == "bad"
    assert board_words.units(LIST) == ""
    assert "nhập" in board_words.tip(LIST, NOW)
