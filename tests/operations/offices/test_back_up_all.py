"""Every office that is there gets a checked backup; what befalls one stops no other."""

import datetime as dt
import lzma
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import Cancelled
from desktop.operations.offices.back_up_all import OfficeKept, back_up_all
from desktop.operations.offices.check_office import check_office
from desktop.progress import Step
from desktop.records.kept_office import Fate
from desktop.store import upkeep
from desktop.store.store import Store

NOW = dt.datetime(2026, 7, 2, 8, 0, 0, tzinfo=dt.UTC)


def kept(*offices: Path, spare: Path) -> tuple[OfficeKept, ...]:
    return back_up_all(offices, spare, NOW).value


def test_each_backup_is_a_whole_office_beside_its_own(
    office: Path, tmp_path: Path
) -> None:
    other = tmp_path / "khác" / "so.stt"
    other.parent.mkdir()
    shutil.copy(office, other)
    found = kept(office, other, spare=tmp_path / "spare")
    assert [one.fate for one in found] == [Fate.KEPT, Fate.KEPT]
    for one in found:
        assert one.backup is not None
        assert one.backup.parent == one.office.parent / "sao-luu"
        with Store(one.backup, writable=False) as store:
            assert check_office(store).value.good


def test_what_is_not_there_or_no_office_is_told_and_fails_nothing(
    office: Path, tmp_path: Path
) -> None:
    text = tmp_path / "thư.stt"
    text.write_text("không phải sổ")
    found = kept(tmp_path / "gone.stt", text, office, spare=tmp_path)
    assert [one.fate for one in found] == [Fate.MISSING, Fate.FOREIGN, Fate.KEPT]
    assert all(one.good for one in found)


def test_an_office_somebody_works_in_is_refused_alone(
    office: Path, tmp_path: Path
) -> None:
    other = Path(shutil.copy(office, tmp_path / "khác.stt"))
    with Store(other):
        found = kept(other, office, spare=tmp_path)
    assert [one.fate for one in found] == [Fate.IN_USE, Fate.KEPT]
    assert [one.good for one in found] == [False, True]
    assert not list(tmp_path.rglob("khác-*.stt"))


def test_a_damaged_office_fails_and_keeps_its_bytes(
    office: Path, tmp_path: Path
) -> None:
    data = bytearray(office.read_bytes())
    data[5000:60000] = bytes(55000)
    office.write_bytes(bytes(data))
    found = kept(office, spare=tmp_path)
    assert [one.fate for one in found] == [Fate.FAILED]
    assert type(found[0].error).__name__ == "StoreDamagedError"
    assert office.read_bytes() == bytes(data)


@pytest.fixture
def unwritable(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Return an office in a folder into which nothing can be put."""
    folder = tmp_path / "chỉ đọc"
    folder.mkdir()
    path = Path(shutil.copy(office, folder / "so.stt"))
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    mkdir = Path.mkdir

    def refused(self: Path, mode: int = 0o777, **more: bool) -> None:
        # Whoever runs the tests may be allowed everything.
        if folder in self.parents:
            raise PermissionError(self)
        mkdir(self, mode, **more)

    monkeypatch.setattr(Path, "mkdir", refused)
    yield path
    folder.chmod(stat.S_IRWXU)


def test_where_nothing_can_be_written_the_backup_goes_to_the_user_s_data(
    unwritable: Path, tmp_path: Path
) -> None:
    found = kept(unwritable, spare=tmp_path / "spare")
    assert [one.fate for one in found] == [Fate.KEPT]
    assert found[0].backup is not None
    assert found[0].backup.parent == tmp_path / "spare" / "sao-luu"


def test_an_office_of_an_earlier_schema_is_copied_as_it_stands(tmp_path: Path) -> None:
    old = Path(__file__).parents[2] / "databases" / "schema_2.stt.xz"
    office = tmp_path / "cũ.stt"
    office.write_bytes(lzma.decompress(old.read_bytes()))
    with upkeep.at_rest(office) as db:
        before = tuple(db.iterdump())
    found = kept(office, spare=tmp_path)
    assert found[0].backup is not None
    with upkeep.at_rest(found[0].backup) as db:
        assert tuple(db.iterdump()) == before


def test_a_stop_leaves_no_half_backup(office: Path, tmp_path: Path) -> None:
    def stop(_step: Step) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        back_up_all([office], tmp_path, NOW, stop)
    assert not list((office.parent / "sao-luu").glob("*"))
