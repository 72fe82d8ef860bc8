"""Each module has its tests in the same place of the other tree, and vice versa."""

from pathlib import Path

import pytest

from tests.house.source import PROGRAM, ROOT, modules

ROOMS = (
    "cli",
    "files",
    "gui",
    "operations",
    "records",
    "rules",
    "store",
    "wording",
)
NO_TESTS_OF_THEIR_OWN = {
    # Records compute nothing; tests/records/test_records.py holds them all.
    "records": "records/records",
    # Steps of the schema are frozen; tests/store/test_migrations.py runs them all.
    "store/steps": "store/migrations",
}

NO_MODULE_OF_THEIR_OWN = {
    # What must hold of every intake, through many modules.
    "operations/intake/laws",
    # A plan of a unit's own, from the question to the entry, through many modules.
    "operations/intake/own_plan",
    # Rows with only a year, in any order of packages, through many modules.
    "operations/intake/year_rows",
    # What is added up of what came in, through many modules.
    "operations/intake/consolidation",
    # What an heir took over, from the form to the figure, through many modules.
    "operations/forms/inherited",
    # What units told before they became one, through intake and figures.
    "operations/intake/merged_totals",
    # Two files of one unit's days at the window, from the drop to the answer.
    "gui/pages/collect/tray/told_twice",
    # The plans' targets from the file to the figure, through many modules.
    "operations/worked_examples",
    # All packages of a report at the window, from the button to the stick and the mail.
    "gui/pages/hand_off/several_packages",
    # One entry of each register through its whole form.
    "gui/forms/every_register",
    # The keys of each place and form, of many modules together.
    "gui/keys",
    # Workbooks and Word documents whole, by the schemas of their standard.
    "files/ecma",
    # Signed files of all kinds, changed at random.
    "files/signatures/mutants",
    # Signed files of all kinds, without a network.
    "files/signatures/offline",
    # Files that only look like a PDF, or were made to choke its reader.
    "files/signatures/pdf/hostile",
    # A PDF from a key on a token, through both rooms.
    "files/signatures/pdf/token",
}


def modules_of(room: str) -> set[str]:
    """Name the modules of a room, such as `files/signatures/pdf`."""
    return {
        path.relative_to(PROGRAM).with_suffix("").as_posix()
        for path in modules(PROGRAM / room)
        if path.name != "__init__.py"
    }


def named_by_tests(room: str) -> set[str]:
    """Name the modules that the test files of a room say they test."""
    tests = ROOT / "tests"
    return {
        (path.parent / path.stem.removeprefix("test_")).relative_to(tests).as_posix()
        for path in modules(tests / room)
        if path.name.startswith("test_")
    }


def stands_in(module: str) -> str:
    """Name what a module's tests are called: itself, or who answers for its folder."""
    return NO_TESTS_OF_THEIR_OWN.get(Path(module).parent.as_posix(), module)


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_has_its_tests(room: str) -> None:
    tested = named_by_tests(room)
    untested = {
        module
        for module in modules_of(room)
        if module not in tested and stands_in(module) not in tested
    }
    assert not untested


@pytest.mark.parametrize("room", ROOMS)
def test_every_test_file_has_its_module(room: str) -> None:
    known = modules_of(room) | set(NO_TESTS_OF_THEIR_OWN.values())
    known |= NO_MODULE_OF_THEIR_OWN
    assert not named_by_tests(room) - known


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in modules(ROOT / "tests")}
    assert not {each for each in folders if not (each / "__init__.py").exists()}
