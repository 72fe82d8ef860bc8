"""No level of government, office or place is named in code: they are dated data."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.source import ROOT, identifiers, modules, place, strings

LEVELS = ("huyện", "quận", "tỉnh", "phường", "thị trấn", "thị xã", "xã", "thành phố")
OFFICES = (
    "ban tuyên giáo",
    "bộ văn hóa",
    "bộ thông tin",
    "công an",
    "hội đồng nhân dân",
    "hội nông dân",
    "hội phụ nữ",
    "mặt trận tổ quốc",
    "phòng văn hóa",
    "sở",
    "trung tâm văn hóa",
    "ubnd",
    "uỷ ban nhân dân",
    "ủy ban nhân dân",
)
# Ordinary words that hold one of the above.
ORDINARY = ("cơ sở", "trụ sở", "sở hữu", "sở thích", "xã hội", "hợp tác xã")
IN_ENGLISH = {
    "commune",
    "communes",
    "district",
    "districts",
    "province",
    "provinces",
    "provincial",
    "township",
    "ward",
    "wards",
}
NAME = r"((?:[A-ZĐÀ-Ỹ][\wÀ-ỹ']*)(?: [A-ZĐÀ-Ỹ][\wÀ-ỹ']*)*)"
NAMED_PLACE = re.compile(rf"\b(?:{'|'.join(LEVELS)}) {NAME}")


@cache
def places() -> frozenset[str]:
    """Collect the names of places that the shipped plans and tiers mention."""
    files = sorted((ROOT / "data").rglob("*.toml"))
    texts = [unicodedata.normalize("NFC", path.read_text("utf-8")) for path in files]
    found = {name for text in texts for name in NAMED_PLACE.findall(text)}
    return frozenset(name.lower() for name in found if " " in name)


@cache
def forbidden() -> re.Pattern[str]:
    """Match any level, office or place as whole words."""
    names = sorted({*LEVELS, *OFFICES, *places()})
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def named(text: str) -> list[str]:
    """List the levels, offices and places a text names, whatever the case."""
    plain = unicodedata.normalize("NFC", text).lower()
    for word in ORDINARY:
        plain = plain.replace(word, " ")
    return forbidden().findall(plain)


def english_levels(text: str) -> set[str]:
    """List the English names of levels among the words of a text or identifier."""
    split = re.sub(r"([a-z])([A-Z])", r"\1 \2", text).lower()
    return IN_ENGLISH & set(re.split(r"[\W_]+", split))


def offences(path: Path) -> Iterator[str]:
    """Yield where a module names a level, an office or a place, and which."""
    for line, text in strings(path):
        for name in (*named(text), *english_levels(text)):
            yield f"{place(path)}:{line}: {name}"
    for line, name in identifiers(path):
        for level in english_levels(name):
            yield f"{place(path)}:{line}: {level}"


def test_no_module_names_a_level_an_office_or_a_place() -> None:
    assert not [each for path in modules() for each in offences(path)]


def test_the_plans_give_the_names_of_places() -> None:
    assert {"đăk hà", "kon tum"} <= places()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('x = "Ủy ban nhân dân"', True),
        ('x = "UBND"', True),
        ('x = "cấp Huyện"', True),
        ('x = "Sở Thông tin"', True),
        ('x = "đăk hà"', True),
        ("district_total = 1", True),
        ("def f(commune): ...", True),
        ("class ProvinceReport: ...", True),
        ('x = "cơ sở dữ liệu; đời sống xã hội"', False),
        ('x = "forward"', False),
        ('"""Speak of the district."""', False),
    ],
)
def test_the_search_finds_names_and_spares_ordinary_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, found: bool
) -> None:
    monkeypatch.setattr("tests.house.source.ROOT", tmp_path)
    sample = tmp_path / "sample.py"
    sample.write_text(line, "utf-8")
    assert bool(list(offences(sample))) is found
