"""Every verb meets an office file it cannot use, a period, a password, alike."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.cli.options import PASSWORD_VARIABLE, read_password, read_pin
from desktop.paths import ROOT
from desktop.store import upkeep
from tests.cli.entries import a_file, a_training
from tests.cli.practice import SCREEN, Practice
from tests.cli.saying import Say, digest, fault, four_lines, names

READING = {"results": ("--period", "2024"), "check": (), "backup": ()}
WRITING = {
    "record": ("entries.json", "--register", "training"),
    "report": ("--period", "2024"),
    "undo": (),
    "redo": (),
}
VERBS = READING | WRITING


def words(verb: str, office: Path) -> tuple[object, ...]:
    """Return a whole command on an office file."""
    rest = list(VERBS[verb])
    if verb == "record":
        rest[0] = str(a_file(office.parent, a_training()))
    return verb, office, *rest


def newer(office: Path) -> Path:
    """Let a later program have taken a step of its own."""
    db = sqlite3.connect(office)
    with db:
        db.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) "
            "values ('desktop', 'm9999_later', '2030-01-01')"
        )
    db.close()
    return office


def damaged(office: Path) -> Path:
    """Write noise over the middle of the file."""
    with office.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(b"\xa5" * 16 * 4096)
    return office


@pytest.mark.parametrize("verb", VERBS)
def test_a_missing_office_is_told(verb: str, tmp_path: Path, say: Say) -> None:
    command = words(verb, tmp_path / "so.stt")
    error = fault(say, *command, kind="StoreUnavailableError", reason="missing")
    assert "so.stt" in error["what"]
    assert not (tmp_path / "so.stt").exists()


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("content", [b"", b"my letters", b"SQLite format 3\x00" * 9])
def test_what_is_no_office_is_told_and_left_alone(
    verb: str, content: bytes, tmp_path: Path, say: Say
) -> None:
    (tmp_path / "so.stt").write_bytes(content)
    fault(say, *words(verb, tmp_path / "so.stt"), kind="StoreForeignError")
    assert (tmp_path / "so.stt").read_bytes() == content


@pytest.mark.parametrize("verb", VERBS)
def test_a_newer_office_is_told_and_left_alone(
    verb: str, office: Path, say: Say
) -> None:
    before = digest(newer(office))
    fault(say, *words(verb, office), kind="StoreTooNewError")
    assert digest(office) == before


@pytest.mark.parametrize("verb", VERBS)
def test_a_damaged_office_is_told_and_left_alone(
    verb: str, office: Path, say: Say
) -> None:
    before = digest(damaged(office))
    error = fault(say, *words(verb, office), kind="StoreDamagedError")
    assert "sao lưu" in error["next"]
    assert digest(office) == before


@pytest.mark.parametrize("verb", WRITING)
def test_an_office_open_elsewhere_is_not_written_to(
    verb: str, office: Path, say: Say
) -> None:
    before = digest(office)
    with upkeep.locked(office):
        fault(say, *words(verb, office), kind="StoreUnavailableError", reason="in_use")
    assert digest(office) == before


@pytest.mark.parametrize("verb", READING)
def test_an_office_open_elsewhere_can_still_be_read(
    verb: str, office: Path, say: Say
) -> None:
    before = digest(office)
    with upkeep.locked(office):
        assert say(*words(verb, office)).code == 0
    assert digest(office) == before


@pytest.mark.parametrize("verb", READING)
def test_what_only_reads_leaves_no_file_beside_the_office(
    verb: str, office: Path, say: Say
) -> None:
    assert say(*words(verb, office)).code == 0
    assert names(office.parent) in (["so.stt"], ["sao-luu", "so.stt"])


@pytest.mark.parametrize("verb", ["results", "report"])
@pytest.mark.parametrize(
    "period", ["", "năm nay", "2024-Q5", "24", "31/02/2024-01/03/2024", "2024-M13"]
)
def test_an_unknown_period_is_told_with_examples(
    verb: str, period: str, office: Path, say: Say
) -> None:
    before = digest(office)
    command = (verb, office, "--period", period)
    error = fault(say, *command, kind="UnknownNameError")
    assert "Kỳ báo cáo" in error["why"]
    assert "2024-Q3" in error["why"]
    assert digest(office) == before


# --- the password -------------------------------------------------------------


def sign(practice: Practice, *more: object) -> tuple[object, ...]:
    """Return the command that signs the report of the practice anew."""
    return ("sign", practice.office, "--key", practice.key, *more)


@pytest.fixture
def unsigned(practice: Practice, say: Say) -> Practice:
    """Issue the report once more, so that there is something to sign."""
    assert say("report", practice.office, "--period", "2024").code == 0
    return practice


@pytest.mark.parametrize("text", ["ky-thu", "ky-thu\n", "ky-thu\r\n", "ky-thu\nlater"])
def test_the_password_is_the_first_line_of_a_file(
    unsigned: Practice, say: Say, text: str
) -> None:
    place = unsigned.folder / "mật khẩu"
    place.write_bytes(text.encode())
    assert say(*sign(unsigned, "--password-file", place)).code == 0


def test_the_password_comes_from_the_surroundings(
    unsigned: Practice, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "ky-thu")
    assert say(*sign(unsigned)).code == 0


def test_a_file_goes_before_the_surroundings(
    unsigned: Practice, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSWORD_VARIABLE, "ky-thu")
    place = unsigned.folder / "password"
    place.write_text("wrong")
    command = sign(unsigned, "--password-file", place)
    fault(say, *command, kind="SignatureError", reason="wrong_password")


@pytest.mark.parametrize("read", [read_password, read_pin])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig"])
def test_a_secret_is_the_first_line_however_notepad_saved_it(
    tmp_path: Path, read: Callable[[Path | None], str], coding: str
) -> None:
    """A wrong PIN is one try less, and tokens lock after three."""
    file = tmp_path / "bí mật.txt"
    file.write_text(" mã số 1 \r\nghi chú", coding)
    assert read(file) == " mã số 1 "


def test_a_password_file_that_is_not_there_is_told(
    practice: Practice, say: Say
) -> None:
    command = sign(practice, "--password-file", practice.folder / "none")
    error = fault(say, *command, kind="SignatureError", reason="key_unreadable")
    assert "none" in error["what"]


def test_with_nobody_to_ask_the_ways_to_give_it_are_told(
    practice: Practice, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(PASSWORD_VARIABLE, raising=False)
    with Path(os.devnull).open() as nobody:
        monkeypatch.setattr(sys, "stdin", nobody)
        error = fault(say, *sign(practice), kind="UsageError")
    assert PASSWORD_VARIABLE in error["why"]
    assert "--password-file" in error["why"]


def test_a_person_is_asked_and_what_is_typed_is_not_shown(unsigned: Practice) -> None:
    import pty  # POSIX alone gives a test a terminal of its own

    keyboard, terminal = pty.openpty()
    hidden = {*SCREEN, PASSWORD_VARIABLE}
    surroundings = {name: one for name, one in os.environ.items() if name not in hidden}
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", *map(str, sign(unsigned))],
        cwd=ROOT,
        env=surroundings,
        stdin=terminal,
        stdout=subprocess.PIPE,
        stderr=terminal,
        start_new_session=True,
    ) as process:
        os.close(terminal)
        shown = os.read(keyboard, 200)
        while "Mật khẩu khóa" not in shown.decode(errors="replace"):
            shown += os.read(keyboard, 200)
        os.write(keyboard, b"ky-thu\n")
        out, _ = process.communicate(timeout=60)
        os.close(keyboard)
    assert process.returncode == 0
    assert "Đã ký bởi" in out.decode()
    assert b"ky-thu" not in shown + out


def test_a_wrong_password_signs_nothing(practice: Practice, say: Say) -> None:
    place = practice.folder / "password"
    place.write_text("wrong")
    before = {path: digest(path) for path in practice.pdf.parent.iterdir()}
    for verb in ("sign", "pack"):
        command = (verb, *sign(practice, "--password-file", place)[1:])
        fault(say, *command, kind="SignatureError", reason="wrong_password")
    assert {path: digest(path) for path in practice.pdf.parent.iterdir()} == before


@pytest.mark.parametrize("verb", ["sign", "pack"])
def test_a_key_that_is_none_is_told(verb: str, practice: Practice, say: Say) -> None:
    place = practice.folder / "password"
    place.write_text("x")
    before = digest(practice.office)
    for key, reason in (
        (practice.folder / "none.p12", "key_missing"),
        (practice.pdf, "key_unreadable"),
        (practice.folder, "key_unreadable"),
    ):
        command = (verb, practice.office, "--key", key, "--password-file", place)
        fault(say, *command, kind="SignatureError", reason=reason)
    assert digest(practice.office) == before


@pytest.mark.parametrize("verb", ["sign", "pack"])
def test_an_office_that_issued_nothing_has_nothing_to_sign(
    verb: str, office: Path, practice: Practice, say: Say
) -> None:
    place = practice.folder / "password"
    place.write_text("ky-thu")
    key = ("--key", practice.key, "--password-file", place)
    fault(say, verb, office, *key, kind="ConflictError", reason="nothing_issued")
    command = (verb, office, *key, "--report", "none")
    error = fault(say, *command, kind="UnknownNameError")
    assert "none" in error["why"]


def test_an_office_on_a_medium_that_cannot_be_written_is_told(
    office: Path, tmp_path: Path
) -> None:
    """Run as somebody else when we are root, whom no protection stops."""
    folder = tmp_path / "cd"
    folder.mkdir()
    shutil.copy(office, folder / "so.stt")
    before = digest(folder / "so.stt")
    code = (
        "import os, sys\n"
        "from desktop.cli.main import main\n"
        "import desktop.cli.record, desktop.operations.history.undo, filelock\n"
        "os.chdir(sys.argv[1])\n"
        "os.chmod('.', 0o555)\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "sys.exit(main(['undo', 'so.stt']))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        check=False,
        capture_output=True,
        cwd=ROOT,
    )
    assert done.returncode == 2
    four_lines(done.stderr.decode())
    assert digest(folder / "so.stt") == before


def test_a_closing_day_outside_its_period_is_refused_with_the_reason(
    practice: Practice, say: Say
) -> None:
    said = say("results", practice.office, "--period", "2024-H1@01/07")
    assert said.code == 2
    assert "phải trong kỳ, từ 01/01/2024 đến 30/06/2024" in said.err


def test_a_period_may_be_cut_by_the_decree_and_closed_early(
    practice: Practice, say: Say
) -> None:
    cut = say("results", practice.office, "--period", "2024@decree_09", "--json")
    assert cut.data["period"] == {
        "code": "2024@decree_09",
        "first_day": "2023-12-15",
        "last_day": "2024-12-14",
        "closing_day": "2024-12-14",
    }
    early = say("results", practice.office, "--period", "2024@14/11", "--json")
    assert early.data["period"]["closing_day"] == "2024-11-14"
