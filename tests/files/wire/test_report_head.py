"""A few facts of a report are those the whole report tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.errors import PackageTooNewError, PackageUnreadableError
from desktop.files.wire.report import REPORT_FORMAT, report_from_json, report_to_json
from desktop.files.wire.report_head import read_head
from desktop.records.signing import SignerRole
from desktop.rules.reports import layout
from tests.rules.reported import facts, template

NAME = Path("so.stt")


def data(**changes: Any) -> bytes:
    report = layout.lay_out(facts(), template())
    told = json.loads(report_to_json(report))
    return json.dumps({**told, **changes}).encode()


def test_it_tells_what_the_whole_report_tells() -> None:
    whole, head = report_from_json(data(), name=NAME), read_head(data(), name=NAME)
    assert head.period == whole.period
    assert head.place == whole.letterhead.place
    assert head.signers == whole.signers == (SignerRole.PERSON, SignerRole.AGENCY)


def test_an_older_report_says_nothing_of_signers() -> None:
    told = json.loads(data())
    del told["report"]["signers"]
    head = read_head(json.dumps({**told, "format": 1}).encode(), name=NAME)
    assert head.signers == ()


def test_one_of_a_later_program_is_told() -> None:
    with pytest.raises(PackageTooNewError) as caught:
        read_head(data(format=REPORT_FORMAT + 1), name=NAME)
    assert caught.value.facts == (str(REPORT_FORMAT + 1), str(REPORT_FORMAT))


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff", b'{"format": 1}'])
def test_what_is_no_report_is_refused(content: bytes) -> None:
    with pytest.raises(PackageUnreadableError) as caught:
        read_head(content, name=NAME)
    assert caught.value.reason == "content"
