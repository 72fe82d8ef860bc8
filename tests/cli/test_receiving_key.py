"""The office's key for receiving is made and shown from the command line."""

from pathlib import Path

from desktop.files import locking
from desktop.operations.sending.receiving_key import opener
from desktop.store.store import Store
from tests.cli.saying import Say, fault

WORDS = "mười hai con giáp"


def test_a_key_is_made_once_and_its_public_half_shown(
    office: Path, tmp_path: Path, say: Say
) -> None:
    none = say("receiving-key", office)
    assert (none.code, none.out) == (
        1,
        "Cơ quan chưa có khóa nhận; tạo bằng --words-file.\n",
    )
    words = tmp_path / "words"
    words.write_text(f"{WORDS}\n", encoding="utf-8")
    made = say("receiving-key", office, "--words-file", words, "--json")
    assert made.code == 0
    assert locking.is_public_key(made.data["public"])
    shown = say("receiving-key", office)
    assert shown.out.splitlines()[0] == made.data["public"]
    assert made.data["secret"] in shown.out
    fault(
        *(say, "receiving-key", office, "--words-file", words),
        kind="LockError",
        reason="key_exists",
    )
    locked = locking.lock_with_key(b"x", made.data["public"])
    with Store(office, writable=False) as store:
        secret = opener(store)
        assert secret is not None
        opened = locking.unlock_with_key(locked, secret(WORDS), path=office)
    assert opened == b"x"

    Path(made.data["secret"]).unlink()
    elsewhere = say("receiving-key", office, "--json")
    assert (elsewhere.code, elsewhere.data["secret"]) == (1, None)
    assert elsewhere.data["public"] == made.data["public"]
    assert "Máy này không có phần bí mật" in say("receiving-key", office).out


def test_short_words_make_none(office: Path, tmp_path: Path, say: Say) -> None:
    words = tmp_path / "words"
    words.write_text("ngắn\n", encoding="utf-8")
    command = ("receiving-key", office, "--words-file", words)
    fault(say, *command, kind="LockError", reason="weak")
    assert say("receiving-key", office, "--json").data["public"] is None
