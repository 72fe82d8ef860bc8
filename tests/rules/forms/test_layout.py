"""Each agency gets the newest form for its kind; old versions stay readable."""

from dataclasses import replace

from desktop.files.form_layouts import load_layouts
from desktop.rules.forms.layout import layout_for, newest
from tests.rules.forms.drafts import layout


def test_only_the_newest_version_of_a_form_is_made() -> None:
    found = {(one.code, one.version) for one in newest(load_layouts())}
    assert found == {("09a", 2), ("09e", 1)}


def test_the_order_in_which_layouts_are_read_does_not_matter() -> None:
    every = load_layouts()
    assert newest(every) == newest(every[::-1])


def test_communes_get_their_own_form_and_all_others_the_other_one() -> None:
    every = load_layouts()
    assert layout_for("commune", every).code == "09a"
    for kind in ("specialised", "mass_organisation", "school", ""):
        assert layout_for(kind, every).code == "09e", kind


def test_a_form_of_a_kind_goes_before_the_one_for_all_others() -> None:
    others = layout("09e", 1)
    own = replace(others, code="zz", kinds=("school",))  # type: ignore[arg-type]
    assert layout_for("school", (others, own)) is own
