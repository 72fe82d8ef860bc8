"""Every word of a form comes from one file, and none is missing."""

import dataclasses

from desktop.files.forms.form_words import form_words
from desktop.records.register import FieldType


def test_every_word_is_there() -> None:
    words = form_words()
    for field in dataclasses.fields(words):
        assert getattr(words, field.name), field.name


def test_three_sign_and_each_is_told_how() -> None:
    words = form_words()
    assert len(words.signs) == len(words.sign_hints) == 3


def test_what_a_form_says_of_types_is_of_types_there_are() -> None:
    assert set(form_words().meanings) <= {str(one) for one in FieldType}
