"""A sender speaks for itself and those under it, and for no other unit."""

from desktop.records.agency import Agency
from desktop.records.identity import AgencyId
from desktop.rules.intake.territory import strangers


def one(key: str, parent: str | None, tier: str) -> Agency:
    return Agency(
        id=AgencyId(key),
        name=key,
        parent=None if parent is None else AgencyId(parent),
        tier=tier,
    )


KNOWN = (
    one("province", None, "province"),
    one("own", "province", "province"),
    one("district", "province", "district"),
    one("culture", "district", "district"),
    one("justice", "district", "district"),
    one("commune", "district", "commune"),
    one("station", "commune", "commune"),
    one("neighbour", "district", "commune"),
    one("another", "province", "district"),
    one("ring", "knot", ""),
    one("knot", "ring", ""),
)


def outside(sender: str, *named: str, own: str = "own") -> list[str]:
    found = strangers(AgencyId(sender), named, KNOWN, AgencyId(own))
    return [str(each.id) for each in found]


def test_a_unit_speaks_for_what_stands_under_it() -> None:
    assert outside("commune", "commune", "station") == []
    assert outside("commune", "neighbour", "district", "own") == [
        *("own", "district", "neighbour"),
    ]


def test_a_body_of_an_authority_speaks_for_all_under_that() -> None:
    assert outside("culture", "district", "justice", "commune", "station") == []
    assert outside("culture", "another", "own") == ["own", "another"]


def test_in_an_office_of_the_same_authority_it_speaks_for_itself_alone() -> None:
    found = outside("justice", "justice", "commune", "culture", own="culture")
    assert found == ["culture", "commune"]


def test_where_no_level_is_known_it_speaks_for_itself_alone() -> None:
    plain = tuple(one(str(o.id), o.parent, "") for o in KNOWN)
    found = strangers(
        AgencyId("commune"), ("district", "station"), plain, AgencyId("own")
    )
    assert [each.id for each in found] == ["district"]


def test_a_ring_of_agencies_ends() -> None:
    assert outside("ring", "ring", "knot", "commune") == ["commune"]
