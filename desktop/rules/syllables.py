"""Tell whether letters can be a syllable of Vietnamese: how it begins, rhymes, sounds.

It knows the shape of syllables, not a list of words, and so tells a text that is read
in the right letters from one that is not.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_ONSETS: Final = "ngh|ng|nh|gh|gi|g|kh|k|ch|c|th|tr|t|ph|p|qu|b|d|đ|h|l|m|n|r|s|v|x"
_RHYMES: Final = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|ăc|ăm|ăn|ăng|ăp|ăt|âc|âm|ân|âng|âp|ât|âu|ây|"
    "e|ec|em|en|eng|eo|ep|et|ê|êch|êm|ên|ênh|êp|êt|êu|"
    "i|ia|ich|im|in|inh|ip|it|iu|iêc|iêm|iên|iêng|iêp|iêt|iêu|yêm|yên|yêng|yêt|yêu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oăc|oăm|oăn|oăng|oăt|oc|oe|oen|oeo|"
    "oet|oi|om|on|ong|op|ot|ooc|oong|ô|ôc|ôi|ôm|ôn|ông|ôp|ôt|ơ|ơi|ơm|ơn|ơp|ơt|"
    "u|ua|uân|uâng|uât|uây|uc|uê|uêch|uênh|uêu|ui|um|un|ung|uôc|uôi|uôm|uôn|uông|uôt|uơ|up|"
    "ut|uy|uya|uych|uyên|uyêt|uyn|uynh|uyp|uyt|uyu|"
    "ư|ưa|ưc|ưi|ưm|ưn|ưng|ươc|ươi|ươm|ươn|ương|ươp|ươt|ươu|ưt|ưu|y"
)
_SHAPE: Final = re.compile(f"(?:{_ONSETS})?(?:{_RHYMES})")
_TONE: Final = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED: Final = re.compile("(?:c|ch|p|t)$")
_OF_STOPPED: Final = {"\u0301", "\u0323"}
"""Sắc and nặng: no other tone goes with a stopped ending."""
_LONGEST: Final = 7
"""Letters of `nghiêng`."""


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether a word in Unicode, of any case, may be one syllable."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONE.findall(apart)
    plain = unicodedata.normalize("NFC", _TONE.sub("", apart))
    if len(tones) > 1 or len(plain) > _LONGEST or not _SHAPE.fullmatch(plain):
        return False
    return not _STOPPED.search(plain) or bool(_OF_STOPPED & set(tones))
