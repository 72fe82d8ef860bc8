"""Two issued versions are compared from the command line."""

from pathlib import Path

from tests.cli.entries import a_file, a_training
from tests.cli.saying import Say, fault


def issue(say: Say, office: Path) -> str:
    return str(say("report", office, "--period", "2024", "--json").data["report"])


def test_what_differs_is_told_by_figure(office: Path, say: Say) -> None:
    one = issue(say, office)
    two = issue(say, office)
    same = say("compare", office, one, two)
    assert (same.code, same.out) == (0, "Hai bản không khác số nào.\n")
    entries = a_file(office.parent, a_training())
    assert say("record", office, entries, "--register", "training").code == 0
    three = issue(say, office)
    found = say("compare", office, one, three, "--json")
    assert (found.data["older"], found.data["newer"]) == (one, three)
    first = found.data["changes"][0]
    assert set(first) == {
        "table",
        "row",
        "column",
        "label",
        "old",
        "new",
        "reason",
        "total",
    }
    assert first["old"] != first["new"]
    assert f"{first['label']}: " in say("compare", office, one, three).out


def test_an_unknown_version_is_told(office: Path, say: Say) -> None:
    one = issue(say, office)
    fault(say, "compare", office, one, "không có", kind="UnknownNameError")
