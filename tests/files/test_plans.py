"""The plans that ship: word for word, whole, and with nothing hanging in the air."""

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
from desktop.records.period import DeadlineKind
from desktop.records.plan import PlanState, Relation
from desktop.records.target import Basis, Direction, Formula, Target, Training
from tests.files import printed_plans

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


# --- plans of provinces, laid out again as printed --------------------------------

PROVINCES = {
    "binh-phuoc-2023-2028": (printed_plans.binh_phuoc, "plan_binh_phuoc.txt"),
    "dak-lak-press-2024": (printed_plans.dak_lak, "plan_dak_lak.txt"),
    "khanh-hoa-2023-2028": (printed_plans.khanh_hoa, "plan_khanh_hoa.txt"),
    "cao-bang-2018-2020": (printed_plans.cao_bang, "plan_cao_bang.txt"),
}
TIMED = ("khanh-hoa-2023-2028", "cao-bang-2018-2020")
"""Plans whose table of tasks has a column of times."""


def copy_of(name: str) -> str:
    return printed_plans.one_line(
        (GOLDEN.parent / PROVINCES[name][1]).read_text("utf-8")
    )


@pytest.mark.parametrize("name", PROVINCES)
def test_a_plan_laid_out_again_is_its_printed_copy_letter_by_letter(name: str) -> None:
    assert PROVINCES[name][0](load_plan(name)) == copy_of(name)


@pytest.mark.parametrize("name", PROVINCES)
def test_whatever_else_a_plan_quotes_stands_in_its_copy(name: str) -> None:
    plan, issued = load_plan(name), copy_of(name).casefold()
    quoted = [base for base in plan.bases if base.relation is not Relation.MENTIONED]
    texts = [
        *(base.document_type for base in plan.bases),
        *(base.number for base in plan.bases),
        *(base.issuer for base in plan.bases),
        *(base.summary for base in quoted),
        *(text for role in plan.roles for text in (role.agency_text, role.text)),
        *(part for step in plan.roadmap for part in step.text.split(" … ")),
        *(part for aim in plan.targets for part in aim.text.split(" … ")),
        *(one.text for one in plan.deadlines),
        *(one.reporters for one in plan.deadlines),
        *(one.recipient_text for one in plan.deadlines),
        *(value.text for value in plan.values),
    ]
    absent = [
        text for text in texts if printed_plans.one_line(text).casefold() not in issued
    ]
    assert absent == []


@pytest.mark.parametrize("name", PROVINCES)
def test_every_agency_of_a_plan_is_in_its_list(name: str) -> None:
    plan = load_plan(name)
    named = {
        plan.plan.issuer,
        plan.preferences.agency,
        plan.preferences.recipient,
        *(one.parent for one in plan.agencies if one.parent),
        *(one for role in plan.roles for one in role.agencies),
        *(one for task in plan.tasks for one in (*task.leads, *task.partners)),
        *(one for aim in plan.targets for one in aim.scope),
        *(aim.supplier for aim in plan.targets if aim.supplier),
        *(one for due in plan.deadlines for one in due.owing),
        *(due.recipient for due in plan.deadlines if due.recipient),
    }
    assert named - {agency.id for agency in plan.agencies} == set()


@pytest.mark.parametrize("name", PROVINCES)
def test_every_code_of_a_plan_is_in_a_catalogue(name: str) -> None:
    plan = load_plan(name)
    items = {(item.catalogue, item.code) for item in load_catalogues()}
    used = {
        *((value.catalogue, value.code) for value in plan.values),
        *(("role", code) for role in plan.roles for code in role.roles),
        *(("agency_kind", agency.kind) for agency in plan.agencies),
        *(("staff_group", o.staff_group) for o in plan.targets if o.staff_group),
        *(("tally_subject", o.subject) for o in plan.targets if o.subject),
    }
    assert used - items == set()
    tiers = {tier.code for tier in load_tiers().levels}
    assert {agency.tier for agency in plan.agencies} <= tiers


@pytest.mark.parametrize("name", PROVINCES)
def test_every_figure_of_a_plan_is_declared(name: str) -> None:
    plan = load_plan(name)
    used = {
        *(code for task in plan.tasks for code in task.figures),
        *(aim.figure for aim in plan.targets if aim.figure),
        *(aim.divisor for aim in plan.targets if aim.divisor),
    }
    assert used - set(load_figures()) == set()


@pytest.mark.parametrize("name", PROVINCES)
def test_no_agency_of_a_plan_shares_a_name_with_another(name: str) -> None:
    names = Counter(
        spelling
        for one in load_plan(name).agencies
        for spelling in {folded(n) for n in (one.name, one.short_name, *one.aliases)}
    )
    assert [spelling for spelling, n in names.items() if n > 1] == []


