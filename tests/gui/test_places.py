"""Places are known without importing their pages."""

import sys

from desktop.gui.places import PLACES, PageSpec, existing
from desktop.gui.session import Session


def test_codes_and_keys_are_one_each() -> None:
    assert len({place.code for place in PLACES}) == len(PLACES)
    assert [place.shortcut for place in PLACES] == [
        f"Ctrl+{n}" for n in range(1, len(PLACES) + 1)
    ]


def test_a_place_whose_page_is_missing_is_not_listed() -> None:
    here = PageSpec("a", "A", "", "desktop.gui.places:PageSpec")
    gone = PageSpec("b", "B", "", "desktop.gui.pages.nowhere:Page")
    assert existing((here, gone)) == (here,)


def test_looking_whether_a_page_is_there_does_not_import_it() -> None:
    name = "desktop.gui.pages.activities.activities"
    kept = sys.modules.pop(name, None)
    existing()
    assert name not in sys.modules
    if kept is not None:
        sys.modules[name] = kept


def test_building_a_place_makes_its_page(session: Session) -> None:
    spec = PageSpec("a", "A", "", "tests.gui.test_window:FirstPage")
    assert type(spec.build(session)).__name__ == "FirstPage"
