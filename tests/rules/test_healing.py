"""Old letters become Unicode, everything else comes through as it is."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.rules.grid import Cell
from desktop.rules.healing import Healed, guess, heal, heal_cell
from desktop.rules.old_letters import UNSEEN_U
from tests.rules.old_letters import in_runs, written
from tests.rules.plan_texts import plan_texts

TAY_NGUYEN = "Bơ̆n Jrai: ƀŏn ƀlang, čar, hơdôm, ơ̆, ê̆, ŭ, H'Thi Rya, Xơ Đăng, Brâu"
FRENCH = "Présentation de l'été : « déjà vu », Noël, garçon, œuvre, où, élève, forêt"
ENGLISH = "Naïve café, résumé; £5 § 3 ¶ 4 © 2024 ® – “quoted” 25 °C ± 1 µm"


@pytest.mark.parametrize(
    ("in_file", "font", "meant", "was"),
    [
        ("X· §ång T©m", ".VnTime", "Xã Đồng Tâm", "tcvn3"),
        (
            "BiÓu sè: 09 B/TTTT §¬n vÞ b¸o c¸o",
            ".VnArial",
            "Biểu số: 09 B/TTTT Đơn vị báo cáo",
            "tcvn3",
        ),
        ("céng hßa x· héi", ".VnTimeH", "CỘNG HÒA XÃ HỘI", "tcvn3"),
        ("CéNG HßA X· HéI", ".VnTime", "CỘNG HÒA XÃ HỘI", "tcvn3"),
        ("ban chØ ®¹o TW", ".VnTimeH", "BAN CHỈ ĐẠO TW", "tcvn3"),
        ("Tr\u00ad\u00eang häc", ".VnTime", "Trường học", "tcvn3"),
        ("Ñaûng boä quyù ngöôøi", "VNI-Times", "Đảng bộ quý người", "vni"),
        ("NGÖÔØI AÁp où ó", "VNI-Helve", "NGƯỜI Ấp ó ĩ", "vni"),
        ("Hòa Bình", "Arial", "Hòa Bình", "decomposed"),
        ("Hoà Bi\u0300nh", "", "Hoà Bình", "decomposed"),
        ("Ti\u00ea\u0301ng Vi\u00ea\u0323t", "", "Tiếng Việt", "decomposed"),
        ("xa hung thinh", ".VnTime", "xa hung thinh", ""),
        ("abc", ".VnTimeH", "ABC", "tcvn3"),
        ("ABC 12", ".VnTimeH", "ABC 12", ""),
    ],
)
def test_texts_of_every_old_kind_become_what_they_mean(
    in_file: str, font: str, meant: str, was: str
) -> None:
    if was == "decomposed" and font:
        in_file = unicodedata.normalize("NFD", in_file)
    assert heal(in_file, font) == Healed(text=meant, was=was)


@pytest.mark.parametrize(
    ("in_file", "meant"),
    [
        ("TiÕng Việt", "Tiếng Việt"),
        ("Xã Đồng Tâm, §ång T©m", "Xã Đồng Tâm, Đồng Tâm"),
        ("Hội nghÞ Đa\u0306\u0301k", "Hội nghị Đắk"),
    ],
)
def test_two_kinds_in_one_text_are_healed_word_by_word(
    in_file: str, meant: str
) -> None:
    assert heal(in_file, ".VnTime") == Healed(text=meant, was="mixed")


def test_unicode_typed_under_an_old_font_is_kept() -> None:
    for text in ("Xã Đồng Tâm", "Thị trấn Đăk Hà", "huyện", TAY_NGUYEN):
        assert heal(text, ".VnTime") == Healed(text=text)


@pytest.mark.parametrize("font", ["", "Times New Roman", "Calibri"])
def test_official_texts_come_through_unchanged(font: str) -> None:
    for text in plan_texts():
        assert heal(text, font) == Healed(text=text)
        assert heal(text, font, letters="tcvn3") == Healed(text=text)


@pytest.mark.parametrize("text", [TAY_NGUYEN, FRENCH, ENGLISH])
def test_other_languages_come_through_unchanged(text: str) -> None:
    assert heal(text) == Healed(text=unicodedata.normalize("NFC", text))
    assert heal(text).text == text


@given(st.text())
def test_no_text_without_an_old_font_is_more_than_composed(text: str) -> None:
    assert heal(text).text == unicodedata.normalize("NFC", text)


@given(st.text(), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times"]))
def test_any_text_under_any_font_is_healed_once_for_all(text: str, font: str) -> None:
    healed = heal(text, font)
    assert (
        heal(healed.text) == Healed(text=healed.text, lost=healed.lost) or healed.lost
    )


def test_every_plan_comes_back_from_tcvn3() -> None:
    for text in plan_texts():
        runs = in_runs(text)
        cell = Cell(text="".join(run for run, _ in runs), runs=runs)
        capitals = [run for run, font in runs if font == ".VnTimeH"]
        healed = heal_cell(cell)
        if capitals:
            assert healed.text.upper() == text.upper()
        else:
            assert healed.text == text, text
        assert healed.mended == ()


def test_every_plan_comes_back_from_vni() -> None:
    for text in plan_texts():
        assert heal(written(text, "vni"), "VNI-Times").text == text


def test_a_letter_that_was_thrown_away_is_put_back_where_one_place_fits() -> None:
    whole = written("Trường tiểu học người dùng nước thư viện", "tcvn3")
    healed = heal(whole.replace(UNSEEN_U, ""), ".VnTime")
    assert healed.text == "Trường tiểu học ngời dùng nước th viện"
    assert healed.mended == (("Trờng", "Trường"), ("nớc", "nước"))
    assert healed.lost == ("ngời", "th")
    assert heal(whole, ".VnTime") == Healed(
        text="Trường tiểu học người dùng nước thư viện", was="tcvn3"
    )


def test_words_damaged_before_are_named() -> None:
    assert heal("Tr??ng ti?u h?c \ufffd\ufffdng").lost == (
        "Tr??ng",
        "ti?u",
        "h?c",
        "\ufffd\ufffdng",
    )
    assert heal("Ai? Làm gì? http://x.vn/a?b=c").lost == ()


def test_each_run_of_a_cell_is_read_by_its_own_font() -> None:
    runs = (("Xã ", "Times New Roman"), ("§ång T©m", ".VnTime"), (" aù", "VNI-Times"))
    cell = Cell(text="".join(text for text, _ in runs), runs=runs)
    assert heal_cell(cell) == Healed(text="Xã Đồng Tâm á", was="mixed")
    alone = Cell(text="x· héi", font=".VnTimeH")
    assert heal_cell(alone) == Healed(text="XÃ HỘI", was="tcvn3")
    plain = Cell(text="2. X·", runs=(("2. ", "Arial"), ("X·", ".VnTime")))
    assert heal_cell(plain) == Healed(text="2. Xã", was="tcvn3")


@pytest.mark.parametrize("letters", ["tcvn3", "vni"])
def test_a_column_of_old_letters_is_known_without_its_font(letters: str) -> None:
    texts = [written(text.lower(), letters) for text in plan_texts()[:200]]
    found = guess(texts)
    assert found.letters == letters
    assert found.sure > 0.9
    healed = [heal(text, letters=found.letters).text for text in texts]
    right = [text.lower() for text in plan_texts()[:200]]
    wrong = [one for one in zip(healed, right, strict=True) if one[0] != one[1]]
    assert len(wrong) <= len(texts) // 50, wrong


def test_one_line_of_an_old_form_is_enough_and_two_words_are_not() -> None:
    assert guess(["BiÓu sè: 09 B/TTTT §¬n vÞ b¸o c¸o"]).letters == "tcvn3"
    assert guess(["X· §ång T©m"]).letters == "tcvn3"
    assert guess(["X· §ång"]).letters == ""


@pytest.mark.parametrize(
    "texts",
    [
        plan_texts(),
        [text.lower() for text in plan_texts()],
        [unicodedata.normalize("NFD", text) for text in plan_texts()],
        ["Xã Hà Nam", "hoá", "là", "cá tù", "Hùng, Dũng"],
        [TAY_NGUYEN],
        [FRENCH] * 20,
        [ENGLISH] * 20,
        [],
        ["12", "", "abc"],
    ],
)
def test_texts_in_other_letters_raise_no_alarm(texts: list[str]) -> None:
    assert guess(texts).letters == ""


def test_a_guess_is_heeded_only_where_a_text_reads_better() -> None:
    assert heal("X· §ång T©m", letters="tcvn3").text == "Xã Đồng Tâm"
    for text in ("Hà Nam", FRENCH, "Xã Đồng Tâm", "plain"):
        assert heal(text, "Arial", letters="tcvn3") == Healed(text=text)
