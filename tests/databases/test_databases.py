"""Office files as every schema ever shipped left them: opened, complete, undoable.

`schema_1.stt.xz` holds the plan of one district, a training of 15 of 20 key
officials, a product, a supplied total, and last a target raised from 70 to 75.
`schema_2.stt.xz` is that office carried on by the program of the second schema, which
undid the last deed and did it again.
`schema_4.stt.xz` is that one in which the program of the fourth schema issued and
exported the report of 2024, then undid the last deed and did it again.
`schema_5.stt.xz` is that one in which the program of the fifth schema issued the report
of the first half of 2024 and closed 2023, then undid the last deed and did it again.
`schema_6.stt.xz` is that one in which the program of the sixth schema kept a signing of
the report of 2024 by a test key, then undid the last deed and did it again.
"""

import lzma
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.operations.figures.compute_results import compute_results
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.offices.check_office import check_office
from desktop.records.plan import PlanValue
from desktop.records.target import Target
from desktop.records.task import Task
from desktop.rules.calendar import parse_period
from desktop.store import migrations, records
from desktop.store.store import Store
from tests.builders import a_clock

HERE = Path(__file__).parent


@pytest.fixture(params=sorted(HERE.glob("*.xz")), ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    office = tmp_path / "so.stt"
    office.write_bytes(lzma.decompress(request.param.read_bytes()))
    return office


def of_code(store: Store, code: str) -> Target:
    return records.find(store.reader, Target, where={"code": code})[0]


def test_its_figures_are_those_of_the_program_that_wrote_it(old: Path) -> None:
    with Store(old, clock=a_clock) as store:
        assert migrations.applied(store.reader) == migrations.STEPS
        assert check_office(store).value.good
        found = {
            one.target.code: f"{one.period.numerator}/{one.period.denominator}"
            for one in compute_results(store, parse_period("2024"))
        }
        tasks = records.find(store.reader, Task)
    assert found["T2c"] == "15/20"
    assert found["T3"] == "0/2"
    assert found["T5c"] == "36/40"
    assert len(tasks) == 19


def test_the_tier_of_a_target_became_its_tiers(old: Path) -> None:
    with Store(old, clock=a_clock) as store:
        assert of_code(store, "T2c").staff_tiers == ("district",)
        assert of_code(store, "T2a").staff_tiers == ()


def test_the_themes_became_the_words_of_its_plan(old: Path) -> None:
    with Store(old, clock=a_clock) as store:
        words = records.find(store.reader, PlanValue, where={"catalogue": "theme"})
    assert len(words) == 20
    assert words[0].text == "Luật pháp quốc tế về quyền con người"


def test_a_deed_of_an_older_program_is_undone_and_done_again(old: Path) -> None:
    with Store(old, clock=a_clock) as store:
        raised = of_code(store, "T2c")
        assert raised.value == Decimal(75)
        undo(store)
        lowered = of_code(store, "T2c")
        assert lowered.value == Decimal(70)
        assert lowered.staff_tiers == ("district",)
        redo(store)
        assert of_code(store, "T2c") == raised
