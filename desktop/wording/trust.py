"""What is believed here about signatures, in words."""

import datetime as dt
from typing import Final

from desktop.records.trust import Doubt, PassedOver, Pinned, RevocationList
from desktop.rules.dates import format_date
from desktop.rules.numbers import format_integer
from desktop.wording.clocks import on_this_clock
from desktop.wording.labels import label

NOTHING: Final = (
    "Chưa có chứng thư gốc nào: mọi chữ ký còn nguyên vẹn đều ghi “chưa biết nơi cấp”."
)
COMPARE: Final = (
    "CHƯA THÊM. Đọc dấu vân tay này cho nơi cấp nghe qua điện thoại hoặc so với văn "
    "bản của họ; khớp hoàn toàn mới thêm."
)
_GROUP: Final = 4


def fingerprint(sha256: str) -> str:
    """Return a fingerprint in groups of four, to be read aloud."""
    return " ".join(
        sha256[at : at + _GROUP] for at in range(0, len(sha256), _GROUP)
    ).upper()


def pinned_sentence(pinned: Pinned) -> str:
    """Tell one certificate that is kept: what for, whose, where it came from."""
    source = "đi kèm chương trình" if pinned.shipped else "cơ quan thêm"
    return f"{_of(pinned)} ({source})."


def looked_at_sentence(pinned: Pinned) -> str:
    """Tell one certificate that is not kept yet."""
    return f"{_of(pinned)}."


def _of(pinned: Pinned) -> str:
    issuer = "" if pinned.issuer == pinned.name else f", do {pinned.issuer} cấp"
    return f"{label(pinned.kind)} “{pinned.name}”{issuer}"


def added(pinned: Pinned) -> str:
    """Tell that a root is believed from now on."""
    return f"Từ nay tin chứng thư số do “{pinned.name}” cấp."


def removed(name: str) -> str:
    """Tell that a root is believed no longer."""
    return f"Từ nay không tin chứng thư số do “{name}” cấp nữa."


def helped(pinned: Pinned) -> str:
    """Tell that a helper is kept."""
    return f"Đã thêm chứng thư trung gian “{pinned.name}”."


def list_sentence(listed: RevocationList, now: dt.datetime | None = None) -> str:
    """Tell one list of revoked certificates, and whether it is outdated."""
    told = (
        f"Danh sách thu hồi của “{listed.issuer}”, lập ngày "
        f"{_day(listed.this_update)}, {format_integer(listed.revoked)} chứng thư"
    )
    if not listed.known:
        return f"{told}: không dùng, vì chưa biết nơi ký danh sách."
    if listed.next_update is None:
        return f"{told}."
    late = listed.next_update < (now or dt.datetime.now(dt.UTC))
    ends = "ĐÃ QUÁ HẠN từ" if late else "dùng được đến"
    return f"{told}, {ends} ngày {_day(listed.next_update)}."


def passed_over_sentence(passed: PassedOver) -> str:
    """Tell what lies in the folder and is not used."""
    why = {
        Doubt.NOT_PINNED: (
            "không được tin, vì chưa ai xác nhận dấu vân tay; hãy thêm bằng lệnh thêm"
        ),
        Doubt.UNREADABLE: "không dùng, vì không đọc được",
        Doubt.MISSING: "không dùng được, vì tệp không còn hoặc đã bị thay",
    }[passed.doubt]
    return f"{label(passed.kind)} “{passed.name}”: {why}."


def _day(moment: dt.datetime) -> str:
    return format_date(on_this_clock(moment))
