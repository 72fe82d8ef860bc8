"""What a file for the successor says of itself."""

import json
from pathlib import Path

import pytest

from desktop.errors import HandoverError
from desktop.files.wire.handover import header_from_json, header_to_json, may_be_put
from tests.files.handing_over.test_handover_file import CONTENTS, a_header

HERE = Path("so.stt-ban-giao")


def test_a_header_comes_back_as_it_was() -> None:
    header = a_header(CONTENTS)
    assert header_from_json(header_to_json(header), path=HERE) == header
    assert header.size == sum(map(len, CONTENTS.values()))


@pytest.mark.parametrize(
    "name",
    ["../x", "/x", "a//b", "a/../b", "C:/x", "a\\b", "", "a/b.", "nul\x00", "a "],
)
def test_a_file_may_not_be_put_outside_its_folder(name: str) -> None:
    assert not may_be_put(name)
    header = a_header({**CONTENTS, name: b""})
    with pytest.raises(HandoverError, match="handover_damaged"):
        header_from_json(header_to_json(header), path=HERE)


def test_names_that_are_one_on_windows_are_refused() -> None:
    header = a_header({**CONTENTS, "A/B.JPG": b""})
    with pytest.raises(HandoverError, match="handover_damaged"):
        header_from_json(header_to_json(header), path=HERE)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"format": 2, "anything": 1}, "handover_too_new"),
        ({"anything": 1}, "handover_damaged"),
        ({"office_file": "not-there"}, "handover_damaged"),
        ({"office_file": "a/b.jpg"}, "handover_damaged"),
    ],
)
def test_a_later_format_is_told_from_a_wrong_one(
    change: dict[str, object], reason: str
) -> None:
    told = json.loads(header_to_json(a_header(CONTENTS))) | change
    with pytest.raises(HandoverError) as caught:
        header_from_json(json.dumps(told).encode(), path=HERE)
    assert caught.value.reason == reason
