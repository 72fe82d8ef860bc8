"""`update` tells what an installer is, and starts nothing."""

import hashlib
import tempfile
from pathlib import Path

import pytest

from desktop import __version__
from tests.cli.saying import Say
from tests.files.release.releases import a_release

KEYS = {
    "good", "standing", "reason", "facts", "file", "version", "own_version", "size",
    "sha256", "code", "code_same", "list_signature", "signed_by", "system", "changes",
}  # fmt: skip


@pytest.fixture
def installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "tạm").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tạm"))
    return a_release(tmp_path / "USB")


def test_a_listed_one_is_told_with_its_code_and_its_news(
    installer: Path, say: Say
) -> None:
    said = say("update", installer.parent)
    digest = hashlib.sha256(installer.read_bytes()).hexdigest()
    assert said.code == 1
    assert f"SHA-256: {digest}" in said.out
    assert "– Phải so mã: Bản 9.1.0" in said.out
    assert "Bản 9.1.0: Bản mới: tìm nhanh hơn.\n- Một điều.\n- Hai điều." in said.out
    assert not list((installer.parents[1] / "tạm").iterdir())


def test_the_code_told_by_the_publisher_makes_it_good(
    installer: Path, say: Say
) -> None:
    code = say("update", installer, "--json").data["code"]
    good = say("update", installer, "--code", code, "--json")
    assert (good.code, good.data["code_same"], good.data["good"]) == (0, True, True)
    bad = say("update", installer, "--code", "0000 0000 0000 0000")
    assert bad.code == 1
    assert "Mã KHÔNG khớp" in bad.out


def test_a_program_reads_the_verdict(installer: Path, say: Say) -> None:
    said = say("update", installer, "--json")
    assert set(said.data) == KEYS
    assert said.data["standing"] == "listed"
    assert said.data["own_version"] == __version__
    assert said.data["changes"][0]["points"] == ["Một điều.", "Hai điều."]


def test_a_changed_one_is_refused_in_words(installer: Path, say: Say) -> None:
    installer.write_bytes(installer.read_bytes()[:-1] + b"?")
    said = say("update", installer)
    assert said.code == 1
    assert "▲ Không dùng: “SoTruyenThong-9.1.0-cai-dat.exe” đã bị thay đổi." in said.out
    assert say("update", installer, "--json").data["reason"] == "differs"
