"""A manifest comes back as it went, with its members in the order of their names."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire import manifest as wire
from tests.files.signatures.package_mutants import HEADER

NAME = Path("gói.zip")


def test_a_header_comes_back() -> None:
    header = replace(HEADER, members=tuple(sorted(HEADER.members, key=str)))
    data = wire.manifest_to_json(header)
    assert set(wire.manifest_from_json(data, name=NAME).members) == set(header.members)


def test_members_stand_in_the_order_of_their_names() -> None:
    turned = replace(HEADER, members=HEADER.members[::-1])
    assert wire.manifest_to_json(turned) == wire.manifest_to_json(HEADER)


def test_an_unknown_field_is_refused() -> None:
    manifest = json.loads(wire.manifest_to_json(HEADER)) | {"note": ""}
    with pytest.raises(PackageUnreadableError, match="content"):
        wire.manifest_from_json(json.dumps(manifest).encode(), name=NAME)


def test_a_package_alone_is_told_as_programs_before_know_it() -> None:
    told = json.loads(wire.manifest_to_json(HEADER))
    assert not {"part", "parts"} & told.keys()
    assert wire.format_of(HEADER) == 2
    found = wire.manifest_from_json(wire.manifest_to_json(HEADER), name=NAME)
    assert (found.part, found.parts) == (1, 1)


def test_one_of_several_packages_says_which() -> None:
    header = replace(HEADER, format_version=3, part=2, parts=3)
    assert wire.format_of(header) == 3
    assert wire.manifest_from_json(wire.manifest_to_json(header), name=NAME) == header


@pytest.mark.parametrize(
    ("part", "parts"), [(0, 3), (4, 3), (1, 1), (1, wire.MOST_PARTS + 1)]
)
def test_a_part_there_cannot_be_is_refused(part: int, parts: int) -> None:
    told = json.loads(wire.manifest_to_json(replace(HEADER, part=1, parts=2)))
    told |= {"format_version": 3, "part": part, "parts": parts}
    with pytest.raises(PackageUnreadableError, match="content"):
        wire.manifest_from_json(json.dumps(told).encode(), name=NAME)


def test_a_manifest_of_a_later_program_is_told_as_such() -> None:
    told = json.loads(wire.manifest_to_json(HEADER))
    told["format_version"] = wire.MANIFEST_FORMAT + 1
    with pytest.raises(PackageTooNewError):
        wire.manifest_from_json(json.dumps(told).encode(), name=NAME)
