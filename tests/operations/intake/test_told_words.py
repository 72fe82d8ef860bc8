"""What a package told of a year is read again from its kept file."""

from pathlib import Path

from desktop.files.signatures.trust import Trust
from desktop.operations.intake.kept_files import kept_path
from desktop.operations.intake.told_words import ToldWords
from desktop.records.returns import Return
from desktop.store import records
from desktop.store.store import Store
from tests import builders
from tests.operations.intake.sent_packages import (
    COMMUNE,
    a_package,
    an_entry,
    entries_of,
    take_in,
)

KEY = ("spokesperson_checks", f"{COMMUNE}.k1")


def test_a_row_is_told_as_it_would_stand_here(store: Store, tmp_path: Path) -> None:
    check = builders.a_check(COMMUNE, id="k1", year=2024, note="đã có quy chế")
    file = a_package(tmp_path, entries_of([an_entry(1), check]), None)
    take_in(store, Trust(), file)
    (ret,) = records.find(store.reader, Return)
    found = ToldWords(store).row(ret.id, *KEY)
    assert found is not None
    assert (found["note"], found["agency"]) == ("đã có quy chế", COMMUNE)
    assert '"note":"đã có quy chế"' in (ToldWords(store).text(ret.id, *KEY) or "")
    assert ToldWords(store).row(ret.id, "activities", f"{COMMUNE}.a001") is None
    assert ToldWords(store).row("none", *KEY) is None
    path = kept_path(store, ret.file_sha256)
    assert path is not None
    path.write_bytes(b"")
    assert ToldWords(store).row(ret.id, *KEY) is None, "nothing is made up"
