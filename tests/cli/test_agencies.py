"""Organisations are listed and added from the command line."""

from pathlib import Path

from tests.cli.saying import Say, fault


def test_they_are_listed_with_their_names_and_days(office: Path, say: Say) -> None:
    said = say("agencies", "list", office, "--json")
    assert said.code == 0
    by_id = {one["id"]: one for one in said.data["agencies"]}
    assert by_id["ubnd-xa-dak-mar"] == {
        "id": "ubnd-xa-dak-mar",
        "name": "Ủy ban nhân dân xã Đăk Mar",
        "short_name": "UBND xã Đăk Mar",
        "aliases": ["xã Đăk Mar", "Đăk Mar", "Đắk Mar"],
        "kind": "commune",
        "tier": "commune",
        "parent": "ubnd-huyen-dak-ha",
        "code": "",
        "valid_from": None,
        "valid_to": None,
        "former_names": [],
    }
    assert say("agencies", "list", office).out.count("\n") == len(by_id)


def test_a_day_has_its_agencies_and_its_names(office: Path, say: Say) -> None:
    name = (
        "agencies",
        "rename",
        office,
        "ubnd-xa-dak-mar",
        "Xã M",
        "--day",
        "1/7/2025",
    )
    assert say(*name).code == 0
    before = say("agencies", "list", office, "--on", "30/6/2025").out
    after = say("agencies", "list", office, "--on", "1/7/2025").out
    assert "Ủy ban nhân dân xã Đăk Mar" in before
    assert "Xã M" in after
    assert "Ủy ban nhân dân xã Đăk Mar" not in after
    whole = say("agencies", "list", office, "--json").data["agencies"]
    former = [one["former_names"] for one in whole if one["id"] == "ubnd-xa-dak-mar"]
    assert former == [
        [{"name": "Ủy ban nhân dân xã Đăk Mar", "last_day": "2025-06-30"}]
    ]


def test_one_is_added_below_another(office: Path, say: Say) -> None:
    said = say(
        "agencies", "add", office, "Trạm Truyền thanh", "--short", "Trạm TT",
        "--alias", "Trạm", "--kind", "public_service", "--tier", "commune",
        "--parent", "xã Đăk Mar", "--from", "1/7/2025", "--json",
    )  # fmt: skip
    assert said.code == 0
    assert (said.data["id"], said.data["parent"], said.data["valid_from"]) == (
        "tram-truyen-thanh",
        "ubnd-xa-dak-mar",
        "2025-07-01",
    )
    assert said.data["aliases"] == ["Trạm"]


def test_a_name_that_is_borne_is_refused(office: Path, say: Say) -> None:
    command = ("agencies", "add", office, "Phòng Nội vụ huyện Đăk Hà")
    error = fault(say, *command, kind="InputError", code=1)
    assert "Đã có cơ quan tên “Phòng Nội vụ huyện Đăk Hà”" in error["why"]


def test_a_level_nobody_knows_is_refused(office: Path, say: Say) -> None:
    command = ("agencies", "add", office, "Tổ A", "--tier", "cloud")
    assert "cloud" in fault(say, *command, kind="InputError", code=1)["why"]


def test_the_help_is_vietnamese(say: Say) -> None:
    said = say("agencies", "--help")
    assert said.code == 0
    for verb in ("list", "add", "rename", "merge", "split", "dissolve", "become"):
        assert verb in said.out
