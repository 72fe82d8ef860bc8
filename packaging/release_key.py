"""Make the key of whoever publishes the program, and sign a release with it.

    python3 packaging/release_key.py make KEY         a new key, locked by a password
    python3 packaging/release_key.py show KEY         its public half, for the program
    python3 packaging/release_key.py sign KEY SHA256SUMS

Runs in any Python that has `cryptography`, such as the checkout's own .venv. The
password is asked for, or read as one line where nobody sits at the keyboard.
"""

from __future__ import annotations

import argparse
import base64
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

SHORTEST = 12
"""Letters of a password: the key lies for years on a stick."""
COULD_NOT = 2


class KeyFaultError(Exception):
    """What the maintainer should do differently."""


def make(path: Path, password: str) -> str:
    """Write a new locked key, over nothing; return its public half.

    Raises:
        KeyFaultError: The password is short, or something lies there already.
    """
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if len(password) < SHORTEST:
        raise KeyFaultError(f"Mật khẩu cần ít nhất {SHORTEST} ký tự.")
    key = Ed25519PrivateKey.generate()
    locked = key.private_bytes(
        forms.Encoding.PEM,
        forms.PrivateFormat.PKCS8,
        forms.BestAvailableEncryption(password.encode()),
    )
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise KeyFaultError(f"Đã có {path}: không ghi đè khóa nào.") from error
    with open(opened, "wb") as file:  # noqa: PTH123  a descriptor, not a path
        file.write(locked)
    return public_of(key)


def show(path: Path, password: str) -> str:
    """Return the public half of a key, as data/release_keys.toml has it."""
    return public_of(unlocked(path, password))


def sign(path: Path, sums: Path, password: str) -> Path:
    """Sign a list of hashes; return where the signature lies, beside it.

    The signature is checked before it is written: 64 bytes, as `openssl pkeyutl
    -verify -rawin` reads them.
    """
    key = unlocked(path, password)
    message = sums.read_bytes()
    signature = key.sign(message)
    key.public_key().verify(signature, message)
    target = sums.with_name(f"{sums.name}.sig")
    target.write_bytes(signature)
    return target


def unlocked(path: Path, password: str) -> Ed25519PrivateKey:
    """Open a locked key.

    Raises:
        KeyFaultError: It is missing, no such key, or the password is wrong.
    """
    from cryptography.hazmat.primitives import serialization as forms
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        key = forms.load_pem_private_key(path.read_bytes(), password.encode() or None)
    except (OSError, ValueError, TypeError) as error:
        raise KeyFaultError(
            f"Không mở được khóa {path}: sai mật khẩu, hoặc không phải tệp khóa."
        ) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFaultError(f"{path} không phải khóa Ed25519.")
    return key


def public_of(key: Ed25519PrivateKey) -> str:
    """Return the 32 bytes of the public half in base64."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def ask_password(*, twice: bool) -> str:
    """Ask for the password; twice for a new key, where a slip would lock it for ever.

    Raises:
        KeyFaultError: The two differ.
    """
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Mật khẩu của khóa: ")
    if twice and getpass.getpass("Gõ lại: ") != password:
        raise KeyFaultError("Hai lần gõ khác nhau; chưa tạo khóa.")
    return password


def main(words: list[str]) -> int:
    """Do the command that the words name; give the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("command", choices=("make", "show", "sign"))
    parser.add_argument("key", type=Path)
    parser.add_argument("sums", type=Path, nargs="?")
    told = parser.parse_args(words)
    if (told.command == "sign") != (told.sums is not None):
        parser.error("sign: KEY SHA256SUMS; make, show: KEY")
    try:
        password = ask_password(twice=told.command == "make")
        if told.command == "sign":
            print(f"Đã ký: {sign(told.key, told.sums, password)}")
            return 0
        public = (make if told.command == "make" else show)(told.key, password)
    except (KeyFaultError, OSError) as error:
        print(error, file=sys.stderr)
        return COULD_NOT
    print(f'[[keys]]\nname = "Nơi phát hành"\npublic = "{public}"')
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
