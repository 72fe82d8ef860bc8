"""A helper is kept when it leads to what is believed; by itself it is nothing."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from desktop.errors import TrustError
from desktop.files.signatures.trust import load_trust
from desktop.operations.trust.add_anchor import add_anchor, look_at_anchor
from desktop.operations.trust.import_intermediate import import_intermediate
from tests.files.pki import pki
from tests.operations.trusting import own, root, written

__all__ = ["own", "root"]


def test_a_helper_of_a_root_that_is_believed_is_kept(
    own: Path, root: Path, tmp_path: Path
) -> None:
    add_anchor(root, look_at_anchor(root).sha256)
    kept = import_intermediate(written(tmp_path, "cap.pem", pki().issuing.pem)).value
    assert (kept.name, kept.issuer) == ("Cấp phát", "Gốc")
    trust = load_trust(own)
    assert (trust.anchors, trust.intermediates) == (
        (pki().root.der,),
        (pki().issuing.der,),
    )


def test_one_that_leads_nowhere_is_not_kept(
    own: Path, root: Path, tmp_path: Path
) -> None:
    helper = written(tmp_path, "cap.cer", pki().issuing.der)
    with pytest.raises(TrustError) as caught:
        import_intermediate(helper)
    assert (caught.value.reason, caught.value.facts) == ("issuer_unknown", ("Gốc",))
    # the same names under other keys are somebody else
    add_anchor(root, look_at_anchor(root).sha256)
    other = written(
        tmp_path, "gia.cer", pki().impostor.above[0].public_bytes(Encoding.DER)
    )
    with pytest.raises(TrustError) as caught:
        import_intermediate(other)
    assert caught.value.reason == "issuer_unknown"
    assert load_trust(own).intermediates == ()


def test_one_that_is_kept_or_issues_nothing_is_refused(
    root: Path, tmp_path: Path
) -> None:
    add_anchor(root, look_at_anchor(root).sha256)
    helper = written(tmp_path, "cap.cer", pki().issuing.der)
    import_intermediate(helper)
    for path, reason in (
        (helper, "kept_already"),
        (root, "kept_already"),
        (written(tmp_path, "nguoi.cer", pki().person.der), "not_authority"),
    ):
        with pytest.raises(TrustError) as caught:
            import_intermediate(path)
        assert caught.value.reason == reason
