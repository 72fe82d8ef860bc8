"""An office of nobody is recorded in, searched, undone and backed up."""

import pytest

from desktop.operations.self_testing import office
from desktop.operations.self_testing.bench import Bench
from desktop.store import search


def test_the_engine_has_what_an_office_needs(bench: Bench) -> None:
    assert "FTS5" in office.engine(bench)


def test_what_is_recorded_is_found_and_undone(bench: Bench) -> None:
    assert office.office(bench).startswith("journal ")
    assert office.office(bench)  # a second time: nothing of the first is left


def test_a_search_that_finds_nothing_is_told(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "find", lambda *_words: ())
    with pytest.raises(ValueError, match=r"\(0, 0\)"):
        office.office(bench)


def test_the_backup_is_checked_with_its_history(bench: Bench) -> None:
    assert " B; " in office.backup(bench)
    assert (bench.folder / "ban-sao.stt").is_file()
