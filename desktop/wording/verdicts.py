"""What a check of a signed file found: three questions with answers, and findings."""

from dataclasses import dataclass

from desktop.records.verification import (
    Chain,
    Coverage,
    FileVerdict,
    Finding,
    Integrity,
    Revocation,
    SignatureVerdict,
)
from desktop.rules.dates import format_date
from desktop.wording.labels import label

INTACT_QUESTION = "Nội dung còn nguyên vẹn không?"
SIGNER_QUESTION = "Ai ký?"
TRUST_QUESTION = "Chữ ký có tin được không?"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question about a signature, and its answer."""

    question: str
    answer: str
    good: bool
    """False for `no` and for `not known`: silence is not a good answer."""


_FINDINGS = {
    "changed": "Nội dung đã bị thay đổi sau khi ký.",
    "changed_after_signing": "Tệp đã bị thay đổi hoặc thêm nội dung sau khi ký.",
    "content_missing": "Không tìm thấy tệp “{0}” mà chữ ký đi kèm.",
    "extra_signature": "Có chữ ký “{0}” không đi với tệp nào trong bảng kê.",
    "hash": "Tệp “{0}” không khớp với bảng kê đã ký.",
    "hybrid": "Tệp PDF có hai cách đọc nội dung khác nhau, nên không thể tin.",
    "incomplete": "Chữ ký không bao trùm hết nội dung của tệp.",
    "missing": "Tệp “{0}” có trong bảng kê đã ký nhưng không có trong gói.",
    "repacked": "Gói đã được chương trình khác nén lại; nội dung bên trong vẫn khớp.",
    "signature": "Chữ ký của gói không đúng với bảng kê.",
    "test_key_on_real_report": "Báo cáo thật mà ký bằng khóa ký thử: không dùng được.",
    "too_large": "Tệp quá lớn nên chưa kiểm tra.",
    "unlisted": "Tệp “{0}” không có trong bảng kê đã ký.",
    "unread_signature": "Có chữ ký không đọc được.",
    "unreadable": "Tệp bị hỏng hoặc không đúng dạng, nên không kiểm tra được.",
    "unsigned": "Tệp chưa có chữ ký.",
}
_FINDING_GENERAL = "Có điểm chưa đúng trong tệp; không nên dùng trước khi hỏi nơi gửi."

_SIGNING_DOUBTS = {
    "expires_soon": "Chứng thư số sắp hết hạn.",
    "no_issuer": (
        "Không có chứng thư của nơi cấp đi kèm khóa: máy khác có thể không lần được "
        "đường tin cậy."
    ),
    "test_key": "Đây là khóa ký thử; chữ ký không có giá trị.",
    "untrusted": "Máy này chưa biết nơi cấp chứng thư số.",
}

_FACTS = 4


def finding_sentence(finding: Finding) -> str:
    """Tell one thing found wrong with a file."""
    template = _FINDINGS.get(finding.code, _FINDING_GENERAL)
    return template.format(*finding.facts, *[""] * _FACTS)


def signing_doubt(key: str) -> str:
    """Tell what should be known of a key before signing with it."""
    return _SIGNING_DOUBTS.get(key, "Chứng thư số có điểm cần xem lại.")


def answers(signature: SignatureVerdict) -> tuple[Answer, Answer, Answer]:
    """Answer the three questions about one signature."""
    return _intact(signature), _signer(signature), _trusted(signature)


def _intact(signature: SignatureVerdict) -> Answer:
    """Tell whether the content is as signed, and all of it."""
    intact = signature.integrity is Integrity.INTACT
    if not intact:
        return Answer(
            INTACT_QUESTION, f"Không: {_low(signature.integrity)}.", good=False
        )
    whole = signature.coverage is Coverage.COMPLETE
    start = f"Có: {_low(signature.integrity)}" if whole else "Không"
    joint = ", " if whole else ": "
    text = f"{start}{joint}{_low(signature.coverage)}."
    return Answer(INTACT_QUESTION, text, good=whole)


def _signer(signature: SignatureVerdict) -> Answer:
    """Tell whom the certificate names, who issued it, and the time claimed."""
    if not signature.signer:
        return Answer(SIGNER_QUESTION, "Không rõ người ký.", good=False)
    text = signature.signer
    if signature.issuer and signature.issuer != signature.signer:
        text += f"; chứng thư số do {signature.issuer} cấp"
    if signature.claimed_time:
        text += f"; ký ngày {format_date(signature.claimed_time)} theo đồng hồ máy ký"
    return Answer(SIGNER_QUESTION, f"{text}.", good=True)


def _trusted(signature: SignatureVerdict) -> Answer:
    """Tell whether the certificate is trusted here; not known is not trusted."""
    if signature.integrity is not Integrity.INTACT:
        return Answer(
            TRUST_QUESTION, f"Không: {_low(signature.integrity)}.", good=False
        )
    if signature.revocation is Revocation.REVOKED:
        return Answer(
            TRUST_QUESTION, f"Không: {_low(signature.revocation)}.", good=False
        )
    if signature.chain is not Chain.PINNED:
        start = "Chưa rõ" if signature.chain is Chain.UNKNOWN else "Không"
        return Answer(TRUST_QUESTION, f"{start}: {_low(signature.chain)}.", good=False)
    text = f"Có: {_low(signature.chain)}; {_low(signature.revocation)}."
    return Answer(TRUST_QUESTION, text, good=True)


def _low(value: Integrity | Coverage | Chain | Revocation) -> str:
    """Return a label as it stands inside a sentence."""
    words = label(value)
    return words[0].lower() + words[1:]


def headline(verdict: FileVerdict) -> str:
    """Tell in one sentence how a file stands."""
    if not verdict.signatures:
        return f"“{verdict.file_name}” chưa có chữ ký."
    if not verdict.intact:
        return f"“{verdict.file_name}” có điểm chưa đúng, không nên dùng."
    trusted = all(answers(one)[2].good for one in verdict.signatures)
    end = "chữ ký tin được" if trusted else "nhưng chữ ký chưa tin được"
    if any(one.chain is Chain.TEST for one in verdict.signatures):
        end = "ký bằng khóa ký thử nên không có giá trị"
    return f"“{verdict.file_name}” còn nguyên vẹn, {end}."
