"""Names are those of the standards, letter by letter, and stand for one thing each."""

from desktop.files.signatures.opc import names
from desktop.records.signing import SignerRole
from desktop.wording.labels import label


def test_methods_are_named_by_key_and_digest() -> None:
    more = "http://www.w3.org/2001/04/xmldsig-more#"
    assert names.SIGNINGS["rsa", "sha256"] == f"{more}rsa-sha256"
    assert names.SIGNINGS["ec", "sha384"] == f"{more}ecdsa-sha384"
    assert len(names.SIGNINGS) == len(set(names.SIGNINGS.values())) == 6


def test_only_digests_that_hold_are_used() -> None:
    assert names.DIGESTS == {
        "sha256": "http://www.w3.org/2001/04/xmlenc#sha256",
        "sha384": "http://www.w3.org/2001/04/xmldsig-more#sha384",
        "sha512": "http://www.w3.org/2001/04/xmlenc#sha512",
    }


def test_office_leaves_out_five_types_of_relationships() -> None:
    assert {one.rpartition("/")[2] for one in names.UNSIGNED_TYPES} == {
        "core-properties",
        "custom-properties",
        "extended-properties",
        "origin",
        "thumbnail",
    }
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    assert f"{package}/digital-signature/origin" == names.ORIGIN
    assert f"{package}/metadata/thumbnail" in names.UNSIGNED_TYPES


def test_a_role_is_claimed_in_the_words_its_reader_knows() -> None:
    # what files bear that are signed already: neither may ever change
    assert names.CLAIMED_ROLES == {
        SignerRole.PERSON: "Người ký",
        SignerRole.AGENCY: "Cơ quan",
    }
    assert names.FIELD_ROLES == {
        "KyCaNhan": SignerRole.PERSON,
        "KyCoQuan": SignerRole.AGENCY,
    }
    words = {role: label(role) for role in SignerRole}
    assert words == names.CLAIMED_ROLES