@pytest.mark.parametrize("name", PROVINCES)
def test_every_task_says_who_when_and_what_is_counted(name: str) -> None:
    plan = load_plan(name)
    timed = name in TIMED
    ids = {task.id for task in plan.tasks}
    groups = {task.parent for task in plan.tasks if task.parent}
    rows = [task for task in plan.tasks if task.id not in groups]
    silent = [
        task.code
        for task in rows
        if not (task.leads and task.lead_text and task.figures)
        or (timed and not task.time_text)
    ]
    assert silent == []
    assert {one for step in plan.roadmap for one in step.tasks} <= ids
    assert {one for task in rows for one in task.bases} <= {o.id for o in plan.bases}


def test_khanh_hoa_has_thirteen_tasks_two_reviews_and_seven_themes() -> None:
    plan = load_plan("khanh-hoa-2023-2028")
    assert [task.number for task in plan.tasks] == [f"{n}." for n in range(1, 14)]
    assert {task.parent for task in plan.tasks} == {None}
    assert [step.first_year for step in plan.roadmap] == [2025, 2027]
    themes = [one for one in plan.values if one.catalogue == "theme"]
    assert [one.number for one in themes if one.number.isdigit()] == list("1234567")
    assert sum(one.number.startswith("(") for one in themes) == 7
    assert any("quyền của người lao động" in one.text.casefold() for one in themes)


def test_khanh_hoa_sets_six_targets() -> None:
    aims = load_plan("khanh-hoa-2023-2028").targets
    least, text = Direction.AT_LEAST, Direction.TEXT
    assert [(o.code, o.formula, o.direction, o.value) for o in aims] == [
        ("T0", Formula.TEXT, text, None),
        ("T1", Formula.SPOKESPERSON, least, Decimal(100)),
        ("T2a", Formula.TRAINED, least, Decimal(100)),
        ("T2b", Formula.TRAINED, least, Decimal(100)),
        ("T2c", Formula.TRAINED, least, Decimal(100)),
        ("T3", Formula.SUPPLIED, text, None),
    ]
    assert [o.staff_group for o in aims if o.staff_group] == ["G5", "G3", "G4"]
    assert {o.training for o in aims if o.staff_group} == {Training.BOTH}
    assert (aims[1].required, aims[1].interval) == (1, 6)
    # the province's committee, its twenty-one offices and nine districts
    assert len(aims[1].scope) == 31


def test_khanh_hoa_reports_before_the_thirtieth_of_november_and_when_asked() -> None:
    plan = load_plan("khanh-hoa-2023-2028")
    dues = {due.id.split("/")[1]: due for due in plan.deadlines}
    assert (dues["D1"].due_month, dues["D1"].due_day) == (11, 30)
    assert not dues["D1"].inclusive
    assert dues["D1"].recipient == plan.preferences.agency
    assert dues["D1b"].kind is DeadlineKind.AD_HOC
    reviews = [due for due in plan.deadlines if due.after_years]
    assert [(due.kind, due.after_years) for due in reviews] == [
        (DeadlineKind.MID_TERM, 3),
        (DeadlineKind.FINAL, 5),
    ]
    assert {due.counted_from for due in reviews} == {dt.date(2022, 9, 14)}


def test_khanh_hoa_keeps_its_slips_and_what_its_copy_lost() -> None:
    plan = load_plan("khanh-hoa-2023-2028")
    tasks = {task.code: task for task in plan.tasks}
    assert "tranh cỏ động" in tasks["7"].text
    assert "triển lâm" in tasks["11"].text
    assert tasks["12"].bases == ("khanh-hoa-2023-2028/quyet-dinh-830",)
    assert (plan.plan.number, plan.plan.authority) == ("", ())
    assert plan.plan.issued_on == dt.date(2023, 3, 27)
    assert [(base.number, base.relation) for base in plan.bases] == [
        ("1079/QĐ-TTg", Relation.BASIS),
        ("5768/BTTTT-TTĐN", Relation.BASIS),
        ("674/TTr-STTTT", Relation.PROPOSAL),
        ("830/QĐ-TTg", Relation.MENTIONED),
    ]


