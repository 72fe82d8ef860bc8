"""A sender's agency is known by id and name together, never by one of them alone."""

from typing import Any

from desktop.records.agency import Agency
from desktop.records.arrival import Unmapped
from desktop.records.identity import AgencyId
from desktop.rules.intake.sent_agencies import Here, find_agencies, find_sender


def an_agency(row_id: str, name: str, parent: str | None = None, **more: Any) -> Agency:
    above = None if parent is None else AgencyId(parent)
    return Agency(id=AgencyId(row_id), name=name, parent=above, **more)


HERE = Here(
    agencies=(
        an_agency("a", "Huyện A"),
        an_agency("b", "Huyện B"),
        an_agency("xa", "Xã Hòa Bình", "a"),
        an_agency("phong", "Phòng Văn hóa", "a"),
    )
)


def test_one_id_for_another_name_is_asked_about() -> None:
    found = find_sender("phong", "Phòng Nội vụ", (), HERE)
    assert isinstance(found, Unmapped)
    assert find_sender("phong", "Phòng Văn hoá", (), HERE) == "phong"


def test_one_name_in_two_territories_is_two_agencies() -> None:
    sent = (an_agency("b", "Huyện B"), an_agency("xa", "Xã Hòa Bình", "b"))
    found = find_agencies(["xa"], sent, HERE, ("b", AgencyId("b")))
    assert found.ids == {"xa": "b.xa"}
    (added,) = found.added
    assert (added.name, added.parent) == ("Xã Hòa Bình (Huyện B)", "b")
    again = Here(agencies=(*HERE.agencies, added))
    assert find_agencies(["xa"], sent, again, ("b", AgencyId("b"))).added == ()


def test_a_name_two_agencies_here_bear_is_asked_about() -> None:
    twins = Here(
        agencies=(*HERE.agencies, an_agency("xa-b", "Xã Hòa Bình", "b")),
    )
    found = find_sender("other", "Xã Hòa Bình", (), twins)
    assert isinstance(found, Unmapped), "which of the two nobody knows"
    assert find_sender("other", "Huyện A", (), twins) == "a"
