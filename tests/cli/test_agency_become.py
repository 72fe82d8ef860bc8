"""Our office becomes another from the command line."""

from pathlib import Path

from desktop.store import preferences
from desktop.store.store import Store
from tests.cli.saying import Say, digest, fault

BECOME = (
    "--levels", "two_tier_2025", "--template", "commune_office",
    "--place", "xã Đăk Hà", "--above", "tỉnh Quảng Ngãi", "--day", "1/7/2025",
)  # fmt: skip


def test_names_come_from_the_preset_with_their_territory(
    office: Path, say: Say
) -> None:
    said = say(
        "agencies", "become", office, *BECOME, "--merge", "xã Hà Mòn",
        "--keep", "Công an huyện", "--decision", "1677/NQ", "--json",
    )  # fmt: skip
    assert said.code == 0
    assert said.data["office"]["name"] == "Phòng Văn hóa - Xã hội xã Đăk Hà"
    assert said.data["superior"]["name"] == "Ủy ban nhân dân xã Đăk Hà"
    assert said.data["merged"] == ["ubnd-xa-ha-mon"]
    assert "ubnd-huyen-dak-ha" in said.data["ended"]
    assert "cong-an-huyen-dak-ha" not in said.data["ended"]
    assert said.data["plans"] == ["dak-ha-2023-2028"]
    assert said.data["doubts"] == []
    with Store(office, writable=False) as store:
        kept = preferences.get(store.reader)
    assert kept is not None
    assert kept.agency == said.data["office"]["id"]


def test_every_name_can_be_another(office: Path, say: Say) -> None:
    said = say(
        "agencies", "become", office, *BECOME, "--name", "Trung tâm A",
        "--superior", "UBND tỉnh Kon Tum", "--recipient", "Sở Văn hóa X",
        "--recipient-new",
    )  # fmt: skip
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[:2] == ["Từ 01/07/2025: Trung tâm A", "Báo cáo gửi: Sở Văn hóa X"]
    assert lines[-1] == "Chưa ghi số quyết định; có thể bổ sung sau."
    today = say("agencies", "list", office, "--on", "1/7/2025").out
    assert "so-tttt-kon-tum" in today


def test_presets_and_offices_nobody_knows_are_told_with_those_there_are(
    office: Path, say: Say
) -> None:
    before = digest(office)
    command = ["agencies", "become", office, *BECOME]
    wrong = [{"two_tier_2025": "nine"}.get(str(one), one) for one in command]
    assert "two_tier_2025" in fault(say, *wrong, kind="UnknownNameError")["why"]
    wrong = [{"commune_office": "nine"}.get(str(one), one) for one in command]
    assert "commune_office" in fault(say, *wrong, kind="UnknownNameError")["why"]
    assert digest(office) == before
