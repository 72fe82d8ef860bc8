"""How an office signs is seen, set for what is issued from then on, and never blank."""

from pathlib import Path

from desktop.records.signing import SignerRole, SigningWay
from desktop.store import preferences
from desktop.store.store import Store
from tests.cli.saying import Say, digest, fault


def test_what_is_set_is_told_and_looking_changes_nothing(
    office: Path, say: Say
) -> None:
    before = digest(office)
    said = say("signers", office, "--json")
    assert (said.code, said.data["way"]) == (0, "digital")
    assert said.data["expected"] == ["person", "agency"]
    assert digest(office) == before
    told = say("signers", office)
    assert "Ký số: người ký, rồi cơ quan." in told.out


def test_the_way_and_the_roles_are_kept(office: Path, say: Say) -> None:
    assert say("signers", office, "--way", "paper").code == 0
    said = say("signers", office, "--role", "agency", "--role", "person", "--json")
    assert (said.data["roles"], said.data["expected"]) == (["person", "agency"], [])
    with Store(office, writable=False) as store:
        kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.signing is SigningWay.PAPER
    assert kept.signers == (SignerRole.PERSON, SignerRole.AGENCY)
    assert "mã ở chân trang" in say("signers", office).out


def test_a_role_or_way_there_is_not_is_refused(office: Path, say: Say) -> None:
    fault(say, "signers", office, "--role", "clerk", kind="UsageError")
    fault(say, "signers", office, "--way", "fax", kind="UsageError")


def test_a_clock_that_nothing_speaks_against_is_confirmed_without_a_deed(
    office: Path, say: Say
) -> None:
    before = digest(office)
    assert say("signers", office, "--clock-is-right").code == 0
    assert digest(office) == before