def test_cao_bang_is_closed_and_has_four_groups_of_fifteen_tasks() -> None:
    plan = load_plan("cao-bang-2018-2020")
    assert plan.plan.state is PlanState.CLOSED
    assert (plan.plan.number, plan.plan.issued_on) == (
        "3432/KH-UBND",
        dt.date(2018, 10, 25),
    )
    groups = [task for task in plan.tasks if task.parent is None]
    assert [(g.code, g.number) for g in groups] == [
        *(("1", "I"), ("2", "2"), ("3", "3"), ("4", "4"))
    ]
    tasks = [task for task in plan.tasks if task.parent is not None]
    assert [(t.code, t.time_text) for t in tasks] == [
        *(("1.1", "Năm 2018"), ("1.2", "Thường xuyên"), ("1.3", "Thường xuyên")),
        *(("1.4", "Năm 2019"), ("1.5", "Thường xuyên"), ("1.6", "Thường xuyên")),
        *(("1.7", "Năm 2018 - 2020"), ("1.8", "Hằng năm")),
        *(("2.1", "2018 - 2019"), ("2.2", "2018 - 2019"), ("2.3", "Hằng năm")),
        *(("3.1", "2018 - 2020"), ("3.2", "Thường xuyên")),
        *(("4.1", "2018-2020"), ("4.2", "thường xuyên")),
    ]
    assert all(t.parent == f"{plan.plan.id}/{t.code[0]}" for t in tasks)
    assert [t.code for t in tasks if not t.partner_text] == ["4.1"]


def test_cao_bang_informs_the_press_every_month() -> None:
    asked = load_plan("cao-bang-2018-2020").quantities
    assert {(one.task.partition("/")[2], one.figure) for one in asked} == {
        ("1.3", "press_briefings")
    }
    assert [(one.year, one.value) for one in asked] == [
        (2018, 12),
        (2019, 12),
        (2020, 12),
    ]


def test_cao_bang_sets_eight_targets() -> None:
    aims = load_plan("cao-bang-2018-2020").targets
    least, text = Direction.AT_LEAST, Direction.TEXT
    assert [(o.code, o.formula, o.direction) for o in aims] == [
        ("T1", Formula.MILESTONE, least),
        ("T2", Formula.TRAINED, least),
        ("T3a", Formula.TRAINED, least),
        ("T3b", Formula.TRAINED, least),
        ("T4a", Formula.FIGURE, text),
        ("T4b", Formula.RATIO, text),
        ("T4c", Formula.MILESTONE, least),
        ("T4d", Formula.FIGURE, text),
    ]
    trained = [(o.staff_group, o.training, o.value) for o in aims if o.staff_group]
    assert trained == [
        ("G6", Training.SKILL, Decimal(100)),
        ("G1", Training.EQUIPPED, Decimal(100)),
        ("G2b", Training.EQUIPPED, Decimal(100)),
    ]
    assert {o.year for o in aims} == {2020}
    assert [o.divisor is not None for o in aims if o.formula is Formula.RATIO] == [True]


def test_cao_bang_goes_year_by_year_and_is_reviewed_once() -> None:
    plan = load_plan("cao-bang-2018-2020")
    assert [(step.first_year, step.last_year) for step in plan.roadmap] == [
        *((2018, 2018),) * 4,
        *((2019, 2020), (2019, 2020), (2020, 2020)),
        *((2021, None), (2021, None)),
    ]
    once = next(due for due in plan.deadlines if due.kind is DeadlineKind.MID_TERM)
    assert (once.due_year, once.due_month, once.due_day) == (2020, 12, 31)
    assert once.inclusive
    others = [(due.kind, due.informative) for due in plan.deadlines if due is not once]
    assert others == [
        (DeadlineKind.MONTHLY, False),
        (DeadlineKind.YEARLY, False),
        (DeadlineKind.MONTHLY, True),
    ]


def test_cao_bang_keeps_a_circular_with_the_number_of_a_decree() -> None:
    plan = load_plan("cao-bang-2018-2020")
    bases = [(base.document_type, base.number) for base in plan.bases]
    assert bases == [
        *(("Luật", ""), ("Luật", ""), ("Nghị định", "72/2015/NĐ-CP")),
        ("Thông tư", "09/2017/NĐ-CP"),
        *(("Quyết định", "25/2015/QĐ-UBND"), ("Quyết định", "16/QĐ-TTg")),
    ]
    assert {base.relation for base in plan.bases} == {Relation.BASIS}


def test_recipients_keep_their_notes_and_who_reads_on_a_screen() -> None:
    noted = load_plan("khanh-hoa-2023-2028").plan.recipients
    assert (len(noted), [line.note for line in noted].count("báo cáo")) == (14, 4)
    on_screen = load_plan("cao-bang-2018-2020").plan.recipients
    assert (len(on_screen), on_screen[0].note) == (9, "b/c")
    assert sum(line.electronic for line in on_screen) == 4
