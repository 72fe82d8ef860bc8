"""A table is held against the office's plan, its agencies and their names."""

import hashlib
from pathlib import Path

import pytest

from desktop.errors import ConflictError
from desktop.files.plans import plan_names
from desktop.operations.offices.create_office import create_office
from desktop.operations.plans.export_task_table import export_task_table, layouts
from desktop.operations.plans.inspect_task_table import inspect_task_table, read_against
from desktop.operations.plans.read_task_table import read_task_file, read_task_paste
from desktop.records.identity import PlanId
from desktop.rules.task_table.fates import Fate, Preview
from desktop.rules.task_table.parties import SETTLED, Found
from desktop.store.store import Store

ANNEXES = Path(__file__).parents[2] / "files" / "task_table"
ANNEXED = (
    ("cao-bang-2018-2020", "cao_bang.txt", 19),
    ("khanh-hoa-2023-2028", "khanh_hoa.txt", 13),
)
"""Plans whose printed table is kept here, and how many rows it has."""
PLANS = tuple(choice.name for choice in plan_names())


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Make an office of each plan that ships."""
    folder = tmp_path_factory.mktemp("plans")
    return {name: create_office(folder / f"{name}.stt", name).value for name in PLANS}


def inspected(office: Path, text: str) -> Preview:
    with Store(office, writable=False) as store:
        return inspect_task_table(store, read_task_paste("", text)).value


@pytest.mark.parametrize("layout", ["", *(one.code for one in layouts())])
@pytest.mark.parametrize("plan", PLANS)
def test_an_export_read_again_changes_nothing(
    offices: dict[str, Path], plan: str, layout: str, tmp_path: Path
) -> None:
    before = hashlib.sha256(offices[plan].read_bytes()).digest()
    with Store(offices[plan], writable=False) as store:
        path = export_task_table(store, tmp_path / "bang.xlsx", layout).value
        shown = inspect_task_table(store, read_task_file(path)).value
        tasks = read_against(store).tasks
    assert [row.fate for row in shown.rows] == [Fate.SAME] * len(tasks)
    assert not shown.absent
    assert hashlib.sha256(offices[plan].read_bytes()).digest() == before


@pytest.mark.parametrize(("plan", "annex", "tasks"), ANNEXED)
def test_the_annex_as_printed_is_the_plan_that_ships(
    offices: dict[str, Path], plan: str, annex: str, tasks: int
) -> None:
    shown = inspected(offices[plan], (ANNEXES / annex).read_text("utf-8"))
    assert [row.fate for row in shown.rows] == [Fate.SAME] * tasks
    assert not shown.absent
    assert all(row.time for row in shown.rows if not row.line.group)


@pytest.mark.parametrize("plan", PLANS)
def test_names_in_the_annexes_of_the_plans_are_known(
    offices: dict[str, Path], plan: str
) -> None:
    with Store(offices[plan], writable=False) as store:
        against = read_against(store)
    parties = [
        party
        for task in against.tasks
        for text in (task.lead_text, task.partner_text)
        for party in against.directory.match(text)
    ]
    known = [one for one in parties if one.found in SETTLED or one.found is Found.NEAR]
    tabled = plan in ("dak-ha-2023-2028", *(name for name, _, _ in ANNEXED))
    # The other plans name agencies in sentences, not in a column.
    least = 1.0 if tabled else 0.6
    assert len(known) >= least * len(parties) > 0, [
        one.text for one in parties if one not in known
    ]


def test_a_plan_that_is_not_there_is_told(store: Store) -> None:
    with pytest.raises(ConflictError) as caught:
        read_against(store, PlanId("khong-co"))
    assert caught.value.reason == "no_office"
