"""What became of organisations is told from the command line."""

from pathlib import Path

from desktop.records.agency import Agency, Succession
from desktop.store import records
from desktop.store.store import Store
from tests.cli.saying import Say, digest, fault

DAY = ("--day", "1/7/2025", "--decision", "12/QĐ", "--decided-on", "16/6/2025")
MAR, MON = "ubnd-xa-dak-mar", "ubnd-xa-ha-mon"


def happened(office: Path) -> Succession:
    with Store(office, writable=False) as store:
        (one,) = records.find(store.reader, Succession)
    return one


def test_renamed(office: Path, say: Say) -> None:
    said = say(
        "agencies", "rename", office, MAR, "Xã M", "--short", "M", *DAY, "--json"
    )
    assert said.code == 0
    assert (said.data["id"], said.data["name"]) == (MAR, "Xã M")
    assert said.data["former_name"] == "Ủy ban nhân dân xã Đăk Mar"
    kept = happened(office)
    assert (kept.kind, kept.decision, str(kept.decided_on)) == (
        "renamed",
        "12/QĐ",
        "2025-06-16",
    )


def test_merged_into_a_new_one(office: Path, say: Say) -> None:
    said = say(
        "agencies", "merge", office, MAR, MON, "--into", "UBND xã Mới",
        "--kind", "commune", "--parent", "UBND tỉnh Kon Tum", *DAY, "--json",
    )  # fmt: skip
    assert said.code == 0
    assert said.data["predecessors"] == [MAR, MON]
    heir = said.data["successor"]
    assert (heir["id"], heir["parent"]) == ("ubnd-xa-moi", "ubnd-tinh-kon-tum")
    assert happened(office).successors == ("ubnd-xa-moi",)


def test_merged_into_one_that_is_there(office: Path, say: Say) -> None:
    said = say("agencies", "merge", office, MON, "--into", "xã Đăk Mar", *DAY)
    assert said.code == 0
    assert set(happened(office).predecessors) == {MAR, MON}


def test_split(office: Path, say: Say) -> None:
    said = say(
        "agencies", "split", office, MAR, "--into", "Xã A", "--into", "Xã B", *DAY,
        "--json",
    )  # fmt: skip
    assert said.code == 0
    assert said.data["successors"] == ["xa-a", "xa-b"]
    with Store(office, writable=False) as store:
        part = records.get(store.reader, Agency, "xa-a")
    assert part is not None
    assert (part.kind, part.tier) == ("commune", "commune")


def test_parts_of_a_split_are_told_by_name(office: Path, say: Say) -> None:
    said = say("agencies", "split", office, MAR, "--into", MON, "--into", "Xã B", *DAY)
    assert said.out == (
        "Từ 01/07/2025: Ủy ban nhân dân xã Đăk Mar tách thành "
        "Ủy ban nhân dân xã Hà Mòn, Xã B\n"
    )


def test_an_agency_of_a_kind_there_is_not_is_refused(office: Path, say: Say) -> None:
    before = digest(office)
    words = ("agencies", "add", office, "Đội A", "--kind", "zz")
    error = fault(say, *words, kind="InputError", code=1)
    assert error["why"] == "Loại: Không có giá trị nào mang mã “zz” trong danh mục."
    assert digest(office) == before


def test_dissolved_and_undone(office: Path, say: Say) -> None:
    said = say("agencies", "dissolve", office, MAR, *DAY)
    assert said.out == "Từ 01/07/2025 không còn: Ủy ban nhân dân xã Đăk Mar\n"
    undone = say("undo", office)
    assert "Giải thể cơ quan: Ủy ban nhân dân xã Đăk Mar" in undone.out
    assert MAR in say("agencies", "list", office, "--on", "1/7/2025").out


def test_what_cannot_be_is_refused_and_nothing_is_kept(office: Path, say: Say) -> None:
    before = digest(office)
    alone = ("agencies", "split", office, MAR, "--into", "Xã A", *DAY)
    assert "ít nhất hai" in fault(say, *alone, kind="InputError", code=1)["why"]
    own = ("agencies", "dissolve", office, "phong-vhtt-dak-ha", *DAY)
    fault(say, *own, kind="ConflictError", reason="own_office_ends")
    nobody = ("agencies", "dissolve", office, "Sao Hỏa", *DAY)
    fault(say, *nobody, kind="UnknownNameError")
    assert digest(office) == before
