"""The plan that ships: word for word, whole, and with nothing hanging in the air."""

import datetime as dt
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import FileError, UnknownNameError
from desktop.files.catalogue import load_catalogues, load_figures, load_tiers
from desktop.files.plans import PlanFile, load_plan, plan_names
from desktop.records.target import Basis, Direction, Formula, Target

SOURCE = paths.DATA / "plans" / "dak_ha_2023_2028.toml"
GOLDEN = Path(__file__).parent.parent / "golden" / "plan_dak_ha.txt"
MENDED = {
    "các xã,thị trấn": "các xã, thị trấn",
    "dân tộc thiếu số": "dân tộc thiểu số",
    "cơ quan, đơn vi,": "cơ quan, đơn vị,",
}
"""Slips of the printed copy, and what stands for them."""


def folded(text: str) -> str:
    """Return a text in one line, whatever its breaks, blanks and capitals."""
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


@pytest.fixture(scope="module")
def issued() -> str:
    text = folded(GOLDEN.read_text("utf-8"))
    for slip, mended in MENDED.items():
        text = text.replace(folded(slip), folded(mended))
    return text


@pytest.fixture(scope="module")
def shipped() -> PlanFile:
    return load_plan("dak-ha-2023-2028")


@pytest.fixture(scope="module")
def agencies(shipped: PlanFile) -> set[str]:
    return {agency.id for agency in shipped.agencies}


def target(shipped: PlanFile, code: str) -> Target:
    return next(one for one in shipped.targets if one.code == code)


def test_every_mended_slip_stands_in_the_printed_copy_once() -> None:
    text = folded(GOLDEN.read_text("utf-8"))
    assert [text.count(folded(slip)) for slip in MENDED] == [1, 1, 1]


def test_the_head_and_the_end_of_the_plan_are_verbatim(
    shipped: PlanFile, issued: str
) -> None:
    plan = shipped.plan
    for text in (plan.document_type, plan.title, plan.annex_title, plan.annex_note):
        assert folded(text) in issued
    assert folded(f"{plan.closing}./.") in issued


def test_every_section_is_verbatim_and_none_is_left_out(
    shipped: PlanFile, issued: str
) -> None:
    place = 0
    for section in shipped.sections:
        for paragraph in (section.heading, *section.text.split("\n")):
            found = issued.find(folded(paragraph), place)
            assert found >= 0, paragraph
            # between two paragraphs of the copy nothing but a colon may be lost
            if place:
                assert issued[place:found].strip(" :") == "", paragraph
            place = found + len(folded(paragraph))
    assert folded(issued[place:]).startswith(folded(shipped.plan.closing))


def test_every_row_of_the_annex_is_verbatim_and_none_is_left_out(
    shipped: PlanFile, issued: str
) -> None:
    head = "stt nhiệm vụ, giải pháp đơn vị chủ trì đơn vị phối hợp thực hiện"
    annex = issued[issued.index("phụ lục nhiệm vụ, giải pháp") :]
    annex = annex[annex.index("của ubnd huyện)") + len("của ubnd huyện)") :]
    rows = [
        (task.code, task.text, task.lead_text, task.partner_text)
        for task in shipped.tasks
    ]
    printed = " ".join(folded(cell) for row in rows for cell in row if cell)
    assert annex.replace(head, "").strip() == printed


def test_every_target_is_verbatim(shipped: PlanFile, issued: str) -> None:
    for one in shipped.targets:
        for part in one.text.split("…"):
            assert folded(part) in issued, one.code


def test_bases_deadlines_values_roles_and_names_are_verbatim(
    shipped: PlanFile, issued: str
) -> None:
    quoted = [base for base in shipped.bases if base.relation != "mentioned"]
    texts = [
        *(base.number for base in shipped.bases),
        *(base.issuer for base in shipped.bases),
        *(base.summary for base in quoted),
        *(one.text for one in shipped.deadlines),
        *(one.reporters for one in shipped.deadlines),
        *(one.recipient_text for one in shipped.deadlines),
        *(one.text for one in shipped.values),
        *(one.text for one in shipped.roles),
        *(one.agency_text for one in shipped.roles),
        *shipped.plan.authority,
        shipped.plan.signer_name,
    ]
    assert [text for text in texts if folded(text) not in issued] == []


def test_the_eleven_recipients_stand_in_the_order_printed(
    shipped: PlanFile, issued: str
) -> None:
    assert len(shipped.plan.recipients) == 11
    lines = " ".join(f"- {line.text};" for line in shipped.plan.recipients)
    assert folded(lines).removesuffix(";") in issued


def test_there_are_five_groups_and_fourteen_tasks(shipped: PlanFile) -> None:
    groups = [task.code for task in shipped.tasks if task.parent is None]
    tasks = [task.code for task in shipped.tasks if task.parent is not None]
    assert groups == ["1", "2", "3", "4", "5"]
    assert tasks == [
        *("1.1", "1.2", "2.1", "2.2"),
        *("3.1", "3.2", "3.3", "3.4", "3.5", "3.6"),
        *("4.1", "4.2", "4.3", "5.1"),
    ]


