"""An officer's words are kept, and told where a number in them no longer agrees."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.identity import Code
from desktop.rules.reports import draft_text, sentences
from desktop.rules.reports.draft_text import Generated, SectionText

TEXTS = (
    (
        "Trong kỳ đã tổ chức {figure:events} hội nghị, lớp tập huấn với "
        "{figure:people} lượt người tham dự."
    ),
    "Đăng {figure:posts} tin, bài với {figure:views} lượt xem.",
)


def made(**totals: int) -> Generated:
    """Return what the records make of two sentences."""
    found = {Code(name): Decimal(value) for name, value in totals.items()}
    told = (sentences.marked_sentence(one, found) for one in TEXTS)
    return draft_text.generated("\n".join(one for one in told if one))


THEN = made(events=12, people=634, posts=40, views=2500)
NOW = made(events=14, people=634, posts=41, views=2500)


def written(text: str, generated: Generated = THEN) -> SectionText:
    return SectionText(text=text, generated=generated)


def told(one: SectionText, now: Generated = NOW) -> list[tuple[str, str]]:
    return [(each.old, each.new) for each in draft_text.stale(one, now)]


def test_what_was_made_knows_where_its_numbers_stand() -> None:
    assert THEN.values == {
        "events": "12",
        "people": "634",
        "posts": "40",
        "views": "2.500",
    }
    for one in THEN.numbers:
        assert THEN.text[one.start :].startswith(one.text)


def test_words_nobody_changed_become_what_is_made_now() -> None:
    untouched = written(THEN.text)
    assert not untouched.edited
    new = draft_text.renewed(untouched, NOW)
    assert new == SectionText(text=NOW.text, generated=NOW)


def test_edited_words_keep_and_tell_the_numbers_that_changed() -> None:
    own = written(THEN.text.replace("Trong kỳ đã tổ chức", "Toàn huyện đã mở được"))
    assert own.edited
    assert told(own) == [("12", "14"), ("40", "41")]
    for one in draft_text.stale(own, NOW):
        assert own.text[one.start :].startswith(one.old)
    new = draft_text.renewed(own, NOW)
    assert new.text == NOW.text.replace("Trong kỳ đã tổ chức", "Toàn huyện đã mở được")
    assert told(new) == []


def test_a_sentence_written_anew_is_still_followed_by_its_number_and_word() -> None:
    own = written("Điểm nổi bật: có tới 634 lượt người dự 12 hội nghị chuyên đề.")
    assert told(own) == [("12", "14")]


def test_a_number_of_the_officer_s_own_is_told_and_left_as_it_is() -> None:
    own = written(THEN.text.replace("12 hội nghị", "13 hội nghị"))
    (one, other) = draft_text.stale(own, NOW)
    assert (one.old, one.new, one.own) == ("13", "14", True)
    assert (other.old, other.new, other.own) == ("40", "41", False)
    assert "13 hội nghị" in draft_text.renewed(own, NOW).text
    assert "14 hội nghị" in draft_text.renewed(own, NOW, own=True).text


def test_a_number_that_is_not_of_the_records_is_nobody_s_business() -> None:
    own = written(f"{THEN.text}\nCó 12 gương điển hình và 40 năm công tác.")
    assert told(own) == [("12", "14"), ("40", "41")]
    new = draft_text.renewed(own, NOW).text
    assert new.endswith("\nCó 12 gương điển hình và 40 năm công tác.")


def test_what_is_no_longer_counted_is_zero_by_now() -> None:
    own = written(f"{THEN.text} Rất tốt.")
    assert ("40", "0") in told(own, made(events=12, people=634))


def test_other_words_are_told_apart_from_other_numbers() -> None:
    assert not draft_text.reworded(written(THEN.text), NOW)
    assert draft_text.reworded(written(THEN.text), made(events=12, people=634))


def test_words_written_from_nothing_have_no_stale_number() -> None:
    assert told(SectionText(text="Có 12 hội nghị.")) == []


def test_what_is_kept_is_read_back() -> None:
    own = written("Toàn huyện đã tổ chức 12 hội nghị.")
    assert draft_text.read_kept(draft_text.kept(own)) == own
    assert draft_text.read_kept("Lời cũ.") == SectionText(text="Lời cũ.")
    assert draft_text.read_kept(7) is None
    damaged = draft_text.kept(own) | {"numbers": [["events", 3, "99"], "x"]}
    read = draft_text.read_kept(damaged)
    assert read is not None
    assert read.generated.numbers == ()


COUNTS = st.fixed_dictionaries(
    dict.fromkeys(("events", "people", "posts", "views"), st.integers(1, 99_999))
)
WORDS = st.lists(
    st.sampled_from(("rất", "tốt", "so", "với", "kế", "hoạch")), max_size=6
).map(" ".join)


@given(then=COUNTS, now=COUNTS)
def test_a_text_is_stale_exactly_where_its_figures_changed(
    then: dict[str, int], now: dict[str, int]
) -> None:
    own = written(f"{made(**then).text} Đạt yêu cầu.", made(**then))
    found = {one.code for one in draft_text.stale(own, made(**now))}
    assert found == {code for code in then if then[code] != now[code]}


@given(then=COUNTS, now=COUNTS, words=WORDS, place=st.integers(0, 30))
def test_renewing_brings_every_number_up_to_date_and_keeps_every_word(
    then: dict[str, int], now: dict[str, int], words: str, place: int
) -> None:
    """Words put in anywhere stay, and no number is lost or taken for another."""
    old, new = made(**then), made(**now)
    own = written(_with(old.text, words, place), old)
    renewed = draft_text.renewed(own, new)
    assert renewed.text == _with(new.text, words, place)
    assert draft_text.stale(renewed, new) == ()


@given(then=COUNTS, now=COUNTS)
def test_nothing_is_changed_twice(then: dict[str, int], now: dict[str, int]) -> None:
    before = made(**then)
    once = draft_text.renewed(written(f"{before.text} Tốt.", before), made(**now))
    assert draft_text.renewed(once, made(**now)) == once


def _with(text: str, words: str, place: int) -> str:
    """Put words before one of the words of a text."""
    parts = re.split(r"(\s)", text)
    at = 2 * (place % ((len(parts) + 1) // 2))
    return "".join((*parts[:at], f"{words} " if words else "", *parts[at:]))


def asked(text: str, at: int, made: Generated = THEN) -> tuple[str, str] | None:
    """Return code and text of the number under a position."""
    found = draft_text.number_at(text, made, at)
    if found is None:
        return None
    assert text[found.start :].startswith(found.text)
    return found.code, found.text


@pytest.mark.parametrize(
    ("number", "code"),
    [("12", "events"), ("634", "people"), ("40", "posts"), ("2.500", "views")],
)
def test_the_number_under_a_position_is_told_from_its_first_to_its_last_side(
    number: str, code: str
) -> None:
    first = THEN.text.index(number)
    last = first + len(number)
    told_at = [asked(THEN.text, at) for at in range(first - 1, last + 2)]
    assert told_at == [None, *[(code, number)] * (len(number) + 1), None]
    own = f"Năm nay: {THEN.text}"
    assert asked(own, own.index(number)) == (code, number)


TWINS = made(events=12, people=12, posts=40, views=2500)


@pytest.mark.parametrize(
    ("text", "at", "told_there"),
    [
        ("", 0, None),
        ("Không có số nào.", 3, None),
        ("Có 13 hội nghị.", 4, None),
        ("Có 40 tin, bài.", 4, ("posts", "40")),
        ("Có 12 hội nghị.", 4, None),
        ("Có 2.500 lượt xem.", 5, ("views", "2.500")),
        ("Có 2.5 lượt xem.", 5, None),
    ],
)
def test_in_other_words_a_number_is_known_when_one_thing_only_was_counted_with_it(
    text: str, at: int, told_there: tuple[str, str] | None
) -> None:
    assert asked(text, at, TWINS) == told_there


def test_of_two_numbers_alike_each_is_known_where_the_words_are_as_made() -> None:
    first = TWINS.text.index("12")
    second = TWINS.text.index("12", first + 1)
    told_there = [asked(f"{TWINS.text}\n", at, TWINS) for at in (first, second)]
    assert told_there == [("events", "12"), ("people", "12")]
