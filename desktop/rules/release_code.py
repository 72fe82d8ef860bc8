"""The short code by which two people compare an installer over the telephone."""

CODE_LENGTH = 16
"""Digits of the hash: nobody makes another file with the same 64 bits."""
_GROUP = 4


def release_code(sha256: str) -> str:
    """Return the first digits of a hash in groups, such as `9F86 D081 884C 7D65`."""
    digits = sha256[:CODE_LENGTH].upper()
    return " ".join(digits[n : n + _GROUP] for n in range(0, len(digits), _GROUP))


def same_code(typed: str, sha256: str) -> bool:
    """Tell whether what somebody typed is the code of a hash, or the whole of it.

    Spaces, dashes and the case of letters are of no matter.
    """
    digits = "".join(typed.replace("-", " ").split()).lower()
    return digits in (sha256[:CODE_LENGTH], sha256) and bool(digits)
