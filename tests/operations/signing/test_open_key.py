"""Tests of opening a key, in a file or on a token."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import FileError, SignatureError
from desktop.files.signatures.precheck import fits, precheck
from desktop.files.signatures.settings import SigningSettings
from desktop.files.signatures.trust import Trust
from desktop.operations.signing.open_key import (
    list_modules,
    list_tokens,
    load_key,
    open_key,
    open_token_key,
)
from tests.files.pki import NOW, PASSWORD, pki
from tests.files.softhsm import PIN, WRONG, SoftHsm, SoftToken, person_on_a_token
from tests.files.spying import spy


@pytest.fixture
def plugged(tmp_path: Path) -> Iterator[tuple[SoftHsm, SoftToken]]:
    with person_on_a_token(tmp_path / "hsm") as both:
        yield both


def chosen(plugged: tuple[SoftHsm, SoftToken]) -> SigningSettings:
    hsm, token = plugged
    return SigningSettings(module=hsm.module, serial=token.serial, key_id="01")


def test_tokens_are_listed_with_their_certificates(
    plugged: tuple[SoftHsm, SoftToken],
) -> None:
    hsm, token = plugged
    (found,) = list_tokens(hsm.module).value
    assert found.token.serial == token.serial
    assert [one.name for one in found.certificates] == ["Nguyễn Thị Ánh"]


def test_two_tokens_of_one_number_are_told_and_not_mixed(
    plugged: tuple[SoftHsm, SoftToken], tmp_path: Path
) -> None:
    hsm, _ = plugged
    hsm.token("B")
    with (
        spy(tmp_path, "serial=7") as watch,
        pytest.raises(SignatureError, match="token_twice"),
    ):
        list_tokens(watch.module)


@pytest.mark.parametrize("code", ["e0", "32"])
def test_a_token_pulled_out_while_it_is_listed_is_left_out(
    plugged: tuple[SoftHsm, SoftToken], tmp_path: Path, code: str
) -> None:
    with spy(tmp_path, f"C_OpenSession={code}") as watch:
        assert list_tokens(watch.module).value == ()


def test_a_module_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(SignatureError, match="module_missing"):
        list_tokens(tmp_path / "none.so")


def test_the_makers_modules_are_suggested() -> None:
    assert "OpenSC" in {one.family for one in list_modules().value}


def test_the_offices_own_suggestions_come_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.paths.user_folder", lambda: tmp_path)
    shipped = list_modules().value
    known = shipped[-1].path.as_posix()
    table = f"[[family]]\nname = 'Của ta'\nlinux = ['/x/y.so', '{known}']\n"
    (tmp_path / "tokens.toml").write_text(table, "utf-8")
    found = list_modules().value
    assert {one.family for one in found[:2]} == {"Của ta"}
    assert len(found) == len(shipped) + 1


def test_a_damaged_table_of_the_office_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.paths.user_folder", lambda: tmp_path)
    (tmp_path / "tokens.toml").write_text("[[family]", "utf-8")
    with pytest.raises(FileError) as caught:
        list_modules()
    assert caught.value.path == tmp_path / "tokens.toml"


def test_a_key_on_a_token_signs_within_and_not_after(
    plugged: tuple[SoftHsm, SoftToken],
) -> None:
    hsm, token = plugged
    with open_token_key(hsm.module, token.serial, "01", PIN) as key:
        assert fits(key)
        assert precheck(key, pki().trust, NOW) == ()
    with pytest.raises(SignatureError, match="session_over"):
        key.sign(b"x", "sha256")


def test_the_helper_ends_even_when_the_work_fails(
    plugged: tuple[SoftHsm, SoftToken],
) -> None:
    hsm, token = plugged
    with (
        pytest.raises(ZeroDivisionError),
        open_token_key(hsm.module, token.serial, "01", PIN) as key,
    ):
        raise ZeroDivisionError
    with pytest.raises(SignatureError, match="session_over"):
        key.sign(b"x", "sha256")


def test_a_wrong_pin_opens_nothing(plugged: tuple[SoftHsm, SoftToken]) -> None:
    hsm, token = plugged
    with (
        pytest.raises(SignatureError, match="wrong_pin"),
        open_token_key(hsm.module, token.serial, "01", WRONG),
    ):
        pytest.fail("it was opened")


def test_what_was_chosen_is_opened(
    plugged: tuple[SoftHsm, SoftToken], tmp_path: Path
) -> None:
    with open_key(chosen(plugged), PIN) as on_token:
        assert on_token.token
    path = pki().person.write_p12(tmp_path / "k.p12")
    with open_key(SigningSettings(key_file=path), PASSWORD) as in_file:
        assert not in_file.token
    assert on_token.certificate == in_file.certificate


def test_nothing_chosen_opens_nothing() -> None:
    with (
        pytest.raises(SignatureError, match="no_key_chosen"),
        open_key(SigningSettings(), "x"),
    ):
        pytest.fail("it was opened")


def test_a_key_is_completed_from_what_is_known(
    plugged: tuple[SoftHsm, SoftToken], tmp_path: Path
) -> None:
    family = pki()
    trust = Trust(anchors=(family.root.der,))
    path = family.person.write_p12(tmp_path / "k.p12")
    whole = (family.issuing.der, family.root.der)
    assert load_key(path, PASSWORD).chain == (family.issuing.der,)
    assert load_key(path, PASSWORD, trust).chain == whole
    with open_key(chosen(plugged), PIN, trust=trust) as key:
        assert key.chain == whole
