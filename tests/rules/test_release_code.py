"""The code people compare is the beginning of the hash, however it is typed."""

import hashlib

import pytest

from desktop.rules.release_code import release_code, same_code

DIGEST = hashlib.sha256(b"abc").hexdigest()


def test_the_code_is_four_groups_of_four() -> None:
    assert release_code(DIGEST) == "BA78 16BF 8F01 CFEA"


@pytest.mark.parametrize(
    "typed",
    ["BA78 16BF 8F01 CFEA", "ba7816bf8f01cfea", " ba78-16bf-8f01-cfea ", DIGEST],
)
def test_the_same_code_is_known_however_it_is_typed(typed: str) -> None:
    assert same_code(typed, DIGEST)


@pytest.mark.parametrize(
    "typed",
    ["", " - ", "BA78", "BA78 16BF 8F01 CFEB", "BA78 16BF 8F01 CFEA 0", DIGEST[:32]],
)
def test_less_more_or_another_is_not_the_same(typed: str) -> None:
    assert not same_code(typed, DIGEST)


def test_nothing_is_the_code_of_nothing() -> None:
    assert not same_code("", "")
    assert release_code("") == ""
