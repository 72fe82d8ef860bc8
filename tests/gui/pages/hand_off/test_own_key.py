"""The office's key for receiving is made once, and shown whenever it is asked for."""

from desktop.gui.pages.hand_off.own_key import HAND_OUT, OwnKey
from desktop.operations.sending.receiving_key import public_key
from tests.gui.pages.report_desk import Desk

WORDS = "bốn từ không liên quan"


def test_a_key_is_made_after_a_question_and_then_only_shown(signed_desk: Desk) -> None:
    key = OwnKey(signed_desk.session)
    signed_desk.ask.script = [False]
    key.show()
    assert public_key(signed_desk.store) == ""
    signed_desk.ask.script = [True, WORDS, WORDS]
    key.show()
    public = public_key(signed_desk.store)
    assert public.startswith("age1")
    key.show()
    assert signed_desk.ask.told == [f"{HAND_OUT}\n{public}"] * 2
