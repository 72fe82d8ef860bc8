"""Grades: the worst decides the colour, and each has one of its own."""

from desktop.files.forms.marks.grades import COLOURS, DOUBT, FAULT, MENDED, worse


def test_the_worst_decides() -> None:
    assert worse(DOUBT, FAULT) == worse(FAULT, MENDED) == FAULT
    assert worse(MENDED, DOUBT) == DOUBT


def test_each_grade_has_a_colour_of_its_own() -> None:
    assert len({COLOURS[one] for one in (FAULT, DOUBT, MENDED)}) == len(COLOURS)
