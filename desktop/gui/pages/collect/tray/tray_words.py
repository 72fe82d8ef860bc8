"""What the tray says of itself."""

from typing import Final

from desktop.operations.intake.accept_arrivals import Accepted
from desktop.rules.numbers import format_integer
from desktop.wording import arrivals

ACCEPTING: Final = "Nhận tệp của đơn vị"
EMPTY: Final = "Thả biểu, gói hoặc thư của đơn vị vào đây"
EMPTY_HINT: Final = (
    "Tên tệp thế nào cũng được; tệp nén, thư có tệp đính kèm và cả thư mục cũng được. "
    "Chưa có gì được ghi vào sổ trước khi bấm “Nhận”."
)
STOPPED: Final = "Đã dừng xem các tệp. Chưa có gì được ghi vào sổ."
TAKE_BACK: Final = "Hoàn tác lần nhận này"


def accept_verb(many: int) -> str:
    """Return what the button says that takes in what is ticked."""
    return f"&Nhận {format_integer(many)} tệp" if many else "&Nhận"


def accepted(done: Accepted) -> str:
    """Return what was taken in, and that it adds up."""
    taken, seen = format_integer(done.taken), format_integer(done.seen)
    return f"Đã nhận {taken} trên {seen} tệp: {arrivals.counted(done.counts)}."
