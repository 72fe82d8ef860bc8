"""Accepted rows are stored as one deed, and one undo takes all of them back."""

from dataclasses import replace

import pytest

from desktop.errors import Cancelled, ConflictError, InputError
from desktop.operations.entries.import_entries import import_entries
from desktop.operations.entries.inspect_entries import inspect_entries
from desktop.operations.entries.read_entry_table import read_entry_paste
from desktop.operations.entries.record_entry import record
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.periods.close_period import close_period
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.import_mapping import HeadingMatch, ImportMapping, WordMatch
from desktop.records.import_source import ImportSource
from desktop.rules.calendar import parse_period
from desktop.rules.entry_table.fates import Choices, Fate, Match
from desktop.rules.grid import TableSource
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.entry_pastes import ROWS, as_text, rows

HEADS = "Tên lớp\tLúc nào\tĐơn vị thực hiện\tSố lượt"
SETTLED = {"form": "training_both", "pillar": "knowledge"}
CHOSEN = Choices(
    columns={1: "first_day"},
    readings={1: "dmy"},
    words={("agency", "Đội A"): builders.UNIT},
    fixed=SETTLED,
)


def a_paste(*lines: str) -> TableSource:
    return read_entry_paste("", "\n".join((HEADS, *lines))).value


SOURCE = a_paste("Lớp một\t05/06/2024\tĐội A\t40", "Lớp hai\t06/07/2024\t\t50")


def kept(store: Store) -> dict[str, Activity]:
    return {one.title: one for one in records.find(store.reader, Activity)}


def test_what_is_accepted_is_stored_with_ids_of_its_own(store: Store) -> None:
    done = import_entries(store, SOURCE, "training", CHOSEN)
    assert (done.value.added, done.value.changed) == (2, 0)
    found = kept(store)
    assert set(found) == {"Lớp một", "Lớp hai"}
    assert found["Lớp một"].agency == builders.UNIT
    assert set(done.value.ids) == {one.id for one in found.values()}
    assert all(done.value.ids)
    assert done.touched == {"activities", "import_mappings", "import_sources"}


def test_two_hundred_pasted_rows_are_stored_but_those_with_faults(store: Store) -> None:
    source = read_entry_paste("", as_text(rows())).value
    done = import_entries(store, source, "training").value
    assert done.added == ROWS - 10 == len(kept(store))
    again = inspect_entries(store, source, "training").value
    assert (again.counts[Fate.SAME], again.counts[Fate.REFUSED]) == (ROWS - 10, 10)
    first = kept(store)["Tập huấn chuyên đề 1"]
    assert first.note == 'Ghi chú "riêng"\nhai dòng'
    assert first.spending[0].spent == 25_500_000
    assert first.digital


def test_one_undo_takes_everything_back_and_one_redo_brings_it(store: Store) -> None:
    import_entries(store, SOURCE, "training", CHOSEN)
    before = kept(store)
    undo(store)
    assert kept(store) == {}
    assert records.count(store.reader, ImportMapping) == 0
    redo(store)
    assert kept(store) == before


def test_importing_again_changes_nothing_and_is_refused(store: Store) -> None:
    import_entries(store, SOURCE, "training", CHOSEN)
    last = store.last_change()
    with pytest.raises(InputError) as error:
        import_entries(store, SOURCE, "training", CHOSEN)
    assert [one.code for one in error.value.problems] == ["nothing_accepted"]
    assert store.last_change() == last


def test_a_changed_row_changes_its_entry_and_keeps_what_it_does_not_say(
    store: Store,
) -> None:
    import_entries(store, SOURCE, "training", CHOSEN)
    one = kept(store)["Lớp một"]
    record(store, replace(one, place="Hội trường"))
    more = a_paste("Lớp một\t05/06/2024\tĐội A\t45")
    with pytest.raises(InputError, match="nothing_accepted"):
        import_entries(store, more, "training", CHOSEN)
    wanted = replace(CHOSEN, overwrite=None)
    done = import_entries(store, more, "training", wanted).value
    assert (done.added, done.changed, done.ids) == (0, 1, (one.id,))
    found = kept(store)["Lớp một"]
    assert (found.attendance, found.place) == (45, "Hội trường")


def test_an_office_that_changed_since_it_was_shown_is_not_written_to(
    store: Store,
) -> None:
    shown = inspect_entries(store, SOURCE, "training", CHOSEN).value
    other = a_paste("Lớp một\t05/06/2024\tĐội A\t40")
    import_entries(store, other, "training", CHOSEN)
    last = store.last_change()
    with pytest.raises(ConflictError) as error:
        import_entries(store, SOURCE, "training", CHOSEN, expected=shown)
    assert error.value.reason == "table_changed_since"
    assert store.last_change() == last


def test_what_was_shown_is_what_is_stored(store: Store) -> None:
    shown = inspect_entries(store, SOURCE, "training", CHOSEN).value
    done = import_entries(store, SOURCE, "training", CHOSEN, expected=shown).value
    assert done.preview.rows == shown.rows


