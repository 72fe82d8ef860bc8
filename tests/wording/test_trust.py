"""Tests of the words for what is believed here."""

import datetime as dt
from dataclasses import replace

import pytest

from desktop.records.trust import (
    Doubt,
    PassedOver,
    Pinned,
    RevocationList,
    TrustKind,
)
from desktop.wording import trust
from tests.wording.words import assert_a_sentence

NOW = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)
ROOT = Pinned(
    name="Gốc",
    issuer="Gốc",
    not_before=NOW,
    not_after=NOW,
    sha256="ab12" * 16,
    shipped=True,
)
LIST = RevocationList(
    issuer="Cấp phát",
    this_update=dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC),
    next_update=dt.datetime(2026, 12, 1, 12, tzinfo=dt.UTC),
    revoked=1234,
    sha256="",
    shipped=False,
    known=True,
)


def test_a_fingerprint_is_read_aloud_in_groups_of_four() -> None:
    told = trust.fingerprint("0123456789abcdef" * 4)
    assert told.split() == ["0123", "4567", "89AB", "CDEF"] * 4


def test_a_certificate_is_told_with_its_issuer_unless_it_is_its_own() -> None:
    assert trust.pinned_sentence(ROOT) == "Chứng thư gốc “Gốc” (đi kèm chương trình)."
    assert trust.looked_at_sentence(ROOT) == "Chứng thư gốc “Gốc”."
    helper = replace(ROOT, name="Cấp phát", shipped=False, kind=TrustKind.INTERMEDIATE)
    assert trust.pinned_sentence(helper) == (
        "Chứng thư trung gian “Cấp phát”, do Gốc cấp (cơ quan thêm)."
    )


@pytest.mark.parametrize(
    ("changes", "end"),
    [
        ({}, ", dùng được đến ngày 01/12/2026."),
        (
            {"next_update": NOW - dt.timedelta(days=1)},
            ", ĐÃ QUÁ HẠN từ ngày 19/11/2026.",
        ),
        ({"next_update": None}, "1.234 chứng thư."),
        ({"known": False}, ": không dùng, vì chưa biết nơi ký danh sách."),
    ],
)
def test_a_list_is_told_with_its_days(changes: dict[str, object], end: str) -> None:
    told = trust.list_sentence(replace(LIST, **changes), NOW)  # type: ignore[arg-type]
    assert told.startswith(
        "Danh sách thu hồi của “Cấp phát”, lập ngày 01/11/2026, 1.234 chứng thư"
    )
    assert told.endswith(end)
    assert_a_sentence(told)


@pytest.mark.parametrize("doubt", Doubt)
@pytest.mark.parametrize("kind", TrustKind)
def test_what_is_passed_over_is_told_with_its_reason(
    doubt: Doubt, kind: TrustKind
) -> None:
    told = trust.passed_over_sentence(PassedOver(kind=kind, name="a.cer", doubt=doubt))
    assert "“a.cer”: không" in told
    assert_a_sentence(told)


def test_every_deed_is_told_in_a_sentence() -> None:
    for told in (
        trust.added(ROOT),
        trust.removed("Gốc"),
        trust.helped(ROOT),
        trust.NOTHING,
        trust.COMPARE,
    ):
        assert_a_sentence(told)
