"""What an officer wrote in the draft of a report."""

from desktop.operations.keep_draft import keep
from desktop.operations.kept_texts import REGISTER, kept_texts
from desktop.rules.calendar import parse_period
from desktop.rules.draft_text import Generated, SectionText, kept
from desktop.store.store import Store

YEAR = parse_period("2024")
KIND = "report-year"


def test_words_come_with_what_was_made_for_them(store: Store) -> None:
    written = SectionText(text="Có 12 lớp.", generated=Generated(text="Có 12 lớp"))
    texts = {"I": kept(written), "V": "Tiếp tục.", "VI": "", "VII": 5}
    keep(store, f"{REGISTER}/{KIND}/2024", REGISTER, {"texts": texts})
    found = kept_texts(store, KIND, YEAR)
    assert found == {"I": written, "V": SectionText(text="Tiếp tục.")}


def test_another_draft_or_none_is_empty(store: Store) -> None:
    assert kept_texts(store, KIND, YEAR) == {}
    keep(store, f"{REGISTER}/{KIND}/2024", REGISTER, {"number": "5"})
    keep(store, f"{REGISTER}/{KIND}/2025", REGISTER, {"texts": {"I": "Một"}})
    assert kept_texts(store, KIND, YEAR) == {}
