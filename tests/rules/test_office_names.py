"""Offices of a level get their usual names with their territory in them."""

import pytest

from desktop.files.catalogue import load_tiers
from desktop.records.agency import Agency
from desktop.records.identity import AgencyId, PlanId
from desktop.records.preferences import Preferences
from desktop.rules.agency_book import AgencyBook
from desktop.rules.office_names import (
    OfficeTemplate,
    Territory,
    bare_name,
    ending_levels,
    propose,
    with_papers,
)
from tests.rules.agencies import EVE, REFORM, an_agency

PRESETS = {one.code: one for one in load_tiers().presets}
COMMUNE = PRESETS["two_tier_2025"].offices[0]
OF = Territory(place="xã A", above="tỉnh B")


def test_a_commune_of_2025_is_named_by_the_shipped_preset() -> None:
    names = propose(COMMUNE, OF, AgencyBook())
    assert names.office.name == "Phòng Văn hóa - Xã hội xã A"
    assert names.superior.name == "Ủy ban nhân dân xã A"
    assert names.recipient.name == "Sở Văn hóa, Thể thao và Du lịch tỉnh B"
    assert names.papers.issuer_lines == ("UBND XÃ A", "PHÒNG VĂN HÓA - XÃ HỘI")
    assert (names.papers.symbol, names.papers.place) == ("BC-VHXH", "A")
    assert {names.office.id, names.superior.id, names.recipient.id} == {""}


@pytest.mark.parametrize(
    "template",
    [office for preset in PRESETS.values() for office in preset.offices],
    ids=lambda office: f"{office.code}-{office.symbol}",
)
def test_no_template_leaves_a_gap_and_each_knows_its_level(
    template: OfficeTemplate,
) -> None:
    names = propose(template, OF, AgencyBook())
    assert "{" not in repr(names)
    levels = {one.code for one in load_tiers().levels}
    for one in (names.office, names.superior, names.recipient):
        assert one.tier in levels
        assert one.kind
    assert all(names.papers.issuer_lines)


def test_offices_stand_on_levels_of_their_preset() -> None:
    for preset in PRESETS.values():
        assert preset.offices
        assert {one.tier for one in preset.offices} <= set(preset.levels)


def test_who_is_in_the_book_by_any_name_is_taken_and_who_ended_is_not() -> None:
    alias = "sở văn hoá, thể thao và du lịch tỉnh B"
    known = an_agency("s", name="Sở B", aliases=(alias,))
    gone = an_agency("u", name="Ủy ban nhân dân xã A", valid_to=EVE)
    names = propose(COMMUNE, OF, AgencyBook(agencies=(known, gone)))
    assert names.recipient == known
    assert names.superior.id == ""


@pytest.mark.parametrize(
    ("place", "bare"),
    [("xã Đăk Hà", "Đăk Hà"), ("thị trấn A B", "A B"), ("Hà Nội", "Hà Nội"), ("", "")],
)
def test_a_territory_has_a_name_of_its_own(place: str, bare: str) -> None:
    assert bare_name(place) == bare
    assert bare_name("nơi nào đó") == "nơi nào đó"


def test_settings_take_the_papers_and_keep_the_rest() -> None:
    kept = Preferences(
        plan=PlanId("p"), agency=AgencyId("a"), officer="Y", signer_name="N"
    )
    papers = propose(COMMUNE, OF, AgencyBook()).papers
    after = with_papers(kept, papers)
    assert (after.symbol, after.authority) == ("BC-VHXH", ("TRƯỞNG PHÒNG",))
    assert (after.plan, after.agency, after.officer) == ("p", "a", "Y")


def test_agencies_of_a_level_that_is_no_more_end_but_lasting_ones_go_on() -> None:
    def one(key: str, tier: str, kind: str = "x", **days: object) -> Agency:
        return an_agency(key, tier=tier, kind=kind, **days)

    book = AgencyBook(
        agencies=(
            one("a", "old"),
            one("b", "old", "lasting"),
            one("c", "new"),
            one("d", ""),
            one("e", "old", valid_to=EVE),
        )
    )
    assert ending_levels(book, ("new",), ("lasting",), REFORM) == ("a",)
