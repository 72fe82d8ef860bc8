"""The contents lie beside the office, wherever its file goes within the folder."""

from pathlib import Path

from desktop.operations.evidence.evidence_folder import (
    content_of,
    folder_beside,
    folder_of,
)
from desktop.store.store import Store
from tests.builders import a_clock
from tests.operations.evidence_desk import attached


def test_a_renamed_office_finds_its_own(store: Store) -> None:
    before = folder_of(store)
    store.close()
    renamed = store.path.rename(store.path.with_name("Sổ năm 2024.stt"))
    with Store(renamed, clock=a_clock) as again:
        assert folder_of(again) == before


def test_a_backup_among_the_backups_speaks_of_the_contents_of_the_office(
    store: Store,
) -> None:
    attached(store)
    backup = store.back_up()
    with Store(backup, writable=False) as opened:
        assert folder_of(opened) == folder_of(store)
    assert folder_beside(Path("a/b.stt"), "m") == Path("a/minh-chung/m")


def test_a_piece_of_evidence_names_its_content(store: Store) -> None:
    one = attached(store)[0]
    assert (content_of(one).sha256, content_of(one).media) == (one.sha256, one.media)
