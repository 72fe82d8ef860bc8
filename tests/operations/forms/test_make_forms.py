"""Forms of all units are made in one go, or there is none and none is known of."""

import email
import email.policy
import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from desktop.errors import Cancelled, FileError
from desktop.files.form_layouts import load_layouts
from desktop.files.forms.reading import read_forms
from desktop.files.forms.writing import form_bytes
from desktop.files.wire.form_content import content_from_json, content_to_json
from desktop.operations.forms.form_facts import facts_of, read_office_facts
from desktop.operations.forms.inspect_form import inspect_forms
from desktop.operations.forms.make_forms import STAGE, FormFiles, Made, make_forms
from desktop.operations.history.undo import undo
from desktop.operations.offices.set_preferences import set_preferences
from desktop.progress import Step
from desktop.records.arrival import Fate, Sorting
from desktop.records.form import CollectingForm
from desktop.records.plan import Plan
from desktop.records.returns import UnlistedTotal
from desktop.rules.calendar import parse_period
from desktop.rules.forms.drafting import draft_form
from desktop.store import journal, preferences, records
from desktop.store.store import Store
from tests import builders
from tests.files.forms.made import a_head
from tests.operations.forms.unit_office import (
    OTHER,
    PERIOD,
    UNIT,
    an_office,
    fill,
    sheets,
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    path = an_office(tmp_path)
    with Store(path, clock=builders.a_clock) as one:
        yield one


def make(store: Store, folder: Path, *units: Any, **more: Any) -> Made:
    return make_forms(store, PERIOD, units or None, folder, **more).value


def the_form(store: Store, folder: Path) -> FormFiles:
    return make(store, folder, UNIT).files[0]


def known(store: Store) -> tuple[CollectingForm, ...]:
    return records.find(store.reader, CollectingForm)


def test_every_unit_that_owes_gets_a_workbook_a_text_and_a_mail(
    store: Store, tmp_path: Path
) -> None:
    told: list[Step] = []
    before = len(journal.entries(store.reader))
    made = make(store, tmp_path / "forms", progress=told.append)
    assert len(made.files) == 34
    names = {path.name for path in (tmp_path / "forms").iterdir()}
    assert len(names) == 3 * 34, "and nothing is left of the work"
    for one in made.files:
        assert {one.workbook.name, one.text.name, one.mail.name} <= names
        data = one.workbook.read_bytes()
        assert hashlib.sha256(data).hexdigest() == one.form.sha256
    assert {one.id for one in known(store)} == {one.form.id for one in made.files}
    assert len(journal.entries(store.reader)) == before + 1, "one deed"
    assert [one for one in told if one.stage == STAGE][-1] == Step(STAGE, 34, 34)


def test_what_comes_back_as_it_left_changes_nothing(
    store: Store, tmp_path: Path
) -> None:
    made = make(store, tmp_path / "forms", UNIT, OTHER)
    found = inspect_forms(store, list(read_forms([o.workbook for o in made.files])))
    faults = [(o.cell, o.code) for a in found for o in a.faults if not o.doubt]
    assert {one.sorting for one in found} == {Sorting.READY}, faults
    rows = [row for one in found for row in one.rows]
    assert {row.fate for row in rows} == {Fate.SAME}
    assert {"activities", "products", "unlisted_totals"} <= {o.place for o in rows}


@pytest.mark.parametrize("period", ["2024-H1", "2024"])
def test_what_was_told_of_a_part_of_the_days_is_not_told_once_more(
    store: Store, tmp_path: Path, period: str
) -> None:
    # the half-year's form told sixty beyond the lists; the year's number holds them
    half = parse_period("2024-H1")
    (before,) = records.find(store.reader, UnlistedTotal)
    told = replace(before, id="half", last_day=half.last_day)  # type: ignore[arg-type]
    with store.change("prepare") as change:
        records.remove(change, UnlistedTotal, before.id)
        records.put(change, told)
    span = parse_period(period)
    one = make_forms(store, span, [UNIT], tmp_path / "forms").value.files[0]
    total = next(
        o for o in content_from_json(one.form.content).totals if "attendance" in o.key
    )
    book = load_workbook(one.workbook)
    assert book.worksheets[0][total.cell].value == 140, "the whole number is shown"
    (found,) = inspect_forms(store, list(read_forms([one.workbook])))
    assert {row.fate for row in found.rows} == {Fate.SAME}


def test_the_form_shows_what_the_office_has(store: Store, tmp_path: Path) -> None:
    one = the_form(store, tmp_path / "forms")
    content = content_from_json(one.form.content)
    names = sheets(content)
    book = load_workbook(one.workbook)
    assert book[names["training"]]["A5"].value.startswith("Tập huấn kiến thức")
    assert book[names["product"]]["A5"].value == "Phóng sự về quyền trẻ em"
    shown = {one.record for one in content.prefilled if one.record}
    assert shown == {"activity", "conference", "product", "channel"}
    total = next(o.cell for o in content.totals if o.key == "direct_attendance")
    assert book[content.summary][total].value == 140


def test_a_second_form_is_the_next_version_and_the_first_file_stays(
    store: Store, tmp_path: Path
) -> None:
    first = the_form(store, tmp_path / "forms")
    kept = first.workbook.read_bytes()
    second = the_form(store, tmp_path / "forms")
    assert (first.form.version, second.form.version) == (1, 2)
    assert first.workbook.read_bytes() == kept
    assert second.workbook != first.workbook
    assert "-lan-2" in second.workbook.name


def test_the_same_name_of_two_units_makes_two_files(
    store: Store, tmp_path: Path
) -> None:
    folder = tmp_path / "forms"
    folder.mkdir()
    (folder / "bieu-09a-tu-ngay-01-01-2024-den-ngay-31-12-2024-x.txt").write_text("")
    first = the_form(store, folder)
    for path in (first.workbook, first.mail):
        path.unlink()
    with store.change("prepare") as change:
        records.remove(change, CollectingForm, first.form.id)
    again = the_form(store, folder)
    assert again.workbook.stem == f"{first.workbook.stem}-2", "its text is still there"


def test_the_mail_waits_to_be_sent_with_the_form_and_the_units_mailbox(
    store: Store, tmp_path: Path
) -> None:
    one = make(store, tmp_path / "forms", UNIT, period_words="năm 2024").files[0]
    message = email.message_from_bytes(
        one.mail.read_bytes(), policy=email.policy.default
    )
    assert (message["X-Unsent"], message["To"]) == ("1", "xa@example.vn")
    assert "năm 2024" in message["Subject"]
    (attached,) = message.iter_attachments()
    assert attached.get_filename() == one.workbook.name
    assert attached.get_payload(decode=True) == one.workbook.read_bytes()


def test_the_text_says_what_to_do_by_when(store: Store, tmp_path: Path) -> None:
    one = make(store, tmp_path / "forms", UNIT, period_words="năm 2024").files[0]
    text = one.text.read_bytes().decode("utf-8-sig")
    assert "\r\n" in text
    for wanted in ("Kính gửi: Ủy ban nhân dân xã Đăk Mar", one.workbook.name, "24/11"):
        assert wanted in text
    assert "{" not in text


@pytest.mark.parametrize(
    ("number", "issued", "said"),
    [
        ("12/KH-UBND", "2023-05-09", "Kế hoạch số 12/KH-UBND ngày 09/05/2023"),
        ("12/KH-UBND", None, "Kế hoạch số 12/KH-UBND"),
        ("     /KH-UBND", None, "Kế hoạch của Ủy ban nhân dân huyện Đăk Hà"),
    ],
)
def test_the_plan_is_named_as_far_as_it_is_numbered(
    store: Store, tmp_path: Path, number: str, issued: str | None, said: str
) -> None:
    import datetime as dt

    plan = records.get(store.reader, Plan, builders.PLAN)
    assert plan is not None
    day = dt.date.fromisoformat(issued) if issued else None
    with store.change("prepare") as change:
        records.put(change, replace(plan, number=number, issued_on=day))
    one = the_form(store, tmp_path / "forms")
    texts = [c.value for row in load_workbook(one.workbook).worksheets[0] for c in row]
    assert f"Theo {said}" in texts


def test_a_form_of_a_practice_office_says_so(store: Store, tmp_path: Path) -> None:
    own = preferences.get(store.reader)
    assert own is not None
    set_preferences(store, replace(own, practice=True))
    one = the_form(store, tmp_path / "forms")
    assert load_workbook(one.workbook)["_so"]["A8"].value == "1"
    subject, _, body = one.text.read_text("utf-8-sig").partition("\n\n")
    assert subject.startswith("[BẢN THỰC HÀNH")
    assert body.startswith("BẢN THỰC HÀNH")


class Stopped:
    """Stop after some forms."""

    def __init__(self, after: int) -> None:
        self.after = after

    def __call__(self, step: Step) -> None:
        if step.stage == STAGE and step.done >= self.after:
            raise Cancelled


def test_stopped_halfway_nothing_is_left(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "forms"
    with pytest.raises(Cancelled):
        make(store, folder, progress=Stopped(3))
    assert not list(folder.iterdir())
    assert not known(store)


def test_a_disk_that_is_full_leaves_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, moves = tmp_path / "forms", []

    def rename(path: Path, target: Path) -> None:
        moves.append(target)
        if len(moves) == 2:
            raise OSError(28, "No space left on device")
        path.replace(target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(FileError) as caught:
        make(store, folder, UNIT)
    assert caught.value.reason == "full"
    assert not list(folder.iterdir())
    assert not known(store)


def test_a_folder_that_cannot_be_made_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError):
        make(store, tmp_path / "file" / "forms", UNIT)
    assert not known(store)


def test_what_went_out_cannot_be_undone(store: Store, tmp_path: Path) -> None:
    made = the_form(store, tmp_path / "forms")
    undo(store)
    assert [one.id for one in known(store)] == [made.form.id], "the form is out there"


def test_a_locked_period_can_still_be_asked_about(tmp_path: Path) -> None:
    path = builders.an_office(tmp_path / "other.stt")
    with Store(path, clock=builders.a_clock) as store:
        fill(store)
        from desktop.operations.periods.close_period import close_period

        close_period(store, PERIOD)
        assert the_form(store, tmp_path / "forms").workbook.exists()


def test_a_form_of_an_older_layout_is_still_read(store: Store, tmp_path: Path) -> None:
    office = read_office_facts(store, PERIOD, [UNIT])
    older = next(o for o in load_layouts() if (o.code, o.version) == ("09a", 1))
    draft = draft_form(facts_of(office, office.agencies[0], older))
    head = a_head(form_id="older", unit_id=UNIT)
    path = tmp_path / "older.xlsx"
    path.write_bytes(form_bytes(draft, head))
    made = the_form(store, tmp_path / "forms").form
    kept = replace(
        made,
        id="older",
        layout_version=1,
        content=content_to_json(draft.content),
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    with store.change("prepare") as change:
        records.remove(change, CollectingForm, made.id)
        records.put(change, kept)
    (found,) = inspect_forms(store, list(read_forms([path])))
    assert found.sorting is Sorting.READY, found.reasons
    assert {row.fate for row in found.rows} == {Fate.SAME}
    assert "clubs" not in {one.key for one in draft.content.totals}


def test_a_stick_that_goes_before_the_forms_take_their_places_is_named(
    store: Store, tmp_path: Path
) -> None:
    before = len(journal.entries(store.reader))
    stick = tmp_path / "stick"

    def pull_out(step: Step) -> None:
        if step == Step(STAGE, 1, 1):  # every file is written, and none is in place
            shutil.rmtree(stick)

    with pytest.raises(FileError) as caught:
        make(store, stick, UNIT, progress=pull_out)
    assert caught.value.reason == "no_folder", "it is not full: it is gone"
    assert known(store) == ()
    assert len(journal.entries(store.reader)) == before
