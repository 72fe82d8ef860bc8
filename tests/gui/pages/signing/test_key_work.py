"""Keys are opened and looked at; only where they lie is remembered."""

from pathlib import Path

import pytest

from desktop.errors import SignatureError
from desktop.gui.pages.signing import key_work
from desktop.gui.pages.signing.key_work import OpenKey, TokenChoice
from desktop.paths import user_folder
from desktop.progress import silent
from tests.files import pki
from tests.files.softhsm import PIN, WRONG, SoftHsm, SoftToken
from tests.files.softhsm import soft_hsm as tokens_in
from tests.gui.pages.report_desk import PASSWORD, Desk


def choice(plugged: tuple[SoftHsm, SoftToken]) -> TokenChoice:
    hsm, token = plugged
    return TokenChoice(module=hsm.module, serial=token.serial, key_id="01")


def kept() -> str:
    files = [one for one in user_folder().rglob("*") if one.is_file()]
    return "\n".join(one.read_text("utf-8") for one in files)


def test_a_key_file_is_looked_at_before_it_signs(desk: Desk) -> None:
    opened = key_work.open_file(desk.key, PASSWORD, desk.store, silent).value
    assert isinstance(opened, OpenKey)
    assert opened.key.test
    with pytest.raises(SignatureError, match="wrong_password"):
        key_work.open_file(desk.key, "sai", desk.store, silent)


def test_where_the_key_lies_is_kept_and_no_secret(
    today: Desk, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    path = pki.pki().person.write_p12(today.folder / "a.p12")
    key_work.open_file(path, pki.PASSWORD, today.store, silent)
    assert key_work.own_settings().key_file == path
    opened = key_work.open_token(choice(plugged), PIN, today.store, silent).value
    assert isinstance(opened, OpenKey)
    opened.hold.close()
    own = key_work.own_settings()
    assert (own.key_file, own.serial, own.key_id) == (None, plugged[1].serial, "01")
    assert PIN not in kept()
    assert pki.PASSWORD not in kept()


def test_a_wrong_pin_opens_nothing_and_nothing_is_remembered(
    today: Desk, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    with pytest.raises(SignatureError, match="wrong_pin"):
        key_work.open_token(choice(plugged), WRONG, today.store, silent)
    assert key_work.own_settings().module is None


def test_a_certificate_that_must_not_sign_lets_the_token_go(
    today: Desk, tmp_path: Path
) -> None:
    with tokens_in(tmp_path / "khác") as hsm:
        token = hsm.token("Hết hạn", pki.pki().expired)
        names = TokenChoice(module=hsm.module, serial=token.serial, key_id="01")
        with pytest.raises(SignatureError, match="expired"):
            key_work.open_token(names, PIN, today.store, silent)


def test_the_module_used_last_is_asked_first(
    today: Desk, plugged: tuple[SoftHsm, SoftToken]
) -> None:
    opened = key_work.open_token(choice(plugged), PIN, today.store, silent).value
    assert isinstance(opened, OpenKey)
    opened.hold.close()
    found = key_work.find_tokens(None, silent).value
    assert isinstance(found, key_work.FoundTokens)
    assert found.module == plugged[0].module
    assert [one.token.serial for one in found.tokens] == [plugged[1].serial]
