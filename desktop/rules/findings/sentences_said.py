"""Tell whether a standing sentence about targets has anything to say."""

import re
from collections.abc import Sequence

from desktop.records.result import Result, Verdict

_NAMED = re.compile(r"\{(?:targets|count):(\w+)\}")
_ALL = "all"


def says(sentence: str, results: Sequence[Result]) -> bool:
    """Tell whether a sentence is printed: none of the verdicts it names is without.

    A sentence that names none, such as one about figures, is held to say something.
    """
    given = {_said(one) for one in results}
    named = set(_NAMED.findall(sentence)) - {_ALL}
    return named <= given


def _said(result: Result) -> str:
    verdict = result.headline.verdict
    return str(Verdict.MET if verdict is Verdict.ABOVE else verdict)
