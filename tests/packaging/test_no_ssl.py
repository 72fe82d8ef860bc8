"""Libraries that could open connections import without TLS, and can open none."""

import subprocess
import sys
from pathlib import Path

import pytest

from windows import stage

_WITHOUT_TLS = """
import sys
sys.path.insert(0, sys.argv[1])
sys.modules["_ssl"] = sys.modules["_hashlib"] = None
"""


def run(folder: Path, *lines: str) -> "subprocess.CompletedProcess[str]":
    """Run lines on a Python that has what stands in for `ssl`, and no OpenSSL."""
    (folder / "ssl.py").write_bytes(stage.NO_SSL.read_bytes())
    return subprocess.run(
        [sys.executable, "-c", _WITHOUT_TLS + "\n".join(lines), str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "name",
    [
        "asyncio",
        "http.client",
        "urllib.request",
        "aiohttp",
        "pyhanko.sign",
        "pyhanko.sign.validation",
        "pyhanko_certvalidator.fetchers.aiohttp_fetchers",
        "hashlib, hmac, secrets",
    ],
)
def test_what_names_ssl_is_imported_all_the_same(name: str, tmp_path: Path) -> None:
    done = run(tmp_path, f"import {name}")
    assert done.returncode == 0, done.stderr


def test_whoever_wants_to_connect_is_told_why_not(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        "from pyhanko_certvalidator.fetchers.aiohttp_fetchers import util",
        "util.LazySession().get_session()",
    )
    assert done.returncode == 1
    assert "ImportError: This edition opens no connection" in done.stderr


def test_digests_that_signatures_use_need_no_openssl(tmp_path: Path) -> None:
    names = ("md5", "sha1", "sha256", "sha384", "sha512", "sha3_256", "sha3_512")
    done = run(
        tmp_path,
        "import hashlib",
        f"for name in {names}: print(name, hashlib.new(name, b'abc').hexdigest()[:6])",
    )
    assert "sha256 ba7816" in done.stdout
    assert len(done.stdout.splitlines()) == len(names)
