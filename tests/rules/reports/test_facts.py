"""Facts know the names of agencies."""

from tests.builders import OWN
from tests.rules.reported import facts


def test_an_agency_is_called_by_its_name() -> None:
    found = facts()
    assert found.agency(found.preferences.agency) == (
        "Phòng Văn hóa - Thông tin huyện Đăk Hà"
    )
    assert found.preferences.agency == OWN


def test_nobody_and_a_stranger_have_no_name() -> None:
    assert facts().agency(None) == ""
    assert facts(agencies=()).agency(facts().preferences.agency) == ""
