"""What the worker does to open and to make an office file."""

from pathlib import Path

import pytest

from desktop import paths
from desktop.errors import StoreUnavailableError
from desktop.gui.office_work import (
    first_year,
    make_practice,
    open_store,
    open_to_look,
    practice_file,
)
from desktop.progress import silent
from desktop.store import journal
from desktop.store.store import Store


def test_an_office_opens_for_work_with_its_officer(office: Path) -> None:
    with open_store(office, silent).value as store:
        assert (store.writable, store.officer) == (True, "Y Hà")


def test_looking_at_an_office_changes_no_byte_of_it(office: Path) -> None:
    before = office.read_bytes()
    with open_to_look(office, silent).value as store:
        assert not store.writable
        assert journal.entries(store.reader)
    assert office.read_bytes() == before


def test_the_year_lies_within_the_plan(office: Path) -> None:
    with Store(office) as store:
        assert 2023 <= first_year(store) <= 2028


def test_the_sample_office_lies_among_our_data_or_nowhere(tmp_path: Path) -> None:
    assert practice_file().parent == paths.user_folder()
    in_the_way = tmp_path / "tệp"
    in_the_way.touch()
    with pytest.raises(StoreUnavailableError) as caught:
        make_practice(in_the_way / "mau.stt", silent)
    assert caught.value.reason == "read_only"
