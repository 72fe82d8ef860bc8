"""Where a certificate is given, the installer and what removes are signed with it."""

import subprocess
from pathlib import Path

import pytest

from tests.windows.built import EPOCH, ICONS
from windows import installer

ASKED = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=Thu nghiem")


@pytest.fixture
def signing(tmp_path: Path) -> installer.Signing:
    made = installer.Signing(tmp_path / "cert.pem", tmp_path / "key.pem")
    command = ["openssl", *ASKED, "-addext", "extendedKeyUsage=codeSigning"]
    files = ["-out", str(made.certificate), "-keyout", str(made.key)]
    subprocess.run([*command, *files], check=True, capture_output=True)
    return made


def signed(folder: Path, signing: installer.Signing) -> Path:
    stage = folder / "stage"
    stage.mkdir(parents=True)
    (stage / "SoTruyenThong.exe").write_bytes(b"MZ")
    order = installer.Order(
        stage=stage,
        icon=installer.NSIS / "Contrib" / "Graphics" / "Icons" / "nsis3-install.ico",
        picture=ICONS / "program-256.png",
        version="1.2.3",
        epoch=EPOCH,
        fast=True,
        signing=signing,
    )
    return installer.make(order, folder / "made.exe", folder / "work")


def test_a_signed_installer_is_believed_and_the_same_every_time(
    signing: installer.Signing, tmp_path: Path
) -> None:
    made = signed(tmp_path / "a", signing)
    verify = ["osslsigncode", "verify", "-CAfile", str(signing.certificate)]
    said = subprocess.run(
        [*verify, "-in", str(made)], capture_output=True, text=True, check=False
    )
    assert "Signature verification: ok" in said.stdout, said.stdout
    assert signed(tmp_path / "b", signing).read_bytes() == made.read_bytes()


def test_a_changed_signed_installer_is_not_believed(
    signing: installer.Signing, tmp_path: Path
) -> None:
    made = signed(tmp_path / "a", signing)
    data = bytearray(made.read_bytes())
    data[len(data) // 2] ^= 1
    made.write_bytes(data)
    verify = ["osslsigncode", "verify", "-CAfile", str(signing.certificate)]
    said = subprocess.run(
        [*verify, "-in", str(made)], capture_output=True, text=True, check=False
    )
    assert "Signature verification: ok" not in said.stdout
