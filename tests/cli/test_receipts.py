"""Receipts are given and listed from the command line."""

from pathlib import Path

from tests.cli.practice import Practice
from tests.cli.saying import Say, fault, names


def above(practice: Practice) -> Path:
    """Return the office that took the package in."""
    return Path(practice.data["above"]["office"])


def test_a_receipt_is_given_once_more_where_it_is_asked_for_by_its_package(
    practice: Practice, tmp_path: Path, say: Say
) -> None:
    office = above(practice)
    (package,) = say("receipts", "list", office, "--json").data["packages"]
    assert say("receipts", "give", office, "--unsigned").out == (
        "Mọi gói đã nhận đều có biên nhận.\n"
    )
    folder = tmp_path / "out"
    words = ("receipts", "give", office, package["id"], "--folder", folder)
    (given,) = say(*words, "--unsigned", "--json").data["receipts"]
    assert (given["outcome"], given["signer"]) == ("given", "")
    assert given["entries"] == package["entries"]
    assert names(folder) == [Path(given["path"]).name]
    look = say("intake", "look", practice.office, given["path"])
    assert "không có chữ ký" in look.out.lower()


def test_every_package_without_one_gets_a_receipt_beside_the_office(
    practice: Practice, say: Say
) -> None:
    office = above(practice)
    assert say("intake", "back", office).code == 0
    assert "Chưa nhận gói nào" in say("receipts", "list", office).out
    again = ("intake", "accept", office, practice.package, "--doubted")
    assert say(*again).code == 0
    assert "chưa lập biên nhận" in say("receipts", "list", office).out
    assert say("receipts", "give", office, "--unsigned").code == 0
    assert len(names(office.with_name(f"{office.stem}-bien-nhan"))) == 1
    assert "; đã lập biên nhận" in say("receipts", "list", office).out


def test_a_package_nobody_knows_gets_none(practice: Practice, say: Say) -> None:
    words = ("receipts", "give", above(practice), "nobody", "--unsigned")
    fault(say, *words, kind="UnknownNameError")


def test_a_key_that_does_not_open_leaves_no_receipt(
    practice: Practice, tmp_path: Path, say: Say
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("sai")
    office = above(practice)
    words = ("receipts", "give", office, "--key", practice.key)
    fault(say, *words, "--password-file", wrong, kind="SignatureError")
    assert not office.with_name(f"{office.stem}-bien-nhan").exists()
