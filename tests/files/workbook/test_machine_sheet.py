"""What the hidden sheet says is read back from the bytes, whatever they are."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.workbook import workbook
from desktop.files.workbook.machine_sheet import PART_LIMIT, read_machine_sheet
from desktop.records.report import Report
from desktop.records.signing import SignerRole
from tests.files.report_builder import a_report, a_signer


def drawn(report: Report) -> bytes:
    return workbook.draw(report, "a.xlsx")


def changed(data: bytes, name: str, content: bytes) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(output, "w") as new:
        for one in old.infolist():
            new.writestr(one, content if one.filename == name else old.read(one))
    return output.getvalue()


@pytest.mark.parametrize("roles", [(), tuple(SignerRole)])
def test_what_was_written_is_read_back(roles: tuple[SignerRole, ...]) -> None:
    report = a_report(
        plan_title="Kế hoạch <số> & “5” \N{WOMAN}", signers=roles, signer=a_signer()
    )
    told = workbook.machine_data(report, workbook.frozen_sha256(report))
    assert read_machine_sheet(drawn(report)) == {
        name: value for name, value in told.items() if value
    } | {name: "" for name, value in told.items() if not value}
    assert read_machine_sheet(drawn(report))["signers"] == " ".join(roles)


@given(junk=st.binary(max_size=300))
def test_any_bytes_hold_nothing(junk: bytes) -> None:
    assert read_machine_sheet(junk) == {}


def test_a_workbook_of_somebody_else_holds_nothing(tmp_path: Path) -> None:
    from openpyxl import Workbook

    Workbook().save(tmp_path / "a.xlsx")
    assert read_machine_sheet((tmp_path / "a.xlsx").read_bytes()) == {}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<workbook",
        b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        b" " * (PART_LIMIT + 1),
    ],
)
@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"])
def test_a_part_that_is_not_ours_holds_nothing(part: str, content: bytes) -> None:
    data = drawn(a_report(blocks=(), annexes=(), data=()))
    assert read_machine_sheet(data)["report_id"]
    assert read_machine_sheet(changed(data, part, content)) == {}
