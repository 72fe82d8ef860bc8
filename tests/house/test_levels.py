"""No level of government, office or place is named in code: they are dated data.

Neither in a text nor, without its marks, in a name or an id: not by the names shipped
with the plans, not by their ids, not by the usual abbreviations.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from desktop.rules.vietnamese import fold
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
ABBREVIATIONS = (
    "bcđ",
    "hđnd",
    "mttq",
    "stttt",
    "tttt",
    "vhtt",
    "vhttdl",
    "vhxh",
    "vh-tt",
    "vh-xh",
)
# Ordinary words that hold one of the above.
ORDINARY = ("cơ sở", "trụ sở", "sở hữu", "sở thích", "xã hội", "hợp tác xã")
IN_ENGLISH = {
    "commune",
    "communes",
    "counties",
    "county",
    "district",
    "districts",
    "hamlet",
    "hamlets",
    "ministries",
    "ministry",
    "municipality",
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
def plans() -> tuple[dict[str, Any], ...]:
    """Read every plan that ships, as plain values."""
    files = sorted((ROOT / "data" / "plans").glob("*.toml"))
    return tuple(tomllib.loads(path.read_text("utf-8")) for path in files)


@cache
def offices() -> frozenset[str]:
    """Collect the names of several words that the shipped plans give to agencies."""
    agencies = [one for plan in plans() for one in plan["agencies"]]
    names = {
        unicodedata.normalize("NFC", name).lower()
        for one in agencies
        for name in (one["name"], one.get("short_name", ""), *one.get("aliases", ()))
    }
    return frozenset(name for name in names if " " in name)


@cache
def ids() -> frozenset[str]:
    """Collect the ids the shipped plans give to themselves and their agencies."""
    agencies = [one["id"] for plan in plans() for one in plan["agencies"]]
    return frozenset({*agencies, *(plan["plan"]["id"] for plan in plans())})


@cache
def without_marks() -> re.Pattern[str]:
    """Match a place, an abbreviation or an id as names in code are written."""
    spoken = {fold(name) for name in {*places(), *ABBREVIATIONS}}
    words = {re.sub(r"[^a-z0-9]+", " ", name).strip() for name in {*spoken, *ids()}}
    # One word without its marks may be any word of English.
    names = sorted(name for name in words if " " in name or name in ABBREVIATIONS)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@cache
def forbidden() -> re.Pattern[str]:
    """Match any level, office or place as whole words."""
    names = sorted({*LEVELS, *OFFICES, *ABBREVIATIONS, *places(), *offices()})
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


def coded(text: str) -> list[str]:
    """List the places, abbreviations and ids a text names without their marks."""
    split = re.sub(r"([a-z])([A-Z])", r"\1 \2", text)
    plain = re.sub(r"[^a-z0-9]+", " ", fold(split)).strip()
    return without_marks().findall(plain)


def offences(path: Path) -> Iterator[str]:
    """Yield where a module names a level, an office or a place, and which."""
    for line, text in strings(path):
        for name in {*named(text), *coded(text), *english_levels(text)}:
            yield f"{place(path)}:{line}: {name}"
    for line, name in identifiers(path):
        for each in {*coded(name), *english_levels(name)}:
            yield f"{place(path)}:{line}: {each}"


def test_no_module_names_a_level_an_office_or_a_place() -> None:
    assert not [each for path in modules() for each in offences(path)]


def test_the_plans_give_the_names_of_places() -> None:
    assert {"đăk hà", "kon tum"} <= places()


def test_the_plans_give_the_names_and_ids_of_offices() -> None:
    assert {"công an huyện", "phòng nội vụ"} <= offices()
    assert {"phong-vhtt-dak-ha", "dak-ha-2023-2028"} <= ids()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('x = "Ủy ban nhân dân"', True),
        ('x = "UBND"', True),
        ('x = "cấp Huyện"', True),
        ('x = "Sở Thông tin"', True),
        ('x = "đăk hà"', True),
        ('x = "Phòng VHTT"', True),
        ('x = "báo cáo của HĐND"', True),
        ('x = "dak-ha-2023-2028"', True),
        ('x = "phong-vhtt-dak-ha"', True),
        ("dak_ha = 1", True),
        ("class KonTumReport: ...", True),
        ("def of_vhtt(): ...", True),
        ('x = "Phòng Nội vụ"', True),
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
