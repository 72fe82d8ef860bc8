"""The keyboard's way into the new row and out of it."""

from tests.gui.sheet.desk import KEY, Typist


def test_a_blank_row_is_left_without_a_word(typist: Typist) -> None:
    typist.sheet.desk.enter()
    assert typist.new_cell == "title"
    typist.press(KEY.Key_Return)
    assert typist.said == []
    typist.press(KEY.Key_Up)
    assert typist.here[0] == 4


def test_nothing_is_offered_where_nothing_was_begun(typist: Typist) -> None:
    said: list[str] = []
    typist.sheet.desk.offer_draft(lambda text, _verb, _call: said.append(text))
    assert said == []


def test_tab_behind_the_last_cell_records_the_row(typist: Typist) -> None:
    typist.sheet.new.take(
        {"title": "Lớp mới", "pillar": "knowledge", "form": "training_both"}
    )
    typist.sheet.desk.enter(typist.view.rows.columns_shown()[-1])
    typist.press(KEY.Key_Tab)
    assert "Lớp mới" in {one.title for one in typist.all_kept()}
    assert typist.new_cell == "title"
