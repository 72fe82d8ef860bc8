"""A copy signed elsewhere is kept, verified, and held against what was sent."""

import datetime as dt
import hashlib
import shutil
from pathlib import Path

import pytest

from desktop.errors import ConflictError, FileError, InputError
from desktop.files.pdf.texts import first_text
from desktop.files.signed_copies import fitness
from desktop.files.signed_copies.heads import Head
from desktop.files.verifying import process
from desktop.operations.entries.record_entry import record
from desktop.operations.issuing.attach_issued_copy import (
    attach_issued_copy,
    inspect_signed_copy,
)
from desktop.operations.issuing.export_report import draw_copies
from desktop.operations.offices.check_office import check_office
from desktop.operations.periods.read_standings import standing_of
from desktop.operations.reports.number_report import number_report
from desktop.operations.reports.read_report import newest_copy, read_issued, read_report
from desktop.operations.signing.signed_folder import signed_path
from desktop.records.issued import CopyFormat, IssuedCopy
from desktop.records.period import PeriodState
from desktop.records.signing import SignerRole
from desktop.records.verification import Chain
from desktop.rules.calendar import parse_period
from desktop.store import records
from tests.builders import an_activity
from tests.operations.desk import REPORT, Desk
from tests.operations.signed_elsewhere import (
    covered,
    kept_as,
    signed,
    stamped,
    without_data,
    written,
)


def came_back(desk: Desk, data: bytes) -> Path:
    return kept_as(desk.files.folder.parent / "ve.pdf", data)


def refused(desk: Desk, data: bytes) -> FileError:
    path = came_back(desk, data)
    with pytest.raises(FileError) as caught:
        attach_issued_copy(desk.store, REPORT, path)
    assert newest_copy(desk.store, REPORT, CopyFormat.SIGNED) is None
    assert standing_of(desk.store, parse_period("2024")).state is PeriodState.ENTERING
    return caught.value


def test_a_copy_signed_by_adding_to_it_is_kept_by_its_hash(desk: Desk) -> None:
    data = signed(desk.pdf.read_bytes(), desk.key)
    outcome = attach_issued_copy(desk.store, REPORT, came_back(desk, data))
    copy = outcome.value.copy
    assert outcome.touched == {"issued_copies", "period_standings"}
    assert (copy.format, copy.sha256) == (
        CopyFormat.SIGNED,
        hashlib.sha256(data).hexdigest(),
    )
    assert "Y Hà" in copy.signed_by
    assert copy.test_key
    place = signed_path(desk.store, copy)
    assert place.read_bytes() == data
    assert place.parent.parent == desk.files.folder / "da-ky"
    found = outcome.value.inspection
    assert found.comparison.added_only
    assert [one.kind for one in found.comparison.differences] == ["stamp"]
    assert [one.chain for one in found.verdict.signatures] == [Chain.TEST]


def test_attaching_locks_the_period_with_the_report(desk: Desk) -> None:
    data = signed(desk.pdf.read_bytes(), desk.key)
    standing = attach_issued_copy(
        desk.store, REPORT, came_back(desk, data)
    ).value.standing
    assert standing is not None
    assert (standing.state, standing.report) == (PeriodState.SIGNED, REPORT)
    with pytest.raises(ConflictError, match="period_locked"):
        record(desk.store, an_activity(id="late"))


def test_number_and_date_stamped_elsewhere_are_found_and_proposed(desk: Desk) -> None:
    data = signed(stamped(desk.pdf.read_bytes(), "123", "20", "11"), desk.key)
    found = attach_issued_copy(desk.store, REPORT, came_back(desk, data)).value
    comparison = found.inspection.comparison
    assert not comparison.added_only
    assert {one.kind for one in comparison.differences} == {"number", "date", "stamp"}
    head = found.inspection.proposed
    assert (head.number, head.dated) == ("123", dt.date(2024, 11, 20))
    number_report(desk.store, REPORT, head.number, head.dated)
    assert read_issued(desk.store, REPORT).number == "123"


