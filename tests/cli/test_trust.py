"""Roots are added by two steps, the first of which only shows what to compare."""

import hashlib
from pathlib import Path

import pytest

from desktop.files.signatures.detached import sign_detached
from tests.cli.saying import Say, fault
from tests.files.pki import NOW, pki

RIGHT = hashlib.sha256(pki().root.der).hexdigest()


@pytest.fixture(autouse=True)
def own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "user"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "goc.cer"
    path.write_bytes(pki().root.der)
    return path


def grouped(sha256: str) -> str:
    return " ".join(sha256[at : at + 4] for at in range(0, 64, 4)).upper()


def test_nothing_is_believed_at_first(say: Say) -> None:
    assert "Chưa có chứng thư gốc nào" in say("trust", "list").out
    assert say("trust", "list", "--json").data == {
        "anchors": [],
        "intermediates": [],
        "lists": [],
        "passed_over": [],
    }


def test_without_the_fingerprint_a_root_is_only_shown(root: Path, say: Say) -> None:
    said = say("trust", "add", root)
    assert said.code == 1
    assert grouped(RIGHT) in said.out
    assert "CHƯA THÊM" in said.out
    assert "cơ quan thêm" not in said.out
    told = say("trust", "add", root, "--json").data
    assert (told["added"], told["sha256"], told["name"]) == (False, RIGHT, "Gốc")
    assert say("trust", "list", "--json").data["anchors"] == []


def test_with_the_fingerprint_it_is_believed_until_it_is_removed(
    root: Path, say: Say
) -> None:
    assert say("trust", "add", root, "--fingerprint", grouped(RIGHT)).code == 0
    listed = say("trust", "list")
    assert "Chứng thư gốc “Gốc” (cơ quan thêm)." in listed.out
    assert grouped(RIGHT) in listed.out
    (anchor,) = say("trust", "list", "--json").data["anchors"]
    assert set(anchor) == {
        "kind",
        "name",
        "issuer",
        "not_before",
        "not_after",
        "sha256",
        "shipped",
    }
    removed = say("trust", "remove", RIGHT, "--json")
    assert (removed.code, removed.data) == (0, {"removed": True, "name": "Gốc"})
    assert say("trust", "list", "--json").data["anchors"] == []


def test_another_fingerprint_is_refused(root: Path, say: Say) -> None:
    wrong = ("trust", "add", root, "--fingerprint", "0" * 64)
    error = fault(say, *wrong, kind="TrustError", reason="fingerprint_differs")
    assert RIGHT in error["why"]
    fault(say, "trust", "remove", RIGHT, kind="TrustError", reason="not_pinned")


def test_from_an_unknown_signer_to_a_trusted_one(
    root: Path, tmp_path: Path, say: Say
) -> None:
    """The whole way an office goes, with what came on a stick."""
    content = tmp_path / "cong van.txt"
    content.write_bytes(b"x")
    key = pki().person.key(tmp_path)
    (tmp_path / "cong van.txt.p7s").write_bytes(sign_detached(b"x", key, NOW))
    seen = [say("verify", content, "--json")]
    say("trust", "add", root, "--fingerprint", RIGHT)
    seen.append(say("verify", content, "--json"))
    helper = tmp_path / "cap.cer"
    helper.write_bytes(pki().issuing.der)
    assert say("trust", "import-intermediate", helper).code == 0
    for number, data in enumerate(pki().crls):
        path = tmp_path / f"{number}.crl"
        path.write_bytes(data)
        assert say("trust", "import-crl", path).code == 0
    seen.append(say("verify", content, "--json"))
    assert [(one.code, one.data["light"]) for one in seen] == [
        (1, "yellow"),
        (0, "yellow"),
        (0, "green"),
    ]
    states = [one.data["signatures"][0]["revocation"] for one in seen]
    assert states == ["not_checked", "not_checked", "good"]
    assert seen[2].data["signatures"][0]["revocation_as_of"] is not None
    plain = say("verify", content).out
    assert "cong van.txt: ✓ Tin được" in plain
    assert plain.count("chứng thư số chưa bị thu hồi tính đến ngày") == 1
    assert say("trust", "list").out.count("Danh sách thu hồi của") == 2


def test_a_list_from_nobody_known_is_refused(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "a.crl"
    path.write_bytes(pki().crls[0])
    error = fault(
        say, "trust", "import-crl", path, kind="TrustError", reason="list_unknown"
    )
    assert "Gốc" in error["why"]


def test_a_file_dropped_into_the_folder_is_told(tmp_path: Path, say: Say) -> None:
    anchors = tmp_path / "user" / "SoTruyenThong" / "trust" / "anchors"
    anchors.mkdir(parents=True)
    (anchors / "la.cer").write_bytes(pki().root.der)
    assert "“la.cer”: không được tin" in say("trust", "list").out
    (passed,) = say("trust", "list", "--json").data["passed_over"]
    assert (passed["doubt"], passed["sha256"]) == ("not_pinned", RIGHT)
