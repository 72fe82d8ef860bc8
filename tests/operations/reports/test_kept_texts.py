"""What an officer wrote in the draft of a report."""

from dataclasses import replace

from desktop.operations.entries.keep_draft import keep
from desktop.operations.reports.draft_report import Request, draft_report
from desktop.operations.reports.kept_texts import REGISTER, kept_texts
from desktop.operations.reports.put_template import put_template
from desktop.operations.reports.read_templates import load_for
from desktop.records.report import Heading, Paragraph
from desktop.rules.calendar import parse_period
from desktop.rules.reports.draft_text import Generated, SectionText, kept
from desktop.rules.reports.outline import numbered
from desktop.store.store import Store

YEAR = parse_period("2024")
KIND = "report-year"


def test_words_come_with_what_was_made_for_them(store: Store) -> None:
    written = SectionText(text="Có 12 lớp.", generated=Generated(text="Có 12 lớp"))
    texts = {"I": kept(written), "V": "Tiếp tục.", "VI": "", "VII": 5}
    keep(store, f"{REGISTER}/{KIND}/2024", REGISTER, {"texts": texts})
    found = kept_texts(store, KIND, YEAR)
    assert found == {"direction": written, "outlook": SectionText(text="Tiếp tục.")}


def test_words_go_with_their_section_wherever_an_office_moves_it(
    store: Store,
) -> None:
    texts = {"outlook": "Tiếp tục.", "mine_1": "Còn đó."}
    keep(store, f"{REGISTER}/{KIND}/2024", REGISTER, {"texts": texts})
    shipped = load_for(store, KIND)
    first = [one for one in shipped.sections if one.key == "outlook"]
    rest = [one for one in shipped.sections if one.key != "outlook"]
    put_template(store, replace(shipped, sections=numbered((*first, *rest))))
    request = Request(period=YEAR, period_words="năm 2024", texts=texts)
    blocks = draft_report(store, request).blocks
    (at,) = (
        number
        for number, one in enumerate(blocks)
        if isinstance(one, Heading) and "PHƯƠNG HƯỚNG" in one.text
    )
    heading, said = blocks[at : at + 2]
    assert isinstance(heading, Heading)
    assert heading.place == "I", "it was V"
    assert said == Paragraph(text="Tiếp tục.")
    assert kept_texts(store, KIND, YEAR)["mine_1"].text == "Còn đó."


def test_another_draft_or_none_is_empty(store: Store) -> None:
    assert kept_texts(store, KIND, YEAR) == {}
    keep(store, f"{REGISTER}/{KIND}/2024", REGISTER, {"number": "5"})
    keep(store, f"{REGISTER}/{KIND}/2025", REGISTER, {"texts": {"I": "Một"}})
    assert kept_texts(store, KIND, YEAR) == {}
