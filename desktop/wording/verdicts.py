"""What a check of a signed file found: three questions with answers, and findings."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.records.signing import SignerRole
from desktop.records.verification import (
    Chain,
    Coverage,
    ExpectedSigner,
    FileVerdict,
    FoundReport,
    Integrity,
    Revocation,
    SheetName,
    SignatureVerdict,
)
from desktop.rules.dates import format_date
from desktop.rules.verdict import Light, light
from desktop.rules.vietnamese import harmless_line
from desktop.wording.clocks import on_this_clock
from desktop.wording.labels import label
from desktop.wording.signature_findings import finding_sentence, named

__all__ = [
    "Answer",
    "answers",
    "code_sentence",
    "expected_sentence",
    "finding_sentence",
    "headline",
    "report_sentence",
    "revocation",
    "revocation_sentence",
    "signing_doubt",
]

INTACT_QUESTION = "Nội dung còn nguyên vẹn không?"
SIGNER_QUESTION = "Ai ký?"
TRUST_QUESTION = "Chữ ký có tin được không?"

_ROLES: Final = {SignerRole.PERSON: "người ký", SignerRole.AGENCY: "cơ quan"}
_LETTERS: Final = {
    "letter-reminder": "Công văn đôn đốc",
    "letter-cover": "Công văn gửi báo cáo",
    "submission": "Tờ trình",
}
_NOT_KNOWN: Final = frozenset({Integrity.UNSUPPORTED, Integrity.UNSIGNED})
_NEVER: Final = frozenset({Chain.TEST, Chain.EXPIRED, Chain.NOT_YET, Chain.USAGE})
"""What is wrong with a certificate, unlike what is only not known of it."""
_GAPS_TOLD: Final = 6
_AHEAD: Final = "muộn hơn đồng hồ máy này: một trong hai đồng hồ sai"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question about a signature, and its answer."""

    question: str
    answer: str
    good: bool
    """False for `no` and for `not known`: silence is not a good answer."""


_SIGNING_DOUBTS = {
    "expires_soon": "Chứng thư số sắp hết hạn.",
    "no_issuer": (
        "Không có chứng thư của nơi cấp đi kèm khóa: máy khác có thể không lần được "
        "đường tin cậy."
    ),
    "other_name": (
        "Báo cáo ghi tên khác với tên trong chứng thư số: nơi nhận sẽ thấy chưa khớp."
    ),
    "test_key": "Đây là khóa ký thử; chữ ký không có giá trị.",
    "untrusted": "Máy này chưa biết nơi cấp chứng thư số.",
}


def signing_doubt(key: str) -> str:
    """Tell what should be known of a key before signing with it."""
    return _SIGNING_DOUBTS.get(key, "Chứng thư số có điểm cần xem lại.")


def answers(
    signature: SignatureVerdict, sheets: Sequence[SheetName] = ()
) -> tuple[Answer, Answer, Answer]:
    """Answer the three questions about one signature of a file with these sheets."""
    return _intact(signature, sheets), _signer(signature), _trusted(signature)


def _intact(signature: SignatureVerdict, sheets: Sequence[SheetName]) -> Answer:
    """Tell whether the content is as signed, and all of it; name what is not."""
    if signature.integrity in _NOT_KNOWN:
        text = f"Chưa rõ: {_low(signature.integrity)}."
        return Answer(INTACT_QUESTION, text, good=False)
    if signature.integrity is not Integrity.INTACT:
        text = f"Không: {_low(signature.integrity)}."
        return Answer(INTACT_QUESTION, text, good=False)
    if signature.coverage is Coverage.COMPLETE:
        text = f"Có: {_low(signature.integrity)}, {_low(signature.coverage)}."
        return Answer(INTACT_QUESTION, text, good=True)
    left_out = f" ({_listed(signature.gaps, sheets)})" if signature.gaps else ""
    text = f"Không: {_low(signature.coverage)}{left_out}."
    return Answer(INTACT_QUESTION, text, good=False)


def _listed(gaps: tuple[str, ...], sheets: Sequence[SheetName]) -> str:
    shown = ", ".join(named(one, sheets) for one in gaps[:_GAPS_TOLD])
    rest = len(gaps) - _GAPS_TOLD
    return f"{shown} và {rest} phần khác" if rest > 0 else shown


def _signer(signature: SignatureVerdict) -> Answer:
    """Tell whom the certificate names, who issued it, and the time claimed."""
    if not signature.signer:
        return Answer(SIGNER_QUESTION, "Không rõ người ký.", good=False)
    text = signature.signer
    if signature.role is not None:
        text += f" ({_ROLES[signature.role]})"
    if signature.issuer and signature.issuer != signature.signer:
        text += f"; chứng thư số do {signature.issuer} cấp"
    if signature.claimed_time:
        text += f"; ký ngày {_day(signature.claimed_time)} theo đồng hồ máy ký"
    if signature.ahead:
        text += f", {_AHEAD}"
    return Answer(SIGNER_QUESTION, f"{text}.", good=not signature.ahead)


def _trusted(signature: SignatureVerdict) -> Answer:
    """Tell whether the certificate is trusted here; not known is not trusted."""
    if signature.integrity is not Integrity.INTACT:
        start = "Chưa rõ" if signature.integrity in _NOT_KNOWN else "Không"
        text = f"{start}: {_low(signature.integrity)}."
    elif signature.revocation is Revocation.REVOKED or signature.chain in _NEVER:
        text = f"Không: {_chain(signature)}."
    elif signature.chain is not Chain.PINNED:
        text = f"Chưa rõ: {_chain(signature)}."
    elif signature.revocation is Revocation.NOT_CHECKED:
        text = f"Chưa chắc: {_chain(signature)}; {revocation(signature)}."
    else:
        text = f"Có: {_chain(signature)}; {revocation(signature)}."
    return Answer(TRUST_QUESTION, text, good=text.startswith("Có:"))


