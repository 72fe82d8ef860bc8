"""Tests of keeping which key this machine signs with."""

from pathlib import Path

import pytest

from desktop.files.signatures.settings import FILE_NAME, SigningSettings
from desktop.operations.signing.choose_key import choose_key, chosen_key


def test_a_choice_is_kept_in_the_users_folder_and_not_in_the_office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.paths.user_folder", lambda: tmp_path / "own")
    assert chosen_key().value == SigningSettings()
    settings = SigningSettings(key_file=tmp_path / "k.p12", scheme="pss")
    assert choose_key(settings).value == settings
    assert chosen_key().value == settings
    assert (tmp_path / "own" / FILE_NAME).is_file()
    assert choose_key(settings).touched == frozenset()
