"""What is kept is told in rows; what is not used, or ended, stands out."""

import datetime as dt
from dataclasses import replace

from desktop.gui.pages.settings.trust_rows import rows
from desktop.records.trust import (
    Doubt,
    KeptTrust,
    PassedOver,
    Pinned,
    RevocationList,
    TrustKind,
)

NOW = dt.datetime(2026, 10, 2, 8, tzinfo=dt.UTC)
ROOT = Pinned(
    name="Root CA",
    issuer="Root CA",
    not_before=NOW.replace(year=2020),
    not_after=NOW.replace(year=2036),
    sha256="ab" * 32,
    shipped=True,
)
LIST = RevocationList(
    issuer="Root CA",
    this_update=NOW.replace(month=9),
    next_update=NOW.replace(month=11),
    revoked=1234,
    sha256="cd" * 32,
    shipped=False,
    known=True,
)


def test_only_an_own_root_can_be_taken_back() -> None:
    own = replace(ROOT, shipped=False)
    helper = replace(own, kind=TrustKind.INTERMEDIATE, issuer="Gốc")
    found = rows(KeptTrust(anchors=(ROOT, own), intermediates=(helper,)), NOW)
    assert [bool(one.sha256) for one in found] == [False, True, False]
    assert found[2].cells[1] == "Root CA\nGốc cấp"


def test_what_ended_is_marked() -> None:
    ended = replace(ROOT, not_after=NOW.replace(year=2025))
    (row,) = rows(KeptTrust(anchors=(ended,)), NOW)
    assert row.doubtful
    assert row.cells[2] == "▲ 02/10/2025"


def test_a_list_tells_its_size_and_whether_it_is_late() -> None:
    late = replace(LIST, next_update=NOW.replace(month=10, day=1))
    good, bad = rows(KeptTrust(lists=(LIST, late)), NOW)
    assert good.cells[0] == "Danh sách thu hồi\nCơ quan thêm"
    assert "1.234 chứng thư, lập 02/09/2026" in good.cells[1]
    assert (good.doubtful, bad.doubtful) == (False, True)
    assert bad.cells[2] == "▲ 01/10/2026"


def test_a_list_of_nobody_known_is_not_used() -> None:
    (row,) = rows(KeptTrust(lists=(replace(LIST, known=False, next_update=None),)), NOW)
    assert row.doubtful
    assert "không dùng" in row.cells[1]
    assert row.cells[2] == "không ghi"


def test_what_is_passed_over_says_why() -> None:
    passed = PassedOver(
        kind=TrustKind.ANCHOR, name="lạ.cer", doubt=Doubt.NOT_PINNED, sha256="ef" * 32
    )
    (row,) = rows(KeptTrust(passed_over=(passed,)), NOW)
    assert row.cells[1] == "lạ.cer\n▲ Không dùng: chưa ai xác nhận dấu vân tay"
    assert not row.sha256
