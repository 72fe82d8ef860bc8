"""Templates as canonical JSON."""

import json

import pytest

from desktop.errors import ConflictError
from desktop.files.templates import load_template
from desktop.files.wire.template import (
    template_from_json,
    template_sha256,
    template_to_json,
)
from desktop.rules.reports.kinds import KINDS

YEAR = "report-year"


@pytest.mark.parametrize("kind", [one.code for one in KINDS])
def test_a_template_comes_back_the_same_and_writes_the_same_again(kind: str) -> None:
    template = load_template(kind)
    text = template_to_json(template)
    assert template_from_json(text, kind=kind) == template
    assert template_to_json(template_from_json(text, kind=kind)) == text


def test_keys_are_sorted_so_that_equal_templates_are_equal_texts() -> None:
    keys = list(json.loads(template_to_json(load_template(YEAR))))
    assert keys == sorted(keys)


def test_a_hash_tells_one_kind_s_template_from_another_s() -> None:
    hashes = {template_sha256(load_template(one.code)) for one in KINDS}
    assert len(hashes) == len(KINDS)
    assert all(len(one) == 64 for one in hashes)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"code":1}', "\ud800"])
def test_what_is_no_template_is_told(text: str) -> None:
    with pytest.raises(ConflictError) as caught:
        template_from_json(text, kind=YEAR)
    assert (caught.value.reason, caught.value.facts[0]) == ("template_damaged", YEAR)