def test_what_was_settled_is_remembered_for_the_next_sheet(store: Store) -> None:
    import_entries(store, SOURCE, "training", CHOSEN)
    (mapping,) = records.find(store.reader, ImportMapping)
    assert mapping.headings == (
        HeadingMatch(heading="luc nao", field="first_day", reading="dmy"),
    )
    assert mapping.words == (
        WordMatch(field="agency", word="doi a", value=builders.UNIT),
    )
    more = a_paste("Lớp ba\t07/08/2024\tđội a\t9")
    shown = inspect_entries(store, more, "training", Choices(fixed=SETTLED)).value
    assert shown.columns[1].match is Match.REMEMBERED
    assert not shown.columns[1].asked
    assert shown.counts[Fate.ADD] == 1


def test_a_sheet_of_the_same_shape_is_remembered_once(store: Store) -> None:
    import_entries(store, SOURCE, "training", CHOSEN)
    words = {**CHOSEN.words, ("agency", "Đội B"): builders.OWN}
    more = Choices(columns={1: "first_day"}, words=words, fixed=SETTLED)
    import_entries(store, a_paste("Lớp ba\t07/08/2024\tĐội B\t9"), "training", more)
    (mapping,) = records.find(store.reader, ImportMapping)
    assert {one.word for one in mapping.words} == {"doi a", "doi b"}


def test_a_sheet_known_by_itself_leaves_nothing_to_remember(store: Store) -> None:
    source = read_entry_paste("", "Tên lớp\tTừ ngày\nLớp\t13/6/2024").value
    done = import_entries(store, source, "training", Choices(fixed=SETTLED))
    assert done.touched == {"activities", "import_sources"}


def test_a_stop_in_the_middle_stores_nothing(store: Store) -> None:
    def stop(step: Step) -> None:
        if step.stage == "recording":
            raise Cancelled

    source = read_entry_paste("", as_text(rows())).value
    with pytest.raises(Cancelled):
        import_entries(store, source, "training", progress=stop)
    assert kept(store) == {}


def test_progress_is_told_for_checking_and_recording(store: Store) -> None:
    told: list[str] = []
    import_entries(
        store, SOURCE, "training", CHOSEN, progress=lambda step: told.append(step.stage)
    )
    assert told == ["checking", "recording"]


def test_each_entry_leads_back_to_the_cells_it_was_read_from(store: Store) -> None:
    source = replace(SOURCE, name="Biểu xã A.xlsx", sha256="ab12")
    done = import_entries(store, source, "training", CHOSEN).value
    (kept_source,) = records.find(store.reader, ImportSource)
    assert (kept_source.file_name, kept_source.sha256) == ("Biểu xã A.xlsx", "ab12")
    assert kept_source.register == "training"
    columns = {one.field: one.column for one in kept_source.columns}
    assert columns == {
        "title": "A",
        "first_day": "B",
        "agency": "C",
        "attendance": "D",
    }
    assert [(one.record, one.row) for one in kept_source.rows] == [
        (done.ids[0], 2),
        (done.ids[1], 3),
    ]
    undo(store)
    assert records.count(store.reader, ImportSource) == 0


def test_rows_of_a_locked_period_are_refused_one_by_one(store: Store) -> None:
    first = import_entries(store, SOURCE, "training", CHOSEN).value
    close_period(store, parse_period("2024-H1"))
    more = a_paste(
        "Lớp một\t05/06/2024\tĐội A\t40",  # there already
        "Lớp ba\t30/06/2024\tĐội A\t40",  # its last day
        "Lớp bốn\t01/07/2024\tĐội A\t40",
        "Lớp hai\t06/07/2024\t\t55",
    )
    choices = replace(CHOSEN, overwrite=None)
    shown = inspect_entries(store, more, "training", choices).value
    fates = [one.fate for one in shown.rows]
    assert fates == [Fate.SAME, Fate.REFUSED, Fate.ADD, Fate.CHANGE]
    told = [
        (cell.field, problem.code, problem.facts)
        for cell in shown.rows[1].cells
        for problem in cell.problems
    ]
    assert told == [("first_day", "day_locked", ("01/01/2024", "30/06/2024"))]
    counts = shown.counts
    accepted, left = counts[Fate.ADD] + counts[Fate.CHANGE], counts[Fate.SAME]
    assert shown.seen == accepted + counts[Fate.REFUSED] + left == 4
    done = import_entries(store, more, "training", choices, expected=shown).value
    assert (done.added, done.changed, first.added) == (1, 1, 2)
    assert set(kept(store)) == {"Lớp một", "Lớp hai", "Lớp bốn"}


def test_a_change_or_move_of_an_entry_of_a_locked_period_is_refused(
    store: Store,
) -> None:
    ids = import_entries(store, SOURCE, "training", CHOSEN).value.ids
    close_period(store, parse_period("2024-H1"))
    lines = (
        f"{ids[0]}\tLớp một\t05/06/2024\tĐội A\t99",
        f"{ids[1]}\tLớp hai\t05/06/2024\t\t50",
    )
    source = read_entry_paste("", "\n".join((f"Mã mục\t{HEADS}", *lines))).value
    choices = replace(
        CHOSEN, columns={2: "first_day"}, readings={2: "dmy"}, overwrite=None
    )
    shown = inspect_entries(store, source, "training", choices).value
    assert [one.fate for one in shown.rows] == [Fate.REFUSED, Fate.REFUSED]
    with pytest.raises(InputError) as refused:
        import_entries(store, source, "training", choices)
    assert refused.value.problems[0].code == "nothing_accepted"
