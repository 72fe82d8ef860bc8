"""The front door of the command line: its verbs, its tongue, its last resorts."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__, paths
from desktop.cli import main as front
from desktop.cli import results, unforeseen
from desktop.cli.main import VERBS, main
from desktop.paths import ROOT
from tests.cli.practice import run
from tests.cli.saying import OTHER_TONGUE, Say, fault, four_lines

ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|show|missing|required|default|text|the"
    r"|integer|path|file|directory|filename|boolean|message|exit|version|and|invalid"
    r"|not|error|this)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("words", [(), *((verb,) for verb in VERBS)])
def test_help_is_vietnamese_to_the_last_word(words: tuple[str, ...], say: Say) -> None:
    said = say(*words, "--help")
    assert (said.code, said.err) == (0, "")
    assert "Cách dùng: python -m desktop" in said.out
    assert "Tùy chọn:" in said.out
    # What is typed as it stands is no sentence: options, verbs, names of files.
    prose = re.sub(r"--?[\w-]+|python -m desktop [\w-]+|\S*[._]\S*", " ", said.out)
    prose = re.sub(r"^  \w+ ", " ", prose, flags=re.MULTILINE)
    assert not ENGLISH.findall(prose)


def test_the_help_lists_every_verb_and_what_the_exit_codes_mean(say: Say) -> None:
    said = say("--help")
    for verb in VERBS:
        assert re.search(rf"^  {verb} +\w", said.out, re.MULTILINE), verb
    told = " ".join(said.out.split())
    assert "0 = xong và tốt" in told
    assert "1 = xong nhưng có điều chưa đạt" in told
    assert "2 = không làm được" in told


def test_the_short_form_of_help_is_known(say: Say) -> None:
    assert say("-h").out == say("--help").out


def test_every_verb_is_a_module_and_every_module_is_told(say: Say) -> None:
    room = Path(front.__file__).parent
    others = {"__init__", "main", "answers", "options", "reverting", "unforeseen"}
    others |= {"self_testing"}  # an option of the front door
    others |= {"agency_options", "agency_changes", "agency_become", "change_lines"}
    others |= {"signing_key", "verdict_answers", "locked_words", "demo_exchange"}
    others |= {"dropped"}
    told = {verb.replace("-", "_") for verb in VERBS} - {"import"} | {"import_entries"}
    assert {path.stem for path in room.glob("*.py")} - others == told


def test_the_version_is_told(say: Say) -> None:
    assert (say("--version").code, say("--version").out) == (0, f"{__version__}\n")


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        (("diary",), "diary"),
        (("results", "so.stt", "--perod", "2024"), "--perod"),
        (("results",), "SỔ"),
        (("results", "so.stt"), "--period"),
        (("results", "so.stt", "--period"), "--period"),
        (("check", "so.stt", "more"), "more"),
        (("undo", "so.stt", "--json=yes"), "--json"),
        (("--nothing",), "--nothing"),
        (("sign", "so.stt", "--key", "k.p12", "--token", "1"), "--token"),
        (("report", "so.stt", "--period", "2024", "--folder", __file__), "--folder"),
    ],
)
def test_a_misused_command_is_told_in_four_lines(
    words: tuple[str, ...], quoted: str, say: Say
) -> None:
    told = say(*words)
    assert (told.code, told.out) == (2, "")
    _, why, data, following = four_lines(told.err)
    assert quoted in why
    assert data == "Không thay đổi."
    assert "--help" in following


def test_a_misused_command_is_told_to_programs_too(say: Say) -> None:
    error = fault(say, "results", kind="UsageError", reason="")
    assert "SỔ" in error["why"]


def test_what_nobody_foresaw_is_kept_in_a_file_and_told(
    office: Path, say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fall_over(*_: object, **_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(results, "compute_results", fall_over)
    monkeypatch.setattr(paths, "log_folder", lambda: tmp_path / "logs")
    command = ("results", office, "--period", "2024")
    error = fault(say, *command, kind="ZeroDivisionError", reason="unforeseen")
    kept = tmp_path / "logs" / unforeseen.TRACE
    assert str(kept) in error["next"]
    assert "fall_over" in kept.read_text("utf-8")


def test_stopping_by_hand_is_no_fault(
    office: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **_named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(results, "compute_results", stop)
    said = say("results", office, "--period", "2024")
    assert (said.code, said.out) == (2, "")
    assert said.err.strip() == "Đã dừng theo yêu cầu."


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_full_disk_under_the_output_is_told(
    office: Path, form: tuple[str, ...], tmp_path: Path
) -> None:
    command = ("-m", "desktop", "results", str(office), "--period", "2024", *form)
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, *command],
            check=False,
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
    assert done.returncode == 2
    four_lines(done.stderr.decode())


def test_a_reader_that_has_enough_is_no_fault(office: Path) -> None:
    program = [sys.executable, "-m", "desktop", "results", str(office)]
    with subprocess.Popen(
        [*program, "--period", "2024", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (2, b"")


def test_vietnamese_comes_through_whatever_the_console_speaks(office: Path) -> None:
    done = run("check", office, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "Nhật ký liền mạch." in done.stdout.decode("utf-8")


def test_no_verb_loads_qt_or_needs_a_screen(office: Path, tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from desktop.cli.main import VERBS, main\n"
        "codes = [main([verb, '--help']) for verb in VERBS]\n"
        "names = {name.partition('.')[0] for name in sys.modules}\n"
        "print('loaded', sorted(names & {'PySide6', 'shiboken6'}), set(codes))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT
    )
    assert done.stdout.decode().splitlines()[-1] == "loaded [] {0}"


def test_what_is_not_asked_for_is_not_loaded(office: Path) -> None:
    code = (
        "import sys\n"
        "from desktop.cli.main import main\n"
        "main(['results', sys.argv[1], '--period', '2024'])\n"
        "heavy = {'openpyxl', 'reportlab', 'pyhanko', 'lxml', 'pikepdf', 'PySide6'}\n"
        "print('loaded', sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(office)],
        check=True,
        capture_output=True,
        cwd=ROOT,
    )
    assert done.stdout.decode().splitlines()[-1] == "loaded []"


def test_the_front_door_leads_verbs_here(office: Path) -> None:
    done = run("results", office, "--period", "2024", "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert {one["code"] for one in json.loads(done.stdout)["targets"]} >= {"T1", "T5c"}


def test_nothing_english_is_left_in_what_a_misused_verb_says(say: Say) -> None:
    for verb in VERBS:
        said = say(verb, "--nothing")
        assert said.code == 2
        assert not [word for word in OTHER_TONGUE if word in said.err], verb


def test_main_gives_a_code_and_never_leaves_by_itself() -> None:
    assert main(["--version"]) == 0