def test_each_task_stands_under_the_group_of_its_number(shipped: PlanFile) -> None:
    for task in shipped.tasks:
        if task.parent is not None:
            assert task.parent == f"{shipped.plan.id}/{task.code.split('.')[0]}"
            assert task.leads
            assert task.lead_text
            assert task.figures
        assert task.id == f"{shipped.plan.id}/{task.code}"


def test_the_ten_targets_are_those_the_plan_sets(shipped: PlanFile) -> None:
    goals = [(one.code, one.direction, one.value, one.upper) for one in shipped.targets]
    least, count = Direction.AT_LEAST, Direction.COUNT
    assert goals == [
        ("T0", Direction.TEXT, None, None),
        ("T1", least, Decimal(100), None),
        ("T2a", least, Decimal(100), None),
        ("T2b", least, Decimal(90), None),
        ("T2c", least, Decimal(70), None),
        ("T3", count, None, None),
        ("T4", Direction.RANGE, Decimal(15), Decimal(20)),
        ("T5a", count, None, None),
        ("T5b", least, Decimal(100), None),
        ("T5c", least, Decimal(90), None),
    ]
    assert {one.year for one in shipped.targets} == {2028}


def test_trained_people_and_digitised_works_are_judged_from_the_first_day(
    shipped: PlanFile,
) -> None:
    cumulative = [o.code for o in shipped.targets if o.basis is Basis.CUMULATIVE]
    assert cumulative == ["T2a", "T2b", "T2c", "T5b"]


def test_each_way_of_counting_is_given_what_it_needs(shipped: PlanFile) -> None:
    items = {(item.catalogue, item.code) for item in load_catalogues()}
    for one in shipped.targets:
        assert bool(one.scope) is (one.formula is Formula.SPOKESPERSON)
        assert bool(one.figure) is (one.formula is Formula.FIGURE)
        assert bool(one.staff_group) is (one.formula is Formula.TRAINED)
        assert bool(one.subject and one.supplier) is (one.formula is Formula.SUPPLIED)
        if one.staff_group:
            assert ("staff_group", one.staff_group) in items
        if one.subject:
            assert ("tally_subject", one.subject) in items


def test_key_officials_are_those_of_one_tier_only(shipped: PlanFile) -> None:
    tiers = {tier.code for tier in load_tiers().levels}
    assert len(target(shipped, "T2c").staff_tiers) == 1
    assert set(target(shipped, "T2c").staff_tiers) < tiers
    assert not target(shipped, "T2a").staff_tiers


def test_every_agency_named_anywhere_is_in_the_list(
    shipped: PlanFile, agencies: set[str]
) -> None:
    settings = shipped.preferences
    named = {
        shipped.plan.issuer,
        settings.agency,
        settings.recipient,
        *(one.parent for one in shipped.agencies if one.parent),
        *(one for task in shipped.tasks for one in (*task.leads, *task.partners)),
        *(one for aim in shipped.targets for one in aim.scope),
        *(aim.supplier for aim in shipped.targets if aim.supplier),
        *(one.recipient for one in shipped.deadlines if one.recipient),
    }
    assert named - agencies == set()


def test_no_agency_is_listed_twice_nor_shares_a_name(shipped: PlanFile) -> None:
    ids = Counter(agency.id for agency in shipped.agencies)
    names = Counter(
        name
        for agency in shipped.agencies
        for name in {folded(n) for n in (agency.name, agency.short_name)}
        | {folded(alias) for alias in agency.aliases}
    )
    assert [one for one, n in (*ids.items(), *names.items()) if n > 1] == []


def test_every_kind_and_tier_of_an_agency_is_known(shipped: PlanFile) -> None:
    items = load_catalogues()
    kinds = {item.code for item in items if item.catalogue == "agency_kind"}
    tiers = {tier.code for tier in load_tiers().levels}
    assert {agency.kind for agency in shipped.agencies} <= kinds
    assert {agency.tier for agency in shipped.agencies} <= tiers


def test_the_communes_offices_and_bodies_are_all_there(shipped: PlanFile) -> None:
    kinds = Counter(agency.kind for agency in shipped.agencies)
    assert kinds["commune"] == 11
    assert kinds["specialised"] == 13
    assert kinds["mass_organisation"] == 6
    assert kinds["school"] == 2


@pytest.mark.parametrize(
    "spelling",
    [
        "Trung tâm VHTTDL&TT huyện",
        "Trung tâm VH-TT-DL và TT huyện",
        "Trung tâm VH-TT-DL &TT huyện",
        "Phòng Văn hóa - Thông tin huyện",
        "Phòng Văn hóa – Thông tin huyện",
        "Ban Tuyên giáo Huyện ủy",
        "Công an huyện",
    ],
)
def test_one_agency_answers_to_each_spelling_of_the_plan(
    shipped: PlanFile, issued: str, spelling: str
) -> None:
    assert folded(spelling) in issued
    found = [
        agency.id
        for agency in shipped.agencies
        if spelling in (agency.name, agency.short_name, *agency.aliases)
    ]
    assert len(found) == 1


