"""Keys are made locked, never written over, and sign so that openssl agrees."""

import base64
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.files.release.release_keys import load_release_keys
from desktop.files.release.sums import read_sums, who_signed
from desktop.records.update import ListSignature, ReleaseKey
from tests.files.release.releases import a_release
from tests.house.source import ROOT

SCRIPT = ROOT / "packaging" / "release_key.py"
WORDS = "bốn từ không liên quan"
DER_HEAD = bytes.fromhex("302a300506032b6570032100")
"""Of a public Ed25519 key: RFC 8410."""


def run(*words: object, password: str = WORDS) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-X", "utf8", SCRIPT, *map(str, words)],
        input=f"{password}\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("khóa") / "khoa.pem"
    assert run("make", path).returncode == 0
    return path


def public_of(key: Path) -> ReleaseKey:
    (line,) = [
        one for one in run("show", key).stdout.splitlines() if one.startswith("public")
    ]
    return ReleaseKey(name="Nơi phát hành", public=line.split('"')[1])


def test_what_it_prints_is_what_the_program_reads(key: Path, tmp_path: Path) -> None:
    (tmp_path / "k.toml").write_text(run("show", key).stdout, "utf-8")
    assert load_release_keys(tmp_path / "k.toml") == (public_of(key),)


def test_a_list_it_signs_is_known_by_its_key(key: Path, tmp_path: Path) -> None:
    a_release(tmp_path)
    done = run("sign", key, tmp_path / "SHA256SUMS")
    assert done.returncode == 0, done.stderr
    found = who_signed(read_sums(tmp_path), (public_of(key),))
    assert found == (ListSignature.KNOWN, public_of(key))


def test_openssl_agrees(key: Path, tmp_path: Path) -> None:
    a_release(tmp_path)
    run("sign", key, tmp_path / "SHA256SUMS")
    raw = base64.b64decode(public_of(key).public)
    (tmp_path / "k.der").write_bytes(DER_HEAD + raw)
    done = subprocess.run(
        [
            "openssl",
            "pkeyutl",
            "-verify",
            "-rawin",
            "-pubin",
            "-keyform",
            "DER",
            "-inkey",
            "k.der",
            "-in",
            "SHA256SUMS",
            "-sigfile",
            "SHA256SUMS.sig",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Signature Verified Successfully" in done.stdout


def test_openssl_signs_alike_with_the_same_key(key: Path, tmp_path: Path) -> None:
    a_release(tmp_path)
    run("sign", key, tmp_path / "SHA256SUMS")
    sign = f"openssl pkeyutl -sign -rawin -inkey {key} -passin stdin"
    subprocess.run(
        f"{sign} -in SHA256SUMS -out theirs.sig".split(),
        cwd=tmp_path,
        input=f"{WORDS}\n".encode(),
        check=True,
    )
    ours = (tmp_path / "SHA256SUMS.sig").read_bytes()
    assert (tmp_path / "theirs.sig").read_bytes() == ours


def test_a_key_is_locked_for_its_owner_only(key: Path) -> None:
    assert key.read_text("ascii").startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
    if sys.platform != "win32":
        assert key.stat().st_mode & 0o077 == 0
    done = run("show", key, password="another password")
    assert (done.returncode, done.stdout) == (2, "")
    assert "sai mật khẩu" in done.stderr


def test_no_key_is_written_over_and_no_short_password_taken(
    key: Path, tmp_path: Path
) -> None:
    before = key.read_bytes()
    assert run("make", key).returncode == 2
    assert key.read_bytes() == before
    assert run("make", tmp_path / "k.pem", password="ngắn").returncode == 2
    assert not (tmp_path / "k.pem").exists()


@pytest.mark.parametrize("words", [(), ("sign", "k.pem"), ("show", "k.pem", "s")])
def test_a_wrong_command_shows_the_right_ones(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 2
    assert "usage:" in done.stderr


def test_a_file_that_is_no_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "k.pem").write_text("không phải khóa", "utf-8")
    for command in (("show", tmp_path / "k.pem"), ("show", tmp_path / "gone")):
        done = run(*command)
        assert done.returncode == 2
        assert "Không mở được khóa" in done.stderr
        assert "Traceback" not in done.stderr
