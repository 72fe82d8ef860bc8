"""Do the work of a lock of words beside the library, which bears it badly.

The library (age) makes a lock as costly as the machine that locks can bear for a
second, and refuses one that would cost the machine that opens some sixteen: what a fast
machine locked, a slow or a busy one may refuse. What it does not refuse it does while
every thread of the program waits, so that the window stands still for seconds. Here
that work is done all the same, once, and beside them; the library then opens the
content from a lock around the same key that costs nothing. Format:
age-encryption.org/v1, the scrypt recipient.
"""

import base64
import hmac
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.errors import LockError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_LOCK: Final = re.compile(
    rb"(age-encryption\.org/v1\n-> scrypt ([A-Za-z0-9+/]{22}) (\d{1,2})\n"
    rb"([A-Za-z0-9+/]{43})\n---) ([A-Za-z0-9+/]{43})\n"
)
"""All before its seal, the salt, the work, the locked key of the content, the seal."""
_PURPOSE: Final = b"age-encryption.org/v1/scrypt"
_LEAST_WORK: Final = 1
"""Binary logarithm of the work of the lock that only the library sees."""
_KEY: Final = 32
"""Bytes of a key; those of the content's own are half as many."""
_NONCE: Final = bytes(12)


def lightened(data: bytes, words: str, *, path: Path) -> bytes:
    """Return what was locked with words under another lock of the same, of no cost.

    Raises:
        LockError: `wrong_words`; `altered`; `too_heavy`: the work needs more memory
            than this machine has to give.
    """
    from cryptography.exceptions import InvalidTag

    found = _LOCK.match(data)
    if found is None:
        raise LockError(path, "altered")
    head, salt, work, locked, seal = found.groups()
    try:
        wrapping = _derived(words, _bytes(salt), int(work))
        key = _cipher(wrapping).decrypt(_NONCE, _bytes(locked), None)
    except MemoryError as error:
        raise LockError(path, "too_heavy") from error
    except InvalidTag as error:
        raise LockError(path, "wrong_words") from error
    if not hmac.compare_digest(_sealed(key, head), seal):
        raise LockError(path, "altered")
    return _head(key, words) + data[found.end() :]


def _head(key: bytes, words: str) -> bytes:
    """Return the lock of a content's key with words, which costs next to nothing."""
    salt = os.urandom(16)
    locked = _cipher(_derived(words, salt, _LEAST_WORK)).encrypt(_NONCE, key, None)
    head = b"age-encryption.org/v1\n-> scrypt %b %d\n%b\n---" % (
        _text(salt),
        _LEAST_WORK,
        _text(locked),
    )
    return head + b" " + _sealed(key, head) + b"\n"


def _derived(words: str, salt: bytes, work: int) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    made = Scrypt(salt=_PURPOSE + salt, length=_KEY, n=1 << work, r=8, p=1)
    return made.derive(words.encode())


def _sealed(key: bytes, head: bytes) -> bytes:
    """Return the seal that stands at the end of a lock, as it is written there."""
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    made = HKDF(algorithm=hashes.SHA256(), length=_KEY, salt=b"", info=b"header")
    return _text(hmac.digest(made.derive(key), head, "sha256"))


def _cipher(key: bytes) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def _bytes(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")
