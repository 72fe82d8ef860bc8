"""Tests of the words for catalogues."""

from desktop.files.catalogue import load_catalogues
from desktop.wording.catalogues import ORDER, catalogue_name, catalogue_use, group_name


def test_every_shipped_catalogue_has_a_name_and_a_use() -> None:
    shipped = {item.catalogue for item in load_catalogues()}
    assert not {one for one in shipped if catalogue_name(one) == one}
    assert all(catalogue_use(one) for one in shipped)


def test_every_shipped_group_has_a_name() -> None:
    groups = {item.group for item in load_catalogues()} - {""}
    assert not {one for one in groups if group_name(one) == one}


def test_no_two_catalogues_are_called_alike() -> None:
    shipped = {item.catalogue for item in load_catalogues()}
    assert len({catalogue_name(one) for one in shipped}) == len(shipped)
    assert set(ORDER) <= shipped


def test_a_catalogue_nobody_named_shows_its_code() -> None:
    assert catalogue_name("of_tomorrow") == "of_tomorrow"
    assert catalogue_use("of_tomorrow") == ""
