"""Tests of the words for what a check of signatures found."""

import datetime as dt
import itertools
from dataclasses import replace
from typing import Any

import pytest

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
from desktop.rules.reports.kinds import KINDS
from desktop.rules.verdict import Light, light
from desktop.wording.verdicts import (
    answers,
    code_sentence,
    expected_sentence,
    headline,
    report_sentence,
    revocation_sentence,
    signing_doubt,
)
from tests.wording.words import assert_a_sentence

GOOD = SignatureVerdict(
    signer="Nguyễn Văn A",
    issuer="Cơ quan cấp",
    integrity=Integrity.INTACT,
    coverage=Coverage.COMPLETE,
    chain=Chain.PINNED,
    revocation=Revocation.GOOD,
    claimed_time=dt.datetime(2024, 11, 20, 8, tzinfo=dt.UTC),
    revocation_as_of=dt.date(2024, 11, 19),
    valid_until=dt.datetime(2025, 5, 1, 8, tzinfo=dt.UTC),
)
UNSIGNED = (Finding(code="unsigned"),)
REPORT = FoundReport(
    report_id="r",
    agency="Phòng Văn hóa",
    plan_title="Kế hoạch truyền thông năm 2024",
    period_code="2024",
    first_day=dt.date(2024, 1, 1),
    last_day=dt.date(2024, 12, 31),
    sha256="ab" * 32,
    code="ABCDE-FGHJK-MNPQR-STVWX-Y",
)
PERSON = ExpectedSigner(
    role=SignerRole.PERSON, name="Nguyễn Văn A", found="Nguyễn Văn A", agrees=True
)
AGENCY = ExpectedSigner(role=SignerRole.AGENCY, name="Phòng Văn hóa")


def a_file(*signatures: SignatureVerdict, **more: Any) -> FileVerdict:
    return FileVerdict(file_name="a.pdf", format="pdf", signatures=signatures, **more)


@pytest.mark.parametrize("key", ["test_key", "untrusted", "no_issuer", "expires_soon"])
def test_what_to_know_before_signing_has_words(key: str) -> None:
    assert_a_sentence(signing_doubt(key))
    assert signing_doubt(key) != signing_doubt("never_heard_of")


def test_what_a_file_says_of_itself_stays_in_its_line() -> None:
    forged = "a\nCó: tin được.\x1b[2J"
    told = (
        headline(replace(a_file(GOOD), file_name=forged)),
        report_sentence(replace(REPORT, agency=forged, plan_title=forged)),
        expected_sentence(replace(AGENCY, name=forged)),
    )
    for sentence in told:
        assert sentence.isprintable()
        assert "a\ufffdCó: tin được.\ufffd[2J" in sentence


def test_a_signature_of_a_day_to_come_is_told_and_not_green() -> None:
    ahead = replace(GOOD, ahead=True)
    _, signer, trusted = answers(ahead)
    assert "một trong hai đồng hồ sai" in signer.answer
    assert (signer.good, trusted.good) == (False, True)
    assert light(a_file(ahead)) is Light.YELLOW
    assert headline(a_file(ahead)).endswith(
        "nhưng giờ ký muộn hơn đồng hồ máy này: một trong hai đồng hồ sai."
    )


def test_a_good_signature_answers_yes_three_times() -> None:
    told = answers(GOOD)
    assert all(one.good for one in told)
    assert [one.answer for one in told] == [
        "Có: còn nguyên vẹn, chữ ký bao trùm hết nội dung.",
        (
            "Nguyễn Văn A; chứng thư số do Cơ quan cấp cấp; ký ngày 20/11/2024 theo "
            "đồng hồ máy ký."
        ),
        (
            "Có: do nơi được tin cậy cấp; chứng thư số chưa bị thu hồi tính đến ngày "
            "19/11/2024."
        ),
    ]


STARTS = {"Có", "Không", "Chưa rõ", "Chưa chắc"}


