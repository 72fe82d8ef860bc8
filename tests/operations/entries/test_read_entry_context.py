"""An office's names are read with every spelling they have."""

from dataclasses import replace

import pytest

from desktop.operations.entries.read_entry_context import read_entry_context
from desktop.operations.entries.record_entry import record_many
from desktop.records.task import Task
from desktop.rules.entry_table import names
from desktop.rules.entry_table.names import Meant
from desktop.store import records
from desktop.store.store import Store
from tests import builders


def only(store: Store, kind: str, word: str) -> str:
    found = read_entry_context(store).names.find(kind, word)
    assert found.certain, (word, found)
    return found.values[0]


def test_the_day_and_its_year_are_those_of_the_office(store: Store) -> None:
    context = read_entry_context(store)
    assert context.today == builders.NOW.date()
    assert context.year == builders.NOW.year
    assert read_entry_context(store, 2023).year == 2023


@pytest.mark.parametrize(
    "word", ["Phòng VHTT", "phong vhtt", "Phòng Văn hóa và Thông tin huyện Đăk Hà"]
)
def test_agencies_are_known_by_every_name(store: Store, word: str) -> None:
    assert only(store, names.AGENCY, word) == builders.OWN


def test_tasks_are_known_by_code_printed_number_and_path(store: Store) -> None:
    with store.change("prepare") as change:
        one = records.get(store.reader, Task, builders.task("2"))
        two = records.get(store.reader, Task, builders.task("2.2"))
        assert one is not None
        assert two is not None
        records.put(change, replace(one, number="II"))
        records.put(change, replace(two, number="b)"))
    for word in ("2.2", "II.b", "nhiệm vụ II.b", two.text, f"2.2. {two.text}"):
        assert only(store, names.TASK, word) == two.id


def test_goals_steps_figures_and_levels_are_known_by_their_words(store: Store) -> None:
    context = read_entry_context(store)
    for kind in (names.GOAL, names.FIGURE, names.TIER, names.STATE):
        values = context.names.values(kind)
        assert values, kind
        for value in values:
            written = context.names.write(kind, value)
            assert context.names.find(kind, written) == Meant((value,), certain=True)


def test_own_products_and_channels_are_known_by_title(store: Store) -> None:
    record_many(store, [builders.a_product(), builders.a_channel(name="Trang tin")])
    assert only(store, names.PRODUCT, "PHÓNG SỰ về quyền trẻ em") == "product"
    assert only(store, names.CHANNEL, "trang tin") == "channel"
