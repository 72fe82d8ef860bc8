"""What a figure is made of, on the command line, down to the cell it came from."""

from pathlib import Path

import pytest

from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.rules.entry_table.fates import Choices
from desktop.store.store import Store
from tests.builders import UNIT, an_activity
from tests.cli.saying import Say, four_lines
from tests.store.test_totals import keep

SETTLED = Choices(
    fixed={"form": "training_both", "pillar": "knowledge", "agency": UNIT}
)


@pytest.fixture
def traced(store: Store, office: Path) -> Path:
    lines = "Tên lớp\tTừ ngày\tSố lượt\nLớp xã\t13/6/2024\t77"
    import_entries(store, read_entry_paste("", lines).value, "training", SETTLED)
    keep(store, *(an_activity("conference", id=f"c{n}") for n in range(2)))
    store.close()
    return office


def test_every_code_is_listed_with_its_figure(traced: Path, say: Say) -> None:
    said = say("trace", traced, "--period", "2024")
    assert said.code == 0
    codes = [line.split("\t") for line in said.out.splitlines()]
    assert all(len(one) == 3 for one in codes)
    assert ["A1", "3"] in [one[:2] for one in codes]


def test_a_figure_is_told_with_what_it_is_made_of(traced: Path, say: Say) -> None:
    said = say("trace", traced, "a1", "--period", "2024")
    assert said.code == 0
    head, label, how, *addends = said.out.splitlines()
    assert head == "A1: 3"
    assert "Tổng số" in label
    assert how.startswith("Đếm mỗi mục một lần, từ 01/01/2024")
    assert sum(int(line.split()[0]) for line in addends) == 3


def test_a_program_follows_a_figure_to_the_cell(traced: Path, say: Say) -> None:
    words = ("--period", "2024", "--json")
    codes = say("trace", traced, *words).data["codes"]
    wanted = next(one["code"] for one in codes if one["value"] == 77)
    data = say("trace", traced, wanted, *words, "--source").data
    (addend,) = data["addends"]
    assert addend["amount"] == 77
    assert addend["record"].startswith("activities/")
    (source,) = addend["sources"]
    assert source["cells"]["attendance"] == "C2"
    assert addend["origin"][0].startswith("Nhập từ bảng được dán, dòng 2")


def test_a_person_reads_where_each_part_came_from(traced: Path, say: Say) -> None:
    codes = say("trace", traced, "--period", "2024", "--json").data["codes"]
    wanted = next(one["code"] for one in codes if one["value"] == 77)
    said = say("trace", traced, wanted, "--period", "2024", "--source")
    assert "Nhập từ bảng được dán, dòng 2" in said.out


def test_a_code_nobody_printed_is_told(traced: Path, say: Say) -> None:
    said = say("trace", traced, "A999", "--period", "2024")
    assert said.code == 2
    assert "A999" in "\n".join(four_lines(said.err))


def test_an_issued_report_is_traced_as_it_was_issued(traced: Path, say: Say) -> None:
    issued = say("report", traced, "--period", "2024", "--json").data["report"]
    with Store(traced) as store:
        keep(store, an_activity("conference", id="later"))
    words = ("--period", "2024", "--json")
    now = say("trace", traced, "A1", *words).data
    then = say("trace", traced, "A1", *words, "--report", issued).data
    assert (now["value"], then["value"]) == (4, 3)
