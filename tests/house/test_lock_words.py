"""One word for what locks a package, another for what opens a key or another's file.

What locks a package, a handover file or a key for receiving is several words, at least
twelve letters: "câu mật khẩu". A file of a signing key, a token, and a file somebody
else locked have a "mật khẩu".
"""

import re
import unicodedata

import pytest

from tests.house.source import PROGRAM, ROOT, modules, place, strings

OF_KEYS = frozenset(
    {
        "desktop/cli/demo.py",
        "desktop/cli/options.py",
        "desktop/cli/signing_key.py",
        "desktop/gui/pages/signing/file_panel.py",
        "desktop/gui/pages/signing/key_panel.py",
        "desktop/wording/evidence.py",
        "desktop/wording/file_faults.py",
        "desktop/wording/signature_faults.py",
        "desktop/wording/signature_findings.py",
        "desktop/wording/signed_copy_faults.py",
        "resources/help/never_kept.html",
        "resources/help/signing.html",
        "resources/templates/signing_guide.toml",
    }
)
"""Texts that speak of a signing key, or of a file somebody else locked."""
OF_BOTH = {
    "desktop/gui/handing_over/hand_over_dialog.py": ("mật khẩu và mã PIN",),
    "desktop/wording/arrival_reasons.py": (
        "bảng tính có mật khẩu",
        "bỏ mật khẩu",
        "tệp nén có mật khẩu",
    ),
    "resources/help/handover.html": ("khóa ký số, mật khẩu, mã pin",),
    "resources/templates/handover_pages.toml": ("khóa bí mật, mật khẩu và mã pin",),
}
"""Texts that speak of both, and what in them is of the other kind."""
WORD, WORDS, NEVER = "mật khẩu", "câu mật khẩu", "cụm mật khẩu"


def told(text: str) -> str:
    """Return a text as it is read: without mnemonics, breaks and capitals."""
    composed = unicodedata.normalize("NFC", text).replace("&", "")
    return re.sub(r"\s+", " ", composed).casefold()


def wrong(name: str, text: str) -> bool:
    """Tell whether a text says one word where the other belongs."""
    read = told(text)
    if NEVER in read:
        return True
    if name in OF_KEYS:
        return WORDS in read
    for spared in OF_BOTH.get(name, ()):
        read = read.replace(told(spared), "")
    return WORD in read.replace(WORDS, "")


def texts() -> dict[str, str]:
    """Return all that is told anybody, by its file."""
    found = {
        place(one): "\n".join(text for _, text in strings(one))
        for one in modules(PROGRAM)
    }
    folders = ("resources/help", "resources/templates", "data")
    pages = [
        one
        for folder in folders
        for one in (ROOT / folder).rglob("*")
        if one.suffix in {".html", ".toml", ".csv", ".txt"}
    ]
    found |= {place(one): one.read_text("utf-8") for one in pages}
    return found | {"README.md": (ROOT / "README.md").read_text("utf-8")}


def test_every_text_says_the_word_that_belongs_there() -> None:
    every = texts()
    assert [name for name, text in sorted(every.items()) if wrong(name, text)] == []


def test_every_text_that_is_spared_says_the_word() -> None:
    every = texts()
    assert [one for one in sorted(OF_KEYS) if WORD not in told(every[one])] == []
    for name, spared in OF_BOTH.items():
        assert [one for one in spared if told(one) not in told(every[name])] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("desktop/gui/x.py", "Khóa bằng mật khẩu"),
        ("desktop/gui/x.py", "Câu &mật khẩu, mật\n khẩu"),
        ("desktop/gui/x.py", "Cụm mật khẩu"),
        ("desktop/cli/options.py", "câu mật khẩu"),
        ("desktop/wording/arrival_reasons.py", "Bảng tính có mật khẩu. Mật khẩu"),
    ],
)
def test_the_other_word_is_found(name: str, text: str) -> None:
    assert wrong(name, text)
