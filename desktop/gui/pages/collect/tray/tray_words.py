"""What the tray says of itself."""

from typing import Final

from desktop.operations.intake.accept_arrivals import Accepted
from desktop.operations.intake.unlocking import asks_for_key
from desktop.records.arrival import Arrival, Sorting
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals

ACCEPTING: Final = "Nhận tệp của đơn vị"
EMPTY: Final = "Thả biểu, gói hoặc thư của đơn vị vào đây"
EMPTY_HINT: Final = (
    "Tên tệp thế nào cũng được; tệp nén, thư có tệp đính kèm và cả thư mục cũng được. "
    "Chưa có gì được ghi vào sổ trước khi bấm “Nhận”."
)
STOPPED: Final = (
    "Đã dừng xem các tệp. Chưa có gì được ghi vào sổ; xem hết rồi mới nhận được."
)
NOT_SEEN: Final = (
    "Chưa xem hết các tệp. Chưa có gì được ghi vào sổ; xem hết rồi mới nhận được."
)
GO_ON: Final = "Xem tiếp"
TAKE_BACK: Final = "Hoàn tác lần nhận này"
UNLOCKING: Final = "Mở khóa"
NO_CHANGES: Final = "Không có thay đổi nào từ tệp này."
_NOT_TAKEN: Final = "Không nhận tệp này nên sổ không thay đổi gì."
_UNKNOWN: Final = {
    Sorting.LOCKED: "Mở khóa rồi mới biết tệp này thay đổi gì.",
    Sorting.TO_MAP: "Đối chiếu tên rồi mới biết tệp này thay đổi gì.",
    Sorting.RECEIPT: "Biên nhận không thay đổi mục nào trong sổ.",
    Sorting.DUPLICATE: _NOT_TAKEN,
    Sorting.OLDER: _NOT_TAKEN,
    Sorting.REFUSED: _NOT_TAKEN,
    Sorting.FOREIGN: _NOT_TAKEN,
}
"""What stands where a file shows no change."""
_OF_KEY: Final = "Câu mật khẩu của khóa nhận gói (gõ một lần cho mọi gói)"
_OF_FILE: Final = "Câu mật khẩu nơi gửi đã đặt cho “{0}”"


def no_changes(arrival: Arrival) -> str:
    """Return what is said where a file shows no change it would make."""
    return _UNKNOWN.get(arrival.sorting, NO_CHANGES)


def words_asked(arrival: Arrival) -> str:
    """Return which words are asked for: those of our key, or those of one file."""
    return _OF_KEY if asks_for_key(arrival) else _OF_FILE.format(arrival.name)


def accept_verb(many: int) -> str:
    """Return what the button says that takes in what is ticked."""
    return f"&Nhận {format_integer(many)} tệp" if many else "&Nhận"


def accepted(done: Accepted) -> str:
    """Return what was taken in, and that it adds up."""
    taken, seen = format_integer(done.taken), format_integer(done.seen)
    return f"Đã nhận {taken} trên {seen} tệp: {arrivals.counted(done.counts)}."
