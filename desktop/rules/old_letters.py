"""The two encodings in which offices wrote before Unicode, letter by letter.

Both live on in fonts: the file holds letters of Western Europe, the font draws others.
"""

import re
from functools import lru_cache
from typing import Final

TCVN3: Final = "tcvn3"
"""One letter for each (TCVN 5712:1993, VN3), drawn by fonts named `.Vn…`."""
VNI: Final = "vni"
"""A letter and a sign behind it, drawn by fonts named `VNI-…`."""

_LOWER: Final = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"
_LOWER_CODES: Final = (
    "µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00adõö÷øùúûüýþ"
)
_UPPER: Final = "ĂÂÊÔƠƯĐ"
_UPPER_CODES: Final = "¡¢£¤¥¦§"

OF_TCVN3: Final = dict(zip(_LOWER_CODES + _UPPER_CODES, _LOWER + _UPPER, strict=True))
"""Letter in the file to the one meant. Capitals with a tone have no letter of their
own: they are small ones in fonts whose name ends in `H`."""

UNSEEN_U: Final = "\u00ad"
"""`ư` in TCVN3 is the soft hyphen, which programs that tidy texts throw away."""

_SIGNS: Final = {
    "": "ùøûõï",
    "â": "áàåãä",
    "ê": "éèúüë",
}
"""Shape of the vowel to its signs for sắc, huyền, hỏi, ngã, nặng."""
_ALONE: Final = dict(zip("ñôöíìæóòîÑÔÖÍÌÆÓÒÎ", "đơưíìỉĩịỵĐƠƯÍÌỈĨỊỴ", strict=True))
_TONED: Final = {
    "": {
        "a": "áàảãạ",
        "e": "éèẻẽẹ",
        "o": "óòỏõọ",
        "u": "úùủũụ",
        "y": "ýỳỷỹỵ",
        "ô": "ớờởỡợ",
        "ö": "ứừửữự",
    },
    "â": {"a": "ấầẩẫậ", "e": "ếềểễệ", "o": "ốồổỗộ"},
    "ê": {"a": "ắằẳẵặ"},
}
_SHAPED: Final = {"aâ": "â", "eâ": "ê", "oâ": "ô", "aê": "ă"}


def _pairs() -> dict[str, str]:
    """Return letter and sign to the letter meant; a sign may be of either case."""
    small = dict(_SHAPED)
    for shape, vowels in _TONED.items():
        for vowel, letters in vowels.items():
            small |= {
                vowel + sign: letter
                for sign, letter in zip(_SIGNS[shape], letters, strict=True)
            }
    made: dict[str, str] = {}
    for pair, letter in small.items():
        capital = pair[0].upper()
        made[pair] = letter
        made[capital + pair[1]] = letter.upper()
        made[capital + pair[1].upper()] = letter.upper()
    return made


OF_VNI: Final = {**_pairs(), **_ALONE}
"""One or two letters in the file to the one meant."""

_LONGEST_FIRST: Final = re.compile(
    "|".join(sorted(map(re.escape, OF_VNI), key=len, reverse=True))
)


@lru_cache(maxsize=1_000)
def of_font(font: str) -> tuple[str, bool]:
    """Return the encoding a font draws, blank for Unicode, and whether as capitals."""
    name = font.strip().strip("\"'")
    if name.lower().startswith(".vn"):
        return TCVN3, name.endswith("H")
    return (VNI if name.lower().startswith(("vni-", "vni ")) else ""), False


def read_as(letters: str, text: str) -> str:
    """Return a text of one of the two encodings in Unicode; what it lacks is kept."""
    if letters == TCVN3:
        return "".join(OF_TCVN3.get(one, one) for one in text)
    return _LONGEST_FIRST.sub(lambda found: OF_VNI[found[0]], text)
