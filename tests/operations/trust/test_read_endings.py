"""What ends is read from the signings that were noted, and from the lists at hand."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desktop import paths
from desktop.operations.issuing.check_report import check_report
from desktop.operations.offices.read_overview import read_overview
from desktop.operations.periods.export_deadlines import CalendarWords, export_deadlines
from desktop.operations.signing.sign_report import sign_report
from desktop.operations.trust.read_endings import read_endings
from desktop.records.ending import EndingKind
from desktop.records.finding import Check
from desktop.records.signing import SignerRole
from desktop.wording import deadlines, endings
from tests.builders import NOW
from tests.files.pki import pki
from tests.operations.desk import REQUEST, Desk

WORDS = CalendarWords(
    name="Thời hạn",
    event=deadlines.event_words,
    ending=endings.event_words,
    practice="THỬ",
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "user_folder", lambda: tmp_path / "user")
    return tmp_path / "user"


@pytest.fixture
def real(desk: Desk) -> Desk:
    """Return a desk whose report a person signed with a key that is not for trying."""
    key = replace(desk.key, test=False, name="Nguyễn Thị Ánh")
    desk.store.now = lambda: NOW
    sign_report(desk.store, desk.files, replace(desk.signing(), key=key))
    return desk


def ending_in(desk: Desk, days: int) -> None:
    ends = desk.key.not_after
    desk.store.now = lambda: (ends - dt.timedelta(days=days)).astimezone(NOW.tzinfo)


def test_a_desk_that_signed_nothing_has_nothing_that_ends(desk: Desk) -> None:
    assert read_endings(desk.store) == ()


def test_a_test_key_is_not_asked_for_anew(desk: Desk) -> None:
    desk.sign()
    ending_in(desk, 3)
    assert read_endings(desk.store) == ()


def test_the_certificate_last_signed_with_is_told_without_opening_a_file(
    real: Desk,
) -> None:
    for one in (real.pdf, real.workbook):
        one.unlink()
    (found,) = read_endings(real.store)
    assert (found.name, found.roles) == ("Nguyễn Thị Ánh", (SignerRole.PERSON,))
    assert (found.left, found.soon) == (365, False)
    ending_in(real, 10)
    (found,) = read_endings(real.store)
    assert (found.left, found.soon) == (10, True)


def test_the_overview_shows_what_must_be_seen_to_alone(real: Desk) -> None:
    assert read_overview(real.store, REQUEST.period).endings == ()
    ending_in(real, 10)
    (found,) = read_overview(real.store, REQUEST.period).endings
    assert found.name == "Nguyễn Thị Ánh"


def test_the_check_before_signing_tells_it_too(real: Desk) -> None:
    ending_in(real, 10)
    found = check_report(real.store, REQUEST).value
    told = [one for one in found if one.code is Check.CERTIFICATE_ENDS]
    assert [one.subject for one in told] == ["Nguyễn Thị Ánh"]


def test_the_calendar_holds_the_day(real: Desk, tmp_path: Path) -> None:
    year = real.key.not_after.astimezone(NOW.tzinfo).year
    export_deadlines(real.store, tmp_path / "a.ics", year, WORDS)
    text = (tmp_path / "a.ics").read_text("utf-8").replace("\r\n ", "")
    assert "SUMMARY:[THỬ] Chứng thư số hết hạn: Nguyễn Thị Ánh" in text
    export_deadlines(real.store, tmp_path / "b.ics", year + 1, WORDS)
    assert "Chứng thư số" not in (tmp_path / "b.ics").read_text("utf-8")


def test_an_ended_list_of_a_known_issuer_is_told(desk: Desk, own_folder: Path) -> None:
    folder = own_folder / "trust"
    for name in ("intermediates", "crls"):
        (folder / name).mkdir(parents=True)
    (folder / "intermediates" / "sub.der").write_bytes(pki().issuing.der)
    (folder / "crls" / "sub.crl").write_bytes(pki().crls[1])
    desk.store.now = lambda: NOW + dt.timedelta(days=20_000)
    (found,) = read_endings(desk.store)
    assert (found.kind, found.soon) == (EndingKind.LIST, True)


def test_where_no_list_was_brought_nothing_that_reads_one_is_loaded() -> None:
    """The overview is the first page: it must not wait for a library."""
    code = (
        "import sys\n"
        "from desktop.operations.trust import read_endings as it\n"
        "assert it._lists() == ()\n"
        "assert not {'cryptography', 'asn1crypto'} & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=paths.ROOT, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
