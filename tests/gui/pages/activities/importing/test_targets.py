"""What a column may be taken for, and what a word may stand for."""

import pytest

from desktop.gui.pages.activities.importing.targets import SKIP, Targets, word_key
from desktop.gui.session import Session
from desktop.gui.tables.reading_names import read_names
from tests.gui.entry_office import register


@pytest.fixture
def targets(session: Session) -> Targets:
    return Targets(register(session, "training"), read_names(session))


def test_every_field_and_every_line_of_a_small_table_can_be_chosen(
    targets: Targets,
) -> None:
    offered = [one[0] for one in targets.columns()]
    names = [one.name for one in targets.register.fields]
    assert offered[0] == SKIP
    assert offered[-1] == "id"
    assert set(names) <= set(offered)
    assert any(one.startswith("audiences#") for one in offered)
    assert any(one.endswith(".first_trained") for one in offered)
    assert len(offered) == len(set(offered))
    texts = [one[1] for one in targets.columns()]
    assert len(texts) == len(set(texts)), "two choices that read the same are no choice"


def test_labels_say_which_line_and_which_number(targets: Targets) -> None:
    (group, *_) = [one[0] for one in targets.columns() if one[0].startswith("staff#")]
    name = targets.label(group).removeprefix("Cán bộ được cập nhật, tập huấn: ")
    assert name.endswith(", số người")
    trained = targets.label(f"{group}.first_trained")
    assert trained.endswith(", lần đầu tập huấn")
    tiered = targets.label(f"{group}@commune")
    assert tiered != targets.label(group)
    assert targets.label("first_day") == "Từ ngày"
    assert targets.label("id") == "Mã mục"
    assert targets.label("nonsense") == "nonsense"


def test_likely_values_come_first_then_none(targets: Targets) -> None:
    codes = [one[0] for one in targets.values("pillar", ("knowledge",))]
    assert codes[:2] == ["knowledge", SKIP]
    assert len(codes) == len(set(codes)) > 2
    assert targets.value("pillar", "knowledge") != "knowledge"


def test_a_field_of_free_text_offers_no_values(targets: Targets) -> None:
    assert targets.values("place", ()) == ((SKIP, "Để trống"),)


def test_words_are_the_same_whatever_their_marks() -> None:
    assert word_key("pillar", "Nâng  CAO") == word_key("pillar", "nang cao")
