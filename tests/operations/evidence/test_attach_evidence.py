"""Files are attached as one deed; of each it is told what became of it."""

from pathlib import Path

import pytest

from desktop.errors import Cancelled, ConflictError
from desktop.files.evidence import contents
from desktop.operations.entries.record_entry import record
from desktop.operations.entries.remove_entry import remove
from desktop.operations.evidence.attach_evidence import Attached, attach_evidence
from desktop.operations.evidence.evidence_folder import folder_of
from desktop.operations.history.redo import redo
from desktop.operations.history.undo import undo
from desktop.progress import Step
from desktop.records.activity import Activity
from desktop.records.evidence import Evidence, Exposure
from desktop.rules.evidence_guard import Personal
from desktop.store import records
from desktop.store.store import Store
from tests.builders import an_activity
from tests.files.evidence.pictures import a_pdf, a_photo, a_png, an_attendance_sheet

OWNER = (Activity, "activity")


@pytest.fixture
def files(store: Store, tmp_path: Path) -> Path:
    """Give a folder of files, and an activity to attach them to."""
    record(store, an_activity())
    folder = tmp_path / "Ảnh chép từ điện thoại"
    folder.mkdir()
    (folder / "anh 1.jpg").write_bytes(a_photo())
    (folder / "anh 2.png").write_bytes(a_png())
    (folder / "giay moi.pdf").write_bytes(a_pdf("Giay moi"))
    (folder / "diem danh.xlsx").write_bytes(an_attendance_sheet())
    (folder / "chay.exe").write_bytes(b"MZ" + bytes(100))
    return folder


def kept(store: Store) -> tuple[Evidence, ...]:
    return records.find(store.reader, Evidence)


def test_several_files_are_one_deed_and_each_answer_is_told(
    store: Store, files: Path
) -> None:
    paths = sorted(files.iterdir())
    steps: list[Step] = []
    outcome = attach_evidence(store, OWNER, paths, progress=steps.append)
    answers = {one.path.name: one for one in outcome.value}
    assert outcome.touched == {"evidence"}
    assert [one.path for one in outcome.value] == paths
    refused = answers["chay.exe"].refused
    assert refused is not None
    assert refused.reason == "executable"
    assert answers["anh 1.jpg"].evidence is not None
    assert len(kept(store)) == 4
    assert (steps[0].stage, steps[-1].done) == ("attaching", 5)
    last = store.last_change()
    assert last is not None
    assert (last.verb, last.subject) == ("attach_evidence", an_activity().title)


def test_contents_lie_beside_the_office_and_survive_undo(
    store: Store, files: Path
) -> None:
    attach_evidence(store, OWNER, [files / "anh 1.jpg"])
    (one,) = kept(store)
    folder = folder_of(store)
    assert folder.parent == store.path.parent / "minh-chung"
    content = contents.Content(one.sha256, one.media)
    assert len(contents.read(folder, content)) == one.size
    undo(store)
    assert kept(store) == ()
    redo(store)
    assert kept(store) == (one,)
    assert contents.state_of(folder, content) is contents.State.WHOLE


def test_the_same_file_is_attached_once_whatever_its_name(
    store: Store, files: Path
) -> None:
    first = attach_evidence(store, OWNER, [files / "anh 1.jpg"]).value[0]
    (files / "IMG_0001 (2).jpg").write_bytes(a_photo())
    changes = store.last_change()
    again = attach_evidence(
        store, OWNER, [files / "IMG_0001 (2).jpg", files / "anh 1.jpg"]
    )
    assert [one.before for one in again.value] == [True, True]
    assert {one.evidence for one in again.value} == {first.evidence}
    assert store.last_change() == changes
    assert again.touched == frozenset()


def test_what_is_kept_can_be_attached_again_and_is_known(
    store: Store, files: Path
) -> None:
    attach_evidence(store, OWNER, [files / "anh 1.jpg"])
    (one,) = kept(store)
    place = contents.place_of(folder_of(store), contents.Content(one.sha256, one.media))
    assert attach_evidence(store, OWNER, [place]).value[0].before


def test_two_records_share_one_content(store: Store, files: Path) -> None:
    record(store, an_activity(id="second"))
    attach_evidence(store, OWNER, [files / "giay moi.pdf"])
    attach_evidence(store, (Activity, "second"), [files / "giay moi.pdf"])
    one, other = kept(store)
    assert (one.sha256, one.row_id) == (other.sha256, "activity")
    assert len(list(contents.every(folder_of(store)))) == 1


def test_a_list_of_persons_stays_in_the_office_unless_somebody_says_otherwise(
    store: Store, files: Path
) -> None:
    (answer,) = attach_evidence(
        store, OWNER, [files / "diem danh.xlsx"], exposure=Exposure.ALLOWED
    ).value
    assert answer.findings is not None
    assert answer.findings.counts == {Personal.IDENTITY: 3}
    assert answer.evidence is not None
    assert answer.evidence.exposure is Exposure.CLOSED
    row = str(records.find(store.reader, Evidence))
    assert "001203004561" not in row


def test_the_answer_about_persons_is_kept_with_photos_only(
    store: Store, files: Path
) -> None:
    paths = [files / "anh 1.jpg", files / "giay moi.pdf"]
    attach_evidence(store, OWNER, paths, exposure=Exposure.ALLOWED)
    answers = {one.media: one.exposure for one in kept(store)}
    assert answers == {
        "image/jpeg": Exposure.ALLOWED,
        "application/pdf": Exposure.UNKNOWN,
    }


def test_nothing_is_attached_to_a_record_that_is_gone(
    store: Store, files: Path
) -> None:
    remove(store, Activity, ("activity",))
    with pytest.raises(ConflictError) as refused:
        attach_evidence(store, OWNER, [files / "anh 1.jpg"])
    assert refused.value.reason == "record_gone"


def test_stopping_leaves_no_row(store: Store, files: Path) -> None:
    def stop(step: Step, /) -> None:
        if step.done == 2:
            raise Cancelled

    paths = [files / name for name in ("anh 1.jpg", "anh 2.png", "giay moi.pdf")]
    with pytest.raises(Cancelled):
        attach_evidence(store, OWNER, paths, progress=stop)
    assert kept(store) == ()
    found: tuple[Attached, ...] = attach_evidence(store, OWNER, paths).value
    assert [one.before for one in found] == [False] * 3
