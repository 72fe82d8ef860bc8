"""What was settled holds for one sender, one id and one name together."""

import datetime as dt
from typing import Any

from desktop.records.exchange import MappedKind, Mapping
from desktop.records.identity import AgencyId
from desktop.rules.intake.translation import Decisions, Translation

AT = dt.datetime(2024, 7, 2, 9, tzinfo=dt.UTC)


def settled(**values: Any) -> Mapping:
    usual: dict[str, Any] = {
        "id": "m1",
        "sender": "ke-hoach-xa",
        "kind": MappedKind.TASK,
        "theirs": "ke-hoach-xa/1",
        "theirs_name": "1 Tập huấn cán bộ",
        "ours": "ke-hoach/2.2",
        "decided_at": AT,
    }
    return Mapping(**{**usual, **values})


def found(decisions: Decisions, **other: str) -> Mapping | None:
    asked = {
        "sender": "ke-hoach-xa",
        "theirs": "ke-hoach-xa/1",
        "name": "1 Tập huấn cán bộ",
    } | other
    kind = MappedKind(other.pop("kind", MappedKind.TASK))
    return decisions.find(asked["sender"], kind, asked["theirs"], asked["name"])


def test_what_was_settled_is_found_whatever_the_case_of_its_name() -> None:
    decisions = Decisions([settled()])
    assert found(decisions) == settled()
    assert found(decisions, name="1 TẬP HUẤN CÁN BỘ") == settled()


def test_another_sender_kind_id_or_name_is_not_settled_with_it() -> None:
    decisions = Decisions([settled()])
    assert found(decisions, sender="ke-hoach-khac") is None
    assert found(decisions, kind=MappedKind.GOAL) is None
    assert found(decisions, theirs="ke-hoach-xa/2") is None
    assert found(decisions, name="1 Hội nghị") is None


def test_having_no_like_here_is_a_decision_too() -> None:
    one = found(Decisions([settled(ours=None)]))
    assert one is not None
    assert one.ours is None


def test_ids_stand_under_the_sender_whoever_answers_for_it_today() -> None:
    told = Translation(sender=AgencyId("xa-cu"), agency=AgencyId("xa-moi"))
    assert told.prefix == "xa-cu."
