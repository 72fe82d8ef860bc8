"""What is wrong with a form that went back is read again from our copy of it."""

from pathlib import Path

from desktop.files.arriving.kept import keep
from desktop.operations.intake.kept_files import received_folder
from desktop.operations.intake.read_faults import read_faults
from desktop.records.returns import ReturnState
from desktop.store.store import Store
from tests.operations.forms.filled import a_form, a_row, fill
from tests.operations.reported import a_return

BACK = ReturnState.RETURNED


def test_faults_are_those_of_the_file_as_it_came(store: Store, tmp_path: Path) -> None:
    form, workbook = a_form(store, tmp_path / "bieu")
    rows = {"conference": [a_row(attendance="ba buổi")]}
    sent = fill(form, workbook, tmp_path / "gui.xlsx", rows=rows)
    kept = keep(received_folder(store), sent)
    ret = a_return(state=BACK, file_sha256=kept.sha256)
    (faults,) = read_faults(store, [ret]).values()
    assert any(one.shown == "ba buổi" for one in faults)


def test_what_did_not_go_back_or_is_not_here_is_left_out(store: Store) -> None:
    assert read_faults(store, [a_return(), a_return(id="r2", state=BACK)]) == {}
