"""What a package's list says of its entries and its evidence is held against them."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import PackageUnreadableError
from desktop.files import packed_entries
from desktop.records.exchange import ControlTotal
from desktop.records.exchange_entries import Entries
from tests.operations.intake.sent_packages import (
    a_header,
    a_photo,
    an_entry,
    entries_of,
)

HERE = Path("gói.zip")


@pytest.fixture
def entries(tmp_path: Path) -> Entries:
    photo, _ = a_photo(tmp_path, "a001")
    return entries_of([an_entry(1)], evidence=(photo,))


def codes(entries: Entries, **changes: object) -> list[str]:
    header = replace(a_header(entries), **changes)  # type: ignore[arg-type]
    found = packed_entries.differences(header, entries, {"anh-03.jpg": b"x"})
    return [one.code for one in found]


def test_a_list_that_agrees_has_no_findings(entries: Entries) -> None:
    assert codes(entries) == []


def test_each_disagreement_is_told_by_name(entries: Entries) -> None:
    assert codes(entries, agency_id="x") == ["entries_agency"]
    assert codes(entries, plan_id="x") == ["entries_plan"]
    assert codes(entries, last_day=entries.first_day) == ["entries_days"]
    assert codes(entries, control=ControlTotal(entries=1)) == ["entries_control"]


def test_evidence_that_is_not_there_or_no_evidence_is_told(entries: Entries) -> None:
    for member in ("anh-04.jpg", "report.json"):
        other = replace(
            entries, evidence=(replace(entries.evidence[0], member=member),)
        )
        found = packed_entries.differences(
            a_header(other), other, {"report.json": b"", "anh-03.jpg": b""}
        )
        assert [(one.code, one.facts) for one in found] == [
            ("entries_evidence", (member,))
        ]


def test_names_of_evidence_are_known_and_no_others() -> None:
    made = packed_entries.evidence_name(3, ".jpg", picture=True)
    assert (made, packed_entries.is_evidence(made)) == ("anh-03.jpg", True)
    other = packed_entries.evidence_name(120, ".xlsx", picture=False)
    assert (other, packed_entries.is_evidence(other)) == ("tep-120.xlsx", True)
    for name in ("report.json", "anh-1.jpg", "anh-01", "xanh-01.jpg", "tep-01.pdf.p7s"):
        assert not packed_entries.is_evidence(name)


def test_a_package_without_entries_has_none_and_broken_ones_are_refused() -> None:
    assert packed_entries.read({}, HERE) is None
    with pytest.raises(PackageUnreadableError, match="content"):
        packed_entries.read({packed_entries.ENTRIES: b"{}"}, HERE)