def test_what_the_report_already_has_is_not_proposed_again(desk: Desk) -> None:
    number_report(desk.store, REPORT, "123")
    data = signed(stamped(desk.pdf.read_bytes(), "123", "20", "11"), desk.key)
    head = inspect_signed_copy(desk.store, REPORT, came_back(desk, data)).proposed
    assert (head.number, head.dated) == ("", dt.date(2024, 11, 20))


def test_the_file_that_was_sent_need_not_be_there_any_more(desk: Desk) -> None:
    data = signed(stamped(desk.pdf.read_bytes(), "5", "20", "11"), desk.key)
    desk.pdf.unlink()
    path = came_back(desk, data)
    assert inspect_signed_copy(desk.store, REPORT, path).comparison.same
    number_report(desk.store, REPORT, "5", dt.date(2024, 11, 20))
    assert inspect_signed_copy(desk.store, REPORT, path).comparison.same


def test_a_copy_of_a_paper_drawn_before_it_bore_a_code_is_known_again(
    desk: Desk,
) -> None:
    issued = read_issued(desk.store, REPORT)
    report = read_report(desk.store, issued)
    earlier = draw_copies(issued, report, coded=False).pdf
    assert "Mã đối chiếu" not in first_text(earlier)
    data = signed(stamped(earlier, "5", "20", "11"), desk.key)
    desk.pdf.unlink()
    assert inspect_signed_copy(
        desk.store, REPORT, came_back(desk, data)
    ).comparison.same


def test_the_data_inside_must_be_the_frozen_data_even_then(desk: Desk) -> None:
    data = signed(without_data(desk.pdf.read_bytes()), desk.key)
    desk.pdf.unlink()
    error = refused(desk, data)
    assert (error.reason, error.facts[1]) == ("copy_differs", "attachment")


def test_a_copy_of_one_signed_here_may_be_attached(desk: Desk) -> None:
    desk.sign_as(SignerRole.PERSON)
    data = signed(desk.pdf.read_bytes(), desk.seal)
    outcome = attach_issued_copy(desk.store, REPORT, came_back(desk, data))
    assert outcome.value.standing is None  # signing it here has locked the period
    assert len(outcome.value.inspection.verdict.signatures) == 2


def test_an_unsigned_copy_is_refused(desk: Desk) -> None:
    assert refused(desk, desk.pdf.read_bytes()).reason == "copy_unsigned"


