"""The fixed words are all there and fit where they are put."""

from dataclasses import fields

from desktop.files.workbook.words import Words, words


def test_every_word_is_given() -> None:
    given = words()
    assert all(getattr(given, field.name).strip() for field in fields(Words))


def test_the_footer_tells_page_and_pages() -> None:
    assert "&P" in words().footer
    assert "&N" in words().footer


def test_texts_with_gaps_take_what_is_put_in_them() -> None:
    given = words()
    assert given.number.format(number="05", symbol="BC-X") == "Số: 05/BC-X"
    assert (
        given.see_table.format(title="A", sheet="B") == "Bảng “A”: xem trang tính “B”."
    )
    assert given.chart_missing.format(label="A", text="B") == "A (B)"
