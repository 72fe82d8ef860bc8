"""Make the office's key for receiving, and show its public half to be copied."""

from typing import TYPE_CHECKING

from desktop.gui.pages.hand_off.package_options import ask_words
from desktop.gui.running import run
from desktop.operations.sending.receiving_key import (
    make_receiving_key,
    opener,
    public_key,
)

if TYPE_CHECKING:
    from desktop.gui.session import Session

HAND_OUT = "Khóa nhận gói của sổ này (gửi dòng dưới cho nơi gửi):"
_MAKE = "Làm khóa nhận gói cho sổ này?"
_WHY = (
    "Nơi gửi khóa gói bằng khóa công khai của anh/chị thì chỉ sổ này mở được. Khóa bí "
    "mật nằm trong thư mục “khoa-nhan” cạnh tệp sổ, có câu mật khẩu riêng; mất khóa "
    "hoặc quên câu này thì gói đã khóa không mở được nữa."
)


class OwnKey:
    """What the button `Khóa nhận gói` does."""

    def __init__(self, session: "Session") -> None:
        """Speak for the office of a session."""
        self._session = session

    def show(self) -> None:
        """Show the public key; where there is none, ask whether to make one."""
        store, ask = self._session.store, self._session.ask
        known = public_key(store)
        if known and opener(store) is not None:
            self.tell(known)
            return
        if not ask.confirm(_MAKE, verb="Làm khóa", detail=_WHY):
            return
        words = ask_words(self._session, "Câu mật khẩu của khóa nhận gói")
        if words is not None:
            run(
                self._session,
                lambda _progress: make_receiving_key(store, words),
                title="Làm khóa nhận gói",
                then=self.tell,
            )

    def tell(self, public: str) -> None:
        """Show a public key in words that can be copied."""
        self._session.ask.tell(HAND_OUT, detail=public)
