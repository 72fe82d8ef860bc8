"""Names of what can be filled in: each is a Vietnamese word."""

from desktop.files.catalogue import load_figures
from desktop.files.templates import load_template
from desktop.gui.pages.report.template_editor.names import NameBook
from desktop.rules.templates.checks import template_problems

BOOK = NameBook(load_figures())


def test_a_figure_is_called_by_its_label_and_unit() -> None:
    assert BOOK.call("figure:trainings") == "Hội nghị, lớp tập huấn, bồi dưỡng (cuộc)"
    assert BOOK.call("figure:ghosts") == ""
    assert BOOK.call("ghosts") == ""


def test_whatever_is_offered_is_called_something_and_accepted() -> None:
    from dataclasses import replace

    template = load_template("report-year")
    offered = BOOK.sentences()
    assert len(offered) > 100
    assert all(one.words for one in offered)

    first = replace(
        template.sections[0],
        sentences=tuple(f"{{{one.code}}}" for one in offered),
    )
    changed = replace(template, sections=(first, *template.sections[1:]))
    assert template_problems(changed, template, load_figures()) == ()


def test_a_letter_may_name_more_than_the_head_of_a_report() -> None:
    letter = {one.code for one in BOOK.standing(letter=True)}
    report = {one.code for one in BOOK.standing(letter=False)}
    assert report < letter


def test_a_text_is_read_with_words_for_names() -> None:
    assert BOOK.read("Thực hiện {plan} {x}") == "Thực hiện ‹tên kế hoạch› ‹x›"
