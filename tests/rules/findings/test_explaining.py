"""What was said of findings, and the footnotes it is printed as."""

from dataclasses import replace
from typing import Any

from desktop.records.finding import Check, Explanation, Finding, Severity
from desktop.records.report import (
    Annex,
    Block,
    Column,
    FigureKey,
    Footnote,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
)
from desktop.rules.findings.explaining import (
    explained,
    explanation_of,
    footnotes,
    unexplained,
    with_footnotes,
)
from desktop.rules.reports import layout
from tests.rules.findings.found import a_finding
from tests.rules.reported import facts, template


def a_table(code: str, *rows: str) -> Table:
    return Table(
        code=code,
        title=code,
        sheet=code,
        columns=(
            Column(key="name", heading=("Đơn vị",)),
            Column(key="postings", heading=("Tin",)),
        ),
        rows=tuple(Row(key=one, values=(one, 1)) for one in rows),
    )


def a_report(*blocks: Block, annex: tuple[Block, ...] = ()) -> Report:
    made = layout.lay_out(facts(), template())
    annexes = (Annex(label="", title="", reference="", blocks=annex),)
    return replace(made, blocks=blocks, annexes=annexes)


def said(text: str, at: FigureKey | None = None, **changes: Any) -> Finding:
    return a_finding(explanation=text, at=at, key=text, **changes)


def key(table: str, row: str = "", column: str = "") -> FigureKey:
    return FigureKey(table=table, row=row, column=column)


SECTION = Heading(level=1, text="VI. KIẾN NGHỊ", place="VI")
REPORT = a_report(
    Paragraph(text="Mở đầu"),
    a_table("targets_short", "goal"),
    SECTION,
    annex=(a_table("targets", "goal", "other"), a_table("table_a", "total", "xa")),
)


def test_what_was_said_of_the_same_numbers_stands() -> None:
    finding = a_finding()
    kept = explanation_of(finding, "  Đúng như vậy.  ")
    (made,) = explained((finding,), (kept,))
    assert made.explanation == "Đúng như vậy."
    assert not made.open
    assert unexplained(made) == finding


def test_what_was_said_of_other_numbers_is_only_offered_again() -> None:
    before = explanation_of(a_finding(facts=("01/01/2024",)), "Vì mưa.")
    (made,) = explained((a_finding(),), (before,))
    assert (made.explanation, made.offered) == ("", "Vì mưa.")
    assert made.open


def test_nobody_explains_away_a_contradiction() -> None:
    error = a_finding(severity=Severity.ERROR)
    kept = Explanation(key=error.key, facts=(error.detail, *error.facts), text="Kệ.")
    assert explained((error,), (kept,)) == (error,)


def test_footnotes_are_numbered_in_the_order_they_are_printed() -> None:
    found = (
        said("xã", key("table_a", "xa", "postings")),
        said("tổng", key("table_a", "total", "postings")),
        said("mục", section="VI"),
        said("chỉ tiêu", key("targets", "other")),
    )
    assert footnotes(REPORT, found) == (
        Footnote(number=1, text="mục", section="VI"),
        Footnote(number=2, text="chỉ tiêu", at=key("targets", "other")),
        Footnote(number=3, text="tổng", at=key("table_a", "total", "postings")),
        Footnote(number=4, text="xã", at=key("table_a", "xa", "postings")),
    )


def test_what_nobody_explained_is_no_footnote() -> None:
    assert footnotes(REPORT, (a_finding(), said(""))) == ()


def test_a_figure_that_is_not_printed_gives_way_to_row_title_and_heading() -> None:
    found = (
        said("ô", key("table_a", "xa", "gone")),
        said("hàng", key("gone", "goal", "postings")),
        said("bảng", key("targets", "gone")),
        said("không đâu", key("gone", "gone")),
    )
    made = {one.text: one for one in footnotes(REPORT, found)}
    assert made["ô"].at == key("table_a", "xa")
    assert made["hàng"].at == key("targets_short", "goal")
    assert made["bảng"].at == key("targets")
    assert (made["không đâu"].at, made["không đâu"].section) == (None, "VI")


def test_what_is_printed_nowhere_stands_at_the_table_of_tasks() -> None:
    report = a_report(SECTION, annex=(a_table("tasks", "task"),))
    (made,) = footnotes(report, (said("không đâu", key("gone", "gone")),))
    assert made.at == key("tasks")


def test_a_report_keeps_its_words_and_gains_footnotes() -> None:
    made = with_footnotes(REPORT, (said("mục", section="VI"),))
    assert [one.text for one in made.footnotes] == ["mục"]
    assert made.blocks == REPORT.blocks


def test_a_laid_out_report_has_a_place_for_every_kind_of_anchor() -> None:
    report = layout.lay_out(facts(), template())
    found = (
        said("mục", section="VI", code=Check.SECTION_EMPTY),
        said("nhiệm vụ", key("tasks", f"{facts().plan.id}/3.4")),
        said("tổng", key("table_a", "total", "postings")),
    )
    made = {one.text: one for one in footnotes(report, found)}
    assert made["mục"].section == "VI"
    assert made["nhiệm vụ"].at == key("tasks", f"{facts().plan.id}/3.4")
    assert made["tổng"].at == key("table_a", "total", "postings")
