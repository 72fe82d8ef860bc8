"""Units without entries, and tasks with nothing to show."""

from decimal import Decimal

from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.records.report import FigureKey
from desktop.rules.findings.from_units import Unproven, from_evidence, from_units

UNIT = Agency(id=AgencyId("xa"), name="Xã")


def test_a_silent_unit_is_told_at_its_row() -> None:
    (made,) = from_units([UNIT], 14, "table_a")
    assert made.subject == "Xã"
    assert made.effect == Decimal("7.1")
    assert (made.moved, made.unit) == (1, "đơn vị")
    assert (made.where.place, made.where.record) == ("collect", "xa")
    assert made.at == FigureKey(table="table_a", row="xa", column="")


def test_without_a_table_by_agency_it_stands_at_the_targets() -> None:
    (made,) = from_units([UNIT], 14, "")
    assert made.at == FigureKey(table="targets", row="", column="")


def test_a_task_is_told_with_how_much_of_the_whole_lacks_proof() -> None:
    tasks = [
        Unproven(task="t", name="1.1 Tập huấn", done=10, lacking=4),
        Unproven(task="u", name="1.2 Triển lãm", done=10, lacking=0),
        Unproven(task="", name="", done=2, lacking=2),
    ]
    of_task, of_none = from_evidence(tasks, 40)
    assert of_task.facts == ("4", "10")
    assert of_task.effect == 10
    assert (of_task.where.place, of_task.where.record) == ("evidence", "t")
    assert of_task.at == FigureKey(table="tasks", row="t", column="")
    assert (of_none.detail, of_none.effect) == ("no_task", 5)
