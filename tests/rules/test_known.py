"""Tests of what an office knows when an entry is checked."""

from dataclasses import replace

from desktop.records.figure import Source
from desktop.records.register import Register
from desktop.rules.known import SOURCE_OF
from tests.rules.entries import ACTIVITY, BROADCAST, KNOWN, PRODUCT, spoilt


def a_register(source: Source, kind: str = "") -> Register:
    return Register(
        code=f"{source}-{kind}", name="", one="", source=source, kind=kind, fields=()
    )


TRAINING = a_register(Source.ACTIVITY, "training")
CONTEST = a_register(Source.ACTIVITY, "contest")
PRODUCTS = a_register(Source.PRODUCT)
OFFICE = replace(KNOWN, registers=(TRAINING, CONTEST, PRODUCTS))


def test_a_record_finds_the_register_of_its_class_and_kind() -> None:
    assert OFFICE.register_of(ACTIVITY) is TRAINING
    assert OFFICE.register_of(spoilt(ACTIVITY, kind="contest")) is CONTEST
    assert OFFICE.register_of(PRODUCT) is PRODUCTS


def test_a_record_without_register_finds_none() -> None:
    assert OFFICE.register_of(BROADCAST) is None
    assert OFFICE.register_of("no record") is None
    assert KNOWN.register_of(ACTIVITY) is None


def test_every_source_of_a_register_has_its_record() -> None:
    assert set(SOURCE_OF.values()) == set(Source)