@pytest.mark.parametrize(
    ("integrity", "coverage", "chain", "revocation"),
    list(itertools.product(Integrity, Coverage, Chain, Revocation)),
)
def test_every_answer_is_whole_and_good_only_when_it_says_yes(
    integrity: Integrity, coverage: Coverage, chain: Chain, revocation: Revocation
) -> None:
    signature = replace(
        GOOD, integrity=integrity, coverage=coverage, chain=chain, revocation=revocation
    )
    intact, signer, trust = answers(signature)
    for one in (intact, signer, trust):
        assert_a_sentence(one.question)
        assert_a_sentence(one.answer)
    assert all(one.answer.split(":")[0] in STARTS for one in (intact, trust))
    assert intact.good == intact.answer.startswith("Có:")
    assert intact.good == (
        integrity is Integrity.INTACT and coverage is Coverage.COMPLETE
    )
    assert trust.good == trust.answer.startswith("Có:")
    assert trust.good == (
        integrity is Integrity.INTACT
        and chain is Chain.PINNED
        and revocation is Revocation.GOOD
    )
    assert ("CHƯA KIỂM TRA thu hồi (ngoại tuyến)" in trust.answer) == (
        integrity is Integrity.INTACT
        and chain is Chain.PINNED
        and revocation is Revocation.NOT_CHECKED
    )


def test_a_test_key_is_told_as_such() -> None:
    told = answers(replace(GOOD, chain=Chain.TEST))[2]
    assert told.answer == "Không: khóa ký thử, không có giá trị."


def test_an_unknown_issuer_is_not_yes_and_not_no() -> None:
    told = answers(replace(GOOD, chain=Chain.UNKNOWN))[2]
    assert told.answer == "Chưa rõ: chưa biết nơi cấp."


def test_a_signature_without_a_name_says_so() -> None:
    told = answers(replace(GOOD, signer="", issuer="", claimed_time=None))[1]
    assert (told.answer, told.good) == ("Không rõ người ký.", False)


def test_a_certificate_of_its_own_issuer_is_named_once() -> None:
    told = answers(replace(GOOD, issuer=GOOD.signer, claimed_time=None))[1]
    assert told.answer == "Nguyễn Văn A."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {"revocation": Revocation.GOOD},
            "Chứng thư số chưa bị thu hồi tính đến ngày 19/11/2024.",
        ),
        (
            {"revocation": Revocation.REVOKED},
            "Chứng thư số ĐÃ BỊ THU HỒI (theo danh sách ngày 19/11/2024).",
        ),
        (
            {"revocation": Revocation.NOT_CHECKED, "revocation_as_of": None},
            "CHƯA KIỂM TRA thu hồi (ngoại tuyến).",
        ),
    ],
)
def test_revocation_has_three_texts_and_names_the_day_of_the_list(
    changes: dict[str, Any], words: str
) -> None:
    assert revocation_sentence(replace(GOOD, **changes)) == words


def test_silence_about_revocation_is_said_aloud_and_is_no_yes() -> None:
    told = answers(replace(GOOD, revocation=Revocation.NOT_CHECKED))[2]
    assert not told.good
    assert told.answer == (
        "Chưa chắc: do nơi được tin cậy cấp; CHƯA KIỂM TRA thu hồi (ngoại tuyến)."
    )


def test_a_certificate_that_ended_since_is_told_with_its_day() -> None:
    told = answers(replace(GOOD, chain=Chain.LAPSED))[2]
    assert told.answer == (
        "Chưa rõ: chứng thư số đã hết hạn ngày 01/05/2025; hợp lệ tại thời điểm người "
        "ký khai, không có dấu thời gian độc lập."
    )


def test_what_is_left_out_is_named_and_a_long_list_is_cut() -> None:
    gaps = ("/xl/worksheets/sheet9.xml", "xl/_rels/workbook.xml.rels#rId9")
    few = replace(GOOD, coverage=Coverage.INCOMPLETE, gaps=gaps)
    assert answers(few)[0].answer == (
        "Không: có phần nằm ngoài chữ ký (trang tính “xl/worksheets/sheet9.xml”, liên "
        "kết bên trong “xl/_rels/workbook.xml.rels#rId9”)."
    )
    sheets = (SheetName(part="xl/worksheets/sheet9.xml", name="Ẩn"),)
    assert "ký (trang tính “Ẩn” (xl/worksheets/sheet9.xml), " in (
        answers(few, sheets)[0].answer
    )
    many = replace(few, gaps=tuple(f"xl/media/{one}.png" for one in range(9)))
    assert answers(many)[0].answer.endswith("“xl/media/5.png” và 3 phần khác).")


def test_a_day_is_told_as_clocks_here_show_it() -> None:
    late = dt.datetime(2024, 11, 20, 20, tzinfo=dt.UTC)
    told = answers(replace(GOOD, claimed_time=late))[1].answer
    assert f"ký ngày {late.astimezone():%d/%m/%Y} theo" in told


