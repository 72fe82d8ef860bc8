"""Templates of an office across updates: nothing lost, nothing overwritten unasked."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.files.templates import load_template
from desktop.records.template import ReportTemplate, SectionTemplate
from desktop.rules.reports.outline import numbered
from desktop.rules.templates.merge import (
    ChangeKind,
    TemplateChange,
    base_of,
    differences,
    effective,
    settle,
)
from desktop.rules.templates.parts import Part, parts

BASE = load_template("report-year")
SUPPLY = Part("section", "supply", field="sentences")
LESSONS = SectionTemplate(key="lessons", heading="Bài học", level=2)


def with_section(
    template: ReportTemplate, key: str, **changes: object
) -> ReportTemplate:
    made = tuple(
        replace(one, **changes) if one.key == key else one  # type: ignore[arg-type]
        for one in template.sections
    )
    assert made != template.sections
    return replace(template, sections=numbered(made))


def without(template: ReportTemplate, key: str) -> ReportTemplate:
    kept = tuple(one for one in template.sections if one.key != key)
    return replace(template, sections=numbered(kept))


def added(template: ReportTemplate, after: str, one: SectionTemplate) -> ReportTemplate:
    made: list[SectionTemplate] = []
    for section in template.sections:
        made.append(section)
        if section.key == after:
            made.append(one)
    return replace(template, sections=numbered(made))


def relabelled(template: ReportTemplate, **labels: str) -> ReportTemplate:
    return replace(template, labels={**template.labels, **labels})


def section(template: ReportTemplate, key: str) -> SectionTemplate:
    return next(one for one in template.sections if one.key == key)


def only(found: tuple[TemplateChange, ...]) -> TemplateChange:
    (one,) = found
    return one


OFFICE = with_section(BASE, "supply", sentences=("Câu của cơ quan.",))


def test_without_a_newer_program_there_is_nothing_to_offer() -> None:
    assert differences(BASE, OFFICE, BASE) == ()
    assert effective(BASE, OFFICE, BASE) == OFFICE


def test_a_sentence_only_the_program_changed_is_offered_not_taken() -> None:
    shipped = with_section(BASE, "products", sentences=("Câu mới.",))
    found = only(differences(BASE, OFFICE, shipped))
    assert (found.part.key, found.part.field) == ("products", "sentences")
    assert (found.kind, found.both) == (ChangeKind.CHANGED, False)
    used = section(effective(BASE, OFFICE, shipped), "products")
    assert used == section(BASE, "products")


def test_a_sentence_both_changed_is_offered_as_such_and_the_office_s_stays() -> None:
    shipped = with_section(BASE, "supply", sentences=("Câu mới.",))
    found = only(differences(BASE, OFFICE, shipped))
    assert found.both
    assert (found.office, found.shipped) == (("Câu của cơ quan.",), ("Câu mới.",))
    used = section(effective(BASE, OFFICE, shipped), "supply")
    assert used.sentences == ("Câu của cơ quan.",)


def test_what_the_office_has_the_same_already_is_not_offered() -> None:
    shipped = with_section(BASE, "supply", sentences=("Câu của cơ quan.",))
    assert differences(BASE, OFFICE, shipped) == ()


def test_a_new_part_is_offered_once_and_comes_to_its_place() -> None:
    shipped = added(BASE, "causes", LESSONS)
    found = only(differences(BASE, OFFICE, shipped))
    assert (found.part, found.kind) == (Part("section", "lessons"), ChangeKind.ADDED)
    base, office = settle(BASE, OFFICE, shipped, taken=[found.part])
    keys = [one.key for one in office.sections]
    assert keys[keys.index("causes") + 1] == "lessons"
    assert section(office, "lessons").number == "4"
    assert section(office, "supply").sentences == ("Câu của cơ quan.",)
    assert differences(base, office, shipped) == ()


def test_a_part_the_office_left_out_does_not_come_back() -> None:
    office = without(BASE, "contests")
    shipped = with_section(BASE, "contests", sentences=("Câu mới.",))
    assert differences(BASE, office, shipped) == ()


def test_a_part_the_program_gave_up_stays_until_the_office_says() -> None:
    shipped = without(BASE, "supply")
    found = only(differences(BASE, OFFICE, shipped))
    assert (found.kind, found.both) == (ChangeKind.REMOVED, True)
    assert section(effective(BASE, OFFICE, shipped), "supply").sentences
    base, office = settle(BASE, OFFICE, shipped, taken=[found.part])
    assert "supply" not in [one.key for one in office.sections]
    assert differences(base, office, shipped) == ()


def test_what_was_declined_is_not_offered_again_and_the_rest_still_is() -> None:
    shipped = with_section(
        with_section(BASE, "supply", sentences=("Mới.",)), "products", heading="Mới"
    )
    assert len(differences(BASE, OFFICE, shipped)) == 2
    base, office = settle(BASE, OFFICE, shipped, taken=(), kept=[SUPPLY])
    assert office == OFFICE
    left = only(differences(base, office, shipped))
    assert left.part.field == "heading"


def test_when_all_is_decided_the_base_is_the_newer_program_s() -> None:
    shipped = replace(
        with_section(BASE, "supply", sentences=("Mới.",)), version=BASE.version + 1
    )
    base, office = settle(BASE, OFFICE, shipped, taken=(), kept=[SUPPLY])
    assert base == shipped
    assert section(office, "supply").sentences == ("Câu của cơ quan.",)


def test_taking_everything_is_going_back_to_the_program_s() -> None:
    shipped = with_section(BASE, "supply", sentences=("Mới.",))
    base, office = settle(BASE, OFFICE, shipped, taken=[SUPPLY])
    assert base == office == shipped


def test_new_standing_words_are_there_without_asking() -> None:
    shipped = relabelled(BASE, brand_new="Từ mới")
    assert differences(BASE, OFFICE, shipped) == ()
    assert effective(BASE, OFFICE, shipped).labels["brand_new"] == "Từ mới"


def test_a_standing_word_follows_the_program_unless_the_office_changed_it() -> None:
    office = relabelled(BASE, ordinal="TT")
    shipped = relabelled(BASE, ordinal="Số TT", rows_sum="Cộng chung")
    used = effective(BASE, office, shipped).labels
    assert (used["ordinal"], used["rows_sum"]) == ("TT", "Cộng chung")
    assert only(differences(BASE, office, shipped)).both


def test_a_word_that_asks_for_what_is_no_longer_given_follows_the_program() -> None:
    office = relabelled(BASE, years_year="Năm {year} của ta")
    shipped = relabelled(BASE, years_year="Năm thứ {number}")
    used = effective(BASE, office, shipped).labels["years_year"]
    assert used == "Năm thứ {number}"


def test_words_that_followed_the_program_do_not_count_as_the_office_s() -> None:
    shipped = relabelled(BASE, rows_sum="Cộng chung")
    saved = effective(BASE, OFFICE, shipped)
    base = base_of(BASE, saved, shipped)
    later = relabelled(shipped, rows_sum="Tổng")
    assert effective(base, saved, later).labels["rows_sum"] == "Tổng"
    assert differences(base, saved, later) == ()


@pytest.mark.parametrize("field", ["title", "notes"])
def test_words_of_a_table_are_offered_one_by_one(field: str) -> None:
    value = "Tên mới" if field == "title" else ("Ghi chú mới.",)
    tables = (replace(BASE.tables[0], **{field: value}), *BASE.tables[1:])  # type: ignore[arg-type]
    found = only(differences(BASE, OFFICE, replace(BASE, tables=tables)))
    assert (found.part.kind, found.part.field) == ("table", field)


def test_a_new_column_leaves_the_headings_the_office_wrote() -> None:
    old = BASE.tables[0]
    mine = replace(old.columns[1], heading=("Tên cột của ta",))
    office = replace(
        BASE,
        tables=(replace(old, columns=(old.columns[0], mine, *old.columns[2:])),),
    )
    base = replace(BASE, tables=BASE.tables[:1])
    more = replace(old.columns[1], heading=("Cột mới",), figure="press_times")  # type: ignore[arg-type]
    shipped = replace(
        base, tables=(replace(old, columns=(*old.columns[:3], more, *old.columns[3:])),)
    )
    found = only(differences(base, office, shipped))
    assert (found.part.kind, found.kind) == ("column", ChangeKind.ADDED)
    _, office = settle(base, office, shipped, taken=[found.part])
    headings = [one.heading for one in office.tables[0].columns]
    assert headings[1] == ("Tên cột của ta",)
    assert headings[3] == ("Cột mới",)


def test_a_new_table_is_one_offer_with_all_its_columns() -> None:
    base = replace(BASE, tables=BASE.tables[:-1])
    office = with_section(base, "supply", heading="Của ta")
    found = only(differences(base, office, BASE))
    assert found.part == Part("table", BASE.tables[-1].code)
    _, office = settle(base, office, BASE, taken=[found.part])
    assert [one.code for one in office.tables] == [one.code for one in BASE.tables]


def test_the_words_of_the_head_are_offered_too() -> None:
    shipped = replace(BASE, closing="Trên đây là báo cáo./.")
    found = only(differences(BASE, OFFICE, shipped))
    assert (found.part.kind, found.part.field) == ("head", "closing")
    _, office = settle(BASE, OFFICE, shipped, taken=[found.part])
    assert office.closing == "Trên đây là báo cáo./."


SMALL = replace(
    BASE,
    tables=(),
    labels=dict(list(BASE.labels.items())[:6]),
    sections=BASE.sections[:9],
)


def edited(
    template: ReportTemplate, deeds: list[tuple[str, int]], by: str
) -> ReportTemplate:
    """Change a template at random places: words, and parts that come and go."""
    for number, (deed, at) in enumerate(deeds):
        sections = template.sections
        place = at % len(sections)
        one = sections[place]
        words = f"{by} {number}."
        match deed:
            case "heading":
                made = (*sections[:place], replace(one, heading=words))
                sections = (*made, *sections[place + 1 :])
            case "sentences":
                made = (*sections[:place], replace(one, sentences=(words,)))
                sections = (*made, *sections[place + 1 :])
            case "drop" if len(sections) > 1:
                sections = (*sections[:place], *sections[place + 1 :])
            case "add":
                new = SectionTemplate(key=f"{by}{number}", heading=words, level=2)
                sections = (*sections[:place], new, *sections[place:])
            case "label":
                key = sorted(template.labels)[at % 6]
                template = relabelled(template, **{key: words})
            case "closing":
                template = replace(template, closing=words)
        template = replace(template, sections=numbered(sections))
    return template


DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["heading", "sentences", "drop", "add", "label", "closing"]),
        st.integers(0, 25),
    ),
    max_size=8,
)


@given(DEEDS, DEEDS)
def test_whatever_both_did_nothing_of_the_office_s_is_lost_unasked(
    mine: list[tuple[str, int]], theirs: list[tuple[str, int]]
) -> None:
    office, shipped = edited(SMALL, mine, "ta"), edited(SMALL, theirs, "họ")
    used = parts(effective(SMALL, office, shipped))
    was, own = parts(SMALL), parts(office)
    for part, value in own.items():
        if value != was.get(part):
            assert used[part] == value, part
    for part in was:
        assert (part in own) == (part in used), part


@given(DEEDS, DEEDS)
def test_whatever_is_decided_is_decided_for_good(
    mine: list[tuple[str, int]], theirs: list[tuple[str, int]]
) -> None:
    office, shipped = edited(SMALL, mine, "ta"), edited(SMALL, theirs, "họ")
    offered = [one.part for one in differences(SMALL, office, shipped)]
    for taken, kept in ((offered, []), ([], offered), (offered[::2], offered[1::2])):
        base, made = settle(SMALL, office, shipped, taken=taken, kept=kept)
        assert differences(base, made, shipped) == ()
        said, new, own = parts(made), parts(shipped), parts(office)
        for part in taken:
            assert said.get(part) == new.get(part), part
        for part in kept:
            assert said.get(part) == own.get(part), part