def test_a_copy_changed_after_signing_is_refused(desk: Desk) -> None:
    data = signed(desk.pdf.read_bytes(), desk.key)
    at = data.index(b"stream", len(data) // 3) + 20
    broken = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
    assert refused(desk, broken).reason in {"copy_broken", "copy_unsigned"}
    added = written(data, 0, (("thêm", (300, 300)),))
    assert refused(desk, added).reason in {"copy_broken", "copy_unsigned"}


def test_a_word_that_differs_is_told_with_its_page(desk: Desk) -> None:
    data = written(desk.pdf.read_bytes(), 1, (("999", (300, 400)),))
    error = refused(desk, signed(data, desk.key))
    assert error.reason == "copy_differs"
    assert error.facts == ("2", "words", "", "999")


def test_a_patch_without_words_is_seen(desk: Desk) -> None:
    data = covered(desk.pdf.read_bytes(), 0, (80, 300, 400, 60))
    error = refused(desk, signed(data, desk.key))
    assert error.facts[:2] == ("1", "look")


def test_another_report_is_refused(desk: Desk, tmp_path: Path) -> None:
    from desktop.operations.issuing.export_report import export_report
    from desktop.operations.issuing.issue_report import issue_report
    from desktop.operations.reports.draft_report import Request, draft_report

    request = Request(period=parse_period("2024-H1"), period_words="6 tháng đầu 2024")
    other = issue_report(desk.store, draft_report(desk.store, request)).value
    exported = export_report(desk.store, other.id, tmp_path / "khac").value
    error = refused(desk, signed(exported.pdf.read_bytes(), desk.key))
    assert error.reason == "copy_differs"


def test_what_is_no_pdf_is_refused(desk: Desk) -> None:
    assert refused(desk, b"PK\x03\x04 no pdf").reason == "not_pdf"
    assert refused(desk, b"%PDF-1.7 garbage").reason in {"copy_broken", "unreadable"}


@pytest.mark.parametrize(
    ("way", "code"), [("crash", "check_died"), ("swell", "check_too_large")]
)
def test_a_copy_that_breaks_whoever_checks_it_is_looked_into_no_further(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, way: str, code: str
) -> None:
    looked: list[bytes] = []
    monkeypatch.setattr(fitness, "unfit", looked.append)
    monkeypatch.setitem(
        vars(process)["verify_apart"].__kwdefaults__,
        "module",
        "tests.files.verifying.misbehaving",
    )
    path = kept_as(desk.pdf.with_name(f"{way}.pdf"), desk.pdf.read_bytes())
    with pytest.raises(FileError) as caught:
        inspect_signed_copy(desk.store, REPORT, path)
    assert (caught.value.reason, caught.value.facts) == ("copy_broken", (code,))
    assert not looked


def test_the_same_copy_is_attached_once(desk: Desk) -> None:
    path = came_back(desk, signed(desk.pdf.read_bytes(), desk.key))
    attach_issued_copy(desk.store, REPORT, path)
    with pytest.raises(ConflictError) as caught:
        attach_issued_copy(desk.store, REPORT, path)
    assert (caught.value.reason, caught.value.facts) == (
        "attached_already",
        ("ve.pdf",),
    )
    found = records.find(
        desk.store.reader, IssuedCopy, where={"format": str(CopyFormat.SIGNED)}
    )
    assert len(found) == 1


def test_a_lost_or_altered_copy_is_found_by_the_check(desk: Desk) -> None:
    path = came_back(desk, signed(desk.pdf.read_bytes(), desk.key))
    copy = attach_issued_copy(desk.store, REPORT, path).value.copy
    whole = check_office(desk.store).value
    assert (whole.copies.files, whole.good) == (1, True)
    place = signed_path(desk.store, copy)
    place.write_bytes(b"%PDF-1.7")
    assert check_office(desk.store).value.copies.altered == ("ve.pdf",)
    shutil.rmtree(place.parent)
    lost = check_office(desk.store).value
    assert (lost.copies.missing, lost.good) == (("ve.pdf",), False)


def test_number_and_date_are_noted_with_it_or_nothing_is(desk: Desk) -> None:
    data = signed(stamped(desk.pdf.read_bytes(), "15", "20", "12"), desk.key)
    path, before = came_back(desk, data), desk.store.last_change()
    early = dt.date(2023, 12, 31)
    with pytest.raises(InputError) as refused:
        attach_issued_copy(desk.store, REPORT, path, noted=Head(dated=early))
    assert refused.value.problems[0].code == "dated_before_period"
    assert desk.store.last_change() == before
    assert not (desk.files.folder / "da-ky").exists()
    done = attach_issued_copy(desk.store, REPORT, path, noted="as_read")
    assert done.touched == {"issued_copies", "issued_reports", "period_standings"}
    issued = read_issued(desk.store, REPORT)
    assert (issued.number, issued.dated) == ("15", dt.date(2024, 12, 20))


def test_another_number_than_the_one_noted_is_not_taken(desk: Desk) -> None:
    number_report(desk.store, REPORT, "15")
    data = signed(stamped(desk.pdf.read_bytes(), "99", "20", "12"), desk.key)
    with pytest.raises(ConflictError, match="numbered_already"):
        attach_issued_copy(
            desk.store, REPORT, came_back(desk, data), noted=Head(number="99")
        )
    assert newest_copy(desk.store, REPORT, CopyFormat.SIGNED) is None
