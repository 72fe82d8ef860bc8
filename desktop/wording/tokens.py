"""What a token says of its PIN, in words."""

from typing import Final

from desktop.files.signatures.token.found import PinState, Token

_STATES: Final = {
    PinState.FINE: "mã PIN bình thường",
    PinState.LOW: "mã PIN đã bị nhập sai ít nhất một lần",
    PinState.LAST_TRY: "CHỈ CÒN MỘT LẦN thử mã PIN",
    PinState.LOCKED: "ĐÃ KHÓA, liên hệ nơi cấp để mở",
    PinState.NOT_SET: "chưa đặt mã PIN",
}
_PIN_PAD: Final = "nhập mã PIN trên chính thiết bị"


def pin_state(token: Token) -> str:
    """Return what is to be known before a PIN is given to a token."""
    told = _STATES[token.pin]
    return f"{told}; {_PIN_PAD}" if token.pin_pad else told
