"""A whole office goes into one file, and comes out of it on another machine."""

from pathlib import Path

import pytest

from tests.cli.saying import Say, digest, fault

WORDS = "chín con chim trên cành"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """Return a file with the words, for a command line is seen by everybody."""
    file = tmp_path / "câu.txt"
    file.write_text(f"{WORDS}\n", encoding="utf-8")
    return file


def test_an_office_goes_over_and_is_the_same(
    office: Path, words: Path, say: Say, tmp_path: Path
) -> None:
    before = digest(office)
    target, pages = tmp_path / "giao.stt-ban-giao", tmp_path / "trang.pdf"
    given = ("--words-file", words)
    said = say("handover", "make", office, target, "--pages", pages, *given, "--json")
    assert said.code == 0
    assert set(said.data) == {"path", "size", "sha256", "files", "missing", "pages"}
    assert pages.read_bytes().startswith(b"%PDF")
    assert digest(office) == before

    folder = tmp_path / "moi"
    asked = ("handover", "take", target, folder)
    said = say(*asked, "--officer", "Y Hà", *given, "--json")
    assert (said.code, said.data["files"]) == (0, 1)
    assert say("check", Path(said.data["path"])).code == 0
    fault(say, *asked, *given, kind="HandoverError", reason="handover_taken")

    words.write_text("chín con chim trên cây", encoding="utf-8")
    other = ("handover", "take", target, tmp_path / "khac")
    fault(say, *other, *given, kind="LockError", reason="wrong_words")
    assert not (tmp_path / "khac").exists()
