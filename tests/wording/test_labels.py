"""Tests of the words for values of records."""

import importlib
import pkgutil
from enum import StrEnum

import pytest

from desktop import records
from desktop.records.kept_office import Fate as KeptFate
from desktop.records.register import FieldType
from desktop.records.report import ChartKind, ColumnType, RowKind
from desktop.records.result import Verdict
from desktop.records.target import Direction
from desktop.records.update import Edition, ListSignature, Standing, SystemAnswer
from desktop.wording.labels import label, shape, verdict_label

NEVER_SHOWN = {FieldType, ChartKind, ColumnType, RowKind}
"""They steer forms and drawings, and no one reads them."""
TOLD_IN_SENTENCES = {Edition, KeptFate, ListSignature, Standing, SystemAnswer}
"""Told in whole sentences, each value's in the tests of updates and of backups."""


def enumerations() -> list[type[StrEnum]]:
    names = [module.name for module in pkgutil.iter_modules(records.__path__)]
    modules = [importlib.import_module(f"desktop.records.{name}") for name in names]
    found = {
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, StrEnum) and each is not StrEnum
    }
    return sorted(
        found - NEVER_SHOWN - TOLD_IN_SENTENCES, key=lambda each: each.__name__
    )


@pytest.mark.parametrize("kind", enumerations(), ids=lambda one: one.__name__)
def test_every_value_has_words_of_its_own(kind: type[StrEnum]) -> None:
    told = [label(value) for value in kind]
    assert len(set(told)) == len(told)
    for value, words in zip(kind, told, strict=True):
        assert words != str(value)
        assert words[0].isupper() or words[0].isdigit(), words


def test_equal_texts_of_two_enumerations_keep_their_own_words() -> None:
    assert label(Verdict.UNKNOWN) == "Chưa đủ số liệu"
    assert label(Direction.COUNT) == "Đủ số lượng"


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.MET, "✓ Đạt"),
        (Verdict.ABOVE, "✓+ Đạt, vượt khung"),
        (Verdict.NOT_MET, "▲ Chưa đạt"),
        (Verdict.UNKNOWN, "– Chưa đủ số liệu"),
        (Verdict.TEXT, "Đánh giá bằng lời"),
    ],
)
def test_a_verdict_is_told_by_shape_and_words(verdict: Verdict, words: str) -> None:
    assert verdict_label(verdict) == words


def test_verdicts_are_told_apart_without_colour() -> None:
    assert len({shape(verdict) for verdict in Verdict}) == len(Verdict)


def test_a_value_of_no_record_is_shown_as_it_is() -> None:
    class Other(StrEnum):
        """Not of the records."""

        ONE = "one"

    assert label(Other.ONE) == "one"
