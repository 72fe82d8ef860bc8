"""Tests of the words for what a check of signatures found."""

import datetime as dt
import itertools
import re
from dataclasses import replace
from pathlib import Path

import pytest

import desktop
from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
    Revocation,
    SignatureVerdict,
)
from desktop.wording.verdicts import (
    answers,
    finding_sentence,
    headline,
    signing_doubt,
)
from tests.wording.words import assert_a_sentence

PROGRAM = Path(desktop.__file__).parent
GOOD = SignatureVerdict(
    signer="Nguyễn Văn A",
    issuer="Cơ quan cấp",
    integrity=Integrity.INTACT,
    coverage=Coverage.COMPLETE,
    chain=Chain.PINNED,
    revocation=Revocation.GOOD,
    claimed_time=dt.datetime(2024, 11, 20, 8, tzinfo=dt.UTC),
)
PROMISED = {
    "changed",
    "incomplete",
    "unsigned",
    "hash",
    "unlisted",
    "missing",
    "extra_signature",
    "test_key_on_real_report",
    "too_large",
    "unreadable",
    "hybrid",
}


def codes_found() -> set[str]:
    sources = (path.read_text("utf-8") for path in PROGRAM.rglob("*.py"))
    return {
        code
        for text in sources
        for code in re.findall(r"Finding\(code=\"(\w+)\"", text)
    }


def test_every_finding_has_a_sentence_of_its_own() -> None:
    general = finding_sentence(Finding(code="never_heard_of"))
    for code in PROMISED | codes_found():
        text = finding_sentence(Finding(code=code, facts=("tep.pdf",)))
        assert_a_sentence(text)
        assert text != general, code
    assert_a_sentence(general)


def test_a_finding_names_its_file() -> None:
    text = finding_sentence(Finding(code="hash", facts=("so{lieu}.xlsx",)))
    assert text == "Tệp “so{lieu}.xlsx” không khớp với bảng kê đã ký."


def test_a_finding_without_facts_is_still_told() -> None:
    assert finding_sentence(Finding(code="hash"))


@pytest.mark.parametrize("key", ["test_key", "untrusted", "no_issuer", "expires_soon"])
def test_what_to_know_before_signing_has_words(key: str) -> None:
    assert_a_sentence(signing_doubt(key))
    assert signing_doubt(key) != signing_doubt("never_heard_of")


def test_a_good_signature_answers_yes_three_times() -> None:
    told = answers(GOOD)
    assert all(one.good for one in told)
    assert [one.answer for one in told] == [
        "Có: còn nguyên vẹn, chữ ký bao trùm hết nội dung.",
        (
            "Nguyễn Văn A; chứng thư số do Cơ quan cấp cấp; ký ngày 20/11/2024 theo "
            "đồng hồ máy ký."
        ),
        "Có: do nơi được tin cậy cấp; chứng thư số không bị thu hồi.",
    ]


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
    assert intact.good == intact.answer.startswith("Có:")
    assert intact.good == (
        integrity is Integrity.INTACT and coverage is Coverage.COMPLETE
    )
    assert trust.good == trust.answer.startswith("Có:")
    assert trust.good == (
        integrity is Integrity.INTACT
        and chain is Chain.PINNED
        and revocation is not Revocation.REVOKED
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
    ("verdict", "words"),
    [
        (FileVerdict(file_name="a.pdf", format="pdf"), "“a.pdf” chưa có chữ ký."),
        (
            FileVerdict(file_name="a.pdf", format="pdf", signatures=(GOOD,)),
            "“a.pdf” còn nguyên vẹn, chữ ký tin được.",
        ),
        (
            FileVerdict(
                file_name="a.pdf",
                format="pdf",
                signatures=(replace(GOOD, chain=Chain.TEST),),
            ),
            "“a.pdf” còn nguyên vẹn, ký bằng khóa ký thử nên không có giá trị.",
        ),
        (
            FileVerdict(
                file_name="a.pdf",
                format="pdf",
                signatures=(GOOD,),
                findings=(Finding(code="hash", facts=("b",)),),
            ),
            "“a.pdf” có điểm chưa đúng, không nên dùng.",
        ),
    ],
)
def test_a_file_is_told_in_one_sentence(verdict: FileVerdict, words: str) -> None:
    assert headline(verdict) == words
