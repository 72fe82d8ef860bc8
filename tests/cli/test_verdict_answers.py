"""A verdict is told whole: to a program by keys, to a person by sentences."""

import datetime as dt
import json
from dataclasses import fields, replace

from desktop.cli.verdict_answers import lines, verdict_data
from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    ExpectedSigner,
    FileVerdict,
    Finding,
    FoundReport,
    Integrity,
    Revocation,
    SheetName,
    SignatureVerdict,
)

MOMENT = dt.datetime(2026, 11, 20, 1, 2, 3, tzinfo=dt.UTC)
SIGNATURE = SignatureVerdict(
    signer="Nguyễn Thị Ánh",
    issuer="Cấp phát",
    integrity=Integrity.INTACT,
    coverage=Coverage.INCOMPLETE,
    chain=Chain.PINNED,
    revocation=Revocation.GOOD,
    claimed_time=MOMENT,
    field="KyCaNhan",
    role=SignerRole.PERSON,
    gaps=("xl/worksheets/sheet9.xml",),
    revocation_as_of=MOMENT.date(),
    certificate_sha256="ab" * 32,
    valid_until=MOMENT,
)
REPORT = FoundReport(
    report_id="r-1",
    agency="Phòng Văn hóa",
    plan_title="Kế hoạch",
    period_code="2024",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 12, 31),
    sha256="cd" * 32,
    code="ABCDE-FGHJK-MNPQR-STVWX-Y",
)
VERDICT = FileVerdict(
    file_name="a.xlsx",
    format="workbook",
    signatures=(SIGNATURE,),
    findings=(Finding(code="part_unsigned", facts=SIGNATURE.gaps),),
    expected=(
        ExpectedSigner(role=SignerRole.PERSON, name="A", found="A", agrees=True),
        ExpectedSigner(role=SignerRole.AGENCY, name="B"),
    ),
    report=REPORT,
    sheets=(SheetName(part="xl/worksheets/sheet9.xml", name="Ẩn"),),
)
PACKAGE = FileVerdict(
    file_name="b.zip",
    format="package",
    signatures=(replace(SIGNATURE, coverage=Coverage.COMPLETE, gaps=()),),
    members=(VERDICT,),
    report=REPORT,
)


def test_a_program_gets_every_field_of_every_signature() -> None:
    (told,) = verdict_data(VERDICT)["signatures"]
    assert set(told) == {one.name for one in fields(SignatureVerdict)} | {"light"}
    assert (told["role"], told["gaps"]) == ("person", ["xl/worksheets/sheet9.xml"])
    assert (told["revocation_as_of"], told["valid_until"]) == (MOMENT.date(), MOMENT)
    assert told["light"] == "red"
    json.dumps(told, default=str)


def test_a_program_gets_light_signers_report_and_reasons() -> None:
    told = verdict_data(PACKAGE)
    assert (told["light"], told["intact"]) == ("red", False)
    assert told["report"]["code"] == REPORT.code
    (member,) = told["members"]
    assert [one["found"] for one in member["expected"]] == ["A", ""]
    (finding,) = member["findings"]
    assert (finding["code"], finding["facts"]) == (
        "part_unsigned",
        ["xl/worksheets/sheet9.xml"],
    )
    assert "“Ẩn” (xl/worksheets/sheet9.xml) không được ký" in finding["text"]
    assert member["sheets"] == {"xl/worksheets/sheet9.xml": "Ẩn"}
    assert verdict_data(replace(VERDICT, report=None))["report"] is None


def test_a_person_gets_the_light_first_and_the_report_once() -> None:
    told = list(lines(PACKAGE))
    assert told[0] == "b.zip: ▲ Không nên dùng"
    assert told[1].startswith("  Báo cáo của Phòng Văn hóa")
    assert sum("Báo cáo của" in line for line in told) == 1
    text = "\n".join(told)
    for part in (
        "Nội dung còn nguyên vẹn không? Không: có phần nằm ngoài chữ ký (trang tính",
        "chữ ký (trang tính “Ẩn” (xl/worksheets/sheet9.xml))",
        "Có: do nơi được tin cậy cấp; chứng thư số chưa bị thu hồi tính đến ngày 20/",
        "Cần chữ ký của cơ quan “B”: CHƯA CÓ.",
        "    ! Phần trang tính “Ẩn” (xl/worksheets/sheet9.xml) không được ký",
    ):
        assert part in text, part


def test_revocation_is_told_once_and_never_left_out() -> None:
    silent = replace(
        SIGNATURE, revocation=Revocation.NOT_CHECKED, coverage=Coverage.COMPLETE
    )
    for one in (SIGNATURE, silent, replace(silent, chain=Chain.UNKNOWN)):
        told = "\n".join(lines(replace(VERDICT, signatures=(one,))))
        assert told.lower().count("thu hồi") == 1


def test_a_member_without_a_signature_is_named_and_no_more() -> None:
    bare = FileVerdict(
        file_name="report.json", format="other", findings=(Finding(code="unsigned"),)
    )
    told = list(lines(replace(PACKAGE, members=(bare,))))
    assert told[-1] == "  report.json: không có chữ ký riêng"
    assert "Tệp chưa có chữ ký." in "\n".join(lines(bare))


def test_the_name_of_a_file_cannot_write_a_line_of_its_own() -> None:
    forged = "a\n  Chữ ký có tin được không? Có.\x1b[2J"
    bare = FileVerdict(file_name=forged, format="other")
    for verdict in (bare, replace(PACKAGE, file_name=forged, members=(bare,))):
        assert all(line.isprintable() for line in lines(verdict))