def test_a_kind_in_a_row_stands_for_every_agency_of_it(shipped: PlanFile) -> None:
    row = next(task for task in shipped.tasks if task.code == "3.4")
    communes = [one.id for one in shipped.agencies if one.kind == "commune"]
    assert list(row.leads) == ["trung-tam-vhttdltt-dak-ha", *communes]
    # named as lead in its own right, it does not take part as its own partner
    assert "trung-tam-vhttdltt-dak-ha" not in row.partners
    assert row.partners[0] == "phong-vhtt-dak-ha"


def test_every_figure_of_a_task_and_a_target_is_declared(shipped: PlanFile) -> None:
    known = set(load_figures())
    of_tasks = {code for task in shipped.tasks for code in task.figures}
    of_targets = {one.figure for one in shipped.targets if one.figure}
    assert of_tasks | of_targets <= known


def test_reports_are_due_before_the_twenty_fifth_of_november(
    shipped: PlanFile,
) -> None:
    units, office = shipped.deadlines
    assert (units.due_month, units.due_day) == (11, 25)
    assert units.recipient == shipped.preferences.agency
    # the plan says "as prescribed": no date is made up
    assert (office.due_month, office.due_day) == (None, None)
    assert office.recipient == shipped.preferences.recipient


def test_the_seven_conventions_stand_under_international_law(
    shipped: PlanFile,
) -> None:
    parents = {
        one.code: one.parent for one in load_catalogues() if one.catalogue == "theme"
    }
    said = [one for one in shipped.values if one.catalogue == "theme"]
    under = [one.text for one in said if parents[one.code] == "theme_1"]
    assert sum(text.startswith("Công ước") for text in under) == 7
    assert sum(parents[one.code] is None for one in said) == 5
    assert sum(one.catalogue == "pillar" for one in shipped.values) == 3


def test_the_plan_and_its_bases_are_dated_as_printed(shipped: PlanFile) -> None:
    plan = shipped.plan
    assert (plan.first_day, plan.last_day) == (
        dt.date(2023, 1, 1),
        dt.date(2028, 12, 31),
    )
    # number and day were left blank in the copy that went out
    assert (plan.number.strip(), plan.issued_on) == ("/KH-UBND", None)
    assert [(base.number, base.issued_on, base.relation) for base in shipped.bases] == [
        ("1297/KH-UBND", dt.date(2023, 5, 5), "parent_plan"),
        ("793/STTTT-TTBCXB", dt.date(2023, 5, 9), "basis"),
        ("1079/QĐ-TTg", dt.date(2022, 9, 14), "mentioned"),
    ]


def test_the_plans_to_choose_from_can_all_be_loaded() -> None:
    choices = plan_names()
    assert "dak-ha-2023-2028" in [choice.name for choice in choices]
    for choice in choices:
        plan = load_plan(choice.name)
        assert plan.plan.id == choice.name
        assert plan.plan.title == choice.title
        assert choice.issuer in {agency.name for agency in plan.agencies}


def test_an_unknown_plan_is_refused_and_the_known_ones_told() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_plan("khong-co")
    (problem,) = caught.value.problems
    assert problem.field == "plan"
    assert problem.facts == ("khong-co", *sorted(one.name for one in plan_names()))


def test_a_plan_file_with_a_slip_in_a_key_is_refused(tmp_path: Path) -> None:
    source = SOURCE.read_text("utf-8")
    (tmp_path / "slip.toml").write_text(
        source.replace("direction = ", "dircetion = ", 1), "utf-8"
    )
    with pytest.raises(FileError, match="direction"):
        load_plan("slip", tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[[deadlines]]", "[[deadline]]"),
        ("[signer]", "[signature]"),
        ('id = "dak-ha-2023-2028"', 'name = "dak-ha-2023-2028"'),
        ('leads = ["phong-vhtt-dak-ha"]', "leads = 7"),
    ],
    ids=["a part is missing", "a part is unknown", "no id", "a number for names"],
)
def test_a_plan_file_of_another_shape_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    bent = SOURCE.read_text("utf-8").replace(old, new)
    (tmp_path / "bent.toml").write_text(bent, "utf-8")
    with pytest.raises(FileError, match="unreadable"):
        load_plan("bent", tmp_path)


def test_milestones_written_beside_a_target_become_records(tmp_path: Path) -> None:
    source = SOURCE.read_text("utf-8")
    planned = source.replace(
        'figure = "exhibitions_with_recipient"',
        'figure = "exhibitions_with_recipient"\nmilestones = { 2024 = 2 }',
    )
    (tmp_path / "planned.toml").write_text(planned, "utf-8")
    (milestone,) = load_plan("planned", tmp_path).milestones
    assert (milestone.target, milestone.year) == ("dak-ha-2023-2028/T3", 2024)
    assert milestone.value == Decimal(2)
