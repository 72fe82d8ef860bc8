"""Templates of reports: every placeholder resolves, every table can be drawn."""

import re
import shutil
from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import FileError, UnknownNameError
from desktop.files.catalogue import load_figures
from desktop.files.templates import load_template
from desktop.records.result import Verdict
from desktop.records.task import TaskProgress
from desktop.records.template import CONTENTS, ReportTemplate
from desktop.rules.reports.kinds import KINDS
from desktop.rules.reports.names import SENTENCE

PLACEHOLDER = re.compile(r"\{([^}]*)\}")
GIVEN = {"plan", "period", "territory", "agency"}
LABEL = re.compile(r'labels\["(\w+)"\]')


@pytest.fixture(scope="module")
def yearly() -> ReportTemplate:
    return load_template("report-year")


def test_every_figure_in_a_sentence_is_declared(yearly: ReportTemplate) -> None:
    known = {f"figure:{code}" for code in load_figures()} | SENTENCE
    sentences = [line for part in yearly.sections for line in part.sentences]
    assert len(sentences) > 15
    for sentence in sentences:
        named = PLACEHOLDER.findall(sentence)
        assert named, sentence
        assert set(named) <= known, sentence


def test_every_column_counts_a_declared_figure(yearly: ReportTemplate) -> None:
    known = load_figures()
    for table in yearly.tables:
        own, *counted = table.columns
        assert own.figure is None
        assert all(column.figure in known or column.key for column in counted)


def test_head_opening_and_closing_use_only_what_they_are_given(
    yearly: ReportTemplate,
) -> None:
    texts = (yearly.subject, yearly.closing, *yearly.opening)
    for text in texts:
        assert set(PLACEHOLDER.findall(text)) <= GIVEN
    assert "{plan}" in yearly.subject
    assert "{period}" in yearly.subject


def test_every_content_of_a_section_is_one_that_can_be_made(
    yearly: ReportTemplate,
) -> None:
    known = set(CONTENTS) | {f"table:{table.code}" for table in yearly.tables}
    assert {section.content for section in yearly.sections} <= known
    for needed in ("targets", "tasks", "spending"):
        assert [one.content for one in yearly.sections].count(needed) == 1


def test_a_part_that_may_stay_without_words_says_so_in_a_sentence(
    yearly: ReportTemplate,
) -> None:
    for section in yearly.sections:
        if section.content == "text":
            assert section.empty.endswith("."), section.heading
            # a sentence for an empty part counts nothing
            assert not PLACEHOLDER.search(section.empty)


def test_parts_are_numbered_in_order_at_each_level(yearly: ReportTemplate) -> None:
    romans = [one.number for one in yearly.sections if one.level == 1]
    assert romans == ["I", "II", "III", "IV", "V", "VI"]
    runs: list[list[str]] = [[]]
    for one in yearly.sections:
        if one.level == 1:
            runs.append([])
        elif one.level == 2:
            runs[-1].append(one.number)
    for run in runs:
        assert run == [str(number) for number in range(1, len(run) + 1)]


def test_the_columns_of_table_a_are_those_of_the_official_form(
    yearly: ReportTemplate,
) -> None:
    table = next(one for one in yearly.tables if one.code == "A")
    news = (
        "Số lượng tin, bài được đăng tải, phát trên phương tiện thông tin"
        " đại chúng (Tin, bài)"
    )
    documents = "Số tài liệu được phát hành miễn phí (Bản)"
    languages = (documents, "Chia theo ngôn ngữ thể hiện")
    assert [column.heading for column in table.columns[1:]] == [
        ("Phổ biến trực tiếp", "Số cuộc (Cuộc)"),
        ("Phổ biến trực tiếp", "Số lượt người tham dự (Lượt người)"),
        ("Thi tìm hiểu", "Số cuộc thi (Cuộc)"),
        ("Thi tìm hiểu", "Số lượt người dự thi (Lượt người)"),
        (documents, "Tổng số"),
        (*languages, "Tiếng Việt"),
        (*languages, "Tiếng dân tộc thiểu số"),
        (*languages, "Khác"),
        ("Số lần phát sóng chương trình trên đài truyền thanh xã (lần)",),
        (news,),
    ]


