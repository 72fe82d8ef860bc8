"""A form counts for whoever stands for its unit on the last day of its period."""

import datetime as dt

from desktop.records.agency import Agency, Succession, SuccessionKind
from desktop.records.identity import AgencyId
from desktop.rules.intake.heirs import Heir, heir_of

A, B, C = (AgencyId(one) for one in "abc")
AGENCIES = tuple(Agency(id=one, name=f"Xã {one.upper()}") for one in (A, B, C))
MERGED = Succession(
    id="s",
    kind=SuccessionKind.MERGED,
    day=dt.date(2025, 7, 1),
    predecessors=(A, B),
    successors=(C,),
)
Q2, Q3 = dt.date(2025, 6, 30), dt.date(2025, 9, 30)


def test_before_the_merger_a_unit_answers_for_itself() -> None:
    assert heir_of(A, "Xã A", Q2, AGENCIES, (MERGED,)) == Heir(agency=A)


def test_after_it_the_heir_does_and_the_officer_is_told() -> None:
    found = heir_of(A, "", Q3, AGENCIES, (MERGED,))
    assert found == Heir(agency=C, reasons=(("merged", "Xã A", "Xã C"),))


def test_another_name_is_told() -> None:
    found = heir_of(C, "Xã Cũ", Q2, AGENCIES, ())
    assert found == Heir(agency=C, reasons=(("renamed", "Xã Cũ", "Xã C"),))
    assert heir_of(C, "XÃ C", Q2, AGENCIES, ()).reasons == ()


def test_of_one_that_was_split_nobody_knows_whose_it_is() -> None:
    split = Succession(
        id="s",
        kind=SuccessionKind.SPLIT,
        day=dt.date(2025, 7, 1),
        predecessors=(A,),
        successors=(B, C),
    )
    found = heir_of(A, "Xã A", Q3, AGENCIES, (split,))
    assert found == Heir(agency=None, reasons=(("unit_split", "Xã A", "Xã B, Xã C"),))


def test_a_stranger_has_no_heir() -> None:
    found = heir_of("x", "Xã X", Q2, AGENCIES, ())
    assert found == Heir(agency=None, reasons=(("unit_unknown", "Xã X"),))
