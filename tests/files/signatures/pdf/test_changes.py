"""Whatever is added to a signed PDF is told by name, and where to look for it."""

# mypy: disable-error-code="no-untyped-call"
# The library that plays the attacker has few types.

from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic

from desktop.files.signatures.pdf import changes
from desktop.files.signatures.pdf.checking import verify_pdf
from desktop.files.signatures.pdf.fields import AGENCY, PERSON
from desktop.records.verification import Coverage, FileVerdict, Integrity
from tests.files.pki import NOW, pki
from tests.files.signatures.pdf.attacks import (
    TAILS,
    UPDATES,
    Attack,
    Update,
    furnished,
    of,
    overlaid,
)
from tests.files.signatures.printed import approved, certified, signed_by_others


@pytest.fixture(autouse=True)
def _quiet_parser(caplog: pytest.LogCaptureFixture) -> None:
    """Let the parser complain of hostile files as much as it likes."""


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return certified(pki().person.key(tmp_path_factory.mktemp("one")), furnished())


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("two")
    return approved(pki().person.key(folder), pki().agency.key(folder), furnished())


def judged(data: bytes) -> FileVerdict:
    return verify_pdf(data, pki().trust, "x.pdf", now=NOW)


def told(verdict: FileVerdict) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.code, one.facts) for one in verdict.findings]


def test_nothing_is_told_of_a_document_that_was_only_signed(
    one: bytes, two: bytes
) -> None:
    assert (told(judged(one)), told(judged(two))) == ([], [])
    assert judged(one).intact
    assert judged(two).intact


@pytest.mark.parametrize("attack", [*UPDATES, *TAILS], ids=str)
def test_what_is_added_after_the_only_signature(one: bytes, attack: Attack) -> None:
    found = judged(attack.do(one))
    assert told(found) == attack.found(PERSON)
    assert found.signatures[0].integrity is Integrity.INTACT
    assert found.signatures[0].coverage is Coverage.INCOMPLETE


@pytest.mark.parametrize("attack", UPDATES, ids=str)
def test_what_is_added_after_both_signatures_is_covered_by_neither(
    two: bytes, attack: Attack
) -> None:
    found = judged(attack.do(two))
    last = attack.found(AGENCY)
    assert told(found)[-len(last) :] == last
    assert {one.coverage for one in found.signatures[1:]} == {Coverage.INCOMPLETE}
    assert not found.intact


@pytest.mark.parametrize("attack", TAILS, ids=str)
def test_what_is_appended_is_no_matter_of_the_first_signature(
    two: bytes, attack: Attack
) -> None:
    assert told(judged(attack.do(two))) == attack.found(AGENCY)


@pytest.mark.parametrize("attack", UPDATES, ids=str)
def test_what_is_slipped_in_between_two_signatures(
    one: bytes, attack: Attack, tmp_path: Path
) -> None:
    """Whoever signs second may not change what the first has signed.

    But programs do write of themselves into the document's properties.
    """
    agency = pki().agency.key(tmp_path)
    found = judged(signed_by_others(attack.do(one), agency, AGENCY))
    allowed = attack.code == "metadata_changed"
    assert told(found) == ([] if allowed else attack.found(PERSON))
    assert found.intact is allowed
    assert found.signatures[1].coverage is Coverage.COMPLETE


def test_a_document_too_large_to_be_compared_is_still_told_to_be_changed(
    one: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "NODE_LIMIT", 10)
    assert told(judged(overlaid(one))) == [("changed_after_signing", (PERSON,))]


@pytest.mark.parametrize("loop", ["/Pages", "/Names", "/AcroForm"])
def test_what_runs_in_a_circle_is_told_to_be_changed(one: bytes, loop: str) -> None:
    update = Update(one)
    held = update.root()
    key = {"/Pages": "/Kids", "/Names": "/EmbeddedFiles", "/AcroForm": "/Fields"}[loop]
    inner = held[loop]
    circle = update.writer.add_object(of(T=generic.pdf_string("x")))
    node = circle.get_object()
    node["/Kids"] = generic.ArrayObject([circle])
    inner[key] = circle if loop == "/Names" else generic.ArrayObject([circle])
    if inner.container_ref is not None:
        update.writer.update_container(inner)
    found = judged(update.done())
    assert not found.intact
    assert {code for code, _ in told(found)} <= {
        "changed_after_signing",
        "unreadable",
        "unsigned",
    }
    assert told(found)
