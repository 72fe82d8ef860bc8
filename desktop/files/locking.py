"""Lock what travels for its receiver alone, and unlock what came locked.

What is sealed by a signature is locked around it, never inside: who unlocks it still
sees who signed. Locks are those of age (a key, or words both sides know) and, for a
receiver without this program, an archive with a password in AES-256 whose only member
has a name that tells nothing.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from desktop.errors import LockError
from desktop.files import aes_shell, heavy_words, zip_members
from desktop.files.aes_shell import MEMBER

LEAST_WORDS: Final = 12
"""Letters of a pass-phrase: what is on a stick may be guessed at for years."""

_AGE: Final = b"age-encryption.org/v1\n"
_HEAD: Final = 4_096
"""Bytes in which the first line on how a file is locked stands."""
_SCRYPT: Final = re.compile(rb"-> scrypt \S+ (\d+)\n")
_MOST_WORK: Final = 21
"""Binary logarithm of the work of a pass-phrase; 21 takes 2 GB and some seconds."""
_NO_KEY: Final = "No matching keys"
_NO_WORDS: Final = "Decryption failed"
_AES: Final = 99
"""Method by which a zip tells of a member in AES."""
_ENCRYPTED: Final = 0x1
_LIMIT: Final = 60_000_000
"""Bytes of an archive's member: a package has at most 50 MB."""


class Lock(StrEnum):
    """How a file is locked."""

    WORDS = "words"
    KEY = "key"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPair:
    """A key for receiving: the public half is handed out, the secret one never."""

    public: str
    secret: str


def new_key() -> KeyPair:
    """Return a key nobody has had before."""
    from pyrage import x25519

    made = x25519.Identity.generate()
    return KeyPair(public=str(made.to_public()), secret=str(made))


def is_public_key(text: str) -> bool:
    """Tell whether a text, blanks around it aside, is a public key."""
    from pyrage import RecipientError, x25519

    try:
        x25519.Recipient.from_str(text.strip())
    except RecipientError:
        return False
    return True


def lock_of(data: bytes) -> Lock | None:
    """Return how a file is locked, by its content; None where it is not."""
    if data.startswith(_AGE):
        head = data[:_HEAD]
        return Lock.WORDS if _SCRYPT.search(head) else Lock.KEY
    return Lock.ARCHIVE if _is_archive(data) else None


def lock_with_key(data: bytes, public: str) -> bytes:
    """Return the bytes as only the holder of a key can read them.

    Raises:
        LockError: `not_key`.
    """
    import pyrage

    if not is_public_key(public):
        raise LockError(Path(), "not_key", public[:80])
    return bytes(
        pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(public.strip())])
    )


def lock_with_words(data: bytes, words: str) -> bytes:
    """Return the bytes as whoever knows the words can read them; takes a second.

    Raises:
        LockError: `weak`.
    """
    from pyrage import passphrase

    return bytes(passphrase.encrypt(data, _strong(words)))


def lock_as_archive(data: bytes, words: str) -> bytes:
    """Return an archive in AES-256 around the bytes, for 7-Zip and its like.

    Raises:
        LockError: `weak`.
    """
    import pyzipper

    output = io.BytesIO()
    with pyzipper.AESZipFile(
        output, "w", compression=pyzipper.ZIP_STORED, encryption=pyzipper.WZ_AES
    ) as archive:
        archive.setpassword(_strong(words).encode())
        archive.writestr(MEMBER, data)
    return aes_shell.around(aes_shell.inside(output.getvalue()))


def unlock_with_words(data: bytes, words: str, *, path: Path) -> bytes:
    """Return what was locked with words, in either way.

    Raises:
        LockError: `wrong_words`; `altered`, where the words are right and the content
            is not what was locked; `too_heavy`: opening takes more memory than there
            is; `needs_key`, `not_locked`.
    """
    lock = lock_of(data)
    if lock is Lock.WORDS:
        return _by_words(data, words, path)
    if lock is Lock.ARCHIVE:
        return _from_archive(data, words, path)
    raise LockError(path, "not_locked" if lock is None else "needs_key")


def unlock_with_key(data: bytes, secret: str, *, path: Path) -> bytes:
    """Return what was locked for the holder of a secret key.

    Raises:
        LockError: `wrong_key`: it was locked for another; `altered`; `needs_words`,
            `not_locked`; `not_key`, where the secret is none.
    """
    import pyrage

    lock = lock_of(data)
    if lock is not Lock.KEY:
        raise LockError(path, "not_locked" if lock is None else "needs_words")
    try:
        identity = pyrage.x25519.Identity.from_str(secret.strip())
    except pyrage.IdentityError as error:
        raise LockError(path, "not_key") from error
    return _opened(lambda: pyrage.decrypt(data, [identity]), path)


def _by_words(data: bytes, words: str, path: Path) -> bytes:
    from pyrage import passphrase

    work = _SCRYPT.search(data[:_HEAD])
    if work is None or int(work[1]) > _MOST_WORK:
        raise LockError(path, "altered")
    given = _same(words)
    # The library does that work while all of the program stands still for it.
    light = heavy_words.lightened(data, given, path=path)
    return _opened(lambda: passphrase.decrypt(light, given), path)


def _opened(opening: Callable[[], bytes], path: Path) -> bytes:
    """Tell apart what the library says in words alone."""
    import pyrage

    try:
        return opening()
    except pyrage.DecryptError as error:
        told = str(error)
        if told.startswith(_NO_KEY):
            raise LockError(path, "wrong_key") from error
        if told.startswith(_NO_WORDS):
            raise LockError(path, "wrong_words") from error
        raise LockError(path, "altered") from error


def _is_archive(data: bytes) -> bool:
    """Tell whether it is an archive with our one member, in AES."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except zip_members.FAULTS:
        return False
    return (
        len(entries) == 1
        and entries[0].filename == MEMBER
        and entries[0].compress_type == _AES
        and bool(entries[0].flag_bits & _ENCRYPTED)
    )


def _from_archive(data: bytes, words: str, path: Path) -> bytes:
    import pyzipper

    if data != aes_shell.around(aes_shell.inside(data)):
        raise LockError(path, "altered")
    try:
        with pyzipper.AESZipFile(io.BytesIO(data)) as archive:
            archive.setpassword(_same(words).encode())
            with archive.open(MEMBER) as stream:
                found = stream.read(_LIMIT + 1)
    except RuntimeError as error:
        raise LockError(path, "wrong_words") from error
    except (pyzipper.BadZipFile, *zip_members.FAULTS) as error:
        raise LockError(path, "altered") from error
    if len(found) > _LIMIT:
        raise LockError(path, "altered")
    return bytes(found)


def _strong(words: str) -> str:
    same = _same(words)
    if len(same) < LEAST_WORDS:
        raise LockError(Path(), "weak", str(LEAST_WORDS))
    return same


def _same(words: str) -> str:
    """Return words as every keyboard means them: marks composed, single blanks."""
    return " ".join(unicodedata.normalize("NFC", words).split())
