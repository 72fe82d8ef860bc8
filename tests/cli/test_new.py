"""An office file comes from a plan, whole or not at all."""

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from desktop import paths
from desktop.files.plans import load_plan, plan_names
from desktop.operations.figures.compute_results import read_office
from desktop.paths import ROOT
from desktop.store.store import Store
from tests.builders import PLAN
from tests.cli.saying import Say, digest, fault, four_lines, names

KEYS = {"office", "plan", "practice"}


def test_a_new_office_has_the_plan_and_is_sound(tmp_path: Path, say: Say) -> None:
    place = tmp_path / "sổ mới.stt"
    said = say("new", place, "--plan", PLAN, "--officer", "Trần Ánh", "--json")
    assert (said.code, set(said.data)) == (0, KEYS)
    assert said.data == {"office": str(place), "plan": PLAN, "practice": False}
    assert say("check", place).code == 0
    with Store(place, writable=False) as store:
        office = read_office(store)
    assert (office.plan.id, office.preferences.officer) == (PLAN, "Trần Ánh")
    assert names(tmp_path) == ["sổ mới.stt"]


@pytest.mark.parametrize("plan", [one.name for one in plan_names()])
def test_every_plan_that_ships_makes_an_office(
    plan: str, tmp_path: Path, say: Say
) -> None:
    said = say("new", tmp_path / "a.stt", "--plan", plan)
    assert said.code == 0
    assert said.out == f"Đã tạo sổ: {tmp_path / 'a.stt'}\n"
    issued = load_plan(plan)
    year = str(issued.plan.last_day.year)
    results = say("results", tmp_path / "a.stt", "--period", year, "--json")
    told = [target["code"] for target in results.data["targets"]]
    assert told == [target.code for target in issued.targets]


def test_of_several_plans_one_must_be_named(tmp_path: Path, say: Say) -> None:
    error = fault(say, "new", tmp_path / "a.stt", kind="UnknownNameError")
    assert [one.name for one in plan_names() if one.name not in error["why"]] == []
    assert names(tmp_path) == []


def test_the_only_plan_need_not_be_named(
    tmp_path: Path, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = shutil.copytree(paths.DATA, tmp_path / "data")
    for other in (data / "plans").glob("*.toml"):
        if other.stem.replace("_", "-") != PLAN:
            other.unlink()
    monkeypatch.setattr(paths, "DATA", data)
    said = say("new", tmp_path / "a.stt", "--json")
    assert (said.code, said.data["plan"]) == (0, PLAN)


def test_practice_is_marked(tmp_path: Path, say: Say) -> None:
    said = say("new", tmp_path / "a.stt", "--plan", PLAN, "--practice", "--json")
    assert said.data["practice"] is True
    with Store(tmp_path / "a.stt", writable=False) as store:
        assert read_office(store).preferences.practice


def test_a_name_in_decomposed_letters_works(tmp_path: Path, say: Say) -> None:
    place = tmp_path / unicodedata.normalize("NFD", "sổ huyện Đăk Hà.stt")
    assert say("new", place, "--plan", PLAN).code == 0
    assert say("results", place, "--period", "2024").code == 0
    assert names(tmp_path) == [place.name]


def test_folders_on_the_way_are_made(tmp_path: Path, say: Say) -> None:
    place = tmp_path / "một" / "hai" / "so.stt"
    assert say("new", place, "--plan", PLAN).code == 0


@pytest.mark.parametrize("content", [b"", b"mine", None])
def test_nothing_that_is_there_is_replaced(
    content: bytes | None, office: Path, say: Say
) -> None:
    if content is not None:
        office.write_bytes(content)
    before = digest(office)
    command = ("new", office, "--plan", PLAN)
    fault(say, *command, kind="StoreUnavailableError", reason="exists")
    assert digest(office) == before
    assert names(office.parent) == ["so.stt"]


def test_an_unknown_plan_is_told_with_those_there_are(tmp_path: Path, say: Say) -> None:
    command = ("new", tmp_path / "a.stt", "--plan", "nowhere")
    error = fault(say, *command, kind="UnknownNameError")
    assert "nowhere" in error["why"]
    assert PLAN in error["why"]
    assert names(tmp_path) == []


def test_a_place_behind_a_file_is_told_by_its_own_name(
    tmp_path: Path, say: Say
) -> None:
    (tmp_path / "file").write_text("mine")
    command = ("new", tmp_path / "file" / "a.stt", "--plan", PLAN)
    error = fault(say, *command, kind="StoreUnavailableError", reason="read_only")
    assert "“a.stt”" in error["what"]
    assert names(tmp_path) == ["file"]


def test_a_folder_protected_from_writing_is_told_by_the_files_own_name(
    tmp_path: Path,
) -> None:
    """Run as somebody else when we are root, whom no protection stops."""
    folder = tmp_path / "protected"
    folder.mkdir()
    code = (
        "import os, sys\n"
        "from desktop.cli.main import main\n"
        "import platformdirs.unix, sqlite_utils, desktop.cli.new\n"
        "import desktop.store.steps.m0001_initial\n"
        "os.chdir(sys.argv[1])\n"
        "os.chmod('.', 0o555)\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "sys.exit(main(['new', 'a.stt', '--plan', sys.argv[2]]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder), PLAN],
        check=False,
        capture_output=True,
        cwd=ROOT,
    )
    assert done.returncode == 2
    assert "“a.stt”" in four_lines(done.stderr.decode())[0]
    assert names(folder) == []


def test_no_office_is_made_where_a_service_carries_it_away(
    tmp_path: Path, say: Say
) -> None:
    place = tmp_path / "OneDrive - Phòng" / "sổ.stt"
    said = say("new", place, "--plan", PLAN)
    assert said.code == 2
    lines = four_lines(said.err)
    assert "OneDrive" in lines[0]
    assert not place.parent.exists()
