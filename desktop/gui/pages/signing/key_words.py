"""Say what a certificate and a token tell of themselves."""

import datetime as dt
from typing import TYPE_CHECKING

from desktop.rules.dates import format_date
from desktop.rules.expected_signers import bears
from desktop.wording.clocks import on_this_clock
from desktop.wording.verdicts import signing_doubt

if TYPE_CHECKING:
    from desktop.files.signatures.token.found import Token, TokenCertificate
    from desktop.gui.pages.signing.key_work import OpenKey

OPENED = "✓ Đã mở khóa, sẵn sàng ký."
TEST_KEY = "KÝ THỬ: chữ ký này không có giá trị pháp lý."
OTHER_NAME = (
    "Báo cáo ghi “{expected}”, chứng thư số mang tên khác: nơi nhận sẽ thấy chưa khớp."
)
_PIN = {
    "low": "▲ Mã PIN đã bị gõ sai trước đó: gõ cẩn thận.",
    "last_try": "▲ Chỉ còn một lần thử mã PIN: sai nữa thì token bị khóa.",
    "locked": "▲ Token đang bị khóa: hỏi nơi cấp chứng thư số để mở.",
    "not_set": "▲ Token chưa có mã PIN: đặt bằng phần mềm của hãng token.",
}


def facts(opened: "OpenKey", expected: str = "") -> str:
    """Say what a certificate says of itself, and what is doubtful about it.

    Blank `expected`: anybody's certificate will do.
    """
    key = opened.key
    lines = [OPENED, *_lines(key.name, key.issuer, key.not_before, key.not_after)]
    if key.test:
        lines.append(f"▲ {TEST_KEY}")
    if expected and not bears(key.name, expected, test=key.test):
        lines.append(f"▲ {OTHER_NAME.format(expected=expected)}")
    doubts = [each for each in opened.doubts if each != "test_key"]
    return "\n".join([*lines, *(f"▲ {signing_doubt(each)}" for each in doubts)])


def token_facts(
    token: "Token", certificate: "TokenCertificate", now: dt.datetime
) -> str:
    """Say whose certificate lies on a token, before anybody logs in."""
    lines = _lines(
        certificate.name,
        certificate.issuer,
        certificate.not_before,
        certificate.not_after,
    )
    if not certificate.holds(now):
        lines.append("▲ Chứng thư số không còn, hoặc chưa có hiệu lực.")
    if not certificate.signs:
        lines.append("▲ Chứng thư số này không dùng để ký văn bản.")
    return "\n".join([*lines, *filter(None, [pin_words(token)])])


def pin_words(token: "Token") -> str:
    """Say what a token tells of its PIN; blank where there is nothing to fear."""
    return _PIN.get(token.pin, "")


def choice_words(token: "Token", certificate: "TokenCertificate") -> str:
    """Name a certificate among those of every token, in one line."""
    until = format_date(on_this_clock(certificate.not_after))
    where = token.label or token.model or token.serial
    return f"{certificate.name} – đến {until} – {where} ({token.serial})"


def _lines(name: str, issuer: str, first: dt.datetime, last: dt.datetime) -> list[str]:
    first_day, last_day = (format_date(on_this_clock(each)) for each in (first, last))
    return [
        f"Chủ chứng thư: {name}",
        f"Nơi cấp: {issuer}",
        f"Hiệu lực: {first_day} – {last_day}",
    ]
