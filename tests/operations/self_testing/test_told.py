"""A program reads the same as a person."""

import datetime as dt
import json

from desktop.operations.self_testing.told import as_json
from desktop.records.self_test import SelfTest, Trial

FOUND = SelfTest(
    made_at=dt.datetime(2026, 7, 1, 8, 0, tzinfo=dt.UTC),
    versions=(("program", "1.2.3"),),
    places=(("data", "D:\\Sổ"),),
    checks=(
        Trial(name="pdf", ok=True, took_ms=12, detail="PDF/A-3U"),
        Trial(name="fonts", ok=False, took_ms=3, detail="Arial ễ"),
    ),
)


def test_keys_are_those_a_program_knows() -> None:
    assert json.loads(as_json(FOUND)) == {
        "ok": False,
        "made_at": "2026-07-01T08:00:00+00:00",
        "took_ms": 15,
        "versions": {"program": "1.2.3"},
        "places": {"data": "D:\\Sổ"},
        "checks": [
            {"name": "pdf", "ok": True, "took_ms": 12, "detail": "PDF/A-3U"},
            {"name": "fonts", "ok": False, "took_ms": 3, "detail": "Arial ễ"},
        ],
    }


def test_letters_are_written_as_they_are() -> None:
    assert "Sổ" in as_json(FOUND)