def _chain(signature: SignatureVerdict) -> str:
    """Tell what is known of the certificate, with the day it ended if it did."""
    if signature.revocation is Revocation.REVOKED:
        return revocation(signature)
    if signature.chain is Chain.LAPSED:
        ended = f" ngày {_day(signature.valid_until)}" if signature.valid_until else ""
        return (
            f"chứng thư số đã hết hạn{ended}; hợp lệ tại thời điểm người ký khai, "
            "không có dấu thời gian độc lập"
        )
    return _low(signature.chain)


def revocation(signature: SignatureVerdict) -> str:
    """Tell what is known of revocation, up to which day, as part of a sentence."""
    day = signature.revocation_as_of
    if signature.revocation is Revocation.NOT_CHECKED:
        return "CHƯA KIỂM TRA thu hồi (ngoại tuyến)"
    if signature.revocation is Revocation.REVOKED:
        listed = f" (theo danh sách ngày {format_date(day)})" if day else ""
        return f"chứng thư số ĐÃ BỊ THU HỒI{listed}"
    until = f" tính đến ngày {format_date(day)}" if day else ""
    return f"chứng thư số chưa bị thu hồi{until}"


def revocation_sentence(signature: SignatureVerdict) -> str:
    """Tell what is known of revocation, on a line of its own."""
    words = revocation(signature)
    return f"{words[0].upper()}{words[1:]}."


def expected_sentence(expected: ExpectedSigner) -> str:
    """Set one expected signer beside whoever signed."""
    role = _ROLES[expected.role]
    wanted = f"{role} “{harmless_line(expected.name)}”" if expected.name else role
    if not expected.found:
        return f"Cần chữ ký của {wanted}: CHƯA CÓ."
    if expected.agrees:
        return f"Cần chữ ký của {wanted}: có, do “{expected.found}” ký."
    return (
        f"Cần chữ ký của {wanted}: có, nhưng chứng thư số mang tên khác, "
        f"“{expected.found}”."
    )


def report_sentence(report: FoundReport) -> str:
    """Tell of which report the data in a file are."""
    kind = _kind(report) + (" thực hành" if report.practice else "")
    days = f"{format_date(report.first_day)}–{format_date(report.last_day)}"
    agency = harmless_line(report.agency) or "đơn vị không ghi tên"
    return f"{kind} của {agency}, {harmless_line(report.plan_title)}, số liệu {days}."


def code_sentence(report: FoundReport) -> str:
    """Tell the code to compare with the paper: alone in its line, never broken."""
    return f"Mã đối chiếu: {report.code}."


def _kind(report: FoundReport) -> str:
    if report.slip:
        return f"Bản điều chỉnh số {report.slip} của báo cáo"
    return _LETTERS.get(report.kind, "Báo cáo")


def headline(verdict: FileVerdict) -> str:
    """Tell in one sentence how a file stands, as its light does."""
    name = f"“{harmless_line(verdict.file_name)}”"
    shown = light(verdict)
    if shown is Light.GREEN:
        return f"{name} còn nguyên vẹn, chữ ký tin được."
    if shown is Light.RED:
        return f"{name} có điểm chưa đúng, không nên dùng."
    if not verdict.signatures:
        return f"{name} chưa có chữ ký{_compare(verdict)}."
    if not verdict.intact:
        return f"{name} có điểm chưa kiểm tra được, nên hỏi lại nơi gửi."
    return f"{name} còn nguyên vẹn, {_doubt(verdict)}."


def _compare(verdict: FileVerdict) -> str:
    """Tell what to do with a file that bears no signature but a code."""
    if verdict.report is None:
        return ""
    return "; đối chiếu mã của tệp với bản giấy đã ký, đóng dấu"


def _doubt(verdict: FileVerdict) -> str:
    """Tell the weightiest of what keeps a whole file from being trusted."""
    files = (verdict, *(one for one in verdict.members if one.signatures))
    signatures = [one for file in files for one in file.signatures]
    expected = [one for file in files for one in file.expected]
    chains = {one.chain for one in signatures}
    if Chain.TEST in chains:
        return "ký bằng khóa ký thử nên không có giá trị"
    missing = [_ROLES[one.role] for one in expected if not one.found]
    if missing:
        return f"nhưng còn thiếu chữ ký của {' và '.join(dict.fromkeys(missing))}"
    if chains != {Chain.PINNED}:
        return "nhưng chữ ký chưa tin được"
    if not all(one.agrees for one in expected):
        return "nhưng người ký mang tên khác với tên trong báo cáo"
    if any(one.ahead for one in signatures):
        return f"nhưng giờ ký {_AHEAD}"
    return "do nơi được tin cậy cấp chứng thư, nhưng chưa kiểm tra thu hồi"


def _day(moment: dt.datetime) -> str:
    """Print the day of a moment as clocks here show it."""
    return format_date(on_this_clock(moment))


def _low(value: Integrity | Coverage | Chain | Revocation) -> str:
    """Return a label as it stands inside a sentence."""
    words = label(value)
    return words[0].lower() + words[1:]
