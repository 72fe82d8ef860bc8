"""What every text shown to people must be."""

import re
import unicodedata

_GAP = re.compile(r"\{|\}|“”|  |None|không rõ không rõ")
_CAPITAL_OR_SIGN = re.compile(r"[A-ZĐÀ-Ỹ0-9“–✓▲\n]")


def assert_a_sentence(text: str) -> None:
    """Hold a text to be whole: a capital, an end, no gap, composed letters."""
    assert text.strip(), "blank"
    assert not _GAP.search(text), text
    assert _CAPITAL_OR_SIGN.match(text), text
    assert text[-1] in ".?!", text
    assert unicodedata.is_normalized("NFC", text), text
