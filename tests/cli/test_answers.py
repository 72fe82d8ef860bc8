"""What verbs say, and with what the program exits."""

import datetime as dt
import io
import json
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.cli import answers
from desktop.cli.answers import Answer, give, give_fault, number, teller, use_utf8
from desktop.errors import (
    ConflictError,
    DeliveryError,
    DesktopError,
    FileError,
    InputError,
    PackageForgedError,
    PackageUnreadableError,
    Problem,
    SignatureError,
    StoreDamagedError,
    UnknownNameError,
)
from desktop.progress import Step
from tests.cli.saying import FAULT_KEYS, four_lines

PLACE = Path("/usb/so.stt")


def test_a_good_answer_exits_with_0_and_a_wanting_one_with_1() -> None:
    for good, code in ((True, 0), (False, 1)):
        answer = Answer(lines=("một",), data={}, good=good)
        assert give(answer, as_json=False) == code
        assert give(answer, as_json=True) == code


def test_a_person_gets_lines_and_a_program_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = Answer(
        lines=("Đã ghi.", "Xong."),
        data={
            "path": PLACE,
            "day": dt.date(2024, 2, 5),
            "share": Decimal("64.3"),
            "count": Decimal(14),
            "name": "Đăk Hà",
        },
    )
    give(answer, as_json=False)
    assert capsys.readouterr().out == "Đã ghi.\nXong.\n"
    give(answer, as_json=True)
    printed = capsys.readouterr().out
    assert "Đăk Hà" in printed
    assert json.loads(printed) == {
        "path": str(PLACE),
        "day": "2024-02-05",
        "share": 64.3,
        "count": 14,
        "name": "Đăk Hà",
    }


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (InputError((Problem("title", "missing"),)), 1),
        (PackageForgedError(PLACE, "hash", "a.pdf"), 1),
        (UnknownNameError("plan", "x", ("y",)), 2),
        (PackageUnreadableError(PLACE, "damaged"), 2),
        (StoreDamagedError(PLACE, "integrity"), 2),
        (ConflictError("no_office"), 2),
        (DeliveryError(PLACE, "full", "10", "5"), 2),
        (SignatureError("wrong_password", "a.p12"), 2),
        (FileError(PLACE, "missing"), 2),
    ],
)
def test_every_fault_has_its_code_and_the_same_four_lines_for_both(
    error: DesktopError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert give_fault(error, as_json=False) == code
    plain = capsys.readouterr()
    assert plain.out == ""
    assert give_fault(error, as_json=True) == code
    told = capsys.readouterr()
    assert told.err == plain.err
    fault = json.loads(told.out)["error"]
    assert set(fault) == FAULT_KEYS
    assert fault["kind"] == type(error).__name__
    assert fault["reason"] == getattr(error, "reason", "")
    lines = [fault[one].strip() for one in ("what", "why", "data", "next")]
    assert lines == four_lines(plain.err)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, None),
        (Decimal(0), 0),
        (Decimal("64.30"), 64.3),
        (Decimal("100.0"), 100),
        (Decimal("1E+3"), 1000),
        (Decimal(10**15), 10**15),
    ],
)
def test_figures_are_written_as_plain_numbers(
    value: Decimal | None, written: float | None
) -> None:
    found = number(value)
    assert found == written
    assert type(found) is type(written)


def test_progress_is_told_once_for_each_stage_and_never_on_the_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    tell = teller(quiet=False)
    for stage, done in (("computing", 0), ("computing", 1), ("signing", 0)):
        tell(Step(stage, done, 2))
    said = capsys.readouterr()
    assert said.out == ""
    rows = said.err.splitlines()
    assert len(rows) == 2
    assert all(row.startswith("… ") for row in rows)


def test_quiet_progress_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    teller(quiet=True)(Step("computing", 0, 2))
    assert capsys.readouterr() == ("", "")


def test_an_old_console_is_made_to_speak_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    console = io.TextIOWrapper(raw, encoding="cp1252")
    monkeypatch.setattr(sys, "stdout", console)
    use_utf8()
    answers.give(Answer(lines=("Đăk Hà \ud800",), data={}), as_json=False)
    console.flush()
    assert raw.getvalue().decode("utf-8").strip() == "Đăk Hà ?"


def test_a_stream_that_cannot_be_changed_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    use_utf8()
    assert isinstance(sys.stdout, io.StringIO)
