"""Lock with words as age does, for a thousandth of the work.

The library measures the machine and spends a second on every lock, and whoever opens
it spends that second again. What is locked here is the same format with less work, so
the program opens it by its own way; tests/files/test_locking.py keeps the library's.
"""

import base64
import hmac
import os

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pyrage import passphrase

_WORK = 10
"""Binary logarithm; the library takes about 18."""
_CHUNK = 65_536
_LAST = 1
_BY_LIBRARY = passphrase.encrypt


def lighten(patch: pytest.MonkeyPatch) -> None:
    """Let what is locked with words from here on cost little."""
    patch.setattr(passphrase, "encrypt", locked)


def restore(patch: pytest.MonkeyPatch) -> None:
    """Let the library lock again, with all its work."""
    patch.setattr(passphrase, "encrypt", _BY_LIBRARY)


def locked(data: bytes, words: str, work: int = _WORK) -> bytes:
    """Return the bytes as age locks them with words (age-encryption.org/v1).

    Args:
        data: The bytes.
        words: The words.
        work: Binary logarithm of the work.
    """
    file_key = os.urandom(16)
    salt = os.urandom(16)
    purpose = b"age-encryption.org/v1/scrypt"
    wrapping = Scrypt(purpose + salt, 32, n=2**work, r=8, p=1).derive(words.encode())
    wrapped = ChaCha20Poly1305(wrapping).encrypt(bytes(12), file_key, None)
    head = (
        f"age-encryption.org/v1\n-> scrypt {_text(salt)} {work}\n{_text(wrapped)}\n---"
    ).encode()
    seal = hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")
    nonce = os.urandom(16)
    body = _stream(data, _derived(file_key, nonce, b"payload"))
    return head + f" {_text(seal)}\n".encode() + nonce + body


def _stream(data: bytes, key: bytes) -> bytes:
    lock = ChaCha20Poly1305(key)
    starts = range(0, len(data), _CHUNK) or range(1)
    parts = []
    for number, at in enumerate(starts):
        last = _LAST if at + _CHUNK >= len(data) else 0
        nonce = number.to_bytes(11, "big") + bytes([last])
        parts.append(lock.encrypt(nonce, data[at : at + _CHUNK], None))
    return b"".join(parts)


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    made = HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=purpose)
    return made.derive(key)


def _text(data: bytes) -> str:
    return base64.b64encode(data).rstrip(b"=").decode()
