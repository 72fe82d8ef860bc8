"""Templates as files: written, read by another office, refused with clear words."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import FileError, InputError
from desktop.files import templates
from desktop.operations.reports.carry_template import (
    export_template,
    import_template,
    inspect_template,
)
from desktop.operations.reports.put_template import put_template
from desktop.operations.reports.read_templates import load_for
from desktop.rules.reports.kinds import KINDS
from desktop.store.store import Store
from desktop.wording.faults import explain

YEAR = "report-year"


@pytest.mark.parametrize("kind", [one.code for one in KINDS])
def test_what_is_written_is_read_back_the_same(
    store: Store, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "mẫu.toml"
    export_template(store, kind, path)
    assert inspect_template(path, kind) == templates.load_template(kind)


def test_an_office_s_own_words_travel_and_the_program_s_do_not(
    store: Store, tmp_path: Path
) -> None:
    shipped = templates.load_template(YEAR)
    mine = replace(
        shipped,
        closing='Trên đây là “báo cáo” "riêng" \\ của ta./.',
        labels={**shipped.labels, "ordinal": "TT"},
    )
    put_template(store, mine)
    path = tmp_path / "mẫu.toml"
    export_template(store, YEAR, path)
    text = path.read_text("utf-8")
    assert 'ordinal = "TT"' in text
    assert "targets_title" not in text
    found = inspect_template(path, YEAR)
    assert (found.closing, found.labels["ordinal"]) == (mine.closing, "TT")
    assert found.labels["targets_title"] == shipped.labels["targets_title"]


def test_a_template_from_elsewhere_becomes_the_office_s_next_version(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "mẫu.toml"
    export_template(store, YEAR, path)
    text = path.read_text("utf-8").replace("CÔNG TÁC CHỈ ĐẠO", "CHỈ ĐẠO")
    path.write_text(text, "utf-8")
    made = import_template(store, YEAR, path).value
    assert (made.version, made.note) == (1, "mẫu.toml")
    assert load_for(store, YEAR).sections[0].heading.startswith("CHỈ ĐẠO")


def told(path: Path, text: str, kind: str = YEAR) -> FileError:
    path.write_text(text, "utf-8")
    with pytest.raises(FileError) as caught:
        inspect_template(path, kind)
    return caught.value


def test_a_slip_of_the_pen_is_told_with_its_line(tmp_path: Path) -> None:
    error = told(tmp_path / "a.toml", 'code = "report-year"\nsubject = Kết quả\n')
    assert (error.reason, error.facts) == ("template_syntax", ("2", "11"))
    assert "dòng 2" in explain(error).why


def test_a_file_of_another_kind_is_told_as_such(tmp_path: Path) -> None:
    error = told(tmp_path / "a.toml", 'code = "report-final"\n')
    assert (error.reason, error.facts) == ("template_kind", ("report-final",))
    assert "loại báo cáo khác" in explain(error).what


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("version = 'x'\n", "version"),
        ("version = 1\nheading = 'x'\n", "heading"),
        ("labels = 7\n", ""),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(
    tmp_path: Path, text: str, place: str
) -> None:
    whole = (
        'code = "report-year"\ndocument_type = "BÁO CÁO"\nsubject = "x"\n'
        'opening = []\nclosing = "x"\n'
    )
    error = told(tmp_path / "a.toml", whole + text)
    assert error.reason == "template_shape"
    assert place in error.facts[0]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00code", b"\x00" * 40, b"[" * 5000])
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(data)
    with pytest.raises(FileError) as caught:
        inspect_template(path, YEAR)
    assert caught.value.reason in {"template_syntax", "template_shape"}


def test_a_file_too_large_is_not_read_whole(tmp_path: Path) -> None:
    error = told(tmp_path / "a.toml", "#" * 1_000_001)
    assert error.reason == "template_shape"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="missing"):
        inspect_template(tmp_path / "none.toml", YEAR)


def test_a_figure_nobody_knows_is_refused_at_import(
    store: Store, tmp_path: Path
) -> None:
    path = tmp_path / "a.toml"
    export_template(store, YEAR, path)
    text = path.read_text("utf-8").replace("{figure:unit_plans}", "{figure:ghosts}")
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        import_template(store, YEAR, path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.facts) == ("template_unknown_figure", ("ghosts",))
