"""An administrator learns without a screen what works on a machine."""

import datetime as dt
import json
from pathlib import Path

import pytest

from desktop.cli import self_testing
from desktop.operations.outcome import Outcome
from desktop.records.self_test import SelfTest, Trial
from tests.cli.saying import four_lines


@pytest.fixture(params=[True, False], ids=["good", "wanting"])
def found(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> SelfTest:
    """Stand in for seconds of trying, which have tests of their own."""
    check = Trial(name="fonts", ok=request.param, took_ms=3, detail="Arial")
    made = SelfTest(
        made_at=dt.datetime(2026, 7, 1, tzinfo=dt.UTC),
        versions=(("program", "1.2.3"),),
        places=(),
        checks=(check,),
    )
    monkeypatch.setattr(self_testing, "self_test", lambda _more: Outcome(made))
    return made


def test_without_a_file_the_json_is_the_output_and_words_go_beside(
    found: SelfTest, capsys: pytest.CaptureFixture[str]
) -> None:
    assert self_testing.main([], ()) == (0 if found.good else 1)
    printed = capsys.readouterr()
    assert json.loads(printed.out)["ok"] is found.good
    assert "Phông chữ" in printed.err


def test_with_a_file_the_words_are_the_output(
    found: SelfTest, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "kết quả.json"
    assert self_testing.main([str(path)], ()) == (0 if found.good else 1)
    assert json.loads(path.read_text("utf-8"))["ok"] is found.good
    assert "Phông chữ" in capsys.readouterr().out


def test_a_file_that_cannot_be_written_is_told_in_four_lines(
    found: SelfTest, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "missing" / "a.json"
    assert self_testing.main([str(path)], ()) == 2
    printed = capsys.readouterr()
    assert "Phông chữ" in printed.out
    assert "a.json" in "".join(four_lines(printed.err))


def test_more_than_one_file_is_a_slip(capsys: pytest.CaptureFixture[str]) -> None:
    assert self_testing.main(["a.json", "b.json"], ()) == 2
    assert capsys.readouterr().err == "Cách dùng: --selftest [TỆP.json]\n"
