"""`keys` lists tokens and certificates without a PIN, and keeps a choice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.cli.options import PASSWORD_VARIABLE
from tests.cli.saying import Say, fault
from tests.files.pki import pki
from tests.files.softhsm import SoftHsm, SoftToken, soft_hsm
from tests.files.spying import spy


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a test a user's folder of its own."""
    monkeypatch.setattr("desktop.paths.user_folder", lambda: tmp_path / "own")
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)
    return tmp_path / "own"


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[tuple[SoftHsm, SoftToken]]:
    with soft_hsm(tmp_path / "hsm") as hsm:
        yield hsm, hsm.token("Ánh", pki().person, pki().expired)


def test_what_is_on_a_token_is_told_without_a_pin(
    plugged: tuple[SoftHsm, SoftToken], say: Say, tmp_path: Path
) -> None:
    _, token = plugged
    with spy(tmp_path) as watch:
        said = say("keys", "--module", watch.module)
    assert said.code == 0
    assert f"“Ánh”, số hiệu {token.serial}: mã PIN bình thường" in said.out
    good, bad = [line for line in said.out.splitlines() if "Mã 0" in line]
    assert "Nguyễn Thị Ánh; nơi cấp Cấp phát" in good
    assert good.endswith("; ký được")
    assert bad.endswith("không dùng để ký được")
    assert watch.asked("C_Login") == 0


def test_the_same_is_told_to_a_program(
    plugged: tuple[SoftHsm, SoftToken], say: Say
) -> None:
    hsm, token = plugged
    data = say("keys", "--module", hsm.module, "--json").data
    assert set(data) == {"suggestions", "modules", "kept"}
    (module,) = data["modules"]
    assert (module["path"], module["reason"]) == (str(hsm.module), None)
    (found,) = module["tokens"]
    assert (found["serial"], found["pin"], found["pin_pad"]) == (
        token.serial,
        "fine",
        False,
    )
    assert [(one["id"], one["usable"]) for one in found["certificates"]] == [
        ("01", True),
        ("02", False),
    ]
    assert {"family", "path", "present", "bits", "loadable", "verified"} == set(
        data["suggestions"][0]
    )


def test_no_certificate_to_sign_with_is_wanting(say: Say, tmp_path: Path) -> None:
    with soft_hsm(tmp_path) as hsm:
        said = say("keys", "--module", hsm.module)
        assert said.code == 1
        assert "Chưa cắm token nào." in said.out
        hsm.token("Trống")
        said = say("keys", "--module", hsm.module)
        assert said.code == 1
        assert "Không có chứng thư số" in said.out


def test_a_module_that_cannot_be_used_is_told_and_no_more(
    say: Say, tmp_path: Path
) -> None:
    path = tmp_path / "x.so"
    path.write_bytes(b"none")
    said = say("keys", "--module", path)
    assert (said.code, said.err) == (1, "")
    assert "“x.so” không làm được việc" in said.out
    data = say("keys", "--module", path, "--json").data
    assert data["modules"][0]["reason"] == "module_failed"


def test_a_choice_is_kept_and_told(
    plugged: tuple[SoftHsm, SoftToken], say: Say, own_folder: Path
) -> None:
    hsm, token = plugged
    named = ("--module", hsm.module, "--token", token.serial, "--certificate", "01")
    assert say("keys", "--keep", *named, "--scheme", "pss").code == 0
    said = say("keys")
    assert f"Khóa đã chọn: token {token.serial}, chứng thư 01" in said.out
    kept = say("keys", "--json").data["kept"]
    assert kept == {
        "key_file": None,
        "module": str(hsm.module),
        "token": token.serial,
        "certificate": "01",
        "scheme": "pss",
    }
    assert [one.name for one in own_folder.iterdir()] == ["chu-ky.json"]


def test_a_key_file_takes_the_place_of_a_token_and_the_padding_stays(
    plugged: tuple[SoftHsm, SoftToken], say: Say, tmp_path: Path
) -> None:
    hsm, token = plugged
    named = ("--module", hsm.module, "--token", token.serial)
    say("keys", "--keep", *named, "--scheme", "pss")
    path = tmp_path / "k.p12"
    kept = say("keys", "--keep", "--key", path, "--json").data["kept"]
    assert kept == {
        "key_file": str(path),
        "module": str(hsm.module),
        "token": token.serial,
        "certificate": "",
        "scheme": "pss",
    }
    assert f"Khóa đã chọn: tệp {path}" in say("keys").out


def test_nothing_is_kept_unasked(
    plugged: tuple[SoftHsm, SoftToken], say: Say, own_folder: Path
) -> None:
    hsm, token = plugged
    say("keys", "--module", hsm.module, "--token", token.serial)
    assert not own_folder.exists()


def test_a_module_is_guessed_only_when_there_is_one(
    plugged: tuple[SoftHsm, SoftToken], say: Say
) -> None:
    _, token = plugged
    told = say("keys", "--json").data["suggestions"]
    ready = [one["path"] for one in told if one["loadable"]]
    said = say("keys", "--keep", "--token", token.serial, "--json")
    if len(ready) == 1:
        assert said.data["kept"]["module"] == ready[0]
    else:
        assert "--module" in said.data["error"]["why"]


def test_a_file_and_a_token_cannot_both_be_kept(say: Say) -> None:
    words = ("keys", "--keep", "--key", "k.p12", "--token", "1")
    error = fault(say, *words, kind="UsageError")
    assert "--token" in error["why"]
