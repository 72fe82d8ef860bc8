"""Who signed the present files of a report is known, and who is next."""

from dataclasses import replace

import pytest

from desktop.errors import UnknownNameError
from desktop.operations.issuing.attach_issued_copy import attach_issued_copy
from desktop.operations.issuing.export_report import export_report
from desktop.operations.issuing.issue_report import issue_report
from desktop.operations.offices.set_preferences import set_preferences
from desktop.operations.reports.draft_report import draft_report
from desktop.operations.reports.read_report import read_issued
from desktop.operations.signing.sign_report import sign_report
from desktop.operations.signing.signings import (
    allowed_roles,
    expected_roles,
    last_signed_at,
    next_role,
    signed_roles,
    signings,
)
from desktop.records.signing import SignerRole, SigningWay
from desktop.rules.calendar import parse_period
from desktop.store import preferences
from tests.builders import NOW
from tests.operations.desk import REPORT, REQUEST, Desk
from tests.operations.signed_as_once import signed_as_it_once_was
from tests.operations.signed_elsewhere import kept_as, signed

PERSON, AGENCY = SignerRole.PERSON, SignerRole.AGENCY


def prefer(desk: Desk, way: SigningWay, *roles: SignerRole) -> None:
    kept = preferences.get(desk.store.reader)
    assert kept is not None
    set_preferences(desk.store, replace(kept, signing=way, signers=roles))


def test_the_turns_follow_one_another(desk: Desk) -> None:
    assert (next_role(desk.store, REPORT), signings(desk.store, REPORT)) == (PERSON, ())
    assert last_signed_at(desk.store) is None
    desk.sign_as(PERSON)
    assert next_role(desk.store, REPORT) is AGENCY
    assert signed_roles(desk.store, REPORT) == {PERSON}
    desk.sign_as(AGENCY)
    assert next_role(desk.store, REPORT) is None
    assert [one.role for one in signings(desk.store, REPORT)] == [PERSON, AGENCY]
    assert last_signed_at(desk.store) == NOW


def test_files_made_anew_bear_no_signing_although_all_are_remembered(
    desk: Desk,
) -> None:
    desk.sign()
    export_report(desk.store, REPORT, desk.files.folder, anew=True)
    assert signings(desk.store, REPORT) == ()
    assert next_role(desk.store, REPORT) is PERSON
    assert last_signed_at(desk.store) == NOW
    desk.sign_as(PERSON)
    assert [one.role for one in signings(desk.store, REPORT)] == [PERSON]


def test_what_a_report_expects_does_not_change_with_the_settings(desk: Desk) -> None:
    issued = read_issued(desk.store, REPORT)
    prefer(desk, SigningWay.DIGITAL, AGENCY)
    assert expected_roles(desk.store, issued) == (PERSON, AGENCY)
    prefer(desk, SigningWay.PAPER)
    assert expected_roles(desk.store, issued) == (PERSON, AGENCY)


def test_a_role_the_office_added_since_may_sign_and_is_not_waited_for(
    desk: Desk,
) -> None:
    prefer(desk, SigningWay.DIGITAL, AGENCY)
    request = replace(REQUEST, period=parse_period("2025"))
    issued = issue_report(desk.store, draft_report(desk.store, request)).value
    export_report(desk.store, issued.id, desk.files.folder)
    files = replace(desk.files, report=issued.id)
    prefer(desk, SigningWay.DIGITAL, PERSON, AGENCY)
    assert allowed_roles(desk.store, issued) == {PERSON, AGENCY}
    signed = sign_report(desk.store, files, desk.signing(AGENCY)).value
    assert signed.next_role is None
    sign_report(desk.store, files, desk.signing(PERSON))
    assert signed_roles(desk.store, issued.id) == {PERSON, AGENCY}


def test_a_report_that_says_nothing_is_signed_as_the_office_signs_now(
    desk: Desk,
) -> None:
    report = replace(draft_report(desk.store, REQUEST), signers=(), id="older")
    issued = issue_report(desk.store, report).value
    assert expected_roles(desk.store, issued) == (PERSON, AGENCY)
    prefer(desk, SigningWay.DIGITAL, AGENCY)
    assert expected_roles(desk.store, issued) == (AGENCY,)
    prefer(desk, SigningWay.PAPER, AGENCY)
    assert expected_roles(desk.store, issued) == ()
    assert next_role(desk.store, issued.id) is None


def test_a_report_signed_when_one_signature_was_all_waits_for_nobody(
    desk: Desk,
) -> None:
    files = signed_as_it_once_was(desk)
    assert signings(desk.store, files.report) == ()
    assert signed_roles(desk.store, files.report) == {PERSON}
    assert next_role(desk.store, files.report) is None


def test_a_copy_that_came_back_signed_waits_for_nobody_here(desk: Desk) -> None:
    data = signed(desk.pdf.read_bytes(), desk.seal)
    attach_issued_copy(
        desk.store, REPORT, kept_as(desk.files.folder.parent / "b.pdf", data)
    )
    assert next_role(desk.store, REPORT) is None


def test_a_report_nobody_issued_has_no_turn(desk: Desk) -> None:
    with pytest.raises(UnknownNameError):
        next_role(desk.store, "never")
