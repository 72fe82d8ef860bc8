"""Pages of help are found by what they say."""

import pytest

from desktop.gui.help_search import find_pages


@pytest.mark.parametrize(
    "typed", ["sap nhap chia tach", "sáp nhập, chia tách", "sap nhap ch"]
)
def test_a_page_is_found_with_marks_or_without(typed: str) -> None:
    found = {page.name: page.title for page in find_pages(typed)}
    assert "agencies" in found
    assert all(found.values()), "every page has a title"


def test_words_of_the_page_s_own_markup_find_nothing() -> None:
    assert find_pages("charset") == ()
    assert find_pages(" ") == ()