def test_the_name_of_a_sheet_is_one_excel_takes(yearly: ReportTemplate) -> None:
    labels = [yearly.labels[key] for key in yearly.labels if key.endswith("_sheet")]
    for name in (*(table.sheet for table in yearly.tables), *labels):
        assert 0 < len(name) <= 31
        assert not set(name) & set(r"[]:*?/\\")


def test_every_verdict_and_every_progress_has_its_word(yearly: ReportTemplate) -> None:
    for verdict in Verdict:
        assert yearly.labels[f"verdict_{verdict.value}"]
    for progress in TaskProgress:
        assert yearly.labels[f"progress_{progress.value}"]
    assert yearly.labels["verdict_unknown"] == "Chưa đủ số liệu"


def test_every_standing_word_a_report_asks_for_is_there() -> None:
    layout = (paths.ROOT / "desktop" / "rules" / "reports").glob("*.py")
    asked = {key for path in layout for key in LABEL.findall(path.read_text("utf-8"))}
    assert len(asked) > 30
    given = {key for kind in KINDS for key in load_template(kind.code).labels}
    assert asked - given == set()


def test_the_report_ends_as_a_document_of_an_office_does(
    yearly: ReportTemplate,
) -> None:
    assert yearly.closing.endswith("./.")


def test_an_unknown_template_is_refused_and_the_known_ones_told() -> None:
    with pytest.raises(UnknownNameError) as caught:
        load_template("report-century")
    (problem,) = caught.value.problems
    assert problem.facts == ("report-century", *(kind.code for kind in KINDS))


def test_a_template_without_its_parts_is_unreadable(tmp_path: Path) -> None:
    for path in (paths.RESOURCES / "templates").glob("report_*.toml"):
        shutil.copy(path, tmp_path)
    (tmp_path / "report-year.toml").write_text('code = "report-year"\n', "utf-8")
    with pytest.raises(FileError, match="unreadable"):
        load_template("report-year", tmp_path)


REVIEWS = ("report-mid-term", "report-final")
REGULAR = ("report-half-year", "report-year")


def said_in(template: ReportTemplate) -> list[str]:
    """Return everything the parts of an outline say."""
    return [
        text
        for part in template.sections
        for text in (part.heading, *part.sentences, part.empty)
    ]


@pytest.mark.parametrize("kind", [one.code for one in KINDS if not one.letter])
def test_a_review_speaks_of_a_stage_and_a_report_of_its_period(kind: str) -> None:
    template = load_template(kind)
    texts = [*said_in(template), *template.labels.values()]
    assert not [text for text in texts if "{stretch}" in text]
    parts = said_in(template)
    stages = [text for text in parts if re.search("[Tt]rong giai đoạn", text)]
    periods = [text for text in parts if re.search("[Tt]rong kỳ", text)]
    assert bool(stages) == (kind in REVIEWS)
    assert bool(periods) == (kind not in REVIEWS)
    assert ("KỲ TỚI" in " ".join(parts)) == (kind in REGULAR)


@pytest.mark.parametrize("kind", ["report-year", "report-half-year", "report-ad-hoc"])
def test_the_period_never_runs_into_the_years_of_the_plan(kind: str) -> None:
    """A title may end with its years: `giai đoạn 2023 - 2028 năm 2024` is no word."""
    template = load_template(kind)
    for text in (template.subject, *template.opening, template.closing):
        assert "{plan} {period}" not in text


def test_the_years_of_a_whole_plan_are_told_once() -> None:
    """Its title has them: `Tổng kết ... giai đoạn 2023 - 2028`."""
    final = load_template("report-final")
    assert "{plan}" in final.subject
    assert "{period}" not in final.subject
    assert "{period}" not in final.closing
    assert any("{period}" in text for text in final.opening)


@pytest.mark.parametrize("kind", ["report-thematic", "report-ad-hoc"])
def test_a_report_without_targets_asks_nothing_about_them(kind: str) -> None:
    named = re.compile(r"\{(?:targets|causes):|\{count:(?:met|not_met|unknown|all)\}")
    assert not [text for text in said_in(load_template(kind)) if named.search(text)]
