"""Templates on the command line: seen, carried, put back, renewed."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.files import templates
from desktop.operations.reports.put_template import put_template
from desktop.rules.reports.kinds import KINDS
from desktop.store.store import Store
from tests import builders
from tests.cli.saying import Say, fault

YEAR = "report-year"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    return builders.an_office(tmp_path / "so.stt")


def test_every_kind_is_listed_with_whose_it_is(say: Say, office: Path) -> None:
    told = say("templates", "list", office, "--json").data["templates"]
    assert [one["kind"] for one in told] == [one.code for one in KINDS]
    assert not any(one["own"] or one["problems"] or one["offered"] for one in told)
    assert "report-year: Báo cáo năm (của chương trình)" in (
        say("templates", "list", office).out
    )


def test_a_template_travels_by_file_and_can_be_put_back(
    say: Say, office: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mẫu.toml"
    assert say("templates", "export", office, YEAR, file).code == 0
    text = file.read_text("utf-8").replace("CÔNG TÁC CHỈ ĐẠO", "CHỈ ĐẠO")
    file.write_text(text, "utf-8")
    assert say("templates", "check", YEAR, file).out == "Mẫu dùng được.\n"
    made = say("templates", "import", office, YEAR, file, "--json")
    assert made.data == {"kind": YEAR, "version": 1}
    shown = say("templates", "show", office, YEAR).out
    assert "của cơ quan, phiên bản 1" in shown
    assert "I Chỉ đạo, triển khai" in shown
    assert say("templates", "reset", office, YEAR, "--json").data["version"] == 2
    assert "của chương trình" in say("templates", "show", office, YEAR).out
    fault(
        say, "templates", "reset", office, YEAR,
        kind="ConflictError", reason="template_not_own",
    )  # fmt: skip


def test_what_is_wrong_with_a_file_is_told_by_its_part(
    say: Say, office: Path, tmp_path: Path
) -> None:
    file = tmp_path / "mẫu.toml"
    say("templates", "export", office, YEAR, file)
    text = file.read_text("utf-8").replace("{figure:unit_plans}", "{figure:ghosts}")
    file.write_text(text, "utf-8")
    for words in (("check", YEAR, file), ("import", office, YEAR, file)):
        told = say("templates", *words, "--json")
        assert told.code == 1
        assert told.data["error"]["problems"] == [
            {
                "field": "section/direction//sentences",
                "code": "template_unknown_figure",
                "entry": 0,
            }
        ]
        assert "ghosts" in told.data["error"]["why"]


def test_a_file_that_is_no_template_is_told(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text("code = \n", "utf-8")
    fault(
        say, "templates", "check", YEAR, file,
        kind="FileError", reason="template_syntax",
    )  # fmt: skip


def test_what_a_newer_program_brings_is_taken_or_left(
    say: Say, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = templates.load_template(YEAR)
    with Store(office) as store:
        put_template(store, replace(shipped, closing="Của cơ quan./."))
    later = replace(shipped, version=2, closing="Mới./.", subject="{plan}")
    monkeypatch.setattr(templates, "load_template", lambda *_: later)
    offered = say("templates", "show", office, YEAR, "--json").data["offered"]
    assert offered == [
        {"part": "head///subject", "kind": "changed", "both": False},
        {"part": "head///closing", "kind": "changed", "both": True},
    ]
    assert "cơ quan cũng đã sửa" in say("templates", "show", office, YEAR).out
    say("templates", "renew", office, YEAR, "--take", "head///subject")
    left = say("templates", "show", office, YEAR, "--json").data["offered"]
    assert [one["part"] for one in left] == ["head///closing"]
    say("templates", "renew", office, YEAR, "--keep", "all")
    assert say("templates", "show", office, YEAR, "--json").data["offered"] == []


def test_an_unknown_kind_is_told(say: Say, office: Path) -> None:
    fault(
        say, "templates", "show", office, "report-century",
        kind="UnknownNameError", reason="",
    )  # fmt: skip
