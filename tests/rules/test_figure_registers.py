"""A figure leads to the register its records are entered in."""

import pytest

from desktop.files import catalogue
from desktop.records.identity import Code
from desktop.rules.figure_registers import register_of

FIGURES = catalogue.load_figures()
REGISTERS = catalogue.load_registers()


@pytest.mark.parametrize(
    ("figure", "register"),
    [
        ("exhibitions", "exhibition"),
        ("press_times", "press_information"),
        ("postings", "posting"),
        ("portals", "own_channel"),
        ("collaborators", "headcount"),
    ],
)
def test_the_register_is_that_of_the_records_and_their_kind(
    figure: str, register: str
) -> None:
    found = register_of(FIGURES[Code(figure)], REGISTERS)
    assert found is not None
    assert found.code == register


def test_every_figure_has_a_register() -> None:
    assert not [one for one in FIGURES.values() if register_of(one, REGISTERS) is None]


def test_without_registers_there_is_none() -> None:
    assert register_of(FIGURES[Code("postings")], ()) is None
