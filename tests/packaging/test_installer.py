"""The lists by which files come and go name exactly the files of the stage."""

import unicodedata
from pathlib import Path

import pytest

from windows import installer


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    for name in ("stt.exe", "lib/a/b/c.pyc", "lib/a/d.pyc", "runtime/python.exe"):
        path = tmp_path / "stage" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x" * 5_000)
    (tmp_path / "stage" / installer.MARKER.name).write_bytes(b"")
    return tmp_path / "stage"


def test_the_list_names_files_itself_and_folders_from_the_inside_out(
    stage: Path,
) -> None:
    installer.write_list(stage)
    installer.write_list(stage)
    assert (stage / installer.LIST).read_bytes().decode("ascii").split("\r\n") == [
        "DANH_SACH.txt",
        r"lib\a\b\c.pyc",
        r"lib\a\d.pyc",
        r"runtime\python.exe",
        "stt.exe",
        "lib\\a\\b\\",
        "lib\\a\\",
        "lib\\",
        "runtime\\",
        "",
    ]


def test_a_list_that_is_one_file_with_another_stage_s_leaves_that_one_alone(
    stage: Path, tmp_path: Path
) -> None:
    installer.write_list(stage)
    before = (stage / installer.LIST).read_bytes()
    (tmp_path / "other").hardlink_to(stage / installer.LIST)
    (stage / "new.txt").write_bytes(b"")
    installer.write_list(stage)
    assert (tmp_path / "other").read_bytes() == before


def test_what_is_laid_out_is_what_is_taken_away_and_nothing_else(stage: Path) -> None:
    files = installer.files_of(stage)
    laid = installer.install_lines(stage, files).splitlines()
    gone = installer.remove_lines(files).splitlines()
    assert [line for line in laid if line.startswith("File ")] == [
        f'File "{stage}/{name}"'
        for name in ("stt.exe", "lib/a/d.pyc", "lib/a/b/c.pyc", "runtime/python.exe")
    ]
    assert gone == [
        r'Delete "$INSTDIR\lib\a\b\c.pyc"',
        r'Delete "$INSTDIR\lib\a\d.pyc"',
        r'Delete "$INSTDIR\runtime\python.exe"',
        r'Delete "$INSTDIR\stt.exe"',
        r'RMDir "$INSTDIR\lib\a\b"',
        r'RMDir "$INSTDIR\lib\a"',
        r'RMDir "$INSTDIR\lib"',
        r'RMDir "$INSTDIR\runtime"',
    ]
    assert not any("/r" in line for line in gone)


@pytest.mark.parametrize("name", ["sổ.txt", "a$b", 'a"b', "a`b", "a:b", "a\\b"])
def test_a_name_that_means_more_than_itself_is_refused(stage: Path, name: str) -> None:
    (stage / name).write_bytes(b"")
    with pytest.raises(ValueError, match=r"a|s"):
        installer.write_list(stage)


def test_room_is_counted_in_whole_blocks(stage: Path) -> None:
    assert installer.rounded(stage / "stt.exe") == 8_192


def test_the_words_of_nsis_become_composed_and_ours() -> None:
    theirs = unicodedata.normalize("NFD", "Bạn nhấn vào tập tin của bạn. Nhấn Tiến.")
    assert installer.in_our_words(theirs) == (
        "Anh/chị bấm vào tệp của anh/chị. Bấm Tiếp."
    )


def test_every_word_of_the_scripts_is_composed() -> None:
    scripts = sorted(installer.ROOM.glob("*.ns*"))
    assert len(scripts) > 3
    for path in scripts:
        assert unicodedata.is_normalized("NFC", path.read_text("utf-8")), path.name


def test_no_script_removes_a_folder_with_what_is_in_it() -> None:
    for path in installer.ROOM.glob("*.ns*"):
        assert "rmdir /r" not in path.read_text("utf-8").lower(), path.name
