"""Words made from the records stand until somebody writes over them."""

from desktop.gui.pages.report.draft_words import DraftWords
from desktop.rules.reports.draft_text import Generated, PlacedNumber


def made(people: str) -> dict[str, Generated]:
    text = f"Đã tập huấn {people} lượt người."
    number = PlacedNumber(code="people", start=12, text=people)
    return {"II.1": Generated(text=text, numbers=(number,))}


def words(people: str = "634") -> DraftWords:
    held = DraftWords()
    held.show_made(made(people))
    return held


def test_words_nobody_touched_follow_the_records() -> None:
    held = words()
    held.show_made(made("712"))
    assert held.words("II.1") == "Đã tập huấn 712 lượt người."
    assert not held.edited("II.1")
    assert not held.texts


def test_words_somebody_wrote_stay_and_say_what_no_longer_agrees() -> None:
    held = words()
    held.write("II.1", "Toàn huyện đã tập huấn 634 lượt người.")
    held.show_made(made("712"))
    assert held.words("II.1") == "Toàn huyện đã tập huấn 634 lượt người."
    (one,) = held.stale("II.1")
    assert (one.start, one.old, one.new) == (23, "634", "712")


def test_one_deed_puts_the_numbers_of_now_in() -> None:
    held = words()
    held.write("II.1", "Toàn huyện đã tập huấn 634 lượt người.")
    held.show_made(made("712"))
    held.renew("II.1")
    assert held.words("II.1") == "Toàn huyện đã tập huấn 712 lượt người."
    assert not held.stale("II.1")
    assert held.edited("II.1")


def test_the_way_back_leads_to_what_is_made_now() -> None:
    held = words()
    held.write("II.1", "Khác hẳn.")
    held.show_made(made("712"))
    held.restore("II.1")
    assert held.words("II.1") == "Đã tập huấn 712 lượt người."
    assert not held.edited("II.1")


def test_typing_the_very_same_words_is_no_change() -> None:
    held = words()
    held.write("II.1", "Khác.")
    held.write("II.1", "Đã tập huấn 634 lượt người. ")
    assert not held.edited("II.1")


def test_an_emptied_field_prints_what_is_made() -> None:
    held = words()
    held.write("II.1", "  ")
    assert not held.texts
    assert held.words("II.1") == "Đã tập huấn 634 lượt người."


def test_what_is_kept_is_read_back_with_what_was_made_then() -> None:
    held = words()
    held.write("II.1", "Toàn huyện đã tập huấn 634 lượt người.")
    again = DraftWords()
    again.read(held.kept())
    again.show_made(made("712"))
    assert [one.new for one in again.stale("II.1")] == ["712"]


def test_words_of_an_earlier_program_stand_before_what_is_made() -> None:
    held = DraftWords()
    held.read({"II.1": "Đã làm tốt.", "V": ""})
    assert held.texts == {"II.1": "Đã làm tốt."}
    held.show_made(made("712"))
    assert held.words("II.1") == "Đã làm tốt.\nĐã tập huấn 712 lượt người."
    assert not held.edited("V")


def test_something_else_than_a_draft_is_passed_over() -> None:
    held = DraftWords()
    held.read(["không phải"])
    held.read({"V": 3})
    assert not held.texts


def test_what_words_were_made_from_stays_theirs_until_they_are_renewed() -> None:
    held = words()
    assert held.generated("II.1") == made("634")["II.1"]
    held.write("II.1", "Toàn huyện đã tập huấn 634 lượt người.")
    held.show_made(made("712"))
    assert held.generated("II.1") == made("634")["II.1"]
    held.renew("II.1")
    assert held.generated("II.1") == made("712")["II.1"]
    assert not held.generated("không có").numbers
