"""What has only a year stands in every package of it: the last one counts, always."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.files.signatures.trust import Trust
from desktop.records.agency import Budget, SpokespersonCheck
from desktop.records.identity import AgencyId, Code, RecordId
from desktop.rules.calendar import parse_period
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.files.pki import NOW
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    entries_of,
    take_in,
)

SENT = ("Q1", "Q1 sửa", "Q2")
TOLD: Mapping[str, Mapping[str, int]] = {
    "Q1": {"chi-1": 10, "chi-2": 20, "chi-3": 30},
    "Q1 sửa": {"chi-1": 11, "chi-2": 20, "chi-4": 40},
    "Q2": {"chi-1": 12, "chi-2": 22},
}
"""Money spent by id; the corrected first quarter no longer tells of the third."""
AT_LAST: Mapping[str, int] = {"chi-1": 12, "chi-2": 22, "chi-4": 40}
Packages = Mapping[str, Path]


def rows_of(name: str) -> tuple[Budget | SpokespersonCheck, ...]:
    """Return the rows of a package: none of them has a day."""
    check = builders.a_check(COMMUNE, id="nguoi-phat-ngon", year=2024, note=name)
    return (
        check,
        *(
            Budget(
                id=RecordId(row_id),
                agency=AgencyId(COMMUNE),
                year=2024,
                source=Code(f"nguon-{row_id}"),
                spent=spent,
            )
            for row_id, spent in TOLD[name].items()
        ),
    )


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    folder = tmp_path_factory.mktemp("nam")
    made = {}
    for name in SENT:
        days = parse_period(f"2024-{name[:2]}")
        entries = entries_of(rows_of(name), days=(days.first_day, days.last_day))
        version = 2 if name.endswith("sửa") else 1
        told: dict[str, Any] = {"period_code": days.code, "report_id": f"bc {name}"}
        made[name] = a_package(folder / name, entries, None, version=version, **told)
    return made


@contextmanager
def a_copy(pattern: Path) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copy(pattern, Path(folder) / "so.stt"))
        with Store(copied, clock=lambda: NOW) as store:
            yield store


def told_by(store: Store) -> tuple[dict[str, int], str]:
    """Return what stands: money by its id at the sender, and the note of the check."""
    spent = {
        str(one.id).removeprefix(f"{COMMUNE}."): one.spent
        for one in records.find(store.reader, Budget)
    }
    (check,) = records.find(store.reader, SpokespersonCheck)
    return spent, check.note


@settings(max_examples=2, deadline=None)
@given(order=st.permutations(SENT), cut=st.integers(1, 2))
@example(order=("Q2", "Q1", "Q1 sửa"), cut=2)
def test_the_last_word_of_a_year_stands_in_whatever_order_packages_come(
    office_pattern: Path, packages: Packages, order: Sequence[str], cut: int
) -> None:
    with a_copy(office_pattern) as store:
        for names in (order[:cut], order[cut:]):
            take_in(store, Trust(), *(packages[name] for name in names))
        assert told_by(store) == (AT_LAST, "Q2")
