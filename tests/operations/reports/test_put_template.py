"""Templates an office changes: versions, undone, renewed, put back, never lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.errors import ConflictError, InputError
from desktop.files import catalogue, templates
from desktop.files.wire.template import template_from_json, template_to_json
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.operations.reports.put_template import (
    put_template,
    renew_template,
    reset_template,
)
from desktop.operations.reports.read_templates import (
    load_for,
    read_template,
    read_templates,
    versions,
)
from desktop.records.template import ReportTemplate
from desktop.rules.reports.kinds import KINDS
from desktop.store.store import Store
from tests.operations.plan_office import conflict, is_one_deed

YEAR = "report-year"


@pytest.fixture
def shipped() -> ReportTemplate:
    return templates.load_template(YEAR)


def edited(template: ReportTemplate, **head: str) -> ReportTemplate:
    return replace(template, **head)  # type: ignore[arg-type]


def newer_program(monkeypatch: pytest.MonkeyPatch, made: ReportTemplate) -> None:
    """Let the program ship another template of that kind."""
    real = templates.load_template
    monkeypatch.setattr(
        templates,
        "load_template",
        lambda code, folder=None: made if code == made.code else real(code, folder),
    )


def test_until_it_is_changed_the_program_s_own_is_used(store: Store) -> None:
    assert load_for(store, YEAR) == templates.load_template(YEAR)
    states = read_templates(store)
    assert [one.template.code for one in states] == [one.code for one in KINDS]
    assert not any(one.own or one.problems for one in states)


def test_a_change_is_one_deed_and_the_next_version(
    store: Store, shipped: ReportTemplate
) -> None:
    mine = edited(shipped, closing="Trên đây là báo cáo của cơ quan./.")
    is_one_deed(store, lambda: put_template(store, mine, "đổi câu kết"), "put_template")
    assert load_for(store, YEAR).closing == mine.closing
    state = read_template(store, YEAR)
    assert (state.own, state.version, state.note) == (True, 1, "đổi câu kết")


def test_every_change_is_a_version_and_the_old_ones_stay(
    store: Store, shipped: ReportTemplate
) -> None:
    for words in ("Một./.", "Hai./."):
        put_template(store, edited(shipped, closing=words))
    kept = versions(store, YEAR)
    assert [one.version for one in kept] == [2, 1]
    said = [template_from_json(one.content, kind=YEAR).closing for one in kept]
    assert said == ["Hai./.", "Một./."]
    assert load_for(store, YEAR).version == 2


def test_an_undone_change_gives_the_version_before_back(
    store: Store, shipped: ReportTemplate
) -> None:
    put_template(store, edited(shipped, closing="Một./."))
    put_template(store, edited(shipped, closing="Hai./."))
    undo(store)
    assert load_for(store, YEAR).closing == "Một./."
    undo(store)
    assert load_for(store, YEAR) == shipped
    redo(store)
    assert load_for(store, YEAR).closing == "Một./."


def test_another_kind_is_left_as_it_is(store: Store, shipped: ReportTemplate) -> None:
    put_template(store, edited(shipped, closing="Một./."))
    half = load_for(store, "report-half-year")
    assert half == templates.load_template("report-half-year")


def test_what_is_wrong_is_refused_and_nothing_kept(
    store: Store, shipped: ReportTemplate
) -> None:
    first = replace(shipped.sections[0], sentences=("Có {figure:none_such} cuộc.",))
    wrong = replace(shipped, sections=(first, *shipped.sections[1:]))
    with pytest.raises(InputError) as caught:
        put_template(store, wrong)
    (problem,) = [one for one in caught.value.problems if one.blocking]
    assert problem.code == "template_unknown_figure"
    assert problem.facts == ("none_such",)
    assert problem.field == "section/direction//sentences"
    assert versions(store, YEAR) == ()


def test_the_same_again_is_no_version(store: Store, shipped: ReportTemplate) -> None:
    same = conflict(store, lambda: put_template(store, shipped))
    assert same == ("template_same", "Báo cáo năm")


def test_a_change_made_meanwhile_is_not_written_over(
    store: Store, shipped: ReportTemplate
) -> None:
    put_template(store, edited(shipped, closing="Một./."), seen=0)
    told = conflict(
        store, lambda: put_template(store, edited(shipped, closing="Hai./."), seen=0)
    )
    assert told == ("template_changed", "Báo cáo năm")


def test_going_back_uses_the_program_s_of_today(
    store: Store, shipped: ReportTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_template(store, edited(shipped, closing="Một./."))
    is_one_deed(store, lambda: reset_template(store, YEAR), "reset_template")
    assert load_for(store, YEAR) == shipped
    assert [one.version for one in versions(store, YEAR)] == [2, 1]
    later = replace(shipped, version=9, closing="Của bản sau./.")
    newer_program(monkeypatch, later)
    assert load_for(store, YEAR) == later
    assert read_template(store, YEAR).offered == ()


def test_there_is_nothing_to_go_back_from(store: Store) -> None:
    told = conflict(store, lambda: reset_template(store, YEAR))
    assert told == ("template_not_own", "Báo cáo năm")


def test_an_update_leaves_the_office_s_words_and_offers_its_own(
    store: Store, shipped: ReportTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_template(store, edited(shipped, closing="Của cơ quan./."))
    later = replace(
        shipped,
        version=2,
        closing="Của bản sau./.",
        subject="Kết quả thực hiện {plan} {period}",
        labels={**shipped.labels, "brand_new": "Từ mới"},
    )
    newer_program(monkeypatch, later)
    used = load_for(store, YEAR)
    assert (used.closing, used.subject) == ("Của cơ quan./.", shipped.subject)
    assert used.labels["brand_new"] == "Từ mới"
    offered = read_template(store, YEAR).offered
    assert [(one.part.field, one.both) for one in offered] == [
        ("subject", False),
        ("closing", True),
    ]
    subject, closing = (one.part for one in offered)
    renew_template(store, YEAR, taken=[subject])
    assert load_for(store, YEAR).subject == later.subject
    assert load_for(store, YEAR).closing == "Của cơ quan./."
    assert [one.part for one in read_template(store, YEAR).offered] == [closing]
    is_one_deed(
        store,
        lambda: renew_template(store, YEAR, taken=[], kept=[closing]),
        "renew_template",
    )
    assert read_template(store, YEAR).offered == ()
    assert load_for(store, YEAR).closing == "Của cơ quan./."


def test_an_edit_while_an_offer_waits_does_not_drop_it(
    store: Store, shipped: ReportTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_template(store, edited(shipped, closing="Của cơ quan./."))
    newer_program(monkeypatch, replace(shipped, subject="{plan} {period}", version=2))
    put_template(store, edited(load_for(store, YEAR), closing="Khác./."))
    (offer,) = read_template(store, YEAR).offered
    assert offer.part.field == "subject"


def test_what_a_newer_program_gave_up_is_left_out_and_told_not_fallen_over(
    store: Store, shipped: ReportTemplate, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shipped.sections[0]
    mine = replace(first, sentences=("Có {figure:lessons} tiết.", "Câu của ta."))
    put_template(store, replace(shipped, sections=(mine, *shipped.sections[1:])))
    real = catalogue.load_figures()
    fewer = {code: one for code, one in real.items() if code != "lessons"}
    monkeypatch.setattr(catalogue, "load_figures", lambda: fewer)
    used = load_for(store, YEAR).sections[0]
    assert used.sentences == ("Câu của ta.",)
    state = read_template(store, YEAR)
    assert state.template.sections[0].sentences == mine.sentences
    told = [one for one in state.problems if one.field.startswith("section/direction")]
    assert [(one.code, one.facts) for one in told] == [
        ("template_unknown_figure", ("lessons",))
    ]


def test_the_name_of_a_kind_is_the_program_s(
    store: Store, shipped: ReportTemplate
) -> None:
    put_template(store, replace(shipped, name="Tên khác", closing="Một./."))
    assert load_for(store, YEAR).name == "Báo cáo năm"


def test_texts_are_kept_in_their_stored_form(
    store: Store, shipped: ReportTemplate
) -> None:
    loose = edited(shipped, closing="  Tre\u0302n đây./.\u200b ")
    put_template(store, loose)
    assert load_for(store, YEAR).closing == "Trên đây./."


def test_what_an_older_program_kept_is_read_with_what_came_since(
    store: Store, shipped: ReportTemplate
) -> None:
    text = template_to_json(shipped).replace(',"symbol":""', "")
    text = text.replace('"addressee":"",', "").replace("{", '{"unheard_of":1,', 1)
    assert template_from_json(text, kind=YEAR) == shipped


def test_what_is_damaged_is_told_and_can_be_put_back() -> None:
    with pytest.raises(ConflictError) as caught:
        template_from_json('{"code": 7}', kind=YEAR)
    assert caught.value.reason == "template_damaged"
    assert caught.value.facts[0] == YEAR


def test_a_damaged_template_can_be_put_back(
    store: Store, shipped: ReportTemplate, tmp_path: Path
) -> None:
    from desktop.records.template import OfficeTemplate
    from desktop.store import records

    put_template(store, edited(shipped, closing="Một./."))
    (kept,) = versions(store, YEAR)
    broken = replace(kept, id="x", version=2, content="{}")
    assert isinstance(broken, OfficeTemplate)
    with store.change("put_template") as change:
        records.put(change, broken)
    with pytest.raises(ConflictError, match="template_damaged"):
        load_for(store, YEAR)
    reset_template(store, YEAR)
    assert load_for(store, YEAR) == shipped
