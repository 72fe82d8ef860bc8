"""Tokens of SoftHSM in a folder of their own, with the keys of the tests' family."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from desktop.paths import ROOT
from tests.files.pki import Identity, pki

PIN: Final = "135790"
WRONG: Final = "000000"
ID: Final = "01"
INIT: Final = ("softhsm2-util", "--init-token", "--free", "--so-pin", "12345678")
PLACES: Final = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
)


def module() -> Path:
    """Return the module of SoftHSM on this machine."""
    return next(Path(one) for one in PLACES if Path(one).is_file())


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftToken:
    """A token made for a test."""

    label: str
    serial: str
    pin: str = PIN


class SoftHsm:
    """A machine's tokens, all in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.module = module()

    def configure(self, *more: str) -> None:
        """Write the settings; `more` are lines of them."""
        (self.folder / "tokens").mkdir(parents=True, exist_ok=True)
        lines = (
            f"directories.tokendir = {self.folder / 'tokens'}",
            "objectstore.backend = file",
            "log.level = ERROR",
            *more,
        )
        self.settings.write_text("\n".join(lines), "utf-8")

    @property
    def settings(self) -> Path:
        """Return the file SoftHSM is pointed to."""
        return self.folder / "softhsm2.conf"

    def token(
        self,
        label: str = "Ánh",
        *who: Identity,
        entries: tuple[dict[str, Any], ...] = (),
        pin: str = PIN,
    ) -> SoftToken:
        """Make a token with the key and certificate of each, under ids from 01.

        The certificates above them are written too, as makers' software does.
        """
        subprocess.run(
            [*INIT, "--label", label, "--pin", pin],
            check=True,
            capture_output=True,
        )
        written = [
            entry
            for number, one in enumerate(who, 1)
            for entry in (*of(one, f"{number:02x}"), *above(one))
        ]
        return self._written(label, pin, [*written, *entries])

    def pull(self, token: SoftToken) -> None:
        """Take a token away, as if it were pulled out."""
        subprocess.run(
            ["softhsm2-util", "--delete-token", "--serial", token.serial],
            check=True,
            capture_output=True,
        )

    def copied(self, folder: Path) -> "SoftHsm":
        """Return the same tokens in another folder."""
        shutil.copytree(self.folder / "tokens", folder / "tokens")
        return SoftHsm(folder)

    def _written(
        self, label: str, pin: str, entries: list[dict[str, Any]]
    ) -> SoftToken:
        told = {"module": str(self.module), "token": label, "pin": pin}
        done = subprocess.run(
            [sys.executable, "-m", "tests.files.token_writer"],
            input=json.dumps({**told, "entries": entries}).encode(),
            cwd=ROOT,
            env=os.environ,
            check=True,
            capture_output=True,
        )
        return SoftToken(label=label, serial=done.stdout.decode().strip(), pin=pin)


def of(who: Identity, key_id: str, **more: Any) -> tuple[dict[str, Any], ...]:
    """Return key and certificate of somebody, as they are written on a token.

    Their labels differ, as they do on real tokens: nobody may go by them.
    """
    simple = isinstance(who.private, rsa.RSAPrivateKey)
    form = PrivateFormat.TraditionalOpenSSL
    private = who.private.private_bytes(Encoding.DER, form, NoEncryption()).hex()
    kind = "rsa" if simple else "ec"
    key = {"id": key_id, "private": private, "kind": kind, "label": "khóa", **more}
    return key, {"id": key_id, "certificate": who.der.hex(), "label": "chứng thư"}


def above(who: Identity) -> tuple[dict[str, Any], ...]:
    """Return the certificates above somebody, as they are written on a token."""
    return tuple(
        {
            "id": "",
            "certificate": one.public_bytes(Encoding.DER).hex(),
            "label": "CA",
        }
        for one in who.above
    )


@contextmanager
def soft_hsm(folder: Path, *settings: str) -> Iterator[SoftHsm]:
    """Point every process started within to a folder of tokens, empty at first."""
    made = SoftHsm(folder)
    made.configure(*settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(made.settings))
        yield made


@contextmanager
def person_on_a_token(folder: Path) -> Iterator[tuple[SoftHsm, SoftToken]]:
    """Give a token that holds the person of the tests' family under id 01."""
    with soft_hsm(folder) as made:
        yield made, made.token("Ánh", pki().person)
