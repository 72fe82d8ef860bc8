"""What the symbol of a document says of its type (Decree 30/2020, Annex III)."""

import re

from desktop.rules.vietnamese import fold, normalise

_TYPES = {
    "nghi quyet": "NQ",
    "quyet dinh": "QĐ",
    "chi thi": "CT",
    "quy che": "QC",
    "thong cao": "TC",
    "thong bao": "TB",
    "huong dan": "HD",
    "chuong trinh": "CTr",
    "ke hoach": "KH",
    "de an": "ĐA",
    "bao cao": "BC",
    "to trinh": "TTr",
    "bien ban": "BB",
    "cong dien": "CĐ",
    "nghi dinh": "NĐ",
    "thong tu": "TT",
    "thong tu lien tich": "TTLT",
    "luat": "QH",
    "cong van": "",
}
"""Types that have one abbreviation of their own; an official letter has none."""

_KNOWN = frozenset(_TYPES.values()) - {""}
_TOKEN = re.compile(r"[/\-](?P<letters>[^\W\d_]+)")


def symbol_differs(document_type: str, number: str) -> bool:
    """Tell whether a number names another type of document than the type given.

    `Thông tư 09/2017/NĐ-CP` does (003-F2); what neither side knows is not judged.
    """
    wanted = _TYPES.get(fold(document_type))
    found = _TOKEN.search(normalise(number))
    if wanted is None or found is None:
        return False
    letters = found["letters"]
    return letters in _KNOWN and letters != wanted
