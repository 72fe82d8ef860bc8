"""A manifest comes back as it went, with its members in the order of their names."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import PackageUnreadableError
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
