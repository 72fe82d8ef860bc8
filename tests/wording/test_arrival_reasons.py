"""Every reason is one whole sentence with facts in its places."""

import string

import pytest

from desktop.wording.arrival_reasons import REASONS


@pytest.mark.parametrize(("code", "sentence"), REASONS.items())
def test_a_reason_is_a_sentence(code: str, sentence: str) -> None:
    assert sentence[0].isupper() or sentence[0] in "{“", code
    assert sentence.endswith("."), code
    places = [name for _, name, _, _ in string.Formatter().parse(sentence) if name]
    assert all(place.isdecimal() for place in places), code