def test_a_signer_is_named_with_the_role() -> None:
    told = answers(replace(GOOD, role=SignerRole.AGENCY))[1].answer
    assert told.startswith("Nguyễn Văn A (cơ quan); chứng thư số do")


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (PERSON, "Cần chữ ký của người ký “Nguyễn Văn A”: có, do “Nguyễn Văn A” ký."),
        (AGENCY, "Cần chữ ký của cơ quan “Phòng Văn hóa”: CHƯA CÓ."),
        (
            replace(AGENCY, found="Phòng Tài chính"),
            (
                "Cần chữ ký của cơ quan “Phòng Văn hóa”: có, nhưng chứng thư số mang "
                "tên khác, “Phòng Tài chính”."
            ),
        ),
        (replace(PERSON, name="", found=""), "Cần chữ ký của người ký: CHƯA CÓ."),
    ],
)
def test_whoever_was_expected_stands_beside_whoever_signed(
    expected: ExpectedSigner, words: str
) -> None:
    assert expected_sentence(expected) == words


def test_the_report_inside_is_told_with_the_code_to_compare() -> None:
    assert report_sentence(REPORT) == (
        "Báo cáo của Phòng Văn hóa, Kế hoạch truyền thông năm 2024, số liệu "
        "01/01/2024–31/12/2024."
    )
    assert code_sentence(REPORT) == "Mã đối chiếu: ABCDE-FGHJK-MNPQR-STVWX-Y."
    assert_a_sentence(report_sentence(replace(REPORT, agency="", practice=True)))


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"slip": 2}, "Bản điều chỉnh số 2 của báo cáo của Phòng Văn hóa, "),
        ({"kind": "letter-cover"}, "Công văn gửi báo cáo của Phòng Văn hóa, "),
        ({"kind": "submission", "practice": True}, "Tờ trình thực hành của "),
        ({"kind": "of-later-days"}, "Báo cáo của Phòng Văn hóa, "),
    ],
)
def test_what_is_no_plain_report_is_called_what_it_is(
    told: dict[str, Any], words: str
) -> None:
    assert report_sentence(replace(REPORT, **told)).startswith(words)


def test_every_kind_of_letter_has_a_name_of_its_own() -> None:
    letters = [one.code for one in KINDS if one.letter]
    names = {report_sentence(replace(REPORT, kind=one)) for one in letters}
    assert len(names | {report_sentence(REPORT)}) == len(letters) + 1


SILENT = replace(GOOD, revocation=Revocation.NOT_CHECKED)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (a_file(GOOD, expected=(PERSON,)), "còn nguyên vẹn, chữ ký tin được."),
        (
            a_file(SILENT),
            (
                "còn nguyên vẹn, do nơi được tin cậy cấp chứng thư, nhưng chưa kiểm "
                "tra thu hồi."
            ),
        ),
        (
            a_file(replace(GOOD, chain=Chain.TEST), expected=(AGENCY,)),
            "còn nguyên vẹn, ký bằng khóa ký thử nên không có giá trị.",
        ),
        (
            a_file(GOOD, expected=(PERSON, AGENCY)),
            "còn nguyên vẹn, nhưng còn thiếu chữ ký của cơ quan.",
        ),
        (
            a_file(GOOD, expected=(replace(PERSON, agrees=False),)),
            "còn nguyên vẹn, nhưng người ký mang tên khác với tên trong báo cáo.",
        ),
        (
            a_file(replace(GOOD, chain=Chain.UNKNOWN)),
            "còn nguyên vẹn, nhưng chữ ký chưa tin được.",
        ),
        (
            a_file(replace(GOOD, integrity=Integrity.UNSUPPORTED)),
            "có điểm chưa kiểm tra được, nên hỏi lại nơi gửi.",
        ),
        (
            a_file(GOOD, findings=(Finding(code="hash", facts=("b",)),)),
            "có điểm chưa đúng, không nên dùng.",
        ),
        (a_file(findings=UNSIGNED), "chưa có chữ ký."),
        (
            a_file(findings=UNSIGNED, report=REPORT),
            "chưa có chữ ký; đối chiếu mã của tệp với bản giấy đã ký, đóng dấu.",
        ),
    ],
)
def test_a_file_is_told_in_one_sentence(verdict: FileVerdict, words: str) -> None:
    assert headline(verdict) == f"“a.pdf” {words}"
    assert_a_sentence(headline(verdict))


def test_a_package_is_told_by_the_weightiest_of_its_members() -> None:
    inner = a_file(GOOD, expected=(AGENCY,))
    outer = FileVerdict(
        file_name="b.zip", format="package", signatures=(GOOD,), members=(inner,)
    )
    assert headline(outer).endswith("nhưng còn thiếu chữ ký của cơ quan.")
